"""Telephone numbers, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.zone.checks.lines import digits_of, numbers_in, outdated_numbers
from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "the number Card Stop had once": Mistake(
        "numbers.yaml",
        "value: 078 170 170",
        "value: 070 344 344",
        "070 344 344 is out of date: Card Stop changed its number",
        "write 078 170 170",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])


@pytest.mark.parametrize(
    "written",
    [
        "070 344 344",
        "070/344.344",
        "070344344",
        "070-344-344",
        "+32 70 344 344",
        "0032 70 344 344",
        "+32 (0)70 344 344",
    ],
)
@pytest.mark.parametrize("file", ["canned.yaml", "answers/lost_id.fr.md", "doors.yaml"])
def test_an_outdated_number_is_found_however_and_wherever_it_is_written(draft: Draft, file: str, written: str) -> None:
    text = draft.read(file)
    draft.write(file, f"{text}\n# {written}\n")
    (told, *_) = [error for error in draft.errors() if "is out of date" in error.message]
    assert (told.file, told.line) == (file, text.count("\n") + 2)
    assert "078 170 170" in told.remedy


def test_no_number_to_use_instead_is_itself_outdated() -> None:
    outdated = {digits_of(each.number) for each in outdated_numbers()}
    assert outdated
    assert not outdated & {digits_of(each.instead) for each in outdated_numbers()}


@given(
    st.from_regex(r"0[1-9][0-9]{7,8}", fullmatch=True), st.lists(st.sampled_from(["", " ", ".", "/", "-"]), min_size=9)
)
def test_a_number_is_the_same_with_any_marks_between_its_digits(digits: str, marks: list[str]) -> None:
    written = "".join(digit + mark for digit, mark in zip(digits, [*marks, ""], strict=False)).rstrip(" ./-")
    assert digits_of(written) == digits
    assert [digits_of(number) for number in numbers_in(f"Bel {written}, nu.")] == [digits]


@pytest.mark.parametrize(
    "text", ["2026-11-23", "12345678", "112", "1712", "BE68 5390 0754 7034", "http://127.0.0.1:8081"]
)
def test_other_figures_are_no_telephone_numbers(text: str) -> None:
    assert numbers_in(text) == []
