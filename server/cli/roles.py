"""Each role alone: what runs on a machine of its own when the desk is bigger than one.

A role imports what it is made of when it runs: a media worker has no use for the bot's classifier in its memory.
"""

import asyncio
import errno
import os
import sys
from dataclasses import asdict
from datetime import UTC, datetime

import click

from server.cli import open_files
from server.cli.ending import give_up, run_role, service_key, settings, why
from server.cli.logs import configure
from server.secret_files import SecretError

LOOK_SECONDS = 3
"""Between two looks for a recording of which films are to be made."""


@click.command()
def desk() -> None:
    """Run one desk node."""
    from server.app import build_node, run_desk
    from server.zone.problems import ZoneProblems

    chosen = settings()
    configure(chosen, "desk")
    open_files.allow_all()
    try:
        node = build_node(chosen)
    except (SecretError, ZoneProblems) as error:
        give_up(why(error))
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
            recordings=chosen.recordings,
            rtpengine=chosen.media_engine,
        )
    except OSError as error:
        if chosen.media_engine:
            # It may be on its way: a supervisor tries again.
            click.echo(f"rtpengine at {chosen.media_engine[0]}: {error}", err=True)
            sys.exit(1)
        give_up(f"UDP port {chosen.media_port + index}: {error.strerror}")


@click.command()
def films() -> None:
    """Make films of recorded calls, one after the other, as calls end."""
    from server.desk.film_making import FilmMaking, Made
    from server.keys import open_vault
    from server.media.recording.making import make_films
    from server.store.database import Database
    from server.store.migrate import migrate as bring_up_to_date

    chosen = settings()
    configure(chosen, "films")
    try:
        vault = open_vault(chosen)
    except SecretError as error:
        give_up(str(error))
    if vault is None:
        give_up(f"{chosen.recording_key_file} is missing: `onlineloket serve` makes it, or copy it from there")
    # Calls that are going on come first.
    os.nice(10)

    def make(recording: str, key: bytes, *, waits: bool) -> Made:
        made = make_films(chosen.recordings, recording, key, waits=waits)
        return Made([asdict(dump) for dump in made.dumps], [asdict(film) for film in made.films])

    async def work() -> None:
        database = Database(chosen.database_url)
        try:
            await bring_up_to_date(database)
            making = FilmMaking(database, vault, make)
            while True:
                if not await making.make_next(lambda: datetime.now(UTC)):
                    await asyncio.sleep(LOOK_SECONDS)
        finally:
            await database.close()

    run_role(work())


@click.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from server.store.database import Database
    from server.store.migrate import migrate as bring_up_to_date

    chosen = settings()

    async def work() -> None:
        database = Database(chosen.database_url)
        try:
            await bring_up_to_date(database)
        finally:
            await database.close()

    run_role(work())
