"""Two real browser pages that call each other through a worker; the test stands in for the desk between them."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from aiohttp import web
from playwright.async_api import Browser, Page

from server.media.engine import Engine
from server.protocol.media import Described, MediaEvent
from tests.media.bad_line import BadLine

ROOT = Path(__file__).parents[2]

Tell = Callable[[str, str | None], Awaitable[Any]]
"""Takes an offer, and the mid of a shared screen; gives the answer."""


@asynccontextmanager
async def site() -> AsyncIterator[str]:
    """Serves the page of the test and the modules it loads; gives its URL."""
    app = web.Application()
    app.router.add_static("/static", ROOT / "web" / "static")
    app.router.add_static("/vendor", ROOT / "web" / "vendor")
    app.router.add_static("/", Path(__file__).parent)
    runner = web.AppRunner(app)
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0)
    await server.start()
    host, port = runner.addresses[0]
    yield f"http://{host}:{port}/call_page.html"
    await runner.cleanup()


class Party:
    """A page with a call in it."""

    def __init__(self, name: str, page: Page) -> None:
        self.name = name
        self.page = page
        self.tell: Tell | None = None
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    @classmethod
    async def open(cls, name: str, browser: Browser, url: str) -> "Party":
        context = await browser.new_context(permissions=["camera", "microphone"])
        party = cls(name, await context.new_page())
        await party.page.expose_function("tell", party._told)
        await party.page.goto(url)
        await party.page.wait_for_function("globalThis.ready")
        return party

    async def begin(self, video_codec: str | None = None) -> None:
        """Switch camera and microphone on, and make a call that is not connected yet."""
        await self.page.evaluate("codec => begin(codec ?? undefined)", video_codec)

    async def wait_for(self, state: str) -> None:
        await self.page.wait_for_function("state => call.state.value === state", arg=state, timeout=40_000)

    async def stats(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.page.evaluate("call.stats()")
        return found

    async def sees_and_hears(self) -> None:
        """Wait until frames are decoded and sound is heard, more of both than now."""
        before = now = await self.stats()
        deadline = time.monotonic() + 20
        while now["framesDecoded"] <= before["framesDecoded"] + 10 or now["audioEnergy"] <= before["audioEnergy"]:
            assert time.monotonic() < deadline, f"{self.name} had {before}, and 20 seconds later {now}"
            await asyncio.sleep(0.1)
            now = await self.stats()

    async def close(self) -> None:
        await self.page.context.close()
        assert self.errors == []

    async def _told(self, sdp: str, screen: str | None) -> Any:
        assert self.tell is not None
        return await self.tell(sdp, screen)


def as_a_client_reads(answer: Described) -> dict[str, Any]:
    """An answer with what was left out on the wire, because it says nothing."""
    return {"sdp": answer.sdp, "streams": [{"mid": None, **msgspec.to_builtins(each)} for each in answer.streams]}


class Exchange:
    """Carries offers to the worker and answers back, as the desk does, and says when to offer; keeps what passed."""

    def __init__(self, worker: Engine, call: str, *parties: Party, line: BadLine | None = None) -> None:
        """`line`: the first of the parties reaches the worker over it; another one is taken with the next offer."""
        self._worker = worker
        self.line = line
        self._on_line = parties[0].name
        self._call = call
        self._parties = {party.name: party for party in parties}
        self._refreshing: set[asyncio.Task[Any]] = set()
        self.sent: list[str] = []
        self.delivered: list[str] = []
        for party in parties:
            party.tell = self._teller(party)

    def on_event(self, event: MediaEvent) -> None:
        party = self._parties.get(event.party or "")
        if event.kind == "changed" and party is not None:
            task = asyncio.create_task(party.page.evaluate("globalThis.call?.refresh()"))
            self._refreshing.add(task)
            task.add_done_callback(self._refreshing.discard)

    def _teller(self, sender: Party) -> Tell:
        async def tell(sdp: str, screen: str | None) -> Any:
            self.sent.append(sdp)
            answer = await self._worker.offer(self._call, sender.name, sdp, screen)
            self.delivered.append(answer.sdp)
            read = as_a_client_reads(answer)
            if self.line is not None and sender.name == self._on_line:
                read["sdp"] = self.line.lead(answer.sdp)
            return read

        return tell
