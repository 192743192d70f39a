"""Two people in real browsers, with a camera and a microphone, through a real rtpengine."""

import asyncio
import itertools
import sys
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from server.media.rtpengine.gateway import Gateway
from server.protocol.media import MediaEvent
from tests.media.browsers import Exchange, Party
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, rtp
from tests.media.rtpengine.conftest import in_other_numbers
from tests.support.rtpengine import RtpEngine

pytestmark = pytest.mark.browser

Desk = tuple[Gateway, Exchange]

SHARE = """() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 321, height: 240 });
  const draw = () => { canvas.getContext("2d").fillRect(Math.random() * 300, Math.random() * 200, 20, 20); };
  setInterval(draw, 100);
  return call.shareScreen(canvas.captureStream(10).getVideoTracks()[0]);
}"""


@pytest.fixture
async def desk(engine: RtpEngine, parties: tuple[Party, Party], events: list[MediaEvent]) -> AsyncIterator[Desk]:
    def on_event(event: MediaEvent) -> None:
        events.append(event)
        exchange.on_event(event)

    gateway = Gateway("127.0.0.1", engine.port, addresses=["127.0.0.1"], on_event=on_event)
    exchange = Exchange(gateway, CALL, *parties)
    await gateway.start()
    begins = engine.log.stat().st_size
    yield gateway, exchange
    await gateway.stop()
    sys.stdout.write(engine.log.read_text()[begins:])  # shown where a test failed


async def connected(*parties: Party, codec: str | None = None) -> None:
    for party in parties:
        await party.begin(codec)
    await asyncio.gather(*(party.page.evaluate("call.connect()") for party in parties))
    for party in parties:
        await party.wait_for("connected")


async def lost(events: list[MediaEvent], party: Party) -> MediaEvent:
    async with asyncio.timeout(10):
        while True:
            for event in events:
                if event.kind == "lost" and event.party == party.name:
                    return event
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("codec", ["VP8", "H264"])
async def test_picture_and_sound_arrive_as_they_were_encoded(
    desk: Desk, parties: tuple[Party, Party], events: list[MediaEvent], codec: str
) -> None:
    await connected(*parties, codec=codec)
    for party in parties:
        await party.sees_and_hears()
        assert f"video/{codec}" in (await party.stats())["codecs"]
    told = [event.party for event in events if event.kind == "connected"]
    assert sorted(name or "" for name in told) == sorted(party.name for party in parties)


async def test_nobody_learns_the_others_address(desk: Desk, parties: tuple[Party, Party]) -> None:
    _, passed = desk
    await connected(*parties)
    for sdp in passed.delivered:
        candidates = [line for line in sdp.splitlines() if "candidate:" in line]
        assert candidates
        assert all(" 127.0.0.1 30" in line and line.endswith("typ host") for line in candidates)
        assert ".local" not in sdp


async def test_muting_is_heard_as_silence(desk: Desk, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    await connected(*parties)
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


async def test_the_way_through_the_network_can_change(desk: Desk, parties: tuple[Party, Party]) -> None:
    _, passed = desk
    await connected(*parties)
    for party in parties:
        await party.sees_and_hears()
    for moving in (parties[:1], parties[1:], parties):
        before = len(passed.delivered)
        await asyncio.gather(*(party.page.evaluate("call.reconnect()") for party in moving))
        async with asyncio.timeout(10):
            while len(passed.delivered) < before + len(moving):
                await asyncio.sleep(0.05)
        for party in parties:
            await party.sees_and_hears()
    for party in parties:
        assert await party.page.evaluate("states") == ["new", "connecting", "connected"]


@pytest.mark.parametrize("who", ["who came first", "who came second"])
async def test_a_page_that_was_loaded_again_comes_back(desk: Desk, parties: tuple[Party, Party], who: str) -> None:
    await connected(*parties)
    for party in parties:
        await party.sees_and_hears()
    back = parties[0] if who == "who came first" else parties[1]
    for _ in range(2):
        await back.page.reload()
        await back.page.wait_for_function("globalThis.ready")
        await back.begin()
        await back.page.evaluate("call.connect()")
        await back.wait_for("connected")
        for party in parties:
            await party.sees_and_hears()


async def test_a_screen_is_shown_beside_the_camera(desk: Desk, parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    await connected(*parties)
    await agent.page.evaluate(SHARE)
    await citizen.page.wait_for_function("call.others.value[0]?.screen?.getTracks().length === 1")
    await citizen.page.evaluate("document.querySelector('#remote').srcObject = call.others.value[0].screen")
    await citizen.page.wait_for_function("document.querySelector('#remote').videoWidth === 321", timeout=20_000)
    await agent.page.evaluate("call.shareScreen(null)")
    await citizen.page.wait_for_function("call.others.value[0]?.screen === null")
    for party in parties:
        await party.sees_and_hears()


async def test_who_left_gets_nothing_more_and_another_may_come(
    desk: Desk, parties: tuple[Party, Party], browser: Browser
) -> None:
    gateway, _ = desk
    agent, citizen = parties
    await connected(*parties)
    await agent.sees_and_hears()
    await gateway.leave(CALL, agent.name)
    async with asyncio.timeout(20):
        frames = -1
        while (now := (await agent.stats())["framesDecoded"]) != frames:
            frames = now
            await asyncio.sleep(1)
    colleague = await Party.open("p_agent0002", browser, agent.page.url)
    Exchange(gateway, CALL, colleague)
    await connected(colleague)
    for party in (colleague, citizen):
        await party.sees_and_hears()
    assert await citizen.page.evaluate("states") == ["new", "connecting", "connected"]
    assert (await agent.stats())["framesDecoded"] == frames
    await colleague.close()


async def test_a_browser_that_is_gone_is_found(
    desk: Desk, parties: tuple[Party, Party], events: list[MediaEvent]
) -> None:
    agent, citizen = parties
    gateway, _ = desk
    await connected(*parties)
    await agent.sees_and_hears()
    await citizen.page.evaluate("call.hangUp()")
    assert (await lost(events, citizen)).reason == "silent"
    assert not any(event.kind == "lost" and event.party == agent.name for event in events)
    await gateway.close(CALL)
    assert gateway.calls == ()
    await agent.page.wait_for_function("call.state.value === 'reconnecting'", timeout=30_000)


async def test_a_browser_sends_in_the_numbers_of_the_other(
    desk: Desk, parties: tuple[Party, Party], pair: tuple[Endpoint, Endpoint]
) -> None:
    gateway, exchange = desk
    agent, other = parties[0], pair[0]
    await connected(agent)
    answer = await gateway.offer(CALL, other.name, in_other_numbers(other))
    other.learn(answer.sdp)
    async with asyncio.timeout(20):
        while "a=rtpmap:109 opus" not in exchange.delivered[-1]:
            await asyncio.sleep(0.05)
    await other.connect()
    numbers = itertools.count()
    sent: list[int] = []
    async with asyncio.timeout(20):
        while not {109, 120} <= set(sent) or "audio/opus" not in (await agent.stats())["codecs"]:
            # In the browser's own number for it: a frame of silence.
            other.put(other.dtls.protect(rtp(other.audio, next(numbers), b"\xfc\xff\xfe", payload_type=111)))
            await asyncio.sleep(0.02)
            sent += [packet[1] & 127 for packet in other.drain() if not 64 <= packet[1] & 127 < 96]
    # What was on its way when the browser was told has the browser's own.
    told = max(sent.index(109), sent.index(120))
    assert set(sent[told:]) <= {109, 120, 121}
    assert await agent.page.evaluate("states") == ["new", "connecting", "connected"]
