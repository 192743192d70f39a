"""Recordings: one row each. Its key is here, wrapped, and nowhere else: without it nobody opens what lies on disk."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.recording import KEPT, OPEN, State
from server.protocol.errors import Refusal
from server.protocol.words import RecordingView
from server.store import parties, schema
from server.store.questions import Question, Reading

_table = schema.recordings
_conversations = schema.conversations


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording as it stands in the database; `agreed` are the parties that said yes, the one who asked included.

    `untold_since`: when it changed, or its call did, where the worker has not said yet that it has heard of that.
    `dumps` and `films`: what `server/media/recording/making.py` says of each.
    """

    id: str
    conversation: str
    call: str
    state: State
    asked_by: str
    agreed: list[str]
    paused_by: str | None
    wrapped_key: str | None
    keep_days: int
    asked_at: datetime
    started_at: datetime | None
    stopped_at: datetime | None
    erase_at: datetime | None
    held: bool
    untold_since: datetime | None
    dumps: list[dict[str, Any]] | None
    films: list[dict[str, Any]] | None

    @property
    def view(self) -> RecordingView:
        return RecordingView(
            recording=self.id,
            call=self.call,
            state="stopped" if self.state == "made" else self.state,
            asked_by=self.asked_by,
            agreed=tuple(self.agreed),
            paused_by=self.paused_by,
            keep_days=self.keep_days,
            asked_at=self.asked_at,
            erase_at=self.erase_at,
            held=self.held,
        )


_COLUMNS = [_table.c[field.name] for field in fields(Recording)]
_OF_CONVERSATION = Question(
    select(*_COLUMNS).where(_table.c.conversation == bindparam("conversation")).order_by(_table.c.asked_at, _table.c.id)
)


async def insert(
    connection: AsyncConnection,
    recording: str,
    *,
    conversation: str,
    call: str,
    by: str,
    keep_days: int,
    now: datetime,
) -> Recording:
    """Add a recording that is asked for."""
    await connection.execute(
        _table.insert().values(
            id=recording,
            conversation=conversation,
            call=call,
            state="asked",
            asked_by=by,
            agreed=[by],
            keep_days=keep_days,
            asked_at=now,
        )
    )
    return await load(connection, conversation, recording)


async def load(connection: AsyncConnection, conversation: str, recording: str) -> Recording:
    """The recording. Raises Refusal `no_such_recording`."""
    query = select(*_COLUMNS).where(_table.c.id == recording, _table.c.conversation == conversation)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        raise Refusal("no_such_recording")
    return Recording(*row)


async def find(connection: AsyncConnection, recording: str) -> Recording | None:
    """The recording of that id."""
    row = (await connection.execute(select(*_COLUMNS).where(_table.c.id == recording))).one_or_none()
    return None if row is None else Recording(*row)


async def of_conversation(connection: Reading, conversation: str) -> Sequence[Recording]:
    """All of a conversation, oldest first."""
    return [Recording(*row) for row in await _OF_CONVERSATION.rows(connection, conversation=conversation)]


async def of_call(connection: AsyncConnection, call: str) -> Sequence[Recording]:
    """All of a call, oldest first."""
    query = select(*_COLUMNS).where(_table.c.call == call).order_by(_table.c.asked_at, _table.c.id)
    return [Recording(*row) for row in await connection.execute(query)]


async def open_of_call(connection: AsyncConnection, call: str) -> Recording | None:
    """The recording of a call that is not over."""
    return next((each for each in await of_call(connection, call) if each.state in OPEN), None)


async def out_of_line(connection: AsyncConnection) -> Sequence[str]:
    """The calls whose recording runs though somebody in them has not agreed, or waits for nobody."""
    query = select(*_COLUMNS).where(_table.c.state.in_(("running", "paused")), _table.c.paused_by.is_(None))
    found = []
    for row in (await connection.execute(query)).all():
        recording = Recording(*row)
        present = {each.participant for each in await parties.of(connection, recording.call) if each.state == "in"}
        if bool(present - set(recording.agreed)) == (recording.state == "running"):
            found.append(recording.call)
    return found


async def topics_of_open(connection: AsyncConnection) -> dict[str, str | None]:
    """The calls that are, or may yet be, recorded, with the topics of their conversations."""
    query = (
        select(_table.c.call, _conversations.c.topic)
        .join(_conversations, _conversations.c.id == _table.c.conversation)
        .where(_table.c.state.in_(OPEN))
    )
    return {row.call: row.topic for row in await connection.execute(query)}


async def untold(connection: AsyncConnection, before: datetime) -> Sequence[Recording]:
    """Those of which a worker has not heard since then how they stand."""
    query = select(*_COLUMNS).where(_table.c.untold_since <= before)
    return [Recording(*row) for row in await connection.execute(query)]


async def made(connection: AsyncConnection) -> Sequence[Recording]:
    """Those whose films were made and whose digests are not in the log yet."""
    return [Recording(*row) for row in await connection.execute(select(*_COLUMNS).where(_table.c.state == "made"))]


async def to_erase(connection: AsyncConnection, now: datetime) -> Sequence[Recording]:
    """Those that are kept no longer."""
    query = select(*_COLUMNS).where(_table.c.state.in_(KEPT), _table.c.erase_at <= now, _table.c.held.is_(False))
    return [Recording(*row) for row in await connection.execute(query)]


async def to_clear(connection: AsyncConnection) -> Sequence[str]:
    """The ids of those that are erased while their files still lie there."""
    query = select(_table.c.id).where(_table.c.state == "erased", _table.c.cleared_at.is_(None))
    return list((await connection.execute(query)).scalars())


async def claim(connection: AsyncConnection, settled: datetime, now: datetime, until: datetime) -> Recording | None:
    """One that stopped before `settled`, as its worker knows, and of which nobody makes films: it is the asker's until
    `until`."""
    free = or_(_table.c.making_until.is_(None), _table.c.making_until < now)
    waiting = and_(_table.c.state == "stopped", _table.c.stopped_at <= settled, _table.c.untold_since.is_(None), free)
    query = select(_table.c.id).where(waiting).order_by(_table.c.stopped_at).limit(1)
    chosen = (await connection.execute(query)).scalar_one_or_none()
    if chosen is None:
        return None
    taken = await connection.execute(update(_table).where(_table.c.id == chosen, waiting).values(making_until=until))
    return await find(connection, chosen) if taken.rowcount else None


async def change(connection: AsyncConnection, recording: str, **values: Any) -> None:
    """Set columns of a recording whose conversation the transaction has locked."""
    await connection.execute(update(_table).where(_table.c.id == recording).values(**values))


async def change_from(connection: AsyncConnection, recording: str, was: State, **values: Any) -> bool:
    """Set columns of a recording if it is still in this state; whether it was."""
    done = await connection.execute(
        update(_table).where(_table.c.id == recording, _table.c.state == was).values(**values)
    )
    return bool(done.rowcount)
