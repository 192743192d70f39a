"""Lessons: what citizens said, as a supervisor wrote it down to teach the bot, until somebody takes it over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.protocol.words import Language
from server.store import schema
from server.store.either import any_of

_table = schema.lessons


@dataclass(frozen=True, slots=True)
class KeptLesson:
    """A lesson, and the message that it was made of."""

    conversation: str
    message: int
    language: Language
    topic: str
    text: str


_COLUMNS = [_table.c[name] for name in ("conversation", "message", "language", "topic", "text")]


async def keep(connection: AsyncConnection, lesson: KeptLesson, agent: str, now: datetime) -> None:
    """Keep a lesson; of one message there is one. The transaction must hold the conversation."""
    values = {"language": lesson.language, "topic": lesson.topic, "text": lesson.text, "at": now, "agent": agent}
    of_message = (_table.c.conversation == lesson.conversation, _table.c.message == lesson.message)
    kept = await connection.execute(update(_table).where(*of_message).values(**values))
    if kept.rowcount == 0:
        await connection.execute(
            _table.insert().values(conversation=lesson.conversation, message=lesson.message, **values)
        )


async def drop(connection: AsyncConnection, conversation: str, message: int) -> None:
    """Keep it no longer."""
    await connection.execute(delete(_table).where(_table.c.conversation == conversation, _table.c.message == message))


async def drop_all(connection: AsyncConnection) -> int:
    """Keep none any more; how many there were."""
    return (await connection.execute(delete(_table))).rowcount


async def kept(connection: AsyncConnection) -> Sequence[KeptLesson]:
    """All there are, in the order in which they were first kept or last changed."""
    rows = await connection.execute(select(*_COLUMNS).order_by(_table.c.at, _table.c.conversation, _table.c.message))
    return [KeptLesson(*row) for row in rows]


async def made_of(
    connection: AsyncConnection, messages: Sequence[tuple[str, int]]
) -> dict[tuple[str, int], KeptLesson]:
    """Those made of these messages, each a conversation and a number."""
    if not messages:
        return {}
    query = select(*_COLUMNS).where(any_of((_table.c.conversation, _table.c.message), messages))
    found = [KeptLesson(*row) for row in await connection.execute(query)]
    return {(each.conversation, each.message): each for each in found}
