"""Conversations: one row each, and the guarded updates that decide races."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import bindparam, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.permission import Facts
from server.protocol.errors import Refusal
from server.protocol.words import CloseReason, Language, Need, Phase, Urgency
from server.store import schema
from server.store.questions import Question, Reading, Row

_table = schema.conversations

BOT_PHASES: tuple[Phase, ...] = ("triage", "waiting")
"""Phases in which a bot has a conversation: it answers, then looks out for danger until a person takes it."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as it stands in the database."""

    id: str
    phase: Phase
    language: Language
    team: str
    topic: str | None
    languages: tuple[str, ...]
    neighbourhood: str | None
    urgency: Urgency
    video: bool
    sensitive: bool
    agent: str | None
    offered_to: str | None
    offered_at: datetime | None
    opened_at: datetime
    queued_at: datetime | None
    taken_at: datetime | None
    closed_at: datetime | None
    said_at: datetime | None
    answered_at: datetime | None
    outcome: str | None
    score: int | None
    shared_last: int
    staff_last: int
    closed_by: CloseReason | None
    follows: str | None
    site: str | None

    @property
    def helped_by(self) -> Literal["bot", "person", "nobody"]:
        """Who helped: the bot, where it closed the conversation and no person was needed; a person who took it."""
        if self.closed_by == "bot" and self.queued_at is None:
            return "bot"
        return "person" if self.taken_at is not None else "nobody"

    @property
    def need(self) -> Need:
        return Need(
            topic=self.topic,
            languages=self.languages,
            neighbourhood=self.neighbourhood,
            urgency=self.urgency,
            video=self.video,
        )

    def facts(self, *, token_opens: bool = False, called_in: bool = False) -> Facts:
        """What decides who may do what with it."""
        return Facts(
            phase=self.phase,
            team=self.team,
            agent=self.agent,
            offered_to=self.offered_to,
            sensitive=self.sensitive,
            token_opens=token_opens,
            called_in=called_in,
        )


_COLUMNS = [_table.c[field.name] for field in fields(Conversation)]
_LANGUAGES = [column.name for column in _COLUMNS].index("languages")
_ONE = select(*_COLUMNS).where(_table.c.id == bindparam("conversation"))
_LOAD = Question(_ONE)
_LOCK = Question(_ONE.with_for_update(key_share=True))


def _read(row: Row) -> Conversation:
    values = list(row)
    values[_LANGUAGES] = tuple(values[_LANGUAGES])
    return Conversation(*values)


async def load(connection: Reading, conversation: str, *, lock: bool = False) -> Conversation:
    """The conversation; with `lock`, nobody else changes it or its logs until the transaction ends.

    Raises Refusal `no_such_conversation`.
    """
    row = await (_LOCK if lock else _LOAD).row(connection, conversation=conversation)
    if row is None:
        raise Refusal("no_such_conversation")
    return _read(row)


async def insert(
    connection: AsyncConnection,
    conversation: str,
    *,
    language: Language,
    team: str,
    site: str | None,
    now: datetime,
    bot_node: str | None = None,
) -> None:
    """Add a conversation, in triage by a bot of that node."""
    await connection.execute(
        _table.insert().values(
            id=conversation,
            phase="triage",
            language=language,
            team=team,
            languages=[language],
            urgency="routine",
            site=site,
            opened_at=now,
            bot_node=bot_node,
        )
    )


async def change(connection: AsyncConnection, conversation: str, **values: Any) -> None:
    """Set columns of a conversation that the transaction has locked."""
    await connection.execute(update(_table).where(_table.c.id == conversation).values(**values))


async def take(connection: AsyncConnection, conversation: str, agent: str, now: datetime) -> bool:
    """Give a waiting conversation to an agent; False where it no longer waits. One of two that race gets it."""
    taken = await connection.execute(
        update(_table)
        .where(_table.c.id == conversation, _table.c.phase == "waiting")
        .values(phase="active", agent=agent, taken_at=now, offered_to=None, bot_node=None)
    )
    return taken.rowcount == 1


async def waiting(connection: AsyncConnection) -> Sequence[Conversation]:
    """All that waits, longest first."""
    rows = await connection.execute(
        select(*_COLUMNS).where(_table.c.phase == "waiting").order_by(_table.c.queued_at, _table.c.id)
    )
    return [_read(row) for row in rows]


async def active(connection: AsyncConnection) -> Sequence[Conversation]:
    """All that agents have, in the order in which they were taken."""
    rows = await connection.execute(
        select(*_COLUMNS).where(_table.c.phase == "active").order_by(_table.c.taken_at, _table.c.id)
    )
    return [_read(row) for row in rows]


