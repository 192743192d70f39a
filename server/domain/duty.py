"""When a team is there: weekly hours, spans across midnight, holidays, dated exceptions.

Hours are local wall-clock time. A span belongs to the day on which it begins: `22:00-06:00` on Friday runs into
Saturday, even when Saturday is a holiday. Where the clock is put forward, a time that does not exist is read on the
old clock; where it is put back, a span opens at the first and closes at the second of two equal times, so that
nobody finds a door shut that should be open.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import ClassVar, Literal, Self, get_args
from zoneinfo import ZoneInfo

import msgspec

from server.domain.data import Datum

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

DAY = 24 * 60

_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)", re.ASCII)
_FARTHEST = 60
"""Days to look ahead for an opening: a desk that is closed for longer does not promise a day."""


class Span(msgspec.Struct, frozen=True, order=True):
    """From `begins` to `ends`, in minutes after the midnight that starts the day; past `DAY` it runs into the next
    one.
    """

    WRITTEN: ClassVar = "zone-wanted-hours"
    """The text that says how it is written, in one word."""

    begins: int
    ends: int

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read `08:30-12:00`, `13:00-24:00` or, across midnight, `22:00-06:00`. Raises ValueError."""
        found = _SPAN.fullmatch(written)
        if found is None:
            raise ValueError(f"`{written}` is not a span of time")
        begins = int(found[1]) * 60 + int(found[2])
        ends = int(found[3]) * 60 + int(found[4]) if found[3] else DAY
        if begins == ends:
            raise ValueError(f"`{written}` is empty")
        return cls(begins, ends if ends > begins else ends + DAY)

    def __str__(self) -> str:
        ends = self.ends if self.ends <= DAY else self.ends - DAY
        return f"{self.begins // 60:02}:{self.begins % 60:02}-{ends // 60:02}:{ends % 60:02}"


class DatedHours(Datum, frozen=True, kw_only=True):
    """What holds on one day instead of the weekly hours, holiday or not. No span: closed all day."""

    date: date
    hours: tuple[Span, ...] = ()


class Hours(Datum, frozen=True, kw_only=True):
    """Weekly hours. A day that is not named is closed."""

    weekly: Mapping[Weekday, tuple[Span, ...]]
    on_holidays: Literal["closed", "as_usual"] | tuple[Span, ...] = "closed"
    exceptions: tuple[DatedHours, ...] = ()


Opening = Literal["always"] | Hours


@dataclass(frozen=True)
class Calendar:
    """The place and the days that hours are read in."""

    time_zone: ZoneInfo
    holidays: frozenset[date]


def spans_on(hours: Hours, calendar: Calendar, day: date) -> tuple[Span, ...]:
    """The spans that begin on `day`, in order."""
    for exception in hours.exceptions:
        if exception.date == day:
            return tuple(sorted(exception.hours))
    if day in calendar.holidays and hours.on_holidays != "as_usual":
        return () if hours.on_holidays == "closed" else tuple(sorted(hours.on_holidays))
    return tuple(sorted(hours.weekly.get(WEEKDAYS[day.weekday()], ())))


def is_open(opening: Opening, calendar: Calendar, now: datetime) -> bool:
    """Whether somebody is there at `now` (aware)."""
    return opening == "always" or any(
        begins <= now < ends for begins, ends in _stretches(opening, calendar, now, days=1)
    )


def opens_at(opening: Opening, calendar: Calendar, now: datetime) -> datetime | None:
    """The first moment from `now` on when it is open (`now` itself, if it is), or None when that is months away."""
    if opening == "always":
        return now
    return next((max(begins, now) for begins, ends in _stretches(opening, calendar, now) if ends > now), None)


def closes_at(opening: Opening, calendar: Calendar, now: datetime) -> datetime | None:
    """When the stretch that is open at `now` ends; None where it is closed now, or where no end is in sight."""
    if opening == "always":
        return None
    closing: datetime | None = None
    for begins, ends in _stretches(opening, calendar, now):
        # Spans that touch are one stretch: 22:00-24:00 and then 00:00-06:00 is a night, not two visits.
        if begins <= (closing or now) < ends:
            closing = ends
        elif begins > (closing or now):
            return closing
    in_sight = closing is not None and closing - now < timedelta(days=_FARTHEST - 2)
    return closing if in_sight else None


def overlaps(spans: Mapping[Weekday, tuple[Span, ...]]) -> list[tuple[Weekday, Span]]:
    """The spans of a week that begin before another has ended, each with its day."""
    week = sorted(
        (index * DAY + span.begins, index * DAY + span.ends, day, span)
        for index, day in enumerate(WEEKDAYS)
        for span in spans.get(day, ())
    )
    found: list[tuple[Weekday, Span]] = []
    # Sunday night runs into Monday morning, so the week is walked on into its own beginning.
    busy_until = max((ends for _, ends, _, _ in week), default=0) - 7 * DAY
    for begins, ends, day, span in week:
        if begins < busy_until:
            found.append((day, span))
        busy_until = max(busy_until, ends)
    return found


def _stretches(
    hours: Hours, calendar: Calendar, now: datetime, *, days: int = _FARTHEST
) -> Iterator[tuple[datetime, datetime]]:
    """The open stretches around and after `now` as UTC instants, from yesterday's (which may run into today) on."""
    today = now.astimezone(calendar.time_zone).date()
    for offset in range(-1, days):
        day = today + timedelta(days=offset)
        for span in spans_on(hours, calendar, day):
            begins, ends = _instant(day, span.begins, calendar, fold=0), _instant(day, span.ends, calendar, fold=1)
            if begins < ends:
                yield begins, ends


def _instant(day: date, minute: int, calendar: Calendar, *, fold: Literal[0, 1]) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    local = wall.replace(tzinfo=calendar.time_zone, fold=fold)
    if local.astimezone(UTC).astimezone(calendar.time_zone).replace(tzinfo=None) != wall:
        local = local.replace(fold=0)
    return local.astimezone(UTC)
