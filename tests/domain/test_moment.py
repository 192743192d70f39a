"""Moments as people remember them."""

from datetime import date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.moment import PARTS, Moment

MOMENTS = st.one_of(
    st.builds(Moment, st.dates()),
    st.builds(Moment, st.dates(), part=st.sampled_from(PARTS)),
    st.builds(Moment, st.dates(), at=st.builds(time, st.integers(0, 23), st.integers(0, 59))),
)


@given(MOMENTS)
def test_what_is_written_is_read_back(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@given(MOMENTS)
def test_a_moment_lies_within_its_day(moment: Moment) -> None:
    first, last = moment.bounds()
    assert first <= last
    assert first.date() == last.date() == moment.day


def test_parts_of_the_day_follow_each_other_without_a_gap() -> None:
    day = date(2026, 3, 14)
    bounds = [Moment(day, part=part).bounds() for part in PARTS if part != "unknown"]
    assert bounds[0][0] == datetime.fromisoformat("2026-03-14T00:00")
    assert bounds[-1][1] == datetime.fromisoformat("2026-03-14T23:59")
    for (_, ends), (begins, _) in pairwise(bounds):
        assert (begins - ends).total_seconds() == 60


@pytest.mark.parametrize(
    "written", ["", "2026-3-4", "2026-03-14T", "2026-03-14 21:30", "2026-13-01", "2026-03-14T21:60"]
)
def test_other_writing_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a moment"):
        Moment.parse(written)
