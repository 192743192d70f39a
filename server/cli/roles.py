"""Each role alone: what runs on a machine of its own when the desk is bigger than one.

A role imports what it is made of when it runs: a media worker has no use for the bot's classifier in its memory.
"""

import errno

import click

from server.cli import open_files
from server.cli.ending import give_up, run_role, service_key, settings
from server.cli.logs import configure
from server.secret_files import SecretError
from server.store.database import Database
from server.store.migrate import migrate as bring_up_to_date
from server.zone.problems import ZoneProblems


@click.command()
def desk() -> None:
    """Run one desk node."""
    from server.app import build_node, run_desk

    chosen = settings()
    configure(chosen, "desk")
    open_files.allow_all()
    try:
        node = build_node(chosen)
    except (SecretError, ZoneProblems) as error:
        give_up(str(error))
    try:
        run_role(run_desk(node))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        give_up(str(error.strerror))


@click.command()
@click.option("--index", default=0, show_default=True, help="Which media worker of this machine; it sets the port.")
def media(index: int) -> None:
    """Run one media worker."""
    from server.media import process

    chosen = settings()
    configure(chosen, f"media-{index}")
    key = service_key(chosen)
    try:
        process.run(
            desk_urls=chosen.desk_urls,
            key=key,
            addresses=chosen.media_addresses,
            port=chosen.media_port + index,
        )
    except OSError as error:
        give_up(f"UDP port {chosen.media_port + index}: {error.strerror}")


@click.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    chosen = settings()

    async def work() -> None:
        database = Database(chosen.database_url)
        try:
            await bring_up_to_date(database)
        finally:
            await database.close()

    run_role(work())
