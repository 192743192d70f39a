"""The command `onlineloket` and its parts."""

import os

import click

from server.cli.agents import agent
from server.cli.bot import bot
from server.cli.lessons import lessons
from server.cli.roles import desk, films, media, migrate
from server.cli.serve import serve
from server.cli.turn import turn
from server.cli.zone import zone


@click.group()
@click.version_option(package_name="onlineloket")
def main() -> None:
    """Onlineloket: a police desk that is open 24/7 in the browser."""
    # Database, Redis and all else that it writes is for its own account only, whatever folder it is given.
    os.umask(0o077)


for command in (serve, desk, bot, media, films, turn, migrate, zone, agent, lessons):
    main.add_command(command)
