"""Whether a party is there, by the packets that the engine counts."""

from dataclasses import dataclass
from typing import Literal

from server.media.relay.patience import Patience
from server.protocol.media import LostReason


@dataclass(slots=True)
class Presence:
    """`connecting` -> `connected` <-> `lost`; `connecting` may end in `lost`. A page that was loaded again begins anew.

    :param since: when the party offered.
    """

    since: float
    state: Literal["connecting", "connected", "lost"] = "connecting"
    heard_at: float | None = None
    _packets: int | None = None

    def count(self, packets: int, now: float) -> None:
        """So many packets have come by now, from this party or whoever had its place before."""
        if self._packets is not None and packets != self._packets:
            self.heard_at = now
        self._packets = packets

    def change(self, now: float, patience: Patience) -> LostReason | Literal["connected"] | None:
        """What has become of the party since this was asked last, if anything has."""
        silent_for = now - (self.since if self.heard_at is None else self.heard_at)
        if self.state != "connected" and self.heard_at is not None and silent_for <= patience.silence:
            self.state = "connected"
            return "connected"
        if self.state == "connected" and silent_for > patience.silence:
            self.state = "lost"
            return "silent"
        if self.state == "connecting" and silent_for > patience.connect:
            self.state = "lost"
            return "never_connected"
        return None

    def is_away(self, now: float, seconds: float) -> bool:
        """Whether nothing came for so long."""
        return now - (self.since if self.heard_at is None else self.heard_at) > seconds
