"""How often somebody may do what costs us work before they have proved who they are."""

import socket
from collections import OrderedDict

Source = tuple[str, int] | tuple[str, int, int, int]
"""Where a datagram came from, as Python names it for IPv4 and IPv6."""

MAX_SOURCES = 4_096
"""Sources remembered at once. Beyond, the one that was quiet longest is forgotten."""


class TokenBucket:
    """Allows `rate` a second on average and `burst` at once."""

    __slots__ = ("_burst", "_filled_at", "_rate", "_tokens")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._filled_at = now

    def take(self, now: float) -> bool:
        """Take one token; False when there is none."""
        self._tokens = min(self._burst, self._tokens + (now - self._filled_at) * self._rate)
        self._filled_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class StrangerThrottle:
    """Bounds what strangers may make us do: each network, and, as source addresses can be forged, all together."""

    def __init__(self, now: float, *, rate: float = 200, burst: float = 400, together: float = 4_000) -> None:
        self._rate = rate
        self._burst = burst
        self._all = TokenBucket(together, together, now)
        self._by_network: OrderedDict[bytes, TokenBucket] = OrderedDict()

    def allows(self, source: Source, now: float) -> bool:
        """Whether we look at one more packet from this source."""
        network = _network(source)
        bucket = self._by_network.get(network)
        if bucket is None:
            bucket = self._by_network[network] = TokenBucket(self._rate, self._burst, now)
            if len(self._by_network) > MAX_SOURCES:
                self._by_network.popitem(last=False)
        else:
            self._by_network.move_to_end(network)
        return bucket.take(now) and self._all.take(now)


def _network(source: Source) -> bytes:
    """The IPv4 address, or the /64 that one IPv6 subscriber has for himself."""
    if len(source) == 2:
        return socket.inet_aton(source[0])
    return socket.inet_pton(socket.AF_INET6, source[0].partition("%")[0])[:8]
