"""What was true once may not be true any more: warnings, which keep no zone from loading."""

from datetime import date, timedelta

from server.zone.assembly import FOLLOW_UPS
from server.zone.folder import Folder
from server.zone.phrase import phrase
from server.zone.zone import Zone


def check_ages(zone: Zone, folder: Folder, today: date) -> None:
    """Warn of what was last checked too long ago, of holidays that run out, and of topics the bot cannot answer."""
    due = _Due(folder, today)
    limits = zone.profile.checked_every_days
    for at, number in enumerate(zone.numbers):
        due.check("numbers.yaml", (at, "checked_on"), number.checked_on, limits.numbers)
    for answer in zone.answers:
        due.check(answer.file, ("checked_on",), answer.checked_on, limits.answers)
    for at, follow_up in enumerate(zone.follow_ups):
        due.check(FOLLOW_UPS, (at, "checked_on"), follow_up.checked_on, limits.answers)
    due.check("rights.yaml", ("checked_on",), zone.rights.checked_on, limits.rights)
    _check_holidays(zone, folder, today)
    answered = {answer.topic for answer in zone.answers}
    for at, topic in enumerate(zone.topics):
        if topic.id not in answered:
            folder.report("topics.yaml", (at, "id"), phrase("zone-no-answer", topic=topic.id), severity="warning")


class _Due:
    def __init__(self, folder: Folder, today: date) -> None:
        self._folder = folder
        self._today = today

    def check(self, file: str, at: tuple[str | int, ...], checked_on: date, days: int) -> None:
        """Warn where `checked_on` lies more than `days` back, or ahead."""
        if checked_on > self._today:
            message = phrase("zone-checked-ahead", day=str(checked_on))
        elif self._today - checked_on > timedelta(days=days):
            message = phrase("zone-checked-long-ago", day=str(checked_on))
        else:
            return
        self._folder.report(file, at, message, severity="warning")


def _check_holidays(zone: Zone, folder: Folder, today: date) -> None:
    years = {holiday.date.year for holiday in zone.holidays}
    # From autumn on, next year's are needed: callbacks and appointments are made weeks ahead.
    for year in sorted({today.year, (today + timedelta(days=90)).year} - years):
        folder.report("holidays.yaml", (), phrase("zone-no-holidays", year=str(year)), severity="warning")
