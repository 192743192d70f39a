"""Bring a database to the newest schema. Safe to run any number of times, by any number of nodes at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.database import Database

_MIGRATIONS = Path(__file__).parent / "migrations"
_POSTGRES_LOCK = 0x0E110C_E7


async def migrate(database: Database) -> None:
    """Apply all migrations that this database has not seen, one node at a time."""
    async with database.migrate() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRES_LOCK})
        await connection.run_sync(_upgrade)


async def revise(connection: AsyncConnection, message: str) -> None:
    """Write a new migration from the difference between the schema and this database."""
    await connection.run_sync(lambda sync: command.revision(configuration(sync), message, autogenerate=True))


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for a connection."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(configuration(connection), "head")
