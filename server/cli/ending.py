"""How a command begins and ends: its settings, its key, its loop; and when it cannot do its work, a sentence that says
why and a status that says whether to retry.
"""

import asyncio
import os
import sys
from collections.abc import Coroutine
from typing import Any, NoReturn

import click
import uvloop

from server.secret_files import SecretError, SecretFile
from server.settings import Settings, SettingsError
from server.supervise.child import GIVES_UP


def give_up(message: str) -> NoReturn:
    """Say what is wrong, and end with the status that tells a supervisor not to try again."""
    click.echo(message, err=True)
    sys.exit(GIVES_UP)


def why(error: Exception) -> str:
    """What an error says to whoever runs the command; mistakes in zone data are told in their language."""
    # Only here, where it went wrong: most commands end without ever reading a zone.
    from server.zone.problems import ZoneProblems
    from server.zone.speech import told

    return told(error.problems, os.environ) if isinstance(error, ZoneProblems) else str(error)


def settings() -> Settings:
    """The settings of this process; a mistake in them is said, and ends it."""
    try:
        return Settings.from_environment()
    except SettingsError as error:
        give_up(str(error))


def service_key(chosen: Settings) -> str:
    """The key by which workers prove themselves; where there is none, that is said, and the process ends."""
    try:
        return SecretFile(chosen.service_key_file).read()
    except SecretError as error:
        give_up(str(error))


def run_role(work: Coroutine[Any, Any, None]) -> NoReturn:
    """Do the work of a role, then end the process."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work)
    sys.exit(0)
