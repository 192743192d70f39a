"""A node opens as many connections to PostgreSQL as it was allowed, lets the rest wait, and uses clean ones alone."""

import asyncio
import contextlib

import pytest
from sqlalchemy import text

from server.store.database import Database
from tests.store.grouped.writing import Writing

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


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
@pytest.mark.parametrize("cut", [False, True], ids=["carried out", "still under way"])
async def test_a_begin_that_took_too_long_keeps_nothing_from_being_committed(database_url: str, cut: bool) -> None:
    """As the driver leaves a connection whose BEGIN it gave up: in a transaction that nobody will end."""
    writing = Writing(Database(database_url))
    await writing.open()
    async with writing.database.read() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        begun = driver.transaction()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0 if cut else None):
                await begun.start()
    await writing.post("in een groep")
    async with writing.database.write() as connection:
        await connection.execute(text("UPDATE conversations SET topic = 'alleen'"))
    elsewhere = Writing(Database(database_url))
    assert await elsewhere.texts() == [(1, "in een groep")]
    async with elsewhere.database.read() as connection:
        topics = await connection.execute(text("SELECT topic FROM conversations"))
        assert set(topics.scalars()) == {"alleen"}
    for each in (writing, elsewhere):
        await each.database.close()
