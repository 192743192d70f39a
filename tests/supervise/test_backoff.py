"""What keeps dying is started again ever more slowly, and forgiven once it ran a while."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.supervise.backoff import Backoff


def test_waits_double_up_to_the_longest() -> None:
    backoff = Backoff(first=1, longest=5, steady=60, chance=lambda: 0.0)
    assert [backoff.wait(ran=0) for _ in range(5)] == [1, 2, 4, 5, 5]


@pytest.mark.parametrize(("ran", "expected"), [(59.9, 4), (60, 1)])
def test_a_child_that_ran_a_while_begins_anew(ran: float, expected: float) -> None:
    backoff = Backoff(first=1, longest=30, steady=60, chance=lambda: 0.0)
    backoff.wait(ran=0)
    backoff.wait(ran=0)
    assert backoff.wait(ran=ran) == expected


@given(chance=st.floats(0, 1, exclude_max=True), deaths=st.integers(1, 30))
def test_chance_shortens_a_wait_by_half_at_most(chance: float, deaths: int) -> None:
    sure, lucky = Backoff(chance=lambda: 0.0), Backoff(chance=lambda: chance)
    for _ in range(deaths):
        longest, wait = sure.wait(ran=0), lucky.wait(ran=0)
        assert longest / 2 <= wait <= longest


def test_two_children_do_not_come_back_together() -> None:
    assert Backoff().wait(ran=0) != Backoff().wait(ran=0)
