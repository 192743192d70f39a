"""A call: `proposed` -> `accepted` (being connected) -> `running` -> `ended`. It may end from anywhere."""

from typing import Literal

from server.protocol.errors import Refusal

State = Literal["proposed", "accepted", "running", "ended"]


def check_accept(state: State, proposed_by: str, party: str) -> None:
    """Raise Refusal unless `party` may accept: the one who was asked, while the proposal stands."""
    if state == "ended":
        raise Refusal("call_over")
    if party == proposed_by:
        raise Refusal("not_allowed")
    if state != "proposed":
        raise Refusal("call_in_progress")


def check_describe(state: State, parties: tuple[str, str | None], party: str) -> None:
    """Raise Refusal unless `party` takes part in a call that both agreed to."""
    if state == "ended":
        raise Refusal("call_over")
    if party not in parties or state == "proposed":
        raise Refusal("not_allowed")
