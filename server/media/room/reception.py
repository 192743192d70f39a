"""How well one stream comes in: what is missing, what to ask again, what to report."""

from dataclasses import dataclass

from server.media.room.rtcp import Block

MAX_MISSING = 256
"""Packets that are waited for. A longer gap is no loss but another beginning."""
MAX_ASKED = 10
"""Times that a packet is asked for, as in a browser."""
WAIT_LONGEST = 1.0
"""Seconds that a packet is waited for: a browser keeps what it sent about as long."""
SHORTEST_PAUSE, FIRST_PAUSE, LONGEST_PAUSE = 0.02, 0.1, 0.4
"""Between two times that a packet is asked for."""


@dataclass(slots=True)
class _Missing:
    noticed_at: float
    asked_at: float
    asked: int = 1


class Reception:
    """Numbers of one SSRC, extended beyond their 16 bits.

    :param clock_rate: ticks a second of its timestamps.
    """

    __slots__ = (
        "_asked_pause",
        "_base",
        "_clock_rate",
        "_expected_before",
        "_highest",
        "_jitter",
        "_missing",
        "_received",
        "_received_before",
        "_report",
        "_transit",
    )

    def __init__(self, clock_rate: int) -> None:
        self._clock_rate = clock_rate
        self._highest = -1
        self._base = 0
        self._received = self._received_before = self._expected_before = 0
        self._jitter = 0.0
        self._transit: float | None = None
        self._missing: dict[int, _Missing] = {}
        self._asked_pause = FIRST_PAUSE
        self._report: tuple[int, float] = (0, 0.0)

    @property
    def waits(self) -> bool:
        """Whether something is missing that may still come."""
        return bool(self._missing)

    def take(self, number: int, timestamp: int, now: float) -> tuple[bool, list[int]]:
        """A packet came: whether it is wanted, and the numbers that are missing before it, for the first time."""
        self._received += 1
        transit = now * self._clock_rate - timestamp
        if self._transit is not None:
            # RFC 3550, 6.4.1; a jump of the timestamps is no jitter.
            difference = abs(transit - self._transit)
            if difference < self._clock_rate:
                self._jitter += (difference - self._jitter) / 16
        self._transit = transit
        highest = self._highest
        if highest < 0:
            self._highest = self._base = number
            return True, []
        ahead = (number - highest) & 0xFFFF
        if ahead == 1:
            self._highest = highest + 1
            return True, []
        if ahead == 0 or ahead >= 0x8000:
            return self._missing.pop(number, None) is not None, []
        self._highest = highest + ahead
        if ahead > MAX_MISSING:
            self._missing.clear()
            return True, []
        gap = [(highest + step) & 0xFFFF for step in range(1, ahead)]
        for each in gap[-MAX_MISSING:]:
            self._missing[each] = _Missing(noticed_at=now, asked_at=now)
        while len(self._missing) > MAX_MISSING:
            del self._missing[next(iter(self._missing))]
        return True, gap

    def recover(self, number: int, now: float) -> bool:
        """A retransmission came: whether it is wanted."""
        missing = self._missing.pop(number, None)
        if missing is None:
            return False
        if missing.asked == 1:
            answered = now - missing.asked_at
            pause = self._asked_pause + (1.5 * answered + 0.01 - self._asked_pause) / 4
            self._asked_pause = max(SHORTEST_PAUSE, min(LONGEST_PAUSE, pause))
        return True

    def due(self, now: float) -> tuple[list[int], bool]:
        """The numbers to ask for once more, and whether one was given up."""
        again: list[int] = []
        lost = [
            number
            for number, each in self._missing.items()
            if now - each.noticed_at > WAIT_LONGEST or each.asked >= MAX_ASKED
        ]
        for number in lost:
            del self._missing[number]
        for number, each in self._missing.items():
            if now - each.asked_at >= self._asked_pause:
                each.asked += 1
                each.asked_at = now
                again.append(number)
        return again, bool(lost)

    def note_report(self, clock: bytes, now: float) -> None:
        """A sender report came, with this clock."""
        self._report = (int.from_bytes(clock[2:6], "big"), now)

    def block(self, ssrc: int, now: float) -> Block | None:
        """What to report since the last; nothing before anything came."""
        if self._highest < 0:
            return None
        expected = self._highest - self._base + 1
        expected_now = expected - self._expected_before
        lost_now = expected_now - (self._received - self._received_before)
        self._expected_before, self._received_before = expected, self._received
        last, at = self._report
        return Block(
            ssrc=ssrc,
            fraction_lost=min(255, lost_now * 256 // expected_now) if expected_now > 0 and lost_now > 0 else 0,
            lost=expected - self._received,
            highest=self._highest,
            jitter=int(self._jitter),
            last_report=last,
            since_report=int((now - at) * 65_536) & 0xFFFFFFFF if last else 0,
        )
