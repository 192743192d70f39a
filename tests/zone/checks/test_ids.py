"""An id names one thing."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "an id that stands there twice": Mistake(
        "outcomes.yaml",
        "- id: misuse",
        "- id: answered",
        "there is a second `answered`",
        "give each a id of its own",
    ),
    "a holiday twice": Mistake(
        "holidays.yaml",
        "date: 2026-12-25",
        "date: 2026-11-11",
        "there is a second `2026-11-11`",
        "give each a date of its own",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])
