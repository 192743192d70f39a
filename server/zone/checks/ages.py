"""What was true once may not be true any more: warnings, which keep no zone from loading."""

from datetime import date, timedelta

from server.zone.assembly import FOLLOW_UPS
from server.zone.folder import Folder
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
            message = f"`{topic.id}` has no answer: the bot hands it to a person"
            remedy = f"write answers/{topic.id}.nl.md and the other languages, if it can be answered"
            folder.report("topics.yaml", (at, "id"), message, remedy, severity="warning")


class _Due:
    def __init__(self, folder: Folder, today: date) -> None:
        self._folder = folder
        self._today = today

    def check(self, file: str, at: tuple[str | int, ...], checked_on: date, days: int) -> None:
        """Warn where `checked_on` lies more than `days` back, or ahead."""
        if checked_on > self._today:
            message, remedy = f"{checked_on} has not come yet", "write the day on which it was checked"
        elif self._today - checked_on > timedelta(days=days):
            message, remedy = f"last checked on {checked_on}", "look whether it is still true, and write today's date"
        else:
            return
        self._folder.report(file, at, message, remedy, severity="warning")


def _check_holidays(zone: Zone, folder: Folder, today: date) -> None:
    years = {holiday.date.year for holiday in zone.holidays}
    # From autumn on, next year's are needed: callbacks and appointments are made weeks ahead.
    for year in sorted({today.year, (today + timedelta(days=90)).year} - years):
        message, remedy = f"there are no holidays for {year}", "add them, or every team is open as usual"
        folder.report("holidays.yaml", (), message, remedy, severity="warning")
