"""The packets of one source in their order, without doubles; a hole is waited for as long as it may still be filled."""

from collections.abc import Iterator
from typing import NamedTuple

from server.media.recording.packets import Packet, ahead

PATIENCE = 3_000_000
"""Microseconds of arrival after which what is missing counts as lost: longer than any browser asks for it again."""

MOST_WAITING = 2_000

_FAR = 1_000

SETTLING = 200_000
"""Microseconds in which the first packet to come may turn out not to have been the first that was sent."""


class InOrder(NamedTuple):
    """A packet, when it arrived, and whether something before it is missing for good."""

    packet: Packet
    at: int
    after_gap: bool


class Reorder:
    """Takes packets as they came, and gives them on as they were sent."""

    def __init__(self) -> None:
        self._next: int | None = None
        self._waiting: dict[int, tuple[Packet, int]] = {}
        self._hole_since = 0
        self._first_at: int | None = None

    def push(self, packet: Packet, at: int) -> Iterator[InOrder]:
        """What may go on now that this packet came."""
        if self._first_at is None:
            self._first_at = self._hole_since = at
        if self._next is None:
            self._waiting[packet.number] = (packet, at)
            if at - self._first_at > SETTLING:
                yield from self._begin()
            return
        step = ahead(packet.number, self._next, 16)
        begins_anew = step < -_FAR
        if begins_anew:
            # So far back is no packet that was late: the sender has begun anew.
            yield from self.flush()
            self._next = packet.number
        elif step < 0 or packet.number in self._waiting:
            return  # too late, or a double
        if not self._waiting:
            self._hole_since = at
        self._waiting[packet.number] = (packet, at)
        yield from self._run(after_gap=begins_anew)
        while self._waiting and (at - self._hole_since > PATIENCE or len(self._waiting) > MOST_WAITING):
            yield from self._skip()

    def flush(self) -> Iterator[InOrder]:
        """All that waits: nothing more will come."""
        if self._next is None and self._waiting:
            yield from self._begin()
        while self._waiting:
            yield from self._skip()

    def _begin(self) -> Iterator[InOrder]:
        some = next(iter(self._waiting))
        self._next = min(self._waiting, key=lambda number: ahead(number, some, 16))
        yield from self._run(after_gap=False)

    def _run(self, *, after_gap: bool) -> Iterator[InOrder]:
        while self._next in self._waiting:
            packet, at = self._waiting.pop(self._next)
            self._next = (self._next + 1) & 0xFFFF
            self._hole_since = at
            yield InOrder(packet, at, after_gap)
            after_gap = False

    def _skip(self) -> Iterator[InOrder]:
        """Go on behind the hole."""
        expected = self._next or 0
        following = min(self._waiting, key=lambda number: (number - expected) & 0xFFFF)
        self._next = following
        yield from self._run(after_gap=True)
