"""When it happened, as people say it: today, yesterday evening, last Tuesday, 14/3, the 14th of March."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

import msgspec

from bots.triage.normalise import Normaliser, Words, fold
from server.protocol.words import Language

_CLOCK = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])\s?(?::|(?:h|u|uur|uhr)(?![a-z]))\s?(?P<minute>[0-5]\d)?", re.ASCII)
_TWELVE = re.compile(r"\b(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b", re.ASCII)
_DATE = re.compile(
    r"\b([0-3]?\d)\s?(?:[/.]\s?([01]?\d)(?:\s?[/.]\s?((?:20)?\d\d))?|-([01]?\d)-(20\d\d))(?![\d:])", re.ASCII
)
_ISO = re.compile(r"\b(20\d\d)-([01]\d)-([0-3]\d)\b", re.ASCII)


class DayNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`days.yaml`: how days, parts of the day, weekdays (Monday first) and months are called, separated by commas.

    `night` is the one that just was: the start of today.
    """

    today: str
    yesterday: str
    night: str
    before_yesterday: str
    parts: dict[str, str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]


class MomentReader:
    """Reads a moment that has been."""

    def __init__(self, normaliser: Normaliser, names: Mapping[Language, DayNames]) -> None:
        self._normaliser = normaliser
        self._calendars = {language: _Calendar(normaliser, each) for language, each in names.items()}

    def read(self, text: str, now: datetime, language: Language) -> str | None:
        """`YYYY-MM-DD`, with `THH:MM` or `T<part of day>` where that is said too; None where no day is. `now` is local
        time.
        """
        words = self._normaliser.words(text)
        calendar = self._calendars[language]
        day = _written(text, now.date()) or calendar.day(words, now.date())
        if day is None:
            return None
        if clock := _clock(fold(_DATE.sub(" ", _ISO.sub(" ", text)))):
            return f"{day}T{clock}"
        part = calendar.part(words)
        return f"{day}T{part}" if part else f"{day}"


class _Calendar:
    """The names of one language, as words."""

    def __init__(self, normaliser: Normaliser, names: DayNames) -> None:
        def ways(written: str) -> frozenset[Words]:
            return frozenset(normaliser.words(way) for way in written.split(","))

        # "Avant-hier" holds "hier", and "heute nacht" holds "heute": what is longer comes first.
        self._relative = (
            (ways(names.before_yesterday), 2),
            (ways(names.night), 0),
            (ways(names.yesterday), 1),
            (ways(names.today), 0),
        )
        self._parts = {part: ways(each) for part, each in names.parts.items()}
        self._weekdays = [ways(each) for each in names.weekdays]
        self._months = [ways(each) for each in names.months]

    def day(self, words: Words, today: date) -> date | None:
        """The day that is named, if one is."""
        for ways, days_ago in self._relative:
            if _names(words, ways):
                return today - timedelta(days=days_ago)
        return self._of_month(words, today) or self._of_week(words, today)

    def part(self, words: Words) -> str | None:
        """The part of the day that is named, if one is."""
        return next((part for part, ways in self._parts.items() if _names(words, ways)), None)

    def _of_month(self, words: Words, today: date) -> date | None:
        for at, word in enumerate(words):
            for month, ways in enumerate(self._months, start=1):
                if (word,) in ways:
                    # "14 maart", "le 1er mars", "the 14th of March", "March 14th"
                    beside = (*reversed(words[max(0, at - 2) : at]), *words[at + 1 : at + 2])
                    days = [int(found[0]) for near in beside if (found := re.match(r"[0-3]?\d(?!\d)", near, re.ASCII))]
                    return _latest(days[0], month, today) if days else None
        return None

    def _of_week(self, words: Words, today: date) -> date | None:
        for weekday, ways in enumerate(self._weekdays):
            if _names(words, ways):
                return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
        return None


def _written(text: str, today: date) -> date | None:
    if found := _ISO.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if not (found := _DATE.search(text)):
        return None
    day, month, year = int(found[1]), int(found[2] or found[4]), found[3] or found[5]
    return _latest(day, month, today) if year is None else _date(int(year) % 100 + 2000, month, day)


def _clock(text: str) -> str | None:
    if found := _TWELVE.search(text):
        return f"{int(found['hour']) % 12 + (12 if found['half'] == 'p' else 0):02}:{int(found['minute'] or 0):02}"
    found = _CLOCK.search(text)
    return f"{int(found['hour']):02}:{int(found['minute'] or 0):02}" if found else None


def _names(words: Words, ways: frozenset[Words]) -> bool:
    return any(words[at : at + len(way)] == way for way in ways for at in range(len(words) - len(way) + 1))


def _latest(day: int, month: int, today: date) -> date | None:
    """That day of this year, or of last year where it is still to come."""
    found = _date(today.year, month, day)
    return _date(today.year - 1, month, day) if found is None or found > today else found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
