"""A node opens as many connections to PostgreSQL as it was allowed, and lets the rest wait."""

import asyncio

import pytest
from sqlalchemy import text

from server.store.database import Database

OPEN = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")


@pytest.mark.postgres
async def test_no_more_are_open_than_allowed_and_all_get_their_turn(postgres_url: str) -> None:
    database = Database(postgres_url, connections=4)
    taken, going = asyncio.Event(), asyncio.Event()
    holding = 0

    async def read() -> int:
        nonlocal holding
        async with database.read() as connection:
            found: int = (await connection.execute(OPEN)).scalar_one()
            holding += 1
            if holding == 4:
                taken.set()
            await going.wait()
        return found

    readers = [asyncio.create_task(read()) for _ in range(12)]
    async with asyncio.timeout(30):
        await taken.wait()
        going.set()
        assert max(await asyncio.gather(*readers)) == 4
    await database.close()
