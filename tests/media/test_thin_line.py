"""A line that carries a picture badly, or not at all: what the page says of it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.bad_line import BadLine
from tests.media.browsers import Exchange, Party, site
from tests.media.conftest import CALL

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture
async def ends(browser: Browser) -> AsyncIterator[tuple[Party, Party, BadLine]]:
    """A citizen on a line that can be made bad, and an agent, who talk."""
    async with site() as url:
        citizen = await Party.open("p_citizen01", browser, url)
        agent = await Party.open("p_agent0001", browser, url)

        def on_event(event: MediaEvent) -> None:
            exchange.on_event(event)

        worker = Worker(addresses=["127.0.0.1"], port=0, on_event=on_event)
        await worker.start()
        async with BadLine.to(("127.0.0.1", worker.port)) as line:
            exchange = Exchange(worker, CALL, citizen, agent, line=line)
            for party in (citizen, agent):
                await party.begin()
            await asyncio.gather(*(party.page.evaluate("call.connect()") for party in (citizen, agent)))
            for party in (citizen, agent):
                await party.sees_and_hears()
            yield citizen, agent, line
            await citizen.close()
            await agent.close()
        await worker.stop()


async def shows(party: Party, what: str) -> None:
    await party.page.wait_for_function(what, timeout=90_000)


async def test_losses_are_seen_at_both_ends(ends: tuple[Party, Party, BadLine]) -> None:
    citizen, agent, line = ends
    for party in (citizen, agent):
        await shows(party, "quality.sent.value === 'good'")
        await shows(party, "[...quality.received.value.values()].every(each => each === 'good')")
    line.loss = 0.3
    for party in (citizen, agent):
        await shows(party, "quality.sent.value === 'poor'")
        await shows(party, "[...quality.received.value.values()].some(each => each !== 'good')")
    line.loss = 0
    for party in (citizen, agent):
        await shows(party, "quality.sent.value === 'good'")
    assert await citizen.page.evaluate("quality.thin.value") is False


async def test_a_line_that_is_too_thin_for_pictures(ends: tuple[Party, Party, BadLine]) -> None:
    citizen, agent, line = ends
    line.rate = 60_000
    await shows(citizen, "quality.thin.value")
    await citizen.page.evaluate("call.own.dropCamera().then(() => call.setPictures(false))")
    heard = (await agent.stats())["audioEnergy"]
    async with asyncio.timeout(30):
        while (await agent.stats())["audioEnergy"] <= heard:
            await asyncio.sleep(0.2)
