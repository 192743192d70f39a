"""Photos over HTTP: sent by the citizen under the token, shown to the citizen and to staff."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from server.desk.photos import Photos
from server.domain.actor import Agent, Citizen
from server.domain.photo import MOST_BYTES
from server.protocol.errors import Refusal
from server.transport.address import Addresses
from server.transport.bearer import citizen_of
from server.transport.limits import Buckets, Rate
from server.transport.refusals import answer
from server.transport.sign_in import SignInPages

PER_ADDRESS = Rate(burst=60, per_minute=60)
"""Photos that are sent or looked at by citizens of one address."""

PATIENCE = 180.0
"""Seconds that a photo may take to come: 8 MB at 355 kbit/s."""


class Coming:
    """Photos on their way to this node: each is held in memory until it is whole.

    `of_one`: attempts at the same photo, of which one may be on a connection that is dead; `of_all`: of every photo.
    """

    def __init__(self, of_one: int = 2, of_all: int = 24) -> None:
        self._of_one = of_one
        self._of_all = of_all
        self._photos: Counter[str] = Counter()

    @contextmanager
    def take(self, photo: str) -> Iterator[None]:
        """While it comes. Raises Refusal: `too_many_requests`."""
        if self._photos[photo] >= self._of_one or self._photos.total() >= self._of_all:
            raise Refusal("too_many_requests", retry_after=5)
        self._photos[photo] += 1
        try:
            yield
        finally:
            self._photos[photo] -= 1
            if not self._photos[photo]:
                del self._photos[photo]


@dataclass
class PhotoPages:
    """Handlers of `/api/photos`. `pulse`: seconds of a clock that only goes forward."""

    photos: Photos
    sign_in: SignInPages
    addresses: Addresses
    clock: Callable[[], datetime]
    pulse: Callable[[], float]
    _by_address: Buckets = field(default_factory=lambda: Buckets(PER_ADDRESS), init=False)
    coming: Coming = field(default_factory=Coming)

    def routes(self) -> list[web.RouteDef]:
        path = r"/api/photos/{photo:pho_[A-Za-z0-9_-]{8,40}}"
        # A HEAD would leave an audit line for nothing.
        return [web.put(path, self._send), web.get(path, self._show, allow_head=False)]

    async def _send(self, request: web.Request) -> web.Response:
        citizen, photo = self._citizen(request), request.match_info["photo"]
        if (request.content_length or 0) > MOST_BYTES:
            raise Refusal("photo_too_large")
        await self.photos.expect(citizen, photo, self.clock())
        with self.coming.take(photo):
            data = await _read(request)
            return answer(await self.photos.send(citizen, photo, data, self.clock()))

    async def _show(self, request: web.Request) -> web.Response:
        actor: Agent | Citizen
        if "Authorization" in request.headers:
            actor = self._citizen(request)
        else:
            actor = (await self.sign_in.who(request)).agent
        content = await self.photos.open(actor, request.match_info["photo"], self.clock())
        return web.Response(body=content, content_type="image/jpeg", headers={"Cache-Control": "no-store"})

    def _citizen(self, request: web.Request) -> Citizen:
        """Whoever asks, counted. Raises Refusal: `token_malformed`, `too_many_requests`."""
        citizen = citizen_of(request)
        self._by_address.take(self.addresses.of(request), self.pulse())
        return citizen


async def _read(request: web.Request) -> bytes:
    """The body, however it comes. Raises Refusal: `photo_too_large`, `photo_unavailable` where it does not come in
    time."""
    data = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for piece in request.content.iter_any():
                data += piece
                if len(data) > MOST_BYTES:
                    raise Refusal("photo_too_large")
    except TimeoutError:
        raise Refusal("photo_unavailable") from None
    return bytes(data)
