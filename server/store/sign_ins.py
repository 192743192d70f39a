"""Sign-ins of agents: one row for each cookie that is good. Only the cookie's hash is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store import schema

_table = schema.sign_ins
_COLUMNS = (_table.c.id_hash, _table.c.agent, _table.c.created_at, _table.c.used_at, _table.c.absolute_until)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signed in, when, when it was last used, and when it ends whatever is done."""

    id_hash: str
    agent: str
    created_at: datetime
    used_at: datetime
    absolute_until: datetime


async def find(connection: AsyncConnection, id_hash: str) -> SignIn | None:
    """The sign-in of a cookie, good or not."""
    row = (await connection.execute(select(*_COLUMNS).where(_table.c.id_hash == id_hash))).one_or_none()
    return None if row is None else SignIn(*row)


async def known(connection: AsyncConnection, id_hashes: Iterable[str]) -> set[str]:
    """Those of these sign-ins that have not ended."""
    query = select(_table.c.id_hash).where(_table.c.id_hash.in_(list(id_hashes)))
    return set((await connection.execute(query)).scalars())


async def insert(connection: AsyncConnection, sign_in: SignIn) -> None:
    """Keep a sign-in."""
    await connection.execute(
        _table.insert().values(
            id_hash=sign_in.id_hash,
            agent=sign_in.agent,
            created_at=sign_in.created_at,
            used_at=sign_in.used_at,
            absolute_until=sign_in.absolute_until,
        )
    )


async def touch(connection: AsyncConnection, id_hash: str, now: datetime) -> None:
    """Note that it was used."""
    await connection.execute(
        update(_table).where(_table.c.id_hash == id_hash, _table.c.used_at < now).values(used_at=now)
    )


async def remove(connection: AsyncConnection, id_hash: str) -> SignIn | None:
    """End a sign-in; None where there was none."""
    gone = await connection.execute(delete(_table).where(_table.c.id_hash == id_hash).returning(*_COLUMNS))
    row = gone.one_or_none()
    return None if row is None else SignIn(*row)


async def remove_of(connection: AsyncConnection, agent: str) -> Sequence[SignIn]:
    """End all sign-ins of an agent."""
    gone = await connection.execute(delete(_table).where(_table.c.agent == agent).returning(*_COLUMNS))
    return [SignIn(*row) for row in gone]


async def remove_over(connection: AsyncConnection, *, idle_since: datetime, now: datetime) -> Sequence[SignIn]:
    """End all that were not used since `idle_since`, or have reached their end."""
    over = or_(_table.c.used_at <= idle_since, _table.c.absolute_until <= now)
    gone = await connection.execute(delete(_table).where(over).returning(*_COLUMNS))
    return [SignIn(*row) for row in gone]
