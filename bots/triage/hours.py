"""At what hour: 21u30, 8 h, half negen, quarter past ten, vers dix heures, 9:15 pm."""

import re
from datetime import time

from bots.triage.day_names import Calendar
from bots.triage.normalise import Words

_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])\s?(?::|(?:h|u|uur|uhr|heures?)(?![a-z]))\s?(?P<minute>[0-5]\d)?", re.ASCII
)
_TWELVE = re.compile(r"\b(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b", re.ASCII)
_OF_THE_CLOCK = ("uur", "u", "uhr", "heure", "heures", "h", "o")


def hour(text: str, words: Words, calendar: Calendar) -> time | None:
    """The time of day that is said, as it is said: `10` in `gisteravond om 10` is 10:00. `text` is folded, and has no
    dates in it.
    """
    if found := _TWELVE.search(text):
        return time(int(found["hour"]) % 12 + (12 if found["half"] == "p" else 0), int(found["minute"] or 0))
    if said := _in_words(words, calendar):
        return said
    if found := _CLOCK.search(text):
        return time(int(found["hour"]), int(found["minute"] or 0))
    return None


def in_part(said: time, part: str | None) -> time:
    """An hour of a clock with twelve as one of twenty-four, where the part of the day tells."""
    if part in ("afternoon", "evening") and 1 <= said.hour < 12:
        return said.replace(hour=said.hour + 12)
    if part == "night" and said.hour == 12:
        return said.replace(hour=0)
    return said


def _in_words(words: Words, calendar: Calendar) -> time | None:
    for at, word in enumerate(words):
        number = calendar.number(word)
        if number is None or number > 24:
            continue
        before, after = words[max(0, at - 2) : at], words[at + 1 : at + 5]
        minutes = _minutes(before, after, calendar)
        if minutes is not None:
            total = (number * 60 + minutes) % (24 * 60)
            return time(total // 60, total % 60)
        if _counts_something(number, word, after, calendar):
            continue
        spelt = not word.isdigit() and after[:1] and after[0] in _OF_THE_CLOCK
        if spelt or before[-1:] in calendar.at:
            return time(number % 24)
    return None


def _minutes(before: Words, after: Words, calendar: Calendar) -> int | None:
    """How many minutes the words around an hour add to it; None where they say nothing of the kind."""
    if before[-1:] in calendar.half_before:
        return -30
    if before[-1:] in calendar.half_past or before in calendar.half_past:
        return 30
    if before in calendar.quarter_past:
        return 15
    if before in calendar.quarter_to:
        return -15
    # French says it after the hour: "huit heures et demie".
    after = after[1:] if after[:1] and after[0] in _OF_THE_CLOCK else after
    for ways, minutes in ((calendar.half_past, 30), (calendar.quarter_past, 15), (calendar.quarter_to, -15)):
        if any(after[: len(way)] == way for way in ways):
            return minutes
    return None


def _counts_something(number: int, word: str, after: Words, calendar: Calendar) -> bool:
    """Whether it is a day of a month, days or minutes, or only `a` and `one`."""
    if after[:1] and (after[0][0].isdigit() or calendar.is_unit(after[0])):
        return True
    return calendar.month_of(after[:2]) is not None or (number == 1 and not word.isdigit())
