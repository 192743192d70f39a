"""What a form asks, what counts as an answer, and what is missing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.field import ProblemCode
from server.domain.form import answers, asked, missing, validate
from server.protocol.words import FieldValue
from tests.domain.forms import EVERY_KIND, GONE, LEAVES, LINKS, LOCK, LOCKED, RETURNS, SEEN, TEXT, form_of

NOW = datetime(2026, 3, 14, 20, 30, tzinfo=UTC)

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=40),
    st.sampled_from(["chain", "2026-03-01", "2026-03-14Tevening", "2026-03-14T21:30", " ", "0470 12 34 56"]),
)
IDS = st.sampled_from([field.id for field in EVERY_KIND.fields] + ["nonsense", ""])
ANSWERS = st.dictionaries(IDS, VALUES, max_size=20)


@given(ANSWERS)
def test_judging_never_fails_and_names_only_what_was_sent(values: dict[str, FieldValue]) -> None:
    problems = validate(EVERY_KIND, values, NOW)
    assert problems.keys() <= values.keys()
    for id in values:
        assert (problems[id].code == "unknown_field") if EVERY_KIND.field(id) is None else True


@given(ANSWERS)
def test_what_is_missing_is_required_asked_and_unanswered(values: dict[str, FieldValue]) -> None:
    counted = answers(EVERY_KIND, values)
    for id in missing(EVERY_KIND, values):
        field = EVERY_KIND.field(id)
        assert field is not None
        assert field.required
        assert field in asked(EVERY_KIND, values)
        assert id not in counted


@given(ANSWERS)
def test_answers_that_count_stay_the_same_when_they_are_all_there_is(values: dict[str, FieldValue]) -> None:
    counted = answers(EVERY_KIND, values)
    assert answers(EVERY_KIND, counted) == counted or any(value != value for value in counted.values())
    assert list(counted) == [field.id for field in EVERY_KIND.fields if field.id in counted]
    assert missing(EVERY_KIND, counted) == missing(EVERY_KIND, values)


@given(ANSWERS)
def test_answering_everything_that_is_missing_ends(values: dict[str, FieldValue]) -> None:
    good: dict[str, FieldValue] = {
        "text": "x",
        "locked": True,
        "lock": "chain",
        "links": "y",
        "seen": "2026-03-14",
    }
    filled = dict(values)
    for _ in EVERY_KIND.fields:
        filled |= {id: good[id] for id in missing(EVERY_KIND, filled)}
    assert missing(EVERY_KIND, filled) == ()


def test_conditions_chain() -> None:
    form = form_of(LOCKED, LOCK, LINKS)
    assert [field.id for field in asked(form, {})] == ["locked"]
    assert [field.id for field in asked(form, {"locked": True})] == ["locked", "lock"]
    assert missing(form, {"locked": True, "lock": "chain"}) == ("links",)
    assert missing(form, {"locked": True, "lock": "u"}) == ()


def test_an_answer_to_what_is_no_longer_asked_neither_counts_nor_is_wrong() -> None:
    form = form_of(LOCKED, LOCK, LINKS)
    values: dict[str, FieldValue] = {"locked": False, "lock": "chain", "links": "x" * 500}
    assert answers(form, values) == {"locked": False}
    assert validate(form, values, NOW) == {}
    assert missing(form, values) == ()


@pytest.mark.parametrize("blank", [None, "", "  \n\t"])
def test_blank_is_no_answer(blank: FieldValue) -> None:
    form = form_of(TEXT)
    assert validate(form, {"text": blank}, NOW) == {}
    assert missing(form, {"text": blank}) == ("text",)


def test_no_is_an_answer() -> None:
    assert missing(form_of(LOCKED), {"locked": False}) == ()


@pytest.mark.parametrize(
    ("seen", "gone", "expected"),
    [
        ("2026-03-10", "2026-03-10", None),
        ("2026-03-10", "2026-03-09", "before_other"),
        ("2026-03-10Tevening", "2026-03-10Tmorning", "before_other"),
        ("2026-03-10Tevening", "2026-03-10", None),
        ("2026-03-10T22:00", "2026-03-10Tevening", None),
        ("2026-03-10T22:00", "2026-03-10T21:59", "before_other"),
        ("nonsense", "2026-03-09", None),
    ],
)
def test_a_moment_must_be_able_to_follow_the_one_before_it(seen: str, gone: str, expected: ProblemCode | None) -> None:
    problems = validate(form_of(SEEN, GONE), {"seen": seen, "gone": gone}, NOW)
    assert (problems["gone"].code if "gone" in problems else None) == expected


def test_dates_follow_each_other_too() -> None:
    problems = validate(form_of(LEAVES, RETURNS), {"leaves": "2026-07-10", "returns": "2026-07-09"}, NOW)
    assert problems["returns"].code == "before_other"
    assert problems["returns"].params == {"other": "leaves"}


def test_today_is_the_day_it_is_where_the_form_is_filled() -> None:
    late = datetime(2026, 3, 14, 23, 30, tzinfo=UTC)
    assert validate(form_of(SEEN), {"seen": "2026-03-15T00:15"}, late) == {}
    assert validate(form_of(SEEN, time_zone=None), {"seen": "2026-03-15T00:15"}, late)["seen"].code == "in_future"
