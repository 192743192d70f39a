"""How much each member may send, as the others can take it."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.media.room.track import Track

GOOD_FOR = 5.0
"""Seconds. A browser says what it can take at least every second."""

LEAST = 100_000
"""Bits a second: below, nobody would see anything. Who cannot even take that loses packets, and hears the sound."""

LIFTED = 1_000_000_000
"""What takes the limit away from a sender: it keeps to the last it was told."""

DROP = 0.97
"""A limit that falls below this share of the last is told at once."""

PRESSED = 0.95
"""What a receiver can take only falls, and then to less than this share, when packets queue up on their way to it."""

OVERRUN = 0.6
"""Neither does it say less than this share of what it is sent, unless that does not get there."""

FIRST_GROWTH, GROWTH = 2, 1.5
"""A receiver is tried with so many times what it gets, less once it was at its limit: by itself it begins low, and says
only a twelfth more each second."""

FIRST_HOLD, LONGEST_HOLD = 15.0, 240.0
"""Seconds for which a receiver that was at its limit is taken at its word, twice as long each time."""

HEAVY_LOSS, LIGHT_LOSS = 0.15, 0.03
"""Shares of what is sent. Above the first there is too much of it, below the second there is room; between them, as on
bad radio, less would not help."""

RECOVERY = 1.08
"""What was too much is more again by this, each second."""


@dataclass(slots=True)
class _Receiver:
    bitrate: int = 0
    said_at: float = float("-inf")
    held_until: float = float("-inf")
    hold: float = FIRST_HOLD
    growth: float = FIRST_GROWTH
    ceiling: float = float("inf")
    ceiling_at: float = float("-inf")

    def press(self, now: float) -> None:
        """It is at its limit."""
        if now >= self.held_until:
            self.held_until = now + self.hold
            self.hold = min(LONGEST_HOLD, 2 * self.hold)
            self.growth = GROWTH


class Estimates:
    """What receivers said, and what senders were told; in bits a second."""

    def __init__(self) -> None:
        self._receivers: dict[str, _Receiver] = {}
        self._told: dict[str, int] = {}

    def note(self, party: str, bitrate: int, tracks: Iterable[Track], now: float) -> None:
        """A receiver says that it can take so much, of all that it gets together."""
        receiver = self._receivers.setdefault(party, _Receiver())
        if bitrate < PRESSED * receiver.bitrate or bitrate < OVERRUN * _sent_to(party, tracks):
            receiver.press(now)
        receiver.bitrate, receiver.said_at = bitrate, now

    def note_loss(self, party: str, share: float, tracks: Iterable[Track], now: float) -> None:
        """A receiver says that this share of its pictures was lost. It hears of a change of ours after a second."""
        receiver = self._receivers.setdefault(party, _Receiver())
        sent = _sent_to(party, tracks)
        if share > HEAVY_LOSS:
            receiver.press(now)
        if now - receiver.ceiling_at < 1:
            return
        if share > HEAVY_LOSS:
            receiver.ceiling = max(LEAST, min(receiver.ceiling, sent) * (1 - share / 2))
            receiver.ceiling_at = now
        elif share < LIGHT_LOSS:
            receiver.ceiling = receiver.ceiling * RECOVERY if receiver.ceiling < 2 * sent else float("inf")
            receiver.ceiling_at = now

    def limit(self, party: str, tracks: Iterable[Track], now: float) -> int | None:
        """What this sender may send; nothing when nobody said anything.

        Each receiver shares what it can take evenly between the pictures that it gets; who sends two has two shares.
        What the others leave of theirs is free to take.
        """
        tracks = list(tracks)
        limits = []
        for name, receiver in self._receivers.items():
            received = [track for track in tracks if name in track.receivers]
            pictures = [track for track in received if track.is_video and track.is_active(now)]
            own = sum(track.member.party == party for track in pictures)
            if not own or (now - receiver.said_at > GOOD_FOR and receiver.ceiling == float("inf")):
                continue
            can_take = receiver.bitrate if now - receiver.said_at <= GOOD_FOR else receiver.ceiling
            if now >= receiver.held_until:
                can_take = max(can_take, receiver.growth * sum(track.rate for track in received))
            can_take = int(min(can_take, receiver.ceiling))
            others = sum(track.rate for track in received if track.member.party != party)
            limits.append(max(can_take * own // len(pictures), can_take - others))
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
            self._receivers.pop(party, None)
            self._told.pop(party, None)


def _sent_to(party: str, tracks: Iterable[Track]) -> int:
    """What a receiver was sent in the last second."""
    return sum(track.rate for track in tracks if party in track.receivers)
