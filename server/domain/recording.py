"""A recording of a call: `asked` -> `running` <-> `paused` -> `stopped` -> `made` -> `stored` -> `erased`.

`stopped`: the packets lie there, sealed; `made`: films were made of them; `stored`: their digests stand in the log.
From `asked` it ends in `refused` where somebody said no, and in `lapsed` where the call was over first.
"""

from collections.abc import Collection
from typing import Literal

from server.domain.call import State as CallState
from server.protocol.errors import Refusal

State = Literal["asked", "running", "paused", "stopped", "made", "stored", "erased", "refused", "lapsed"]

OPEN: frozenset[State] = frozenset({"asked", "running", "paused"})
"""States in which the call is, or may yet be, recorded."""

KEPT: frozenset[State] = frozenset({"stopped", "made", "stored"})
"""States in which there is something to erase one day."""


def check_propose(*, allowed: bool, call: CallState, is_party: bool, before: Collection[State]) -> None:
    """Raise Refusal unless the call may be recorded; `before`: the states of its earlier recordings.

    A no is not asked about again in the same call: it would not be free of consequence otherwise.
    """
    if call == "ended":
        raise Refusal("call_over")
    if not is_party or call != "running":
        raise Refusal("not_allowed")
    if not allowed:
        raise Refusal("recording_not_allowed")
    if "refused" in before:
        raise Refusal("recording_refused")


def check_open(state: State) -> None:
    """Raise Refusal where the recording is over."""
    if state not in OPEN:
        raise Refusal("recording_over")


def check_resume(state: State, paused_by: str | None, party: str, missing: Collection[str]) -> None:
    """Raise Refusal unless this party may let a paused recording go on: the one who paused it, once all have agreed."""
    check_open(state)
    if state != "paused" or paused_by != party or missing:
        raise Refusal("not_allowed")
