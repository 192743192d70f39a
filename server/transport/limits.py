"""Limits: how much may come at once from one connection, address or conversation. Token buckets, given the time in
seconds of a clock that only goes forward: the clock on the wall may be set."""

import math
from collections import OrderedDict
from dataclasses import dataclass

from server.protocol.errors import Refusal


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, and `per_minute` in the long run."""

    burst: float
    per_minute: float


class Bucket:
    """What one of them may still do. It is full at first, and fills again with time."""

    __slots__ = ("_at", "_level", "_rate")

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._level = rate.burst
        self._at = now

    def wait(self, now: float, cost: float = 1) -> float:
        """Seconds until something of this cost may be done; 0 when it may now. Takes nothing."""
        short = cost - self._filled(now)
        return 0.0 if short <= 0 else math.ceil(short * 60 / self._rate.per_minute)

    def take(self, now: float, cost: float = 1) -> None:
        """Do something of this cost. Raises Refusal `too_many_requests` with the seconds to wait, and takes nothing."""
        filled = self._filled(now)
        if filled < cost:
            raise Refusal("too_many_requests", retry_after=self.wait(now, cost))
        self._level = filled - cost
        self._at = now

    def is_full(self, now: float) -> bool:
        """Whether it is as good as new."""
        return self._filled(now) >= self._rate.burst

    def _filled(self, now: float) -> float:
        return min(self._rate.burst, self._level + (now - self._at) * self._rate.per_minute / 60)


class Buckets:
    """One bucket for each key, such as an address. Full ones are forgotten, so that keys nobody uses take no room."""

    def __init__(self, rate: Rate, *, most: int = 50_000) -> None:
        self._rate = rate
        self._most = most
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def wait(self, key: str, now: float, cost: float = 1) -> float:
        """Seconds until this key may do something of this cost. Takes nothing."""
        bucket = self._buckets.get(key)
        return bucket.wait(now, cost) if bucket else 0.0

    def take(self, key: str, now: float, cost: float = 1) -> None:
        """Do something of this cost under a key. Raises Refusal `too_many_requests`."""
        bucket = self._buckets.get(key)
        if bucket is None:
            self._make_room(now)
            bucket = self._buckets[key] = Bucket(self._rate, now)
        self._buckets.move_to_end(key)
        bucket.take(now, cost)

    def __len__(self) -> int:
        return len(self._buckets)

    def _make_room(self, now: float) -> None:
        """Forget the ones used longest ago, as long as they are full; and the oldest whatever it holds, if there are
        too many."""
        for _ in range(2):
            oldest = next(iter(self._buckets), None)
            if oldest is not None and (self._buckets[oldest].is_full(now) or len(self._buckets) >= self._most):
                del self._buckets[oldest]
