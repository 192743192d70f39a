"""Calls: one row each; at most one of a conversation is not over."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.call import State
from server.protocol.errors import Refusal
from server.protocol.words import CallView
from server.store import schema
from server.store.questions import Question, Reading

_table = schema.calls


@dataclass(frozen=True, slots=True)
class Call:
    """A call as it stands in the database."""

    id: str
    conversation: str
    state: State
    video: bool
    proposed_by: str
    accepted_by: str | None
    worker: str | None
    description: dict[str, str] | None
    connected: list[str] | None
    accepted_at: datetime | None
    started_at: datetime | None

    @property
    def view(self) -> CallView:
        return self.view_as(self.state)

    def view_as(self, state: State, accepted_by: str | None = None) -> CallView:
        """The call as it stands once it is in `state`."""
        return CallView(
            call=self.id,
            state=state,
            video=self.video,
            proposed_by=self.proposed_by,
            accepted_by=accepted_by or self.accepted_by,
        )

    def other(self, party: str) -> str | None:
        """The other party of the call."""
        return self.accepted_by if party == self.proposed_by else self.proposed_by


_COLUMNS = [_table.c[field.name] for field in fields(Call)]
_CURRENT = Question(
    select(*_COLUMNS).where(_table.c.conversation == bindparam("conversation"), _table.c.ended_at.is_(None))
)


async def load(connection: AsyncConnection, conversation: str, call: str) -> Call:
    """The call. Raises Refusal `no_such_call`."""
    query = select(*_COLUMNS).where(_table.c.id == call, _table.c.conversation == conversation)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        raise Refusal("no_such_call")
    return Call(*row)


async def find(connection: AsyncConnection, call: str) -> Call | None:
    """The call of that id."""
    row = (await connection.execute(select(*_COLUMNS).where(_table.c.id == call))).one_or_none()
    return None if row is None else Call(*row)


async def current(connection: Reading, conversation: str) -> Call | None:
    """The call of a conversation that is not over."""
    row = await _CURRENT.row(connection, conversation=conversation)
    return None if row is None else Call(*row)


async def newest(connection: AsyncConnection, conversation: str) -> Call | None:
    """The last call of a conversation, over or not."""
    query = (
        select(*_COLUMNS).where(_table.c.conversation == conversation).order_by(_table.c.proposed_at.desc()).limit(1)
    )
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else Call(*row)


async def open_in(connection: AsyncConnection, some: Sequence[str]) -> set[str]:
    """Those of these conversations that have a call which is not over."""
    query = select(_table.c.conversation).where(_table.c.conversation.in_(list(some)), _table.c.ended_at.is_(None))
    return set((await connection.execute(query)).scalars())


async def open_calls(connection: AsyncConnection, worker: str | None = None) -> Sequence[Call]:
    """All calls that are not over; of one media worker where it is named."""
    query = select(*_COLUMNS).where(_table.c.ended_at.is_(None))
    if worker is not None:
        query = query.where(_table.c.worker == worker)
    return [Call(*row) for row in await connection.execute(query)]


async def insert(
    connection: AsyncConnection, call: str, conversation: str, proposed_by: str, *, video: bool, now: datetime
) -> Call:
    """Add a proposed call. Raises Refusal `call_in_progress` where another is not over."""
    try:
        async with connection.begin_nested():
            await connection.execute(
                _table.insert().values(
                    id=call,
                    conversation=conversation,
                    state="proposed",
                    video=video,
                    proposed_by=proposed_by,
                    proposed_at=now,
                )
            )
    except IntegrityError as error:
        raise Refusal("call_in_progress") from error
    return Call(call, conversation, "proposed", video, proposed_by, None, None, None, None, None, None)


async def change(connection: AsyncConnection, call: str, **values: Any) -> None:
    """Set columns of a call whose conversation the transaction has locked."""
    await connection.execute(update(_table).where(_table.c.id == call).values(**values))
