"""When it happened, as people say it: today, yesterday evening, last Tuesday, three days ago, 14/3 around ten."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from bots.triage.day_names import Calendar, DayNames, Lies, a_date, named, nearest
from bots.triage.hours import hour, in_part
from bots.triage.normalise import Normaliser, Words, fold
from server.protocol.words import Language

_DATE = re.compile(
    r"\b([0-3]?\d)\s?(?:[/.]\s?([01]?\d)(?:\s?[/.]\s?((?:20)?\d\d))?|-([01]?\d)-(20\d\d))(?![\d:])", re.ASCII
)
_ISO = re.compile(r"\b(20\d\d)-([01]\d)-([0-3]\d)\b", re.ASCII)
_NOON = 12


class MomentReader:
    """Reads moments and days."""

    def __init__(self, normaliser: Normaliser, names: Mapping[Language, DayNames]) -> None:
        self._normaliser = normaliser
        self._calendars = {language: Calendar(normaliser, each) for language, each in names.items()}

    def read(self, text: str, now: datetime, language: Language, lies: Lies = "past") -> str | None:
        """`YYYY-MM-DD`, with `THH:MM` or `T<part of day>` where that is said too; None where no day is. `now` is local
        time.
        """
        calendar = self._calendars[language]
        words = calendar.spelt(self._normaliser.words(text))
        day = _written(text, now.date(), lies) or calendar.day(words, now.date(), lies)
        if day is None:
            return None
        part = calendar.part(words)
        without_dates = fold(_DATE.sub(" ", _ISO.sub(" ", text)))
        if said := hour(without_dates, words, calendar):
            return _at(day, in_part(said, part), last_night=calendar.is_last_night(words))
        return f"{day}T{part}" if part else f"{day}"

    def period(self, text: str, now: datetime, language: Language, lies: Lies = "future") -> tuple[str, str] | None:
        """The first and the last day of `from 20 December to 3 January`; None where two days are not named."""
        calendar = self._calendars[language]
        words = calendar.spelt(self._normaliser.words(text))
        if len(written := [*_all_written(text, now.date(), lies)]) == 2:
            return _ordered(*written)
        for at in range(1, len(words)):
            for way in sorted(calendar.until, key=len, reverse=True):
                if words[at : at + len(way)] == way:
                    until = calendar.day(words[at + len(way) :], now.date(), lies)
                    since = self._since(words[:at], until, now.date(), calendar, lies)
                    if since and until:
                        return _ordered(since, until)
        return None

    def is_until(self, text: str, language: Language) -> bool:
        """Whether a text says until when."""
        return named(self._normaliser.words(text), self._calendars[language].until)

    def is_exact(self, text: str) -> bool:
        """Whether a text names a day by its number, month and year: nothing is left to guess."""
        found = _DATE.search(text)
        return _ISO.search(text) is not None or (found is not None and (found[3] or found[5]) is not None)

    def _since(self, words: Words, until: date | None, today: date, calendar: Calendar, lies: Lies) -> date | None:
        """The day before `until`; it may leave out the month: `van 20 tot 27 december`."""
        if found := calendar.day(words, today, lies):
            return found
        numbers = [number for word in words[-2:] if word[0].isdigit() and (number := calendar.number(word))]
        return a_date(until.year, until.month, numbers[-1]) if numbers and until else None


def _at(day: date, said: time, *, last_night: bool) -> str:
    """`Last night around ten` is the evening before, and `last night at two` this morning."""
    if last_night and 6 <= said.hour < _NOON:
        said = said.replace(hour=said.hour + _NOON)
    if last_night and said.hour >= 18:
        day -= timedelta(days=1)
    return f"{day}T{said:%H:%M}"


def _ordered(since: date, until: date) -> tuple[str, str]:
    if since - timedelta(days=7) < until < since:
        # "From Monday to Friday", said on a Thursday.
        until += timedelta(days=7)
    elif until < since and (later := a_date(until.year + 1, until.month, until.day)):
        until = later
    return f"{since}", f"{until}"


def _written(text: str, today: date, lies: Lies) -> date | None:
    return next(iter(_all_written(text, today, lies)), None)


def _all_written(text: str, today: date, lies: Lies) -> list[date]:
    days = [a_date(int(found[1]), int(found[2]), int(found[3])) for found in _ISO.finditer(text)]
    for found in _DATE.finditer(_ISO.sub(" ", text)):
        day, month, year = int(found[1]), int(found[2] or found[4]), found[3] or found[5]
        days.append(nearest(day, month, today, lies) if year is None else a_date(int(year) % 100 + 2000, month, day))
    return [day for day in days if day]
