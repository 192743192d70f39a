"""Two people in real browsers, with a camera and a microphone, through a real rtpengine."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser

from server.media.rtpengine.gateway import Gateway
from server.protocol.media import MediaEvent
from tests.media.browsers import Exchange, Party, site
from tests.support.rtpengine import RtpEngine

pytestmark = pytest.mark.browser

CALL = "c_0123456789"


@pytest.fixture(scope="module")
def engine() -> Iterator[RtpEngine]:
    with RtpEngine() as engine:
        yield engine


@pytest.fixture
async def parties(browser: Browser) -> AsyncIterator[tuple[Party, Party]]:
    async with site() as url:
        agent = await Party.open("p_agent0001", browser, url)
        citizen = await Party.open("p_citizen01", browser, url)
        yield agent, citizen
        await agent.close()
        await citizen.close()


@pytest.fixture
async def desk(
    engine: RtpEngine, parties: tuple[Party, Party], events: list[MediaEvent]
) -> AsyncIterator[tuple[Gateway, Exchange]]:
    def on_event(event: MediaEvent) -> None:
        events.append(event)
        exchange.on_event(event)

    gateway = Gateway("127.0.0.1", engine.port, addresses=["127.0.0.1"], on_event=on_event)
    exchange = Exchange(gateway, CALL, *parties)
    await gateway.start()
    yield gateway, exchange
    await gateway.stop()


async def connected(*parties: Party) -> None:
    for party in parties:
        await party.begin()
    await asyncio.gather(*(party.page.evaluate("call.connect()") for party in parties))
    for party in parties:
        await party.wait_for("connected")


async def test_picture_and_sound_arrive(desk, parties, events) -> None:
    agent, citizen = parties
    await connected(agent, citizen)
    for party in parties:
        await party.sees_and_hears()
    print(await agent.stats(), events)
