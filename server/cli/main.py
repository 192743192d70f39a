"""The command `onlineloket` and its parts."""

import os

import click

from server.cli.lazy import LazyGroup

_MODULES = {
    "serve": "server.cli.serve",
    "desk": "server.cli.roles",
    "bot": "server.cli.bot",
    "media": "server.cli.roles",
    "films": "server.cli.roles",
    "turn": "server.cli.turn",
    "migrate": "server.cli.roles",
    "zone": "server.cli.zone",
    "agent": "server.cli.agents",
    "lessons": "server.cli.lessons",
}


@click.group(cls=LazyGroup, modules=_MODULES)
@click.version_option(package_name="onlineloket")
def main() -> None:
    """Onlineloket: a police desk that is open 24/7 in the browser."""
    # Database, Redis and all else that it writes is for its own account only, whatever folder it is given.
    os.umask(0o077)
