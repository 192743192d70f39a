"""Arrivals: how many connections may come from one address and be open at once, and how many conversations, and tests
of the network, begin there.

Generous, because a whole town hall, or a mobile network, may come from one. Who is a stranger, and comes when there are
too many, is told on the doorstep when to come again; the numbers to call stand on the page meanwhile. Who has a
conversation, a seat in a call or a sign-in is let in all the same: somebody in danger must not lose the desk because of
who else is at their address.

What comes from this machine is not counted: that is its own bot and media workers, or a proxy that nobody named, behind
which everybody would share one limit.
"""

from collections import Counter
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import parse_qs

from aiohttp import web
from aiohttp.typedefs import Handler

from server.protocol.errors import Refusal
from server.transport.address import Addresses
from server.transport.doorstep import PLACES, Doorstep, Leave
from server.transport.limits import Buckets, Rate

CONNECTIONS = Rate(burst=2000, per_minute=1200)
"""Connections from one address: all of them come back at once when a node restarts."""

OPEN = 3000
"""Connections from one address at the same time, on one node: a large school, every pupil at once."""

OPEN_OF_KNOWN = 6000
"""The same, as long as whoever comes is no stranger: what one address may cost in memory."""

DOORSTEP = Rate(burst=PLACES / 2, per_minute=60 * PLACES / 2)
"""Connections from an address that has too many, which come as far as the doorstep: each keeps its place for a second
at least, as long as a poor mobile network takes to show a token."""

KNOWN = Rate(burst=20, per_minute=20)
"""Connections of one who is no stranger, from an address that has too many."""

OPEN_OF_ONE = 8
"""The same, at the same time: windows, and connections that nobody has found dead yet."""

WAIT = 30.0
"""Seconds until an address that has too many open may try again."""

SOON = 10.0
"""Seconds until one from which too many came at once may: its crowd is not to knock again before some of it is in."""

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
        self._doorsteps: dict[str, Doorstep] = {}
        self._let_in: dict[str, str] = {}
        """Sessions that came in from a doorstep, and whose each is."""
        self._open_of: Counter[str] = Counter()
        self._connections = Buckets(CONNECTIONS)
        self._on_doorsteps = Buckets(DOORSTEP)
        self._known = Buckets(KNOWN)
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

    def came(self, session: str, request: web.BaseRequest, leave: Leave) -> None:
        """A session has begun; `leave` ends it. One that is too many stands on the doorstep."""
        address = self.address_of(request)
        if address is None:
            return
        now = self._pulse()
        if self._wait(address, now):
            self._doorsteps.setdefault(address, Doorstep()).add(session, leave)
        else:
            self._connections.take(address, now)
            self._open[address] += 1

    def wait(self, session: str, request: web.BaseRequest) -> float:
        """Seconds until a session on the doorstep may try again; 0 for one that is in, or comes in now that there is
        room."""
        address = self._stands_at(session, request)
        if address is None:
            return 0.0
        now = self._pulse()
        wait = self._wait(address, now)
        if not wait:
            self._connections.take(address, now)
            self._come_in(session, address)
        return wait

    def let_in(self, session: str, request: web.BaseRequest, who: str | None = None) -> None:
        """Let in from the doorstep somebody who is no stranger; without a limit who is the desk's own, and named by
        nothing. Raises Refusal `too_many_requests`."""
        address = self._stands_at(session, request)
        if address is None:
            return
        if who is not None:
            if self._open[address] >= OPEN_OF_KNOWN or self._open_of[who] >= OPEN_OF_ONE:
                raise Refusal("too_many_requests", retry_after=WAIT)
            self._known.take(who, self._pulse())
            self._let_in[session] = who
            self._open_of[who] += 1
        self._come_in(session, address)

    def went(self, session: str, request: web.BaseRequest) -> None:
        """A session that came is gone."""
        address = self.address_of(request)
        if address is None:
            return
        if self._stands_at(session, request) is not None:
            self._leave_doorstep(session, address)
            return
        _count_down(self._open, address)
        who = self._let_in.pop(session, None)
        if who is not None:
            _count_down(self._open_of, who)

    @web.middleware
    async def limit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """A middleware that lets no session begin where even the doorstep is crowded: who floods is refused for less
        than a session costs. Raises Refusal `too_many_requests`."""
        # Read as the engine reads it, to which an empty one is none.
        if request.path == _SOCKETS and "sid" not in parse_qs(request.query_string):
            address, now = self.address_of(request), self._pulse()
            if address is not None and (wait := self._wait(address, now)):
                if self._on_doorsteps.wait(address, now):
                    raise Refusal("too_many_requests", retry_after=wait)
                self._on_doorsteps.take(address, now)
        return await handler(request)

    def _wait(self, address: str, now: float) -> float:
        """Seconds until a stranger may come; 0 where one may now. Takes nothing."""
        if self._open[address] >= OPEN:
            return WAIT
        short = self._connections.wait(address, now)
        return max(short, SOON) if short else 0.0

    def _stands_at(self, session: str, request: web.BaseRequest) -> str | None:
        """The address on whose doorstep a session stands; None for one that is in."""
        address = self.address_of(request) if self._doorsteps else None
        return address if address is not None and session in self._doorsteps.get(address, ()) else None

    def _come_in(self, session: str, address: str) -> None:
        self._leave_doorstep(session, address)
        self._open[address] += 1

    def _leave_doorstep(self, session: str, address: str) -> None:
        doorstep = self._doorsteps[address]
        doorstep.remove(session)
        if doorstep.is_empty:
            del self._doorsteps[address]


def _count_down(counter: Counter[str], key: str) -> None:
    counter[key] -= 1
    if counter[key] <= 0:
        del counter[key]


def _is_own(address: str) -> bool:
    # An IPv6 address is counted by its network, so ::1 by ::/64.
    return ip_address(address.partition("/")[0]).is_loopback or address == "::/64"
