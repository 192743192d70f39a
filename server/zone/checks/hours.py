"""Hours that can be kept."""

from datetime import date

from server.domain.duty import WEEKDAYS, Hours, Span, overlaps
from server.zone.folder import Folder
from server.zone.zone import Zone


def check_hours(zone: Zone, folder: Folder) -> None:
    """Report hours that overlap, and days with two exceptions."""
    for at, team in enumerate(zone.teams):
        if isinstance(team.hours, Hours):
            _check_week(folder, (at, "hours"), team.hours)
            _check_exceptions(folder, (at, "hours"), team.hours)


def _check_week(folder: Folder, path: tuple[str | int, ...], hours: Hours) -> None:
    for day, span in overlaps(hours.weekly):
        folder.report(
            "teams.yaml",
            (*path, "weekly", day),
            f"`{span}` on {day} begins before the hours before it have ended",
            "write hours that do not overlap; what runs past midnight belongs to the day it begins on",
        )
    if isinstance(hours.on_holidays, tuple):
        _check_day(folder, (*path, "on_holidays"), hours.on_holidays)


def _check_exceptions(folder: Folder, path: tuple[str | int, ...], hours: Hours) -> None:
    seen: set[date] = set()
    for at, exception in enumerate(hours.exceptions):
        _check_day(folder, (*path, "exceptions", at, "hours"), exception.hours)
        if exception.date in seen:
            message, remedy = f"{exception.date} has a second exception", "write one, with all hours of that day"
            folder.report("teams.yaml", (*path, "exceptions", at, "date"), message, remedy)
        seen.add(exception.date)


def _check_day(folder: Folder, path: tuple[str | int, ...], spans: tuple[Span, ...]) -> None:
    for _, span in overlaps({WEEKDAYS[0]: spans}):
        folder.report("teams.yaml", path, f"`{span}` overlaps the hours before it", "write hours that do not overlap")
