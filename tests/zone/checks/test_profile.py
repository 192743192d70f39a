"""The zone's own settings."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "a time zone nobody knows": Mistake(
        "zone.yaml",
        "time_zone: Europe/Brussels",
        "time_zone: Europe/Mechelen",
        "there is no time zone `Europe/Mechelen`",
        "write one like `Europe/Brussels`",
    ),
    "a cap below the routine": Mistake(
        "zone.yaml",
        "hard_cap: 4",
        "hard_cap: 2",
        "the hard cap (2) is below the routine (3)",
        "raise the hard cap",
    ),
    "a procedure in no language of the desk": Mistake(
        "zone.yaml",
        "languages: [nl, fr, en, de]",
        "languages: [fr, en, de]",
        "the procedure language `nl` is not among the languages",
        "add `nl`",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])


def colours(draft: Draft, written: str) -> list[str]:
    """What is said about colours, once they are written."""
    draft.change("zone.yaml", "short_forms:", f"colours:\n{written}\nshort_forms:")
    return [f"{error.message} — {error.remedy}" for error in draft.errors()]


def test_a_colour_nobody_knows_is_told(draft: Draft) -> None:
    (said,) = colours(draft, "  acent: {light: '#0f4c81', dark: '#8fc3f5'}")
    assert said == "`acent` is no colour that a zone may change — did you mean `accent`?"


def test_the_red_of_emergencies_is_the_same_everywhere(draft: Draft) -> None:
    (said,) = colours(draft, "  danger: {light: '#b3191f', dark: '#ff9a94'}")
    assert said.startswith("`danger` is no colour that a zone may change")


def test_a_colour_that_cannot_be_read_on_the_desks_own_is_told_with_its_theme(draft: Draft) -> None:
    said = colours(draft, "  accent: {light: '#0f4c81', dark: '#1f3f60'}")
    assert said
    assert all("in the dark theme" in each and "choose a colour that reaches" in each for each in said)
    assert any(each.startswith("`accent` (#1f3f60) on `surface`") for each in said)


def test_a_ground_that_swallows_its_text_is_told(draft: Draft) -> None:
    said = colours(draft, "  citizen-bubble: {light: '#333333', dark: '#1f3f60'}")
    assert any(each.startswith("`text` (#17212c) on `citizen-bubble` (#333333)") for each in said)


def test_colours_that_can_be_read_are_taken(draft: Draft) -> None:
    written = "  accent: {light: '#004488', dark: '#9fd0ff'}\n  accent-text: {light: '#ffffff', dark: '#001122'}"
    assert colours(draft, written) == []
    assert draft.load().profile.colours["accent"].light == "#004488"


def test_a_colour_that_is_none_is_told(draft: Draft) -> None:
    (said,) = colours(draft, "  accent: {light: blue, dark: '#9fd0ff'}")
    assert said == "`light` is `blue` — write a colour like `#1d4f91`"
