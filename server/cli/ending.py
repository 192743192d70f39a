"""How a command ends when it cannot do its work: a sentence that says why, a status that says whether to retry."""

import sys
from typing import NoReturn

import click

from server.settings import Settings, SettingsError
from server.supervise.child import GIVES_UP


def give_up(message: str) -> NoReturn:
    """Say what is wrong, and end with the status that tells a supervisor not to try again."""
    click.echo(message, err=True)
    sys.exit(GIVES_UP)


def settings() -> Settings:
    """The settings of this process; a mistake in them is said, and ends it."""
    try:
        return Settings.from_environment()
    except SettingsError as error:
        give_up(str(error))
