"""Hours that can be kept."""

from datetime import date

from server.domain.duty import WEEKDAYS, Hours, Span, overlaps
from server.zone.folder import Folder
from server.zone.phrase import phrase
from server.zone.zone import Zone


def check_hours(zone: Zone, folder: Folder) -> None:
    """Report hours that overlap, and days with two exceptions."""
    for at, team in enumerate(zone.teams):
        if isinstance(team.hours, Hours):
            _check_week(folder, (at, "hours"), team.hours)
            _check_exceptions(folder, (at, "hours"), team.hours)


def _check_week(folder: Folder, path: tuple[str | int, ...], hours: Hours) -> None:
    for day, span in overlaps(hours.weekly):
        message = phrase("zone-hours-begin-early", span=str(span), day=day)
        folder.report("teams.yaml", (*path, "weekly", day), message)
    if isinstance(hours.on_holidays, tuple):
        _check_day(folder, (*path, "on_holidays"), hours.on_holidays)


def _check_exceptions(folder: Folder, path: tuple[str | int, ...], hours: Hours) -> None:
    seen: set[date] = set()
    for at, exception in enumerate(hours.exceptions):
        _check_day(folder, (*path, "exceptions", at, "hours"), exception.hours)
        if exception.date in seen:
            message = phrase("zone-second-exception", day=str(exception.date))
            folder.report("teams.yaml", (*path, "exceptions", at, "date"), message)
        seen.add(exception.date)


def _check_day(folder: Folder, path: tuple[str | int, ...], spans: tuple[Span, ...]) -> None:
    for _, span in overlaps({WEEKDAYS[0]: spans}):
        folder.report("teams.yaml", path, phrase("zone-hours-overlap", span=str(span)))
