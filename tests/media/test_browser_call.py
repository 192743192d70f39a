"""Two people in real browsers, with a camera and a microphone, through a real worker."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.browsers import Exchange, Party, site
from tests.media.conftest import CALL
from tests.media.leftovers import left, more_than

pytestmark = pytest.mark.browser


@pytest.fixture
async def parties(browser: Browser) -> AsyncIterator[tuple[Party, Party]]:
    async with site() as url:
        agent = await Party.open("p_agent0001", browser, url)
        citizen = await Party.open("p_citizen01", browser, url)
        yield agent, citizen
        await agent.close()
        await citizen.close()


async def connected(worker: Worker, agent: Party, citizen: Party, video_codec: str | None = None) -> Exchange:
    exchange = Exchange(worker, CALL, agent, citizen)
    await agent.begin(video_codec)
    await citizen.begin(video_codec)
    await agent.page.evaluate("call.offer()")
    await agent.wait_for("connected")
    await citizen.wait_for("connected")
    return exchange


@pytest.mark.parametrize("codec", ["VP8", "H264"])
async def test_picture_and_sound_arrive_as_they_were_encoded(
    worker: Worker, parties: tuple[Party, Party], codec: str
) -> None:
    agent, citizen = parties
    await connected(worker, agent, citizen, codec)
    for party in parties:
        await party.sees_and_hears()
        assert f"video/{codec}" in (await party.stats())["codecs"]


async def test_nobody_learns_the_others_address(worker: Worker, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    exchange = await connected(worker, agent, citizen)
    before = len(exchange.delivered)
    await agent.page.evaluate("call.reconnect()")
    async with asyncio.timeout(10):
        while len(exchange.delivered) < before + 2:
            await asyncio.sleep(0.05)
    assert any("a=candidate" in sdp for sdp in exchange.sent), "the browsers said where they are"
    for sdp in exchange.delivered:
        candidates = [line for line in sdp.splitlines() if "candidate:" in line]
        assert candidates
        assert all(f" 127.0.0.1 {worker.port} typ host" in line for line in candidates)
        assert ".local" not in sdp


async def test_muting_is_heard_as_silence(worker: Worker, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    await connected(worker, agent, citizen)
    await citizen.sees_and_hears()
    await agent.page.evaluate("call.setMicrophone(false)")
    await asyncio.sleep(1)
    muted = (await citizen.stats())["audioEnergy"]
    await asyncio.sleep(2)
    assert (await citizen.stats())["audioEnergy"] - muted < 1e-6
    await agent.page.evaluate("call.setMicrophone(true)")
    await citizen.sees_and_hears()


async def test_a_meter_shows_the_microphone(parties: tuple[Party, Party]) -> None:
    agent, _ = parties
    await agent.begin()
    await agent.page.wait_for_function("meter.level.value > 0.3")
    await agent.page.evaluate("call.setMicrophone(false)")
    await agent.page.wait_for_function("meter.level.value === 0")


async def test_the_way_through_the_network_can_change(worker: Worker, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    exchange = await connected(worker, agent, citizen)
    for party in parties:
        before = len(exchange.delivered)
        await party.page.evaluate("call.reconnect()")
        async with asyncio.timeout(10):
            while len(exchange.delivered) < before + 2:
                await asyncio.sleep(0.05)
        await agent.sees_and_hears()
        await citizen.sees_and_hears()
        assert await party.page.evaluate("states") == ["new", "connecting", "connected"]


async def test_both_may_ask_for_a_new_way_at_once(worker: Worker, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    exchange = await connected(worker, agent, citizen)
    exchange.delay = 0.5  # so that neither has the other's offer when making its own
    await asyncio.gather(*(party.page.evaluate("call.reconnect()") for party in parties))
    async with asyncio.timeout(10):
        while len(exchange.delivered) < 4:
            await asyncio.sleep(0.05)
    assert exchange.refused == ["offer_pending"]
    await agent.sees_and_hears()
    await citizen.sees_and_hears()


@pytest.mark.parametrize("who_offers", ["the one who stayed", "the one who comes back"])
@pytest.mark.parametrize("who_comes_back", ["who had offered", "who had answered"])
async def test_a_page_that_was_loaded_again_comes_back(
    worker: Worker, parties: tuple[Party, Party], who_offers: str, who_comes_back: str
) -> None:
    agent, citizen = parties
    await connected(worker, agent, citizen)
    back, stayed = (agent, citizen) if who_comes_back == "who had offered" else (citizen, agent)
    await back.page.reload()
    await back.page.wait_for_function("globalThis.ready")
    await back.begin()
    await (stayed if who_offers == "the one who stayed" else back).page.evaluate("call.offer()")
    await back.wait_for("connected")
    await agent.sees_and_hears()
    await citizen.sees_and_hears()


async def test_an_offer_that_comes_twice_is_answered_twice(worker: Worker, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    exchange = await connected(worker, agent, citizen)
    offer, answer = exchange.delivered
    await citizen.page.evaluate("sdp => call.acceptOffer(sdp)", offer)
    assert exchange.delivered[2:] == [answer]
    assert exchange.refused == []
    await agent.sees_and_hears()
    await citizen.sees_and_hears()


async def test_hanging_up_stops_everything(
    worker: Worker, parties: tuple[Party, Party], events: list[MediaEvent]
) -> None:
    agent, citizen = parties
    await connected(worker, agent, citizen)
    await citizen.page.evaluate("call.hangUp()")
    assert await citizen.page.evaluate("call.local.getTracks().map(({readyState}) => readyState)") == ["ended"] * 2
    async with asyncio.timeout(5):
        while not any(event.kind == "lost" and event.party == citizen.name for event in events):
            await asyncio.sleep(0.05)
    assert [event.reason for event in events if event.party == citizen.name] == [None, "closed"]
    await worker.close(CALL)
    await agent.page.wait_for_function("call.state.value === 'reconnecting'")


async def test_twenty_calls_leave_nothing_behind(worker: Worker, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties

    async def call_once() -> None:
        await connected(worker, agent, citizen)
        for party in parties:
            await party.page.evaluate("call.hangUp()")
            await party.page.evaluate("meter.close()")
        await worker.close(CALL)

    await call_once()
    before = left()
    for _ in range(20):
        await call_once()
    assert more_than(before) == {}
