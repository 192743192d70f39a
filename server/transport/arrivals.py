"""Arrivals: how many connections may come from one address and be open at once, and how many conversations, and tests
of the network, begin there.

Generous, because a whole town hall, or a mobile network, may come from one. Whoever is told to wait comes back by
itself, and the numbers to call stand on the page meanwhile. What comes from this machine is not counted: that is its
own bot and media workers, or a proxy that nobody named, behind which everybody would share one limit.
"""

from collections import Counter
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import parse_qs

from aiohttp import web
from aiohttp.typedefs import Handler

from server.protocol.errors import Refusal
from server.transport.address import Addresses
from server.transport.limits import Buckets, Rate

CONNECTIONS = Rate(burst=2000, per_minute=1200)
"""Connections from one address: all of them come back at once when a node restarts."""

OPEN = 3000
"""Connections from one address at the same time, on one node: a large school, every pupil at once."""

WAIT = 30.0
"""Seconds until an address that has too many open may try again."""

CONVERSATIONS = Rate(burst=120, per_minute=60)
"""New conversations from one address."""

TESTS = Rate(burst=10, per_minute=4)
"""Tests of the network from one address: each has a media worker shake hands twice."""

_SOCKETS = "/socket.io/"


class Arrivals:
    """Counts by address on this node."""

    def __init__(self, addresses: Addresses, pulse: Callable[[], float]) -> None:
        """`pulse`: seconds of a clock that only goes forward."""
        self._addresses = addresses
        self._pulse = pulse
        self._open: Counter[str] = Counter()
        self._connections = Buckets(CONNECTIONS)
        self._conversations = Buckets(CONVERSATIONS)
        self._tests = Buckets(TESTS)

    def address_of(self, request: web.BaseRequest) -> str | None:
        """The address that a request is counted by; None where it is not counted."""
        address = self._addresses.of(request)
        return None if not address or _is_own(address) else address

    def begin_conversation(self, address: str) -> None:
        """Count a new conversation. Raises Refusal `too_many_requests`."""
        self._conversations.take(address, self._pulse())

    def begin_test(self, address: str) -> None:
        """Count a test of the network. Raises Refusal `too_many_requests`."""
        self._tests.take(address, self._pulse())

    def came(self, request: web.BaseRequest) -> None:
        """A connection is open."""
        address = self.address_of(request)
        if address is not None:
            self._open[address] += 1

    def went(self, request: web.BaseRequest) -> None:
        """A connection that came is gone."""
        address = self.address_of(request)
        if address is not None:
            self._open[address] -= 1
            if self._open[address] <= 0:
                del self._open[address]

    @web.middleware
    async def limit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """A middleware that counts connections as they begin. Raises Refusal `too_many_requests`."""
        # Read as the engine reads it, to which an empty one is none.
        if request.path == _SOCKETS and "sid" not in parse_qs(request.query_string):
            address = self.address_of(request)
            if address is not None:
                if self._open[address] >= OPEN:
                    raise Refusal("too_many_requests", retry_after=WAIT)
                self._connections.take(address, self._pulse())
        return await handler(request)


def _is_own(address: str) -> bool:
    # An IPv6 address is counted by its network, so ::1 by ::/64.
    return ip_address(address.partition("/")[0]).is_loopback or address == "::/64"
