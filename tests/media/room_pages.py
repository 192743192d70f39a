"""Real browser pages as parties of a call: the test stands in for the desk between them and a worker."""

import asyncio
from typing import Any

from playwright.async_api import Browser, Page

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.bad_line import BadLine
from tests.media.browsers import as_a_client_reads


class PageParty:
    """A page with `party_page.html` in it."""

    def __init__(self, name: str, page: Page) -> None:
        self.name = name
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    async def begin(self, **how: Any) -> None:
        """Go into the call, with camera and microphone unless told otherwise."""
        await self.page.evaluate("how => party.begin(how)", how)

    async def stats(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.page.evaluate("party.stats()")
        return found

    async def gets(self, *parties: "PageParty", screen: "PageParty | None" = None) -> None:
        """Wait until pictures and sound of these, and the screen of one, go on coming; and of nobody else."""
        wanted = {f"{party.name}.{source}" for party in parties for source in ("microphone", "camera")}
        wanted |= {f"{screen.name}.screen"} if screen else set()
        begun: dict[str, float] = {}
        async with asyncio.timeout(60):
            while True:
                came = {name: progress(entry) for name, entry in (await self.stats())["in"].items()}
                if came.keys() == wanted:
                    for name, number in came.items():
                        begun.setdefault(name, number)
                    if all(came[name] >= begun[name] + (8 if "mic" not in name else 0.01) for name in wanted):
                        return
                else:
                    begun.clear()
                await asyncio.sleep(0.1)


def progress(entry: dict[str, Any]) -> float:
    """What grows while a stream is seen, or heard."""
    return float(entry["framesDecoded"] if entry["kind"] == "video" else entry["totalAudioEnergy"])


class Pages:
    """The parties of one call, kept up to date as the desk keeps them."""

    def __init__(self, worker: Worker, call: str, browser: Browser, url: str) -> None:
        self._worker = worker
        self._call = call
        self._browser = browser
        self._url = url
        self._here: dict[str, PageParty] = {}
        self._offering: set[asyncio.Task[Any]] = set()

    async def open(self, name: str, line: BadLine | None = None) -> PageParty:
        """A page for this party, which reaches the worker over a `line` if there is one."""
        context = await self._browser.new_context(permissions=["camera", "microphone"])
        party = self._here[name] = PageParty(name, await context.new_page())

        async def tell(sdp: str, screen: str | None) -> Any:
            answer = as_a_client_reads(await self._worker.offer(self._call, name, sdp, screen))
            if line is not None:
                answer["sdp"] = line.lead(answer["sdp"])
            return answer

        await party.page.expose_function("tell", tell)
        await party.page.goto(self._url)
        await party.page.wait_for_function("globalThis.ready")
        return party

    def on_event(self, event: MediaEvent) -> None:
        """Pass on what the worker says."""
        party = self._here.get(event.party or "")
        if event.kind == "changed" and party is not None:
            task = asyncio.create_task(party.page.evaluate("party.offer()"))
            self._offering.add(task)
            task.add_done_callback(self._offering.discard)

    async def leave(self, party: PageParty) -> None:
        """The party hangs up, and the desk says so."""
        del self._here[party.name]
        await party.page.context.close()
        await self._worker.leave(self._call, party.name)
        assert party.errors == []

    async def close(self) -> None:
        for party in tuple(self._here.values()):
            await self.leave(party)
        await asyncio.gather(*self._offering, return_exceptions=True)
