"""The way that a call went is gone for good, and there is another: the browser finds it, and nobody clicks."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser

from server.media.worker import Worker
from tests.media.bad_line import BadLine
from tests.media.browsers import Exchange, Party, site
from tests.media.conftest import CALL

pytestmark = pytest.mark.browser


class Roads(Exchange):
    """What the desk passes on, but that one party reaches the worker by a line that may be cut."""

    def __init__(self, worker: Worker, call: str, moving: Party, other: Party, line: BadLine) -> None:
        super().__init__(worker, call, moving, other)
        self.line = line
        self.worker = ("127.0.0.1", worker.port)
        straight = moving.tell
        assert straight is not None

        async def tell(sdp: str, screen: str | None) -> Any:
            answer = await straight(sdp, screen)
            return {**answer, "sdp": answer["sdp"].replace(" {} {} ".format(*self.worker), self._road)}

        moving.tell = tell

    @property
    def _road(self) -> str:
        host, port = self.line.address
        return f" {host} {port} "


@pytest.fixture
async def parties(browser: Browser) -> AsyncIterator[tuple[Party, Party]]:
    async with site() as url:
        citizen = await Party.open("p_citizen01", browser, url)
        agent = await Party.open("p_agent0001", browser, url)
        yield citizen, agent
        await citizen.close()
        await agent.close()


@pytest.fixture
async def roads(parties: tuple[Party, Party]) -> AsyncIterator[Roads]:
    """The two, in a call."""
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=lambda event: found.on_event(event))
    await worker.start()
    async with BadLine.to(("127.0.0.1", worker.port)) as line:
        found = Roads(worker, CALL, *parties, line)
        for party in parties:
            await party.begin()
        await asyncio.gather(*(party.page.evaluate("call.connect()") for party in parties))
        for party in parties:
            await party.wait_for("connected")
            await party.sees_and_hears()
        yield found
    await worker.stop()


@pytest.mark.parametrize("told", [False, True], ids=["unnoticed", "noticed"])
async def test_it_is_found_without_a_click(parties: tuple[Party, Party], roads: Roads, told: bool) -> None:
    """`noticed`: the page says so, as it does when the browser tells of another network; else what does not arrive is
    missed."""
    citizen, _ = parties
    offers = len(roads.sent)
    async with BadLine.to(roads.worker) as second:
        roads.line.loss, roads.line = 1, second
        if told:
            await citizen.page.evaluate("call.reconnect()")
        async with asyncio.timeout(40):
            while not second.passed:
                await asyncio.sleep(0.1)
        await citizen.wait_for("connected")
        for party in parties:
            await party.sees_and_hears()
    assert len(roads.sent) > offers
    assert ("reconnecting" in await citizen.page.evaluate("states")) is not told


async def test_it_is_found_however_late(parties: tuple[Party, Party], roads: Roads) -> None:
    citizen, _ = parties
    await citizen.page.clock.install()
    roads.line.loss = 1
    await citizen.wait_for("reconnecting")
    await citizen.page.clock.fast_forward(31_000)
    await citizen.wait_for("failed")
    roads.line.loss = 0
    await citizen.wait_for("connected")
    for party in parties:
        await party.sees_and_hears()
