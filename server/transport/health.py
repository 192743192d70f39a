"""Health and figures, for whoever runs the desk."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

Check = Callable[[], Awaitable[None]]
"""Raises where something does not answer."""

_PATIENCE = 2.0
"""Seconds after which no answer is an answer."""


@dataclass
class Health:
    """`/healthz` and `/metrics`.

    `vital`: without these the desk cannot work, such as the database. `lesser`: without these it works on, slower,
    such as Redis. `token`: who has it may read the figures from elsewhere than this machine.
    """

    vital: Mapping[str, Check]
    lesser: Mapping[str, Check]
    registry: CollectorRegistry
    token: str | None = None

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/healthz", self._health), web.get("/metrics", self._metrics)]

    async def _health(self, request: web.Request) -> web.Response:
        """200 as long as the desk can work; what does not answer is named."""
        names = [*self.vital, *self.lesser]
        answers = await asyncio.gather(*(_answers(check) for check in (*self.vital.values(), *self.lesser.values())))
        found = {name: "ok" if answered else "failed" for name, answered in zip(names, answers, strict=True)}
        works = all(found[name] == "ok" for name in self.vital)
        status = "ok" if all(answers) else "degraded" if works else "failed"
        return web.json_response({"status": status, "checks": found}, status=200 if works else 503)

    async def _metrics(self, request: web.Request) -> web.Response:
        if not self._may_read(request):
            raise web.HTTPForbidden
        return web.Response(body=generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    def _may_read(self, request: web.Request) -> bool:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if self.token is not None and hmac.compare_digest(given.encode(errors="surrogateescape"), self.token.encode()):
            return True
        # A proxy on this machine asks from loopback too: whoever it asks for is named in this header.
        forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
        return not forwarded and ip_address(request.remote or "::").is_loopback


async def _answers(check: Check) -> bool:
    try:
        async with asyncio.timeout(_PATIENCE):
            await check()
    except Exception:  # noqa: BLE001 whatever it is, it does not answer
        return False
    return True
