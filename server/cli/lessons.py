"""`onlineloket lessons`: what supervisors collected for the bot to be taught, on its way to whoever reviews it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from server.cli.ending import settings
from server.desk.lessons import write_files
from server.domain.actor import Desk
from server.store import audit
from server.store import lessons as kept_lessons
from server.store.database import Database
from server.store.migrate import migrate


@click.group()
def lessons() -> None:
    """Look after what supervisors collected for the bot to be taught."""


@lessons.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
def write(folder: Path | None) -> None:
    """Write all lessons to files as bots/language has them; by default where the desk does."""

    async def work(database: Database) -> None:
        async with database.read() as connection:
            kept = await kept_lessons.kept(connection)
        into = folder or settings().data / "lessons"
        write_files(into, kept)
        click.echo(f"{len(kept)} in {into}")

    _run(work)


@lessons.command()
def clear() -> None:
    """Keep none any more: somebody has taken them over, or decided against them."""

    async def work(database: Database) -> None:
        async with database.write() as connection:
            count = await kept_lessons.drop_all(connection)
            await audit.record(connection, Desk(), "lessons.clear", datetime.now(UTC), detail=str(count))
        write_files(settings().data / "lessons", [])
        click.echo(f"{count} cleared")

    _run(work)


def _run(work: Callable[[Database], Awaitable[None]]) -> None:
    async def whole() -> None:
        database = Database(settings().database_url)
        try:
            await migrate(database)
            await work(database)
        finally:
            await database.close()

    asyncio.run(whole())
