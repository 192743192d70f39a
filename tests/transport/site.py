"""The desk's site on a real server, with the real use cases behind it and a clock that a test moves."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse, ClientSession, CookieJar, web
from argon2 import PasswordHasher
from prometheus_client import CollectorRegistry

from server.desk.identity import new_id
from server.desk.papers import Papers
from server.desk.passwords import Passwords
from server.desk.roster import Roster
from server.desk.sign_ins import SignIns
from server.papers.printer import Printer
from server.store.agents import Account
from server.transport.address import Addresses
from server.transport.allowance import Allowance
from server.transport.arrivals import Arrivals
from server.transport.desk_server import DeskServer
from server.transport.doors import Doors
from server.transport.figures import Figures
from server.transport.pages import Origins
from server.transport.site import Site
from server.transport.sockets import Sockets
from server.transport.templates import CATALOGUES
from server.zone.catalogue import Catalogues
from tests.desk.harness import Bench
from tests.support.ports import free_pair

WEB = Path(__file__).parents[2] / "web"
PASSWORD = "made up for this test"


@dataclass
class ServedSite:
    """The site while it is served: what to ask it with, and what stands behind it."""

    bench: Bench
    client: ClientSession
    origin: str
    demo_origin: str
    roster: Roster
    sign_ins: SignIns
    ended: list[tuple[str, str]]
    arrivals: Arrivals

    async def get(self, path: str, **options: Any) -> ClientResponse:
        return await self.client.get(self.origin + path, allow_redirects=False, **options)

    async def post(self, path: str, **options: Any) -> ClientResponse:
        return await self.client.post(self.origin + path, **options)

    async def add_agent(self, login: str = "an", **values: Any) -> Account:
        """An agent who signs in with PASSWORD."""
        account = Account(
            **{
                "id": new_id("a"),
                "login": login,
                "name": "An",
                "role": "inspecteur",
                "kind": "police",
                "teams": (self.bench.zone.central_team.id,),
                "languages": ("nl",),
                "skills": (),
                "capacity": 3,
                **values,
            }
        )
        await self.roster.add_agent(account, PASSWORD, self.bench.now)
        return account

    async def sign_in(self, login: str = "an", password: str = PASSWORD, **options: Any) -> ClientResponse:
        options.setdefault("headers", {"Origin": self.origin})
        return await self.post("/api/sign-in", json={"login": login, "password": password}, **options)


@asynccontextmanager
async def served(bench: Bench, **overrides: Any) -> AsyncIterator[ServedSite]:
    """Serve the site on loopback, the demo municipality's on the next port. `overrides` go to `Site.build`."""
    port = free_pair()
    origin, demo_origin = f"http://localhost:{port}", f"http://127.0.0.1:{port + 1}"
    passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=64))
    ended: list[tuple[str, str]] = []

    async def on_ended(agent: str, sign_in: str) -> None:
        ended.append((agent, sign_in))

    sign_ins = SignIns(bench.database, passwords, on_ended)
    zone = lambda: bench.zone  # noqa: E731 the name is the argument's
    parts: dict[str, Any] = {
        "folder": WEB,
        "catalogues": _catalogues(),
        "origins": Origins(origin, origin, (demo_origin,)),
        "zone": zone,
        "sign_ins": sign_ins,
        "papers": Papers(bench.database, zone, bench.tickets, _printer(), bench.photos.album),
        "library": bench.library,
        "photos": bench.photos,
        "leave": bench.router.conversations.leave_in_a_hurry,
        "vital": {"database": bench.database.check},
        "lesser": {"redis": bench.line.ping},
        "registry": CollectorRegistry(),
        "clock": lambda: bench.now,
        "pulse": lambda: bench.now.timestamp(),
    }
    site = Site.build(**parts | overrides)
    pulse = parts["pulse"]
    # Where a connection comes from is in the header that a proxy of ours would set.
    arrivals = Arrivals(Addresses(("127.0.0.0/8", "::1/128")), pulse)
    desk, server = site.desk(), DeskServer(arrivals.came, arrivals.went)
    doors = Doors(sign_ins, origin, "no service connects here")
    clock = lambda: bench.now  # noqa: E731 the name is the argument's
    allowance, figures = Allowance(pulse), Figures(CollectorRegistry())
    Sockets(server, bench.connections, bench.router, doors, sign_ins, arrivals, allowance, figures, clock).attach()
    desk.middlewares.append(arrivals.limit)
    server.attach(desk)
    # A cookie jar that keeps Secure cookies for localhost, as browsers do.
    jar = CookieJar(treat_as_secure_origin=[origin])
    async with (
        ClientSession(cookie_jar=jar) as client,
        serving(desk, port),
        serving(site.municipality(), port + 1),
    ):
        roster = Roster(bench.database, passwords, sign_ins)
        yield ServedSite(bench, client, origin, demo_origin, roster, sign_ins, ended, arrivals)
        await server.shutdown()


@cache
def _catalogues() -> Catalogues:
    return Catalogues.load(WEB / "locales", *CATALOGUES)


@cache
def _printer() -> Printer:
    return Printer.load(WEB / "locales")


@asynccontextmanager
async def serving(application: web.Application, port: int) -> AsyncIterator[None]:
    """Serve an application on loopback."""
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield
    finally:
        await runner.cleanup()


def directives(response: ClientResponse) -> dict[str, str]:
    """A response's Content-Security-Policy, by directive, with the nonce made readable."""
    policy = re.sub(r"'nonce-[\w-]{22}'", "'nonce-…'", response.headers["Content-Security-Policy"])
    return {name: sources for name, _, sources in (part.strip().partition(" ") for part in policy.split(";"))}
