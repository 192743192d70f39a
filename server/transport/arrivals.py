"""Arrivals: how many connections and conversations may come from one address.

Generous, because a whole town hall, or a mobile network, may come from one. Whoever is told to wait comes back by
itself, and the numbers to call stand on the page meanwhile. What comes from this machine is not counted: that is its
own bot and media workers, or a proxy that nobody named, behind which everybody would share one limit.
"""

from collections.abc import Callable
from datetime import datetime
from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler

from server.transport.address import Addresses
from server.transport.limits import Buckets, Rate

CONNECTIONS = Rate(burst=600, per_minute=600)
"""Connections from one address: all of them come back at once when a node restarts."""

CONVERSATIONS = Rate(burst=120, per_minute=60)
"""New conversations from one address."""

_SOCKETS = "/socket.io/"


class Arrivals:
    """Counts by address on this node."""

    def __init__(self, addresses: Addresses, clock: Callable[[], datetime]) -> None:
        self._addresses = addresses
        self._clock = clock
        self._connections = Buckets(CONNECTIONS)
        self._conversations = Buckets(CONVERSATIONS)

    def address_of(self, request: web.BaseRequest) -> str | None:
        """The address that a request is counted by; None where it is not counted."""
        address = self._addresses.of(request)
        return None if not address or _is_own(address) else address

    def begin_conversation(self, address: str | None, now: datetime) -> None:
        """Count a new conversation. Raises Refusal `too_many_requests`."""
        if address is not None:
            self._conversations.take(address, now)

    @web.middleware
    async def limit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """A middleware that counts connections as they begin. Raises Refusal `too_many_requests`."""
        if request.path == _SOCKETS and "sid" not in request.query:
            address = self.address_of(request)
            if address is not None:
                self._connections.take(address, self._clock())
        return await handler(request)


def _is_own(address: str) -> bool:
    # An IPv6 address is counted by its network, so ::1 by ::/64.
    return ip_address(address.partition("/")[0]).is_loopback or address == "::/64"
