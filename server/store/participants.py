"""Participants: who takes part in a conversation, and how far each has read its logs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.protocol.words import Author, Kind, LogName
from server.store import schema
from server.store.questions import Question, Reading

_table = schema.participants


@dataclass(frozen=True, slots=True)
class Participant:
    """One participant of one conversation."""

    id: str
    conversation: str
    kind: Kind
    agent: str | None
    name: str | None
    role: str | None
    joined_at: datetime
    left_at: datetime | None
    read_shared: int
    read_staff: int
    called_in: bool = False

    @property
    def author(self) -> Author:
        return Author(participant=self.id, kind=self.kind, name=self.name, role=self.role)

    @property
    def took_part(self) -> bool:
        """Whether it takes part or once did, and is more than staff who looked in."""
        return self.left_at is None or self.left_at > self.joined_at

    def read(self, log: LogName) -> int:
        return self.read_shared if log == "shared" else self.read_staff


_COLUMNS = [
    _table.c[name]
    for name in (
        "id",
        "conversation",
        "kind",
        "agent",
        "name",
        "role",
        "joined_at",
        "left_at",
        "read_shared",
        "read_staff",
        "called_in",
    )
]

_IN = select(*_COLUMNS).where(_table.c.conversation == bindparam("conversation"))
_OF_ID = Question(select(*_COLUMNS).where(_table.c.id == bindparam("participant")))
_OF = Question(_IN.order_by(_table.c.joined_at, _table.c.id))
_OF_KIND = Question(_IN.where(_table.c.kind == bindparam("kind"), _table.c.agent.is_(None)))
_OF_AGENT = Question(_IN.where(_table.c.agent == bindparam("agent")))


async def load(connection: Reading, participant: str) -> Participant:
    """The participant of that id. Raises LookupError where there is none."""
    row = await _OF_ID.row(connection, participant=participant)
    if row is None:
        raise LookupError(participant)
    return Participant(*row)


async def of(connection: Reading, conversation: str) -> Sequence[Participant]:
    """All who take or took part, in the order in which they joined."""
    return [Participant(*row) for row in await _OF.rows(connection, conversation=conversation)]


async def of_kind(connection: Reading, conversation: str, kind: Kind) -> Participant | None:
    """The citizen, or the bot, of a conversation."""
    row = await _OF_KIND.row(connection, conversation=conversation, kind=kind)
    return None if row is None else Participant(*row)


async def of_agent(connection: Reading, conversation: str, agent: str) -> Participant | None:
    """An agent as participant of a conversation; also one who only looked in or has left."""
    row = await _OF_AGENT.row(connection, conversation=conversation, agent=agent)
    return None if row is None else Participant(*row)


async def insert(
    connection: AsyncConnection,
    participant: str,
    conversation: str,
    kind: Kind,
    *,
    now: datetime,
    agent: str | None = None,
    name: str | None = None,
    role: str | None = None,
    left: bool = False,
) -> Participant:
    """Add a participant; `left`: one who only looks in."""
    await connection.execute(
        _table.insert().values(
            id=participant,
            conversation=conversation,
            kind=kind,
            agent=agent,
            name=name,
            role=role,
            joined_at=now,
            left_at=now if left else None,
        )
    )
    return Participant(participant, conversation, kind, agent, name, role, now, now if left else None, 0, 0)


async def rejoin(connection: AsyncConnection, participant: str) -> None:
    """Somebody takes part again."""
    await connection.execute(update(_table).where(_table.c.id == participant).values(left_at=None))


async def leave(connection: AsyncConnection, participant: str, now: datetime) -> None:
    """Somebody no longer takes part."""
    await connection.execute(update(_table).where(_table.c.id == participant).values(left_at=now))


async def call_in(connection: AsyncConnection, participant: str, called_in: bool) -> None:
    """Somebody has a seat in the conversation's call by invitation, or no longer."""
    await connection.execute(update(_table).where(_table.c.id == participant).values(called_in=called_in))


async def name(connection: AsyncConnection, participant: str, given: str | None) -> None:
    """A guest says who they are."""
    await connection.execute(update(_table).where(_table.c.id == participant).values(name=given))


async def mark_read(connection: AsyncConnection, participant: str, log: LogName, number: int) -> bool:
    """Move the read position forward; False where it was there already."""
    column = _table.c.read_shared if log == "shared" else _table.c.read_staff
    moved = await connection.execute(
        update(_table).where(_table.c.id == participant, column < number).values({column: number})
    )
    return moved.rowcount == 1
