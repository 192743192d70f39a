"""Transport-wide feedback for one sender: which of its packets came, and when.

Source: draft-holmer-rmcat-transport-wide-cc-extensions-01. The sender's own estimator does the rest.
"""

import struct

MAX_PENDING = 2_000
"""Arrivals kept between two feedback packets. More come from nobody who is asked for feedback ten times a second."""

MAX_REPORTED = 1_000
"""Numbers in one feedback packet: at a packet of 1,500 bytes, and a jump by more is a new beginning."""

TICK = 0.000_25
TICKS_OF_REFERENCE = 256
"""The reference time counts 64 ms, deltas count 250 µs."""

LOST, SMALL, LARGE = 0, 1, 2
RUN = 14
"""A run of one status as long as two chunks of seven is better said by its length."""


class Arrivals:
    """Filled while packets come, emptied by each `report`."""

    __slots__ = ("_count", "_next", "_pending")

    def __init__(self) -> None:
        self._pending: list[tuple[int, float]] = []
        self._next: int | None = None
        self._count = 0

    def note(self, number: int, now: float) -> None:
        """The packet with this transport-wide number came now."""
        if len(self._pending) < MAX_PENDING:
            self._pending.append((number, now))

    def report(self, sender: int, about: int) -> bytes | None:
        """The feedback for what came since the last; nothing when nothing did."""
        if not self._pending:
            return None
        pending, self._pending = self._pending, []
        expected = self._next if self._next is not None else pending[0][0]
        times = _places(pending, expected)
        if not times:
            if all((number - expected) & 0x8000 for number, _ in pending):
                return None  # late ones, which were reported as lost
            expected = pending[-1][0]
            times = _places(pending[-1:], expected)
        last = max(times)
        self._next = expected + last + 1 & 0xFFFF
        reference = int(times[min(times)] / TICK) // TICKS_OF_REFERENCE
        statuses, deltas = _deltas(times, last, reference * TICKS_OF_REFERENCE)
        body = struct.pack("!LLHH", sender, about, expected, len(statuses))
        body += (reference & 0xFFFFFF).to_bytes(3, "big") + bytes((self._count,))
        body += _chunks(statuses) + deltas
        self._count = self._count + 1 & 0xFF
        padding = -len(body) % 4
        if padding:
            body += bytes(padding - 1) + bytes((padding,))
        return struct.pack("!BBH", 0x80 | 0x20 * bool(padding) | 15, 205, len(body) // 4) + body


def _places(pending: list[tuple[int, float]], expected: int) -> dict[int, float]:
    """When packets came, by how far their numbers, of 16 bits, are from the one `expected`."""
    times: dict[int, float] = {}
    for number, now in pending:
        place = (number - expected) & 0xFFFF
        if place < MAX_REPORTED:
            times.setdefault(place, now)
    return times


def _deltas(times: dict[int, float], last: int, ticks: int) -> tuple[list[int], bytes]:
    """The status of each number up to `last`, and the times between arrivals; `ticks` is where time begins."""
    statuses: list[int] = []
    deltas = bytearray()
    for place in range(last + 1):
        at = times.get(place)
        if at is None:
            statuses.append(LOST)
            continue
        delta = int(at / TICK) - ticks
        if 0 <= delta <= 255:
            statuses.append(SMALL)
            deltas.append(delta)
        else:
            delta = max(-0x8000, min(0x7FFF, delta))
            statuses.append(LARGE)
            deltas += struct.pack("!h", delta)
        ticks += delta
    return statuses, bytes(deltas)


def _chunks(statuses: list[int]) -> bytes:
    """Statuses as runs of one, or seven to a chunk of two bits each."""
    chunks = bytearray()
    at, count = 0, len(statuses)
    while at < count:
        status, end = statuses[at], at + 1
        while end < count and statuses[end] == status and end - at < 0x1FFF:
            end += 1
        if end - at >= RUN or end == count:
            chunks += struct.pack("!H", status << 13 | end - at)
            at = end
            continue
        chunk = 0b11
        for place in range(at, at + 7):
            chunk = chunk << 2 | (statuses[place] if place < count else LOST)
        chunks += struct.pack("!H", chunk)
        at = min(at + 7, count)
    return bytes(chunks)
