"""`days.yaml`: how a language names days, parts of the day and hours, and what a row of words means by them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Literal

import msgspec
from rapidfuzz import fuzz, process

from bots.triage.normalise import Normaliser, Words

Lies = Literal["past", "future", "anywhere"]
"""Where the day lies that was asked for, and so what is said without year or direction; `anywhere` is read as past."""

_CLOSE_ENOUGH = 88
_LONG_ENOUGH = 6
_DAYS_IN = {"day": 1, "week": 7, "month": 30}


class DayNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ways to say each, separated by commas; weekdays from Monday on.

    `night` is the one that just was: the start of today. `ago` and `ahead` stand before or after a number of `units`,
    `at` before an hour. `half.before` the hour (`half negen`) is half an hour less, `half.past` half an hour more.
    """

    today: str
    yesterday: str
    night: str
    before_yesterday: str
    tomorrow: str
    after_tomorrow: str
    last_week: str
    next_week: str
    ago: str
    ahead: str
    until: str
    units: dict[Literal["day", "week", "month"], str]
    numbers: tuple[str, ...]
    at: str
    half: dict[Literal["before", "past"], str]
    quarter: dict[Literal["past", "to"], str]
    parts: dict[str, str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]


Ways = frozenset[Words]


class Calendar:
    """The names of one language, as words."""

    def __init__(self, normaliser: Normaliser, names: DayNames) -> None:
        def ways(written: str) -> Ways:
            return frozenset(words for way in written.split(",") if (words := normaliser.words(way)))

        # "Avant-hier" holds "hier", and "heute nacht" holds "heute": what is longer comes first.
        self._relative = (
            (ways(names.before_yesterday), -2),
            (ways(names.night), 0),
            (ways(names.yesterday), -1),
            (ways(names.today), 0),
        )
        self._tomorrow = ((ways(names.after_tomorrow), 2), (ways(names.tomorrow), 1))
        self._night = ways(names.night)
        self._weeks = ((ways(names.last_week), -1), (ways(names.next_week), 1))
        self._ago, self._ahead = ways(names.ago), ways(names.ahead)
        self.until = ways(names.until)
        self._units = {unit: ways(each) for unit, each in names.units.items()}
        self._numbers = {way: n for n, each in enumerate(names.numbers, start=1) for way in ways(each)}
        self.at = ways(names.at)
        self.half_before, self.half_past = ways(names.half["before"]), ways(names.half["past"])
        self.quarter_past, self.quarter_to = ways(names.quarter["past"]), ways(names.quarter["to"])
        self._parts = {part: ways(each) for part, each in names.parts.items()}
        self._weekdays = [ways(each) for each in names.weekdays]
        self._months = [ways(each) for each in names.months]
        self._known = frozenset(
            way[0]
            for way in chain(*self._weekdays, *self._months, *(ways for ways, _ in (*self._relative, *self._tomorrow)))
            if len(way) == 1 and len(way[0]) >= _LONG_ENOUGH
        )

    def spelt(self, words: Words) -> Words:
        """The words, with names of days that have a slip in them as they should be: `dinsag` is `dinsdag`."""
        return tuple(self._spelt(word) for word in words)

    def day(self, words: Words, today: date, lies: Lies = "past") -> date | None:
        """The day that is named, if one is."""
        for ways, days in self._relative:
            if named(words, ways):
                return _later(today, days)
        if found := self._of_month(words, today, lies) or self._counted(words, today, lies):
            return found
        if found := self._of_week(words, today, lies):
            return found
        return next((_later(today, days) for ways, days in self._tomorrow if named(words, ways)), None)

    def part(self, words: Words) -> str | None:
        """The part of the day that is named, if one is; `night` before others, as in `gisteren 's nachts`."""
        if named(words, self._night):
            return "night"
        words = (*words, *(rest for word in words if (rest := self._after_weekday(word))))
        return next((part for part, ways in self._parts.items() if named(words, ways)), None)

    def is_last_night(self, words: Words) -> bool:
        """Whether it is the night that just was, which for many begins on the evening before."""
        return named(words, self._night)

    def number(self, word: str) -> int | None:
        """A number up to 31, in digits or spelt out."""
        if re.fullmatch(r"\d{1,2}(?:ste|de|er|e|st|nd|rd|th)?", word, re.ASCII):
            found = int(re.match(r"\d+", word, re.ASCII)[0])  # type: ignore[index]
            return found if found <= 31 else None
        return self._numbers.get((word,))

    def is_unit(self, word: str) -> bool:
        """Whether it is a word for days, weeks or months."""
        return any((word,) in ways for ways in self._units.values())

    def month_of(self, words: Words) -> int | None:
        """The month that is named, if one is."""
        return next((month for month, ways in enumerate(self._months, start=1) if named(words, ways)), None)

    def _spelt(self, word: str) -> str:
        if len(word) < _LONG_ENOUGH or word in self._known or any((word,) in ways for ways in self._parts.values()):
            return word
        found = process.extractOne(word, self._known, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
        return str(found[0]) if found and abs(len(found[0]) - len(word)) < 2 else word

    def _of_month(self, words: Words, today: date, lies: Lies) -> date | None:
        for at, word in enumerate(words):
            for month, ways in enumerate(self._months, start=1):
                if (word,) in ways:
                    # "14 maart", "le 1er mars", "the 14th of March", "March 14th"
                    beside = (*reversed(words[max(0, at - 2) : at]), *words[at + 1 : at + 2])
                    days = [day for near in beside if near[0].isdigit() and (day := self.number(near))]
                    year = next((int(near) for near in words[at + 1 : at + 3] if re.fullmatch(r"20\d\d", near)), None)
                    if days:
                        return a_date(year, month, days[0]) if year else nearest(days[0], month, today, lies)
        return None

    def _counted(self, words: Words, today: date, lies: Lies) -> date | None:
        """`3 dagen geleden`, `il y a deux jours`; a bare `3 jours` lies where the day asked for does."""
        for at, word in enumerate(words):
            unit = next((unit for unit, ways in self._units.items() if (word,) in ways), None)
            count = self.number(words[at - 1]) if unit and at else None
            if unit is None or count is None:
                continue
            days = count * _DAYS_IN[unit]
            before, after = words[max(0, at - 4) : at - 1], words[at + 1 : at + 2]
            if named(before, self._ago) or named(after, self._ago):
                return _later(today, -days)
            if named(before, self._ahead) or lies == "future":
                return _later(today, days)
            return _later(today, -days)
        return None

    def _of_week(self, words: Words, today: date, lies: Lies) -> date | None:
        for weekday, ways in enumerate(self._weekdays):
            if not named(words, ways) and not any(self._weekday_of(word) == weekday for word in words):
                continue
            monday = today - timedelta(days=today.weekday())
            for week, weeks in self._weeks:
                if named(words, week):
                    return _later(monday, 7 * weeks + weekday)
            if lies == "future":
                return _later(today, (weekday - today.weekday()) % 7 or 7)
            return _later(today, -((today.weekday() - weekday) % 7 or 7))
        return None

    def _weekday_of(self, word: str) -> int | None:
        """The weekday of `dinsdagavond` or `Montagabend`."""
        return next((weekday for weekday, _ in self._compounds(word)), None)

    def _after_weekday(self, word: str) -> str | None:
        return next((rest for _, rest in self._compounds(word)), None)

    def _compounds(self, word: str) -> Iterator[tuple[int, str]]:
        for weekday, ways in enumerate(self._weekdays):
            for (name,) in (way for way in ways if len(way) == 1 and len(way[0]) >= _LONG_ENOUGH):
                rest = word.removeprefix(name)
                if rest != word and any((rest,) in parts for parts in self._parts.values()):
                    yield weekday, rest


def named(words: Words, ways: Ways) -> bool:
    """Whether one of the ways stands somewhere among the words."""
    return any(words[at : at + len(way)] == way for way in ways for at in range(len(words) - len(way) + 1))


def nearest(day: int, month: int, today: date, lies: Lies) -> date | None:
    """That day of this year, or of the year before or after where it would lie on the wrong side of today."""
    found = a_date(today.year, month, day)
    if lies == "future":
        return a_date(today.year + 1, month, day) if found is None or found < today else found
    return a_date(today.year - 1, month, day) if found is None or found > today else found


def a_date(year: int, month: int, day: int) -> date | None:
    """The date, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _later(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None
