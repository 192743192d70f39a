"""Groups on PostgreSQL: one transaction for all that is asked at once, in arrays rather than in rows."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from server.domain.actor import Agent, Citizen
from server.store.grouped.asked import Asked, EntryRow, NotStored, Posting, Seat, Settle, Settled

_LOCK = """
SELECT id, phase, team, agent, offered_to, sensitive, shared_last, staff_last FROM conversations
WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE
"""
_LOCK_FREE = _LOCK + " SKIP LOCKED"

# A seat by kind alone is one that a conversation has once, as `ix_participants_kind` says: of guests it has any number.
_SEATS = """
SELECT p.id, p.name, p.role, p.left_at IS NOT NULL, p.called_in, p.read_shared, p.read_staff,
       t.conversation, t.expires_at, t.revoked_at,
       e.number, e.at, e.payload
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
     WITH ORDINALITY AS asked (conversation, kind, agent, token, client_id, place)
LEFT JOIN participants a ON a.conversation = asked.conversation AND a.agent = asked.agent
LEFT JOIN participants k
  ON k.conversation = asked.conversation AND k.agent IS NULL AND k.kind = asked.kind AND k.kind <> 'guest'
LEFT JOIN participants p ON p.id = coalesce(a.id, k.id)
LEFT JOIN tokens t ON t.hash = asked.token
LEFT JOIN entries e
  ON e.conversation = asked.conversation AND e.log = 'shared' AND e.participant = p.id AND e.client_id = asked.client_id
ORDER BY asked.place
"""

_APPEND = f"""
INSERT INTO entries ({", ".join(EntryRow._fields)})
SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
                     $9::text[], $10::text[], $11::text[])
"""  # noqa: S608 names of ours

_GROW = """
UPDATE conversations c
SET shared_last = g.shared_last, said_at = coalesce(g.said_at, c.said_at),
    answered_at = coalesce(g.answered_at, c.answered_at)
FROM unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[])
     AS g (id, shared_last, said_at, answered_at)
WHERE c.id = g.id
"""

_READ = """
UPDATE participants p SET {column} = r.number FROM unnest($1::text[], $2::int[]) AS r (id, number) WHERE p.id = r.id
"""

_AWAY = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, SQLAlchemyError)

_PATIENCE = 8
"""Seconds for one group: everybody waits for it."""


class PostgresGroups:
    """Carries out groups on PostgreSQL.

    A conversation that another transaction has is left for later: nobody else has to wait for it. Conversations are
    locked in the order of their ids, so that groups of two nodes never wait for each other in a circle.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._kept: AsyncConnection | None = None

    async def carry_out(self, asked: Sequence[Asked], settle: Settle, *, wait: bool = False) -> Settled:
        """Settle and store in one transaction, which is on disk when this returns.

        What is asked about conversations that another transaction has is `held`, unless `wait`. One call at a time,
        except for those that `wait`. Raises NotStored where the database is away.
        """
        for attempt in (1, 2):
            try:
                async with asyncio.timeout(_PATIENCE):
                    return await self._carry_out(asked, settle, wait=wait)
            except (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError):
                raise
            except _AWAY as error:
                # The connection that was kept may have been cut long ago. What was stored after all is found again.
                if attempt == 2:
                    raise NotStored from error
        raise AssertionError

    async def _carry_out(self, asked: Sequence[Asked], settle: Settle, *, wait: bool) -> Settled:
        async with self._connection(kept=not wait) as driver, driver.transaction():
            locked = {
                row[0]: row[1:]
                for row in await driver.fetch(_LOCK if wait else _LOCK_FREE, [each.conversation for each in asked])
            }
            held = frozenset(place for place, each in enumerate(asked) if not wait and each.conversation not in locked)
            free = [each for place, each in enumerate(asked) if place not in held]
            settled = settle(free, await _seats(driver, free, locked))
            await _store(driver, settled)
        for place in sorted(held):
            settled.answers.insert(place, None)
        settled.held = held
        return settled

    async def close(self) -> None:
        if self._kept is not None:
            await self._kept.close()

    @asynccontextmanager
    async def _connection(self, *, kept: bool) -> AsyncIterator[Any]:
        """The driver's connection: the one that is kept from group to group, or one from the pool."""
        if kept and self._kept is not None:
            connection, self._kept = self._kept, None
        else:
            connection = await self._engine.connect()
        try:
            yield (await connection.get_raw_connection()).driver_connection
        except BaseException:
            # Nobody knows what state it is in, and the pool would not ask.
            await connection.invalidate()
            await connection.close()
            raise
        if kept:
            self._kept = connection
        else:
            await connection.close()


async def _seats(driver: Any, asked: Sequence[Asked], locked: dict[str, Any]) -> list[Seat | None]:
    rows = await driver.fetch(
        _SEATS,
        [each.conversation for each in asked],
        [each.actor.kind for each in asked],
        [each.actor.id if isinstance(each.actor, Agent) else None for each in asked],
        [each.actor.token_hash if isinstance(each.actor, Citizen) else None for each in asked],
        [each.client_id if isinstance(each, Posting) else None for each in asked],
    )
    return [
        Seat.read_from(locked[each.conversation], row) if each.conversation in locked else None
        for each, row in zip(asked, rows, strict=True)
    ]


async def _store(driver: Any, settled: Settled) -> None:
    if settled.rows:
        await driver.execute(_APPEND, *(list(column) for column in zip(*settled.rows, strict=True)))
        growth = settled.growth.values()
        await driver.execute(
            _GROW,
            list(settled.growth),
            [each.shared_last for each in growth],
            [each.said_at for each in growth],
            [each.answered_at for each in growth],
        )
    for column, positions in (("read_shared", settled.shared_read), ("read_staff", settled.staff_read)):
        if positions:
            await driver.execute(_READ.format(column=column), list(positions), list(positions.values()))
