"""`onlineloket zone`: look after zone data."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from server.cli.ending import settings
from server.zone.load import check_zone
from server.zone.speech import told


@click.group()
def zone() -> None:
    """Look after zone data."""


@zone.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
def check(folder: Path | None) -> None:
    """Say every mistake in a zone's folder, with file, line and remedy. Ends with 1 where there is one."""
    problems = check_zone(folder or settings().zone, datetime.now(UTC).date())
    if problems:
        click.echo(told(problems, os.environ))
    sys.exit(any(problem.severity == "error" for problem in problems))
