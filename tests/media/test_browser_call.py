"""Two people in real browsers, with a camera and a microphone, through a real worker."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.browsers import Exchange, Party
from tests.media.conftest import CALL
from tests.media.leftovers import left, more_than

pytestmark = pytest.mark.browser

Desk = tuple[Worker, Exchange]

CODECS = "RTCRtpSender.getCapabilities('video').codecs.map(({mimeType}) => mimeType)"
"""What the browser can encode."""


@pytest.fixture
async def desk(parties: tuple[Party, Party], events: list[MediaEvent]) -> AsyncIterator[Desk]:
    """What stands between the parties: a worker, and the test in place of the desk."""

    def on_event(event: MediaEvent) -> None:
        events.append(event)
        exchange.on_event(event)

    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=on_event)
    exchange = Exchange(worker, CALL, *parties)
    await worker.start()
    yield worker, exchange
    await worker.stop()


async def connected(agent: Party, citizen: Party, video_codec: str | None = None) -> None:
    for party in (agent, citizen):
        await party.begin(video_codec)
    await asyncio.gather(*(party.page.evaluate("call.connect()") for party in (agent, citizen)))
    for party in (agent, citizen):
        await party.wait_for("connected")


@pytest.mark.parametrize("codec", ["VP8", "H264"])
async def test_picture_and_sound_arrive_as_they_were_encoded(
    desk: Desk, parties: tuple[Party, Party], codec: str
) -> None:
    agent, citizen = parties
    if f"video/{codec}" not in await agent.page.evaluate(CODECS):
        pytest.skip(f"this Chromium was built without {codec}")
    await connected(agent, citizen, codec)
    for party in parties:
        await party.sees_and_hears()
        assert f"video/{codec}" in (await party.stats())["codecs"]


async def test_nobody_learns_the_others_address(desk: Desk, parties: tuple[Party, Party]) -> None:
    worker, passed = desk
    await connected(*parties)
    assert any("a=candidate" in sdp for sdp in passed.sent), "the browsers said where they are"
    for sdp in passed.delivered:
        candidates = [line for line in sdp.splitlines() if "candidate:" in line]
        assert candidates
        assert all(f" 127.0.0.1 {worker.port} typ host" in line for line in candidates)
        assert ".local" not in sdp


async def test_muting_is_heard_as_silence(desk: Desk, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    await connected(agent, citizen)
    await citizen.sees_and_hears()
    await agent.page.evaluate("call.own.setMicrophone(false)")
    async with asyncio.timeout(20):
        heard = 1.0
        while heard > 1e-6:  # in a whole second; what was under way is heard first
            before = (await citizen.stats())["audioEnergy"]
            await asyncio.sleep(1)
            heard = (await citizen.stats())["audioEnergy"] - before
    await agent.page.evaluate("call.own.setMicrophone(true)")
    await citizen.sees_and_hears()


async def test_a_meter_shows_the_microphone(parties: tuple[Party, Party]) -> None:
    agent, _ = parties
    await agent.begin()
    await agent.page.wait_for_function("meter.level.value > 0.3")
    await agent.page.evaluate("call.own.setMicrophone(false)")
    await agent.page.wait_for_function("meter.level.value === 0")


async def test_the_way_through_the_network_can_change(desk: Desk, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    _, passed = desk
    await connected(agent, citizen)
    await agent.sees_and_hears()
    for moving in ((agent,), (citizen,), parties):
        before = len(passed.delivered)
        await asyncio.gather(*(party.page.evaluate("call.reconnect()") for party in moving))
        async with asyncio.timeout(10):
            while len(passed.delivered) < before + len(moving):
                await asyncio.sleep(0.05)
        await agent.sees_and_hears()
        await citizen.sees_and_hears()
    for party in parties:
        assert await party.page.evaluate("states") == ["new", "connecting", "connected"]


@pytest.mark.parametrize("who", ["who came first", "who came second"])
async def test_a_page_that_was_loaded_again_comes_back(desk: Desk, parties: tuple[Party, Party], who: str) -> None:
    agent, citizen = parties
    await connected(agent, citizen)
    back = agent if who == "who came first" else citizen
    await back.page.reload()
    await back.page.wait_for_function("globalThis.ready")
    await back.begin()
    await back.page.evaluate("call.connect()")
    await back.wait_for("connected")
    await agent.sees_and_hears()
    await citizen.sees_and_hears()


async def test_hanging_up_stops_everything(desk: Desk, parties: tuple[Party, Party], events: list[MediaEvent]) -> None:
    agent, citizen = parties
    worker, _ = desk
    await connected(agent, citizen)
    await citizen.page.evaluate("call.hangUp()")
    assert await citizen.page.evaluate("call.own.stream.getTracks().map(({readyState}) => readyState)") == ["ended"] * 2
    async with asyncio.timeout(5):
        while not any(event.kind == "lost" and event.party == citizen.name for event in events):
            await asyncio.sleep(0.05)
    mine = [event for event in events if event.party == citizen.name and event.kind != "changed"]
    assert [event.reason for event in mine] == [None, "closed"]
    await worker.close(CALL)
    await agent.page.wait_for_function("call.state.value === 'reconnecting'")


async def test_twenty_calls_leave_nothing_behind(desk: Desk, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    worker, _ = desk

    async def call_once() -> None:
        await connected(agent, citizen)
        for party in parties:
            await party.page.evaluate("call.hangUp()")
            await party.page.evaluate("meter.close()")
        await worker.close(CALL)

    await call_once()
    before = left()
    for _ in range(20):
        await call_once()
    assert more_than(before) == {}
