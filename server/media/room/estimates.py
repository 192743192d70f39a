"""How much each member may send, as the others can take it."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.media.room.track import Track

GOOD_FOR = 5.0
"""Seconds. A browser says what it can take at least every second."""

LEAST = 100_000
"""Bits a second of a picture: below, nobody would see anything. Who cannot even take that may do without pictures."""

SOUND = 60_000
"""What a browser takes off what it may send before it thinks of pictures: Opus, with headers. Receivers leave sound out
of what they say they can take."""

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

    def can_take(self, sent: int, now: float) -> int | None:
        """Bits a second of pictures, when it gets `sent` now; nothing when it says nothing."""
        is_heard = now - self.said_at <= GOOD_FOR
        if not is_heard and self.ceiling == float("inf"):
            return None
        takes = self.bitrate if is_heard else self.ceiling
        if now >= self.held_until:
            takes = max(takes, self.growth * sent)
        return int(min(takes, self.ceiling))


class Estimates:
    """What receivers said, and what senders were told; in bits a second."""

    def __init__(self) -> None:
        self._receivers: dict[str, _Receiver] = {}
        self._told: dict[str, int] = {}

    def note(self, party: str, bitrate: int, tracks: Iterable[Track], now: float) -> None:
        """A receiver says that it can take so much, of all pictures that it gets together."""
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
        active = [track for track in tracks if track.is_active(now)]
        limits = []
        for name, receiver in self._receivers.items():
            pictures = [track for track in active if track.is_video and name in track.receivers]
            others = [track.rate for track in pictures if track.member.party != party]
            own = len(pictures) - len(others)
            takes = receiver.can_take(_sent_to(name, active), now)
            if own and takes is not None:
                limits.append(max(LEAST * own, takes * own // len(pictures), takes - sum(others)))
        return min(limits) + SOUND if limits else None

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
    """Bits of pictures that a receiver was sent in the last second."""
    return sum(track.rate for track in tracks if track.is_video and party in track.receivers)
