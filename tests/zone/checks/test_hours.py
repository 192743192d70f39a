"""Hours that can be kept."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "hours that overlap": Mistake(
        "teams.yaml",
        '["10:00-18:00", "20:00-02:00"]',
        '["10:00-18:00", "17:00-02:00"]',
        "`17:00-02:00` on saturday begins before the hours before it have ended",
        "write hours that do not overlap",
    ),
    "a night that runs into the morning's hours": Mistake(
        "teams.yaml",
        '["10:00-18:00", "20:00-02:00"]\n      sunday: ["10:00-18:00"]',
        '["20:00-11:00"]\n      sunday: ["10:00-18:00"]',
        "`10:00-18:00` on sunday begins before",
        "belongs to the day it begins on",
        below=1,
    ),
    "two exceptions on one day": Mistake(
        "teams.yaml",
        "{date: 2027-12-31,",
        "{date: 2027-12-24,",
        "2027-12-24 has a second exception",
        "write one, with all hours of that day",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])
