"""Decisions of the bot, in columns that can be counted. What was decided, whole, stands in the staff log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.bot_work import CameTo
from server.protocol.words import Cause, MarkReason, TriageAction
from server.store import schema

_table = schema.decisions
_conversations = schema.conversations

_CAUSES: dict[str, ColumnElement[bool]] = {
    "unanswered": and_(_table.c.heard, _table.c.came_to == "unanswered"),
    "not_helped": _table.c.came_to == "not_helped",
    "wrong": _table.c.wrong.is_not(None),
    "recontact": _table.c.recontact,
}

_WORTH_A_LOOK = or_(*_CAUSES.values())

_NAMES = (
    "conversation",
    "number",
    "message",
    "at",
    "language",
    "action",
    "heard",
    "topic",
    "answer",
    "came_to",
    "marked",
    "wrong",
    "right_topic",
    "recontact",
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the bot decided about one message, and what came of it."""

    conversation: str
    number: int
    message: int
    at: datetime
    language: str
    action: TriageAction
    heard: bool
    topic: str | None
    answer: str | None
    came_to: CameTo
    marked: int | None
    wrong: MarkReason | None
    right_topic: str | None
    recontact: bool

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Why it is worth a look."""
        found: list[Cause] = []
        if self.came_to == "unanswered" and self.heard:
            found.append("unanswered")
        if self.came_to == "not_helped":
            found.append("not_helped")
        if self.wrong is not None:
            found.append("wrong")
        if self.recontact:
            found.append("recontact")
        return tuple(found)


_COLUMNS = [_table.c[name] for name in _NAMES]


async def insert(
    connection: AsyncConnection, conversation: str, number: int, *, heard: bool, came_to: CameTo, **values: Any
) -> None:
    """Add a decision, which stands under this number in the staff log."""
    # Nobody has replied or marked yet: of the causes there is only one.
    worth_a_look = heard and came_to == "unanswered"
    await connection.execute(
        _table.insert().values(
            conversation=conversation,
            number=number,
            heard=heard,
            came_to=came_to,
            to_review=worth_a_look,
            **values,
        )
    )


async def last(connection: AsyncConnection, conversation: str, came_to: Sequence[CameTo]) -> Decision | None:
    """The newest decision of a conversation that came to one of these."""
    query = select(*_COLUMNS).where(_table.c.conversation == conversation, _table.c.came_to.in_(came_to))
    row = (await connection.execute(query.order_by(_table.c.number.desc()).limit(1))).one_or_none()
    return None if row is None else Decision(*row)


async def that_said(connection: AsyncConnection, conversation: str, message: int) -> Decision | None:
    """The decision upon which the bot said what stands under this number in the shared log."""
    query = select(*_COLUMNS).where(
        _table.c.conversation == conversation, _table.c.said_first <= message, _table.c.said_last >= message
    )
    row = (await connection.execute(query)).first()
    return None if row is None else Decision(*row)


async def change(connection: AsyncConnection, conversation: str, number: int, **values: Any) -> None:
    """Set columns of a decision; whether it is worth a look follows."""
    await connection.execute(
        update(_table).where(_table.c.conversation == conversation, _table.c.number == number).values(**values)
    )
    await connection.execute(
        update(_table)
        .where(_table.c.conversation == conversation, _table.c.number == number)
        .values(to_review=func.coalesce(_WORTH_A_LOOK, False))
    )


async def set_recontact(connection: AsyncConnection, conversation: str, *, recontact: bool) -> None:
    """Note of what the bot last answered in a conversation whether a new contact followed it."""
    if not recontact:
        query = select(_table.c.number).where(_table.c.conversation == conversation, _table.c.recontact)
        for number in list((await connection.execute(query)).scalars()):
            await change(connection, conversation, number, recontact=False)
        return
    answered = await last(connection, conversation, ("answered", "helped", "not_helped"))
    if answered is not None:
        await change(connection, conversation, answered.number, recontact=True)


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment until before another."""

    since: datetime
    until: datetime

    def holds(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        return and_(column >= self.since, column < self.until)


async def figures(connection: AsyncConnection, period: Period) -> dict[str, dict[str, int]]:
    """By language: `utterances`, and how many there are of each cause and of `missed_danger`. Counted in an index."""
    counted: dict[str, ColumnElement[bool]] = {
        "utterances": _table.c.heard,
        **_CAUSES,
        "missed_danger": _table.c.wrong == "missed_danger",
    }
    query = select(_table.c.language, *(_count(what).label(name) for name, what in counted.items()))
    rows = await connection.execute(query.where(period.holds(_table.c.at)).group_by(_table.c.language))
    return {language: dict(zip(counted, counts, strict=True)) for language, *counts in rows}


async def closed_figures(connection: AsyncConnection, period: Period) -> dict[str, dict[str, int]]:
    """By language of the screen: `conversations` in which the citizen said something, those closed `by_bot`, and those
    of them after which a new contact followed. Counted in an index."""
    table = _conversations
    by_bot = and_(table.c.closed_by == "bot", table.c.queued_at.is_(None))
    counted: dict[str, ColumnElement[bool]] = {
        "conversations": true(),
        "by_bot": by_bot,
        "by_bot_recontact": and_(by_bot, table.c.followed_at.is_not(None)),
    }
    query = select(table.c.language, *(_count(what).label(name) for name, what in counted.items()))
    query = query.where(period.holds(table.c.opened_at), table.c.said_at.is_not(None))
    rows = await connection.execute(query.group_by(table.c.language))
    return {language: dict(zip(counted, counts, strict=True)) for language, *counts in rows}


async def worth_a_look(
    connection: AsyncConnection,
    period: Period,
    *,
    language: str | None,
    cause: Cause | None,
    after: tuple[datetime, str, int] | None,
    limit: int,
) -> Sequence[Decision]:
    """Decisions that somebody should look at, newest first; of this language, for this cause, and `after` this one, all
    where they are named."""
    query = select(*_COLUMNS).where(_table.c.to_review, period.holds(_table.c.at))
    if language is not None:
        query = query.where(_table.c.language == language)
    if cause is not None:
        query = query.where(_CAUSES[cause])
    place = (_table.c.at, _table.c.conversation, _table.c.number)
    if after is not None:
        at, conversation, number = after
        same_time = or_(
            _table.c.conversation < conversation,
            and_(_table.c.conversation == conversation, _table.c.number < number),
        )
        query = query.where(_table.c.at <= at, or_(_table.c.at < at, same_time))
    rows = await connection.execute(query.order_by(*(column.desc() for column in place)).limit(limit))
    return [Decision(*row) for row in rows]


def _count(what: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((what, 1), else_=0))
