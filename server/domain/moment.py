"""A moment as people remember it: a day, and perhaps the part of the day or the hour."""

import re
from datetime import date, datetime, time, timedelta
from typing import Literal, Self, cast, get_args

import msgspec

PartOfDay = Literal["night", "morning", "afternoon", "evening", "unknown"]
"""`night` is the start of the named day, from midnight to six. `unknown` is said, a moment without a part is not."""

PARTS: tuple[PartOfDay, ...] = get_args(PartOfDay)

_HOURS: dict[PartOfDay, tuple[int, int]] = {
    "night": (0, 6),
    "morning": (6, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "unknown": (0, 24),
}
_WRITTEN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}|[a-z]+))?", re.ASCII)


class Moment(msgspec.Struct, frozen=True):
    """A day, with at most one of `part` and `at` (local time of day, to the minute)."""

    day: date
    part: PartOfDay | None = None
    at: time | None = None

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read `2026-03-14`, `2026-03-14T21:30` or `2026-03-14Tevening`. Raises ValueError."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise ValueError(f"not a moment: {written!r}")
        rest = found[2]
        try:
            if rest is None or rest in PARTS:
                return cls(date.fromisoformat(found[1]), part=cast("PartOfDay | None", rest))
            return cls(date.fromisoformat(found[1]), at=time.fromisoformat(rest))
        except ValueError as error:
            raise ValueError(f"not a moment: {written!r}") from error

    def __str__(self) -> str:
        if self.at is not None:
            return f"{self.day}T{self.at:%H:%M}"
        return f"{self.day}T{self.part}" if self.part else f"{self.day}"

    def bounds(self) -> tuple[datetime, datetime]:
        """The earliest and the latest local time (naive) that this can mean, the latest included."""
        midnight = datetime.combine(self.day, time())
        if self.at is not None:
            exact = datetime.combine(self.day, self.at)
            return exact, exact
        first, last = _HOURS[self.part or "unknown"]
        # `date.max` has no midnight after it, so the end is reached by minutes, not by the next day.
        return midnight + timedelta(hours=first), midnight + timedelta(hours=last - 1, minutes=59)
