"""Photos: one row each. Its key is here, wrapped, and nowhere else: without it nobody opens what lies on disk."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.photo import FILELESS, OPEN, State
from server.protocol.errors import Refusal
from server.protocol.words import PhotoPurpose, PhotoView
from server.store import schema
from server.store.questions import Question, Reading

_table = schema.photos


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it stands in the database."""

    id: str
    conversation: str
    call: str
    report: str | None
    purpose: PhotoPurpose
    state: State
    asked_by: str
    asked_at: datetime
    taken_at: datetime | None
    file: str | None
    wrapped_key: str | None
    size: int | None
    width: int | None
    height: int | None
    sha256: str | None

    @property
    def view(self) -> PhotoView:
        return PhotoView(
            photo=self.id,
            call=self.call,
            purpose=self.purpose,
            state=self.state,
            asked_by=self.asked_by,
            asked_at=self.asked_at,
            report=self.report,
            taken_at=self.taken_at,
            size=self.size,
            width=self.width,
            height=self.height,
            sha256=self.sha256,
        )


_COLUMNS = [_table.c[field.name] for field in fields(Photo)]
_OF_CONVERSATION = Question(
    select(*_COLUMNS).where(_table.c.conversation == bindparam("conversation")).order_by(_table.c.asked_at, _table.c.id)
)


async def insert(
    connection: AsyncConnection,
    photo: str,
    *,
    conversation: str,
    call: str,
    report: str | None,
    purpose: PhotoPurpose,
    by: str,
    now: datetime,
) -> Photo:
    """Add a photo that is asked for."""
    await connection.execute(
        _table.insert().values(
            id=photo,
            conversation=conversation,
            call=call,
            report=report,
            purpose=purpose,
            state="asked",
            asked_by=by,
            asked_at=now,
        )
    )
    return await load(connection, photo, conversation)


async def load(connection: Reading, photo: str, conversation: str) -> Photo:
    """The photo, of this conversation. Raises Refusal `no_such_photo`."""
    found = next((each for each in await of_conversation(connection, conversation) if each.id == photo), None)
    if found is None:
        raise Refusal("no_such_photo")
    return found


async def conversation_of(connection: AsyncConnection, photo: str) -> str:
    """The conversation of a photo. Raises Refusal `no_such_photo`."""
    query = select(_table.c.conversation).where(_table.c.id == photo)
    found: str | None = (await connection.execute(query)).scalar_one_or_none()
    if found is None:
        raise Refusal("no_such_photo")
    return found


async def of_conversation(connection: Reading, conversation: str) -> Sequence[Photo]:
    """All of a conversation, in the order they were asked for."""
    return [Photo(*row) for row in await _OF_CONVERSATION.rows(connection, conversation=conversation)]


async def open_of_call(connection: AsyncConnection, conversation: str, call: str) -> Photo | None:
    """The photo that may yet come in a call."""
    found = await of_conversation(connection, conversation)
    return next((each for each in found if each.call == call and each.state in OPEN), None)


async def held_by(connection: Reading, conversation: str, report: str) -> Sequence[Photo]:
    """Those that were sent and belong to a report, in the order they were asked for."""
    found = await of_conversation(connection, conversation)
    return [each for each in found if each.report == report and each.sha256 is not None]


async def to_erase(connection: AsyncConnection, now: datetime) -> Sequence[Photo]:
    """Those that are kept no longer."""
    query = select(*_COLUMNS).where(_table.c.state == "taken", _table.c.erase_at <= now)
    return [Photo(*row) for row in await connection.execute(query)]


async def to_clear(connection: AsyncConnection) -> Sequence[str]:
    """The ids of those that are erased, or never came, while a file may still lie there."""
    query = select(_table.c.id).where(_table.c.state.in_(FILELESS), _table.c.cleared_at.is_(None))
    return list((await connection.execute(query)).scalars())


async def change(connection: AsyncConnection, photo: str, **values: Any) -> None:
    """Set columns of a photo whose conversation the transaction has locked."""
    await connection.execute(update(_table).where(_table.c.id == photo).values(**values))
