"""Calls: one row each; at most one of a conversation is not over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.call import State
from server.protocol.errors import Refusal
from server.protocol.words import CallParty, CallView
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
    placement: int
    placed_at: datetime | None
    accepted_at: datetime | None
    started_at: datetime | None

    def view(self, parties: Iterable[CallParty] = ()) -> CallView:
        """The call as people see it, with who is in it."""
        return CallView(
            call=self.id,
            state=self.state,
            video=self.video,
            proposed_by=self.proposed_by,
            accepted_by=self.accepted_by,
            placement=self.placement,
            parties=tuple(parties),
        )


_COLUMNS = [_table.c[field.name] for field in fields(Call)]
_OF_ID = Question(
    select(*_COLUMNS).where(_table.c.id == bindparam("call"), _table.c.conversation == bindparam("conversation"))
)
_CURRENT = Question(
    select(*_COLUMNS).where(_table.c.conversation == bindparam("conversation"), _table.c.ended_at.is_(None))
)


async def load(connection: Reading, conversation: str, call: str) -> Call:
    """The call. Raises Refusal `no_such_call`."""
    row = await _OF_ID.row(connection, call=call, conversation=conversation)
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
    return Call(call, conversation, "proposed", video, proposed_by, None, None, 0, None, None, None)


async def on_worker(connection: AsyncConnection, worker: str | None) -> Sequence[Call]:
    """The calls under way that have their place on a worker; those that wait for one, where none is named."""
    query = select(*_COLUMNS).where(
        _table.c.ended_at.is_(None), _table.c.state != "proposed", _table.c.worker.is_not_distinct_from(worker)
    )
    return [Call(*row) for row in await connection.execute(query)]


async def place(connection: AsyncConnection, call: Call, worker: str | None, now: datetime) -> None:
    """Give a call its place on a worker, or take it where there is none for it."""
    await change(
        connection, call.id, worker=worker, placed_at=now, placement=call.placement + (1 if worker is not None else 0)
    )


async def change(connection: AsyncConnection, call: str, **values: Any) -> None:
    """Set columns of a call whose conversation the transaction has locked."""
    await connection.execute(update(_table).where(_table.c.id == call).values(**values))
