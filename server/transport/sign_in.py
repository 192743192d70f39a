"""Signing in over HTTP: a cookie for a name and a password, and what only those who have one may fetch."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from aiohttp import web

from server.desk.sign_ins import SignedInAgent, SignIns
from server.protocol.errors import Refusal
from server.protocol.pages import SignedIn, SignIn
from server.transport.address import Addresses
from server.transport.content import Content
from server.transport.cookie import COOKIE
from server.transport.languages import language_asked
from server.transport.limits import Buckets, Rate
from server.transport.refusals import answer

PER_NAME_THERE = Rate(burst=5, per_minute=1)
"""Attempts on one name from one address: nobody mistypes more often."""

PER_NAME = Rate(burst=30, per_minute=3)
"""Attempts on one name from anywhere it did not sign in from before: strangers who guess, from however many addresses,
do not lock the agent out at the station."""

PER_ADDRESS = Rate(burst=20, per_minute=4)
"""Attempts from one address: a whole station may sit behind it."""

_MOST_KNOWN = 10_000


@dataclass
class SignInPages:
    """Handlers of signing in. `console` is the one origin that agents sign in from; `pulse`: seconds of
    a clock that only goes forward."""

    sign_ins: SignIns
    content: Content
    addresses: Addresses
    console: str
    clock: Callable[[], datetime]
    pulse: Callable[[], float]
    _by_address: Buckets = field(default_factory=lambda: Buckets(PER_ADDRESS), init=False)
    _by_name: Buckets = field(default_factory=lambda: Buckets(PER_NAME), init=False)
    _by_name_there: Buckets = field(default_factory=lambda: Buckets(PER_NAME_THERE), init=False)
    _known: dict[str, None] = field(default_factory=dict, init=False)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/sign-in", self._sign_in),
            web.post("/api/sign-out", self._sign_out),
            web.get("/api/me", self._me),
            web.get("/api/console", self._console),
        ]

    async def who(self, request: web.Request) -> SignedInAgent:
        """Who asks, by the cookie. Raises Refusal `not_signed_in`."""
        secret = request.cookies.get(COOKIE)
        if not secret:
            raise Refusal("not_signed_in")
        return await self.sign_ins.authenticate(secret, self.clock())

    async def _sign_in(self, request: web.Request) -> web.Response:
        self._check_origin(request)
        now = self.clock()
        given = await _decode(request)
        name, address = given.login.strip().lower(), self.addresses.of(request)
        self._throttle(name, address)
        secret = await self.sign_ins.sign_in(given.login, given.password, now, instead_of=request.cookies.get(COOKIE))
        self._remember(name, address)
        signed_in = await self.sign_ins.authenticate(secret, now)
        response = answer(_shown(signed_in))
        response.set_cookie(COOKIE, secret, path="/", secure=True, httponly=True, samesite="Strict")
        return response

    async def _sign_out(self, request: web.Request) -> web.Response:
        self._check_origin(request)
        if secret := request.cookies.get(COOKIE):
            await self.sign_ins.sign_out(secret, self.clock())
        response = web.Response(status=204)
        response.del_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="Strict")
        return response

    async def _me(self, request: web.Request) -> web.Response:
        return answer(_shown(await self.who(request)))

    async def _console(self, request: web.Request) -> web.Response:
        await self.who(request)
        return answer(self.content.console(language_asked(request), self.clock()))

    def _throttle(self, name: str, address: str) -> None:
        """Count one attempt. Names count whether they exist or not, so that being told to wait tells nothing.

        Raises Refusal `too_many_requests`.
        """
        now = self.pulse()
        self._by_address.take(address, now)
        self._by_name_there.take(f"{address} {name}", now)
        if f"{address} {name}" not in self._known:
            self._by_name.take(name, now)

    def _remember(self, name: str, address: str) -> None:
        """This name signed in from there; the oldest are forgotten when there are too many."""
        self._known.pop(f"{address} {name}", None)
        self._known[f"{address} {name}"] = None
        if len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]

    def _check_origin(self, request: web.Request) -> None:
        """Beside SameSite: what changes something comes from the console's own pages. Raises Refusal
        `not_allowed`."""
        if request.headers.get("Origin") != self.console:
            raise Refusal("not_allowed")


async def _decode(request: web.Request) -> SignIn:
    try:
        return msgspec.json.decode(await request.read(), type=SignIn)
    except msgspec.DecodeError as error:
        raise Refusal("malformed") from error


def _shown(signed_in: SignedInAgent) -> SignedIn:
    agent = signed_in.agent
    return SignedIn(agent=agent.id, name=agent.name, role=agent.role, supervisor=agent.supervisor)
