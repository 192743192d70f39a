"""Migrations lead to exactly the schema, on both databases, from nothing and from what is there."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from server.store.database import Database
from server.store.migrate import migrate
from server.store.schema import metadata


async def test_migrations_lead_to_the_schema(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with database.write() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_and_at_once_is_safe(database: Database) -> None:
    await asyncio.gather(*(migrate(database) for _ in range(3)))


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite+aiosqlite:///{tmp_path / 'desk.db'}")
    yield opened
    await opened.close()


async def test_every_sqlite_connection_that_writes_is_fully_durable(sqlite: Database) -> None:
    async with sqlite.write() as connection:
        assert (await connection.execute(text("PRAGMA synchronous"))).scalar_one() == 2
        assert (await connection.execute(text("PRAGMA journal_mode"))).scalar_one() == "wal"
        assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar_one() == 1


async def test_what_only_reads_cannot_write_to_sqlite(sqlite: Database) -> None:
    await migrate(sqlite)
    async with sqlite.read() as connection:
        with pytest.raises(OperationalError, match="readonly"):
            await connection.execute(text("DELETE FROM audit"))
