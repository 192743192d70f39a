"""Who may be in a call, and when."""

import pytest

from server.domain import call as rules
from server.domain.call import PartyState, State
from server.protocol.errors import Refusal


@pytest.mark.parametrize("state", ["invited", "waiting", "left", "refused", "removed", None])
def test_only_who_is_in_sends_and_hears(state: PartyState | None) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        rules.check_takes_part("running", state)
    rules.check_takes_part("running", "in")


@pytest.mark.parametrize(("state", "code"), [("proposed", "not_allowed"), ("ended", "call_over")])
def test_nobody_is_in_a_call_that_is_not_under_way(state: State, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        rules.check_takes_part(state, "in")


def test_there_are_four_seats() -> None:
    rules.check_seat(3)
    with pytest.raises(Refusal, match="call_full"):
        rules.check_seat(4)


def test_the_proposer_does_not_accept() -> None:
    rules.check_accept("proposed", "p_proposer00", "p_another000")
    for state, party, code in (
        ("proposed", "p_proposer00", "not_allowed"),
        ("running", "p_another000", "call_in_progress"),
        ("ended", "p_another000", "call_over"),
    ):
        with pytest.raises(Refusal, match=code):
            rules.check_accept(state, "p_proposer00", party)  # type: ignore[arg-type]
