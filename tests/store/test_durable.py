"""On PostgreSQL, what is committed is on disk, also where the database is set to say so earlier."""

import pytest
from sqlalchemy import text

from server.store.database import Database


@pytest.mark.postgres
async def test_a_database_that_is_set_to_promise_too_early_does_not(postgres_url: str) -> None:
    hasty = Database(postgres_url)
    async with hasty.write() as connection:
        name = (await connection.execute(text("SELECT current_database()"))).scalar_one()
        await connection.execute(text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
    await hasty.close()
    database = Database(postgres_url)
    async with database.write() as connection:
        assert (await connection.execute(text("SHOW synchronous_commit"))).scalar_one() == "on"
    await database.close()
