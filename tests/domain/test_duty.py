"""When a team is there: across midnight, on holidays, and when the clock changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.duty import (
    WEEKDAYS,
    Calendar,
    DatedHours,
    Hours,
    Span,
    Weekday,
    closes_at,
    is_open,
    opens_at,
    overlaps,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
PLAIN = Calendar(BRUSSELS, frozenset())

NIGHTS = Hours(weekly={"friday": (Span.parse("22:00-06:00"),)})
OFFICE = Hours(weekly={"monday": (Span.parse("08:30-12:00"), Span.parse("13:00-17:00"))})


def local(text: str, fold: int = 0) -> datetime:
    """A time in Brussels."""
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS, fold=fold)


@st.composite
def weeks(draw: st.DrawFn) -> dict[Weekday, tuple[Span, ...]]:
    """Hours of a week that do not overlap."""
    week: dict[Weekday, tuple[Span, ...]] = {}
    for day in WEEKDAYS:
        edges = sorted(draw(st.sets(st.integers(0, 24 * 60), max_size=6)))
        spans = [Span(begins, ends) for begins, ends in zip(edges[::2], edges[1::2], strict=False)]
        runs_on = draw(st.booleans())
        if spans and runs_on:
            spans[-1] = Span(spans[-1].begins, 24 * 60 + draw(st.integers(1, spans[-1].begins or 1)))
        week[day] = tuple(spans)
    return week


INSTANTS = st.integers(0, 3 * 366 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-06T21:59", False),
        ("2026-03-06T22:00", True),
        ("2026-03-07T00:00", True),
        ("2026-03-07T05:59", True),
        ("2026-03-07T06:00", False),
        ("2026-03-07T22:30", False),
    ],
)
def test_a_night_runs_into_the_next_day(moment: str, expected: bool) -> None:
    assert is_open(NIGHTS, PLAIN, local(moment)) is expected


def test_lunch_is_a_gap() -> None:
    assert is_open(OFFICE, PLAIN, local("2026-03-09T11:59"))
    assert not is_open(OFFICE, PLAIN, local("2026-03-09T12:30"))
    assert opens_at(OFFICE, PLAIN, local("2026-03-09T12:30")) == local("2026-03-09T13:00")


def test_a_night_before_a_holiday_is_finished() -> None:
    calendar = Calendar(BRUSSELS, frozenset({date(2026, 3, 7)}))
    assert is_open(NIGHTS, calendar, local("2026-03-07T03:00"))
    closed = Calendar(BRUSSELS, frozenset({date(2026, 3, 6)}))
    assert not is_open(NIGHTS, closed, local("2026-03-07T03:00"))


def test_on_holidays_a_team_may_keep_other_hours_or_its_own() -> None:
    calendar = Calendar(BRUSSELS, frozenset({date(2026, 3, 9)}))
    short = Hours(weekly=OFFICE.weekly, on_holidays=(Span.parse("10:00-11:00"),))
    usual = Hours(weekly=OFFICE.weekly, on_holidays="as_usual")
    assert [is_open(hours, calendar, local("2026-03-09T09:00")) for hours in (OFFICE, short, usual)] == [
        False,
        False,
        True,
    ]
    assert [is_open(hours, calendar, local("2026-03-09T10:30")) for hours in (OFFICE, short, usual)] == [
        False,
        True,
        True,
    ]


def test_an_exception_goes_before_week_and_holiday() -> None:
    calendar = Calendar(BRUSSELS, frozenset({date(2026, 3, 9)}))
    exceptions = (
        DatedHours(date=date(2026, 3, 9), hours=(Span.parse("20:00-02:00"),)),
        DatedHours(date=date(2026, 3, 16)),
    )
    hours = Hours(weekly=OFFICE.weekly, on_holidays="as_usual", exceptions=exceptions)
    assert not is_open(hours, calendar, local("2026-03-09T10:00"))
    assert is_open(hours, calendar, local("2026-03-10T01:30"))
    assert not is_open(hours, calendar, local("2026-03-16T10:00"))


def test_spans_that_touch_are_one_stretch() -> None:
    weekly: dict[Weekday, tuple[Span, ...]] = {
        "friday": (Span.parse("20:00-24:00"),),
        "saturday": (Span.parse("00:00-02:00"), Span.parse("02:00-04:00")),
    }
    assert closes_at(Hours(weekly=weekly), PLAIN, local("2026-03-06T21:00")) == local("2026-03-07T04:00")


def test_round_the_clock_has_no_end() -> None:
    always: dict[Weekday, tuple[Span, ...]] = {day: (Span.parse("00:00-24:00"),) for day in WEEKDAYS}
    assert is_open(Hours(weekly=always), PLAIN, local("2026-03-06T03:00"))
    assert closes_at(Hours(weekly=always), PLAIN, local("2026-03-06T03:00")) is None
    assert closes_at("always", PLAIN, local("2026-03-06T03:00")) is None
    assert is_open("always", PLAIN, local("2026-03-06T03:00"))


def test_never_open_is_never_promised() -> None:
    now = local("2026-03-06T03:00")
    assert opens_at(Hours(weekly={}), PLAIN, now) is None
    assert closes_at(Hours(weekly={}), PLAIN, now) is None


def test_the_hour_that_comes_twice_closes_at_its_second_time() -> None:
    hours = Hours(weekly={"saturday": (Span.parse("22:00-02:30"),)})
    assert is_open(hours, PLAIN, local("2026-10-25T02:45"))
    assert is_open(hours, PLAIN, local("2026-10-25T02:15", fold=1))
    assert not is_open(hours, PLAIN, local("2026-10-25T02:30", fold=1))


def test_the_hour_that_comes_twice_opens_at_its_first_time() -> None:
    hours = Hours(weekly={"sunday": (Span.parse("02:30-04:00"),)})
    assert not is_open(hours, PLAIN, local("2026-10-25T02:15"))
    assert is_open(hours, PLAIN, local("2026-10-25T02:30"))
    assert is_open(hours, PLAIN, local("2026-10-25T02:15", fold=1))


def test_the_hour_that_is_skipped_is_read_on_the_old_clock() -> None:
    hours = Hours(weekly={"saturday": (Span.parse("22:00-02:30"),)})
    assert is_open(hours, PLAIN, local("2026-03-29T03:15"))
    assert not is_open(hours, PLAIN, local("2026-03-29T03:30"))


@given(weeks(), INSTANTS)
def test_open_means_that_an_end_lies_ahead(week: dict[Weekday, tuple[Span, ...]], now: datetime) -> None:
    hours = Hours(weekly=week)
    closing = closes_at(hours, PLAIN, now)
    if closing is not None:
        assert closing > now
        assert is_open(hours, PLAIN, now)
        assert is_open(hours, PLAIN, closing - timedelta(seconds=1))
        assert not is_open(hours, PLAIN, closing)


@given(weeks(), INSTANTS)
def test_the_next_opening_is_open_and_nothing_before_it_is(
    week: dict[Weekday, tuple[Span, ...]], now: datetime
) -> None:
    hours = Hours(weekly=week)
    opening = opens_at(hours, PLAIN, now)
    assert (opening == now) == is_open(hours, PLAIN, now)
    if opening is None:
        assert not any(week.values())
        return
    assert is_open(hours, PLAIN, opening)
    if opening > now:
        assert not is_open(hours, PLAIN, opening - timedelta(seconds=1))
        assert not is_open(hours, PLAIN, now + (opening - now) / 2)


@given(weeks(), INSTANTS)
def test_without_a_change_of_clock_the_wall_clock_decides(week: dict[Weekday, tuple[Span, ...]], now: datetime) -> None:
    hours, calendar = Hours(weekly=week), Calendar(ZoneInfo("UTC"), frozenset())
    minute = now.hour * 60 + now.minute
    today, yesterday = WEEKDAYS[now.weekday()], WEEKDAYS[now.weekday() - 1]
    expected = any(span.begins <= minute < span.ends for span in week[today]) or any(
        span.begins <= minute + 24 * 60 < span.ends for span in week[yesterday]
    )
    assert is_open(hours, calendar, now) is expected


@given(st.integers(0, 24 * 60 - 1), st.integers(1, 24 * 60))
def test_a_span_is_written_as_it_is_read(begins: int, length: int) -> None:
    span = Span(begins, begins + length)
    if length < 24 * 60 or begins == 0:
        assert Span.parse(str(span)) == span


@pytest.mark.parametrize(
    "written", ["", "8:30-12:00", "08:30", "08:30-25:00", "24:00-06:00", "08:30-08:30", "08:30 - 12:00"]
)
def test_other_writing_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is"):
        Span.parse(written)


@given(weeks())
def test_hours_that_do_not_overlap_within_a_day_overlap_only_across_midnight(
    week: dict[Weekday, tuple[Span, ...]],
) -> None:
    for day, span in overlaps(week):
        before = week[WEEKDAYS[WEEKDAYS.index(day) - 1]]
        assert any(other.ends - 24 * 60 > span.begins for other in before)


def test_overlaps_are_found_within_a_day_and_across_the_week() -> None:
    assert overlaps({"monday": (Span.parse("08:00-12:00"), Span.parse("11:00-13:00"))}) == [
        ("monday", Span.parse("11:00-13:00"))
    ]
    assert overlaps({"sunday": (Span.parse("22:00-06:00"),), "monday": (Span.parse("05:00-12:00"),)}) == [
        ("monday", Span.parse("05:00-12:00"))
    ]
    assert overlaps({"sunday": (Span.parse("22:00-06:00"),), "monday": (Span.parse("06:00-12:00"),)}) == []
