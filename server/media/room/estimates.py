"""How much each member may send, as the others can take it."""

from collections.abc import Iterable

from server.media.room.track import Track

GOOD_FOR = 5.0
"""Seconds. A browser says what it can take at least every second."""

LEAST = 100_000
"""Bits a second: below, nobody would see anything. Who cannot even take that loses packets, and hears the sound."""

LIFTED = 1_000_000_000
"""What takes the limit away from a sender: it keeps to the last it was told."""

DROP = 0.97
"""A limit that falls below this share of the last is told at once."""


class Estimates:
    """What receivers said, and what senders were told; in bits a second."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[int, float]] = {}
        self._told: dict[str, int] = {}

    def note(self, party: str, bitrate: int, now: float) -> None:
        """A receiver can take so much, of all that it gets together."""
        self._said[party] = (bitrate, now)

    def limit(self, party: str, tracks: Iterable[Track], now: float) -> int | None:
        """What this sender may send; nothing when nobody said anything.

        Each receiver shares what it can take evenly between the pictures that it gets; who sends two has two shares.
        """
        pictures = [track for track in tracks if track.is_video and track.is_active(now)]
        limits = []
        for receiver, (bitrate, at) in self._said.items():
            if receiver == party or now - at > GOOD_FOR:
                continue
            received = [track for track in pictures if receiver in track.receivers]
            own = sum(track.member.party == party for track in received)
            if own:
                limits.append(bitrate * own // len(received))
        return max(LEAST, min(limits)) if limits else None

    def news(self, party: str, limit: int | None, *, due: bool) -> int | None:
        """What to tell the sender now: its limit, when that is `due` or has fallen; that it has none any more."""
        told = self._told.get(party)
        if limit is None:
            return LIFTED if self._told.pop(party, None) is not None else None
        if not due and told is not None and limit >= told * DROP:
            return None
        self._told[party] = limit
        return limit

    def limited(self) -> list[str]:
        """Those who were told a limit."""
        return list(self._told)

    def forget(self, parties: Iterable[str]) -> None:
        """Nothing of these matters any more."""
        for party in parties:
            self._said.pop(party, None)
            self._told.pop(party, None)
