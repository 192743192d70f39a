"""A call: `proposed` -> `accepted` (being connected) -> `running` -> `ended`. It may end from anywhere.

Its parties: who accepted and who proposed are `in` from then on. A colleague is `invited` and comes `in`, or declines.
A guest is `invited` by a link, `waiting` once it was opened, and `in` when an agent says so: nobody gets in by being
early. All end as `left`, `refused` or `removed`, and a party that has left may be asked again.
"""

from typing import Literal

from server.protocol.errors import Refusal

State = Literal["proposed", "accepted", "running", "ended"]
PartyState = Literal["invited", "waiting", "in", "left", "refused", "removed"]

UNDER_WAY: frozenset[State] = frozenset({"accepted", "running"})
"""States in which a call has parties and a place on a media worker, or waits for one."""

TAKES_PART: frozenset[PartyState] = frozenset({"invited", "waiting", "in"})
"""States in which a party has a seat."""

SEATS = 4
"""Citizen, agent, second agent, interpreter."""

SEATS_ON_ENGINE = 2
"""Where an engine carries the calls: whoever comes in as third would get no picture."""


def check_accept(state: State, proposed_by: str, party: str) -> None:
    """Raise Refusal unless `party` may accept: the one who was asked, while the proposal stands."""
    if state == "ended":
        raise Refusal("call_over")
    if party == proposed_by:
        raise Refusal("not_allowed")
    if state != "proposed":
        raise Refusal("call_in_progress")


def check_under_way(state: State) -> None:
    """Raise Refusal unless the call has parties: `call_over`, or `not_allowed` while it is only proposed."""
    if state == "ended":
        raise Refusal("call_over")
    if state not in UNDER_WAY:
        raise Refusal("not_allowed")


def check_takes_part(state: State, party: PartyState | None) -> None:
    """Raise Refusal unless this party is in a call that is under way: whoever waits outside hears and sends nothing."""
    check_under_way(state)
    if party != "in":
        raise Refusal("not_allowed")


def check_seat(taken: int) -> None:
    """Raise Refusal `call_full` where the call has no seat for one more; who is asked has a seat kept."""
    if taken >= SEATS:
        raise Refusal("call_full")
