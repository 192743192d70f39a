"""The report's rules: nobody overwrites another unseen, nobody confirms unread; references survive a telephone."""

import string
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.report import Touch, check_changes, check_confirmation, digest, is_reference, reference
from server.protocol.errors import Refusal

NOW = datetime(2026, 3, 1, tzinfo=UTC)
entropies = st.binary(min_size=5, max_size=5)


@given(entropies)
def test_a_reference_is_one_also_in_small_letters_and_with_usual_confusions(entropy: bytes) -> None:
    made = reference("OL", 2026, entropy)
    assert is_reference(made)
    assert is_reference(f" {made.lower()} ")
    assert is_reference(made[:8] + made[8:].replace("0", "O").replace("1", "I"))


@given(entropies, st.data())
def test_one_wrong_character_is_noticed(entropy: bytes, data: st.DataObject) -> None:
    made = reference("OL", 2026, entropy)
    place = data.draw(st.sampled_from([at for at in range(8, len(made)) if made[at] != "-"]))
    wrong = data.draw(st.sampled_from([each for each in "23456789ABCDEFGHJKMNPQRSTVWXYZ" if each != made[place]]))
    assert not is_reference(made[:place] + wrong + made[place + 1 :])


@given(st.text(alphabet=string.printable, max_size=30))
def test_any_text_may_be_asked_about(text: str) -> None:
    assert is_reference(text) in (True, False)


def test_different_entropy_gives_different_references() -> None:
    made = {reference("OL", 2026, number.to_bytes(5, "big")) for number in range(2000)}
    assert len(made) == 2000


def test_a_field_that_somebody_changed_since_is_refused_by_name() -> None:
    touched = {"colour": Touch(revision=3, kind="citizen", at=NOW)}
    with pytest.raises(Refusal) as refused:
        check_changes("draft", 2, {"colour": "rood", "brand": "X"}, {"colour": "groen"}, touched)
    assert (refused.value.code, refused.value.refused.fields) == ("report_changed", {"colour": "changed"})


def test_setting_a_field_to_what_it_is_conflicts_with_nobody() -> None:
    touched = {"colour": Touch(revision=3, kind="citizen", at=NOW)}
    assert check_changes("draft", 2, {"colour": "groen", "brand": "X"}, {"colour": "groen"}, touched) == {"brand": "X"}


@pytest.mark.parametrize(
    ("state", "revision", "seen", "code"),
    [("draft", 3, 3, "report_not_offered"), ("offered", 3, 2, "report_changed"), ("filed", 3, 3, "report_filed")],
)
def test_only_what_was_offered_and_read_is_confirmed(state: str, revision: int, seen: int, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        check_confirmation(state, revision, seen)  # type: ignore[arg-type]
    check_confirmation("offered", 3, 3)


def test_the_digest_does_not_depend_on_the_order_of_fields() -> None:
    assert digest("bike_theft", 1, {"a": 1, "b": "x"}) == digest("bike_theft", 1, {"b": "x", "a": 1})
    assert digest("bike_theft", 1, {"a": 1}) != digest("bike_theft", 2, {"a": 1})
