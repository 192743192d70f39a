"""Quick exit over HTTP: the page is being left, and no socket will carry another word."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from server.domain.actor import Citizen
from server.transport.bearer import citizen_of

Leave = Callable[[Citizen, datetime], Awaitable[None]]
"""Ends all that the citizen's token opens; does nothing where it opens nothing."""


@dataclass
class Exit:
    """`POST /api/exit`."""

    leave: Leave
    clock: Callable[[], datetime]

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/api/exit", self._exit)]

    async def _exit(self, request: web.Request) -> web.Response:
        # Never limited: who leaves in a hurry is not told to wait.
        await self.leave(citizen_of(request), self.clock())
        return web.Response(status=204, headers={"Clear-Site-Data": '"storage"'})
