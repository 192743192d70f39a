"""What a database says when something fails, and which connections it keeps."""

import time
from contextlib import AsyncExitStack

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from server.store.database import Database

_END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


async def test_an_error_does_not_quote_what_was_to_be_stored(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "my neighbour hits me"})
    assert "neighbour" not in str(caught.value)


@pytest.mark.postgres
async def test_connections_are_kept_when_the_clock_is_set_back_after_a_cut(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, now = Database(postgres_url), time.time
    try:
        before = await _servers(database, 2)
        async with database.read() as connection:
            await connection.execute(text(_END_OTHERS))
        assert len(before & await _servers(database, 2)) == 1, "one was cut, and is not used"
        monkeypatch.setattr(time, "time", lambda: now() - 3600)
        made = await _servers(database, 3)
        assert await _servers(database, 3) == made
    finally:
        await database.close()


async def _servers(database: Database, count: int) -> set[int]:
    """The processes that serve so many connections, open at once."""
    async with AsyncExitStack() as stack:
        connections = [await stack.enter_async_context(database.read()) for _ in range(count)]
        return {int(await each.scalar(text("SELECT pg_backend_pid()")) or 0) for each in connections}
