"""A photo in a call: `asked` -> `agreed` -> `taken` -> `erased`.

What is open ends in `declined` where the citizen would rather not, and in `lapsed` where the agent withdrew the
question or the call was over first.
"""

from typing import Literal

from server.domain.call import PartyState, check_takes_part, check_under_way
from server.domain.call import State as CallState
from server.protocol.errors import Refusal

State = Literal["asked", "agreed", "taken", "declined", "lapsed", "erased"]

OPEN: frozenset[State] = frozenset({"asked", "agreed"})
"""States in which a photo may yet come."""

FILELESS: frozenset[State] = frozenset({"declined", "lapsed", "erased"})
"""States in which nothing of it is kept, and that it does not leave."""

MOST = 8
"""Photos that a conversation may have at a time."""

MOST_BYTES = 8_000_000
MOST_PIXELS = 16_000_000
"""Of one photo: what a phone's camera gives, when a browser asks it."""


def check_ask(*, call: CallState, agent: PartyState | None, citizen: PartyState | None, kept: int) -> None:
    """Raise Refusal unless a photo may be asked for: both are in a call that is under way, and there is room."""
    for party in (agent, citizen):
        check_takes_part(call, party)
    if kept >= MOST:
        raise Refusal("too_many_photos")


def check_answer(state: State, call: CallState) -> None:
    """Raise Refusal unless the question still stands: `call_over`, `photo_over`."""
    if call == "ended":
        raise Refusal("call_over")
    if state not in OPEN:
        raise Refusal("photo_over")


def check_send(state: State, call: CallState) -> None:
    """Raise Refusal unless a photo may come now: `photo_not_agreed`, `call_over`, `photo_over`."""
    check_answer(state, call)
    check_under_way(call)
    if state != "agreed":
        raise Refusal("photo_not_agreed")