async def of_agent(connection: AsyncConnection, agent: str) -> Sequence[Conversation]:
    """What an agent has."""
    rows = await connection.execute(select(*_COLUMNS).where(_table.c.agent == agent, _table.c.phase == "active"))
    return [_read(row) for row in rows]


async def lasts(connection: AsyncConnection, some: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The newest numbers, shared and staff, of these conversations."""
    query = select(_table.c.id, _table.c.shared_last, _table.c.staff_last).where(_table.c.id.in_(list(some)))
    return {found: (shared, staff) for found, shared, staff in await connection.execute(query)}


async def loads(connection: AsyncConnection) -> dict[str, int]:
    """How many conversations each agent has, of those who have any."""
    query = select(_table.c.agent, func.count()).where(_table.c.phase == "active").group_by(_table.c.agent)
    return {agent: count for agent, count in (await connection.execute(query)) if agent}


async def for_bots(connection: AsyncConnection, node: str | None = None) -> Sequence[str]:
    """Ids of all conversations in triage or waiting that a bot of this node has; without a node, of those that no bot
    has."""
    query = select(_table.c.id).where(_table.c.phase.in_(BOT_PHASES), _table.c.bot_node == node)
    return list((await connection.execute(query)).scalars())


async def claim_for_bot(connection: AsyncConnection, some: Sequence[str], node: str) -> Sequence[str]:
    """Give those of these conversations that no bot has to the bots of a node; which it got."""
    claimed = await connection.execute(
        update(_table)
        .where(_table.c.id.in_(list(some)), _table.c.phase.in_(BOT_PHASES), _table.c.bot_node.is_(None))
        .values(bot_node=node)
        .returning(_table.c.id)
    )
    return list(claimed.scalars())


async def let_go_by_bot(connection: AsyncConnection, some: Sequence[str]) -> None:
    """No bot has these conversations any more."""
    await connection.execute(update(_table).where(_table.c.id.in_(list(some))).values(bot_node=None))


async def unanswered_by_bot(connection: AsyncConnection, since: datetime) -> Sequence[str]:
    """Ids of conversations in triage whose citizen spoke before `since` and has had no answer yet."""
    query = select(_table.c.id).where(
        _table.c.phase == "triage",
        _table.c.said_at < since,
        or_(_table.c.answered_at.is_(None), _table.c.answered_at < _table.c.said_at),
    )
    return list((await connection.execute(query)).scalars())


async def abandoned_by_agent(connection: AsyncConnection, since: datetime, node: str) -> Sequence[tuple[str, str]]:
    """Active conversations, with their agent, whose agent has had no living connection since `since`.

    Of agents whom another living node saw last, that node is the judge: by its own clock.
    """
    agents = schema.agents
    query = (
        select(_table.c.id, _table.c.agent)
        .join(agents, agents.c.id == _table.c.agent)
        .where(_table.c.phase == "active", or_(agents.c.seen_at.is_(None), agents.c.seen_at < since))
        .where(_table.c.taken_at < since, or_(agents.c.node.is_(None), agents.c.node == node))
    )
    return [(conversation, agent) for conversation, agent in (await connection.execute(query)) if agent]


async def earlier_than(
    connection: AsyncConnection, conversation: Conversation, since: datetime, limit: int
) -> Sequence[Conversation]:
    """Closed conversations that were opened from `since` until before this one, in its language, in which something was
    said; those of its topic first, then the newest."""
    query = (
        select(*_COLUMNS)
        .where(_table.c.opened_at >= since, _table.c.opened_at < conversation.opened_at)
        .where(_table.c.language == conversation.language, _table.c.closed_by.is_not(None))
        .where(_table.c.said_at.is_not(None), _table.c.id != conversation.id)
        .order_by(case((_table.c.topic == conversation.topic, 0), else_=1), _table.c.opened_at.desc())
        .limit(limit)
    )
    return [_read(row) for row in await connection.execute(query)]


async def followers(connection: AsyncConnection, conversation: str) -> Sequence[datetime]:
    """When those conversations were opened that are known to follow this one, the first first."""
    query = select(_table.c.opened_at).where(_table.c.follows == conversation).order_by(_table.c.opened_at)
    return list((await connection.execute(query)).scalars())


async def silent_since(
    connection: AsyncConnection, since: datetime, phases: tuple[Literal["triage", "waiting"], ...]
) -> Sequence[str]:
    """Ids of conversations in these phases where nobody said anything since `since`."""
    last = func.coalesce(_table.c.said_at, _table.c.opened_at)
    query = select(_table.c.id).where(_table.c.phase.in_(phases), last < since)
    return list((await connection.execute(query)).scalars())
