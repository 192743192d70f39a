"""Two real browser pages that call each other through a worker; the test stands in for the desk between them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

from aiohttp import web
from playwright.async_api import Browser, Page

from server.media.refusal import MediaRefusal
from server.media.worker import Worker

ROOT = Path(__file__).parents[2]

Kind = Literal["offer", "answer"]
Tell = Callable[[Kind, str], Awaitable[None]]


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
        before = await self.stats()
        async with asyncio.timeout(20):
            while True:
                now = await self.stats()
                if now["framesDecoded"] > before["framesDecoded"] + 10 and now["audioEnergy"] > before["audioEnergy"]:
                    return
                await asyncio.sleep(0.1)

    async def close(self) -> None:
        await self.page.context.close()
        assert self.errors == []

    async def _told(self, kind: Kind, sdp: str) -> None:
        assert self.tell is not None
        await self.tell(kind, sdp)


class Exchange:
    """Carries descriptions between two parties by way of the worker, as the desk does, and keeps what passed."""

    def __init__(self, worker: Worker, call: str, first: Party, second: Party) -> None:
        self._worker = worker
        self._call = call
        self.sent: list[str] = []
        self.delivered: list[str] = []
        self.refused: list[str] = []
        self.delay: float = 0
        first.tell = self._teller(first, second)
        second.tell = self._teller(second, first)

    def _teller(self, sender: Party, receiver: Party) -> Tell:
        async def tell(kind: Kind, sdp: str) -> None:
            self.sent.append(sdp)
            pass_on = self._worker.offer if kind == "offer" else self._worker.answer
            try:
                passed = await pass_on(self._call, sender.name, sdp)
            except MediaRefusal as refusal:
                self.refused.append(refusal.code)
                raise
            self.delivered.append(passed)
            await asyncio.sleep(self.delay)
            take = "acceptOffer" if kind == "offer" else "acceptAnswer"
            await receiver.page.evaluate(f"sdp => void call.{take}(sdp)", passed)

        return tell
