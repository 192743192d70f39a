"""Assignments: who had a conversation from when to when."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store import schema

_table = schema.assignments


async def begin(connection: AsyncConnection, conversation: str, agent: str | None, now: datetime) -> None:
    """An agent, or the bot (None), has the conversation from now on."""
    await connection.execute(_table.insert().values(conversation=conversation, agent=agent, since=now))


async def end(connection: AsyncConnection, conversation: str, ended_by: str, now: datetime) -> None:
    """Nobody has the conversation any more."""
    await connection.execute(
        update(_table)
        .where(_table.c.conversation == conversation, _table.c.until.is_(None))
        .values(until=now, ended_by=ended_by)
    )


async def recent_durations(connection: AsyncConnection, limit: int = 50) -> Sequence[timedelta]:
    """How long agents had the conversations they last finished."""
    query = (
        select(_table.c.since, _table.c.until)
        .where(_table.c.agent.is_not(None), _table.c.until.is_not(None), _table.c.ended_by == "closed")
        .order_by(_table.c.id.desc())
        .limit(limit)
    )
    return [until - since for since, until in (await connection.execute(query))]
