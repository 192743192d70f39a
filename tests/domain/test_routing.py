"""The queue's rules: urgency first, then time; and nobody is forgotten."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from server.domain.actor import Offer, Waiting
from server.domain.routing import RANK, estimate, has_room, next_for, ordered, place

ids = st.uuids().map(lambda each: f"c_{each.hex}")
waitings = st.builds(
    Waiting,
    conversation=ids,
    team=st.sampled_from(["central", "prevention", "north"]),
    languages=st.lists(st.sampled_from(["nl", "fr", "en", "de"]), max_size=2).map(tuple),
    urgency=st.sampled_from(["routine", "priority", "emergency"]),
    waited=st.floats(0, 7200),
    offered_for=st.floats(0, 240),
    offered_to=st.sampled_from([None, None, "a_me", "a_other"]),
)
queues = st.lists(waitings, max_size=20, unique_by=lambda each: each.conversation)
OFFER = Offer(teams=frozenset({"central"}), languages=frozenset({"nl", "fr"}))


@given(queues)
def test_the_order_is_by_urgency_then_by_waiting_time(queue: list[Waiting]) -> None:
    keys = [(RANK[each.urgency], -each.waited) for each in ordered(queue)]
    assert keys == sorted(keys)


@given(queues)
def test_places_are_one_to_the_length_of_the_queue(queue: list[Waiting]) -> None:
    assert sorted(place(each.conversation, queue) or 0 for each in queue) == list(range(1, len(queue) + 1))
    assert place("c_elsewhere", queue) is None


@given(queues)
def test_the_next_one_is_among_the_most_urgent_that_may_be_taken(queue: list[Waiting]) -> None:
    chosen = next_for("a_me", OFFER, queue)
    takeable = [each for each in queue if each.offered_to in (None, "a_me") or each.offered_for > 120]
    if chosen is None:
        assert takeable == []
    else:
        assert RANK[chosen.urgency] == min(RANK[each.urgency] for each in takeable)


@given(queues)
def test_taking_one_after_the_other_empties_the_queue(queue: list[Waiting]) -> None:
    left = [each for each in queue if each.offered_to != "a_other" or each.offered_for > 120]
    while left:
        chosen = next_for("a_me", OFFER, left)
        assert chosen is not None
        left.remove(chosen)


def test_what_was_handed_to_me_comes_first_among_equals() -> None:
    mine = Waiting("c_mine", "north", ("de",), "routine", 1, offered_to="a_me")
    other = Waiting("c_other", "central", ("nl",), "routine", 900)
    assert next_for("a_me", OFFER, [other, mine]) == mine


def test_own_team_and_language_come_before_waiting_time() -> None:
    elsewhere = Waiting("c_elsewhere", "north", ("nl",), "routine", 900)
    foreign = Waiting("c_foreign", "central", ("de",), "routine", 800)
    own = Waiting("c_own", "central", ("nl",), "routine", 10)
    assert next_for("a_me", OFFER, [elsewhere, foreign, own]) == own
    assert next_for("a_me", OFFER, [elsewhere, foreign]) == foreign


@given(load=st.integers(0, 6), occupied=st.booleans())
def test_what_is_urgent_goes_up_to_the_cap_and_routine_only_to_the_usual(load: int, occupied: bool) -> None:
    routine = has_room(load, "routine", usual=3, most=4, occupied=occupied)
    urgent = has_room(load, "emergency", usual=3, most=4, occupied=occupied)
    assert routine == (load < 3 and not occupied)
    assert urgent == (load < 4)


@given(position=st.integers(1, 200), agents=st.integers(1, 50), minutes=st.lists(st.floats(0.1, 120), max_size=30))
def test_the_estimate_is_a_range_that_grows_with_the_place(position: int, agents: int, minutes: list[float]) -> None:
    recent = [timedelta(minutes=each) for each in minutes]
    low, high = estimate(position, agents, recent) or (0, 0)
    assert 1 <= low < high
    further = estimate(position + 1, agents, recent)
    assert further is not None
    assert further[0] >= low
    assert further[1] >= high


def test_nobody_working_means_no_estimate() -> None:
    assert estimate(1, 0) is None


def test_what_asks_for_a_skill_goes_to_who_has_it_and_to_anybody_when_nothing_else_waits() -> None:
    special = Waiting("c_special", "central", ("nl",), "routine", 900, skills=frozenset({"minors"}))
    plain = Waiting("c_plain", "central", ("nl",), "routine", 10)
    skilled = Offer(teams=OFFER.teams, languages=OFFER.languages, skills=frozenset({"minors"}))
    assert next_for("a_me", OFFER, [special, plain]) == plain
    assert next_for("a_me", OFFER, [special]) == special
    assert next_for("a_me", skilled, [special, plain]) == special
