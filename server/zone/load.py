"""From a folder to a zone, or to everything that is wrong with it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from server.zone.assembly import assemble
from server.zone.checks import check_ages, check_contents, check_lines
from server.zone.folder import Folder
from server.zone.phrase import phrase
from server.zone.problems import Problem, ZoneProblems
from server.zone.zone import Zone


def demo_folder() -> Path:
    """Where the zone that ships with the desk lies."""
    return Path(__file__).parent / "demo"


def load_zone(path: Path) -> Zone:
    """The zone in a folder. Raises ZoneProblems, with every mistake found, where it is not fit for use."""
    zone, folder = _read(path)
    errors = [problem for problem in folder.problems if problem.severity == "error"]
    if zone is None or errors:
        raise ZoneProblems(_in_order(errors))
    return zone


def check_zone(path: Path, today: date) -> list[Problem]:
    """Everything that is wrong with a folder; as warnings too what is missing, or due to be looked at again on
    `today`.
    """
    zone, folder = _read(path)
    if zone is not None:
        check_ages(zone, folder, today)
    return _in_order(folder.problems)


def _read(path: Path) -> tuple[Zone | None, Folder]:
    folder = Folder(path)
    if not folder.files:
        folder.report("zone.yaml", (), phrase("zone-no-zone", folder=str(path)))
        return None, folder
    check_lines(folder)
    zone = assemble(folder)
    if zone is not None:
        check_contents(zone, folder)
    return zone, folder


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.severity, problem.file, problem.line))
