"""Three and four people in real browsers, one of whom shows a screen, through a real worker."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Error

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.bad_line import BadLine
from tests.media.browsers import site
from tests.media.conftest import CALL
from tests.media.room_pages import PageParty, Pages

pytestmark = pytest.mark.browser


@pytest.fixture
async def pages(browser: Browser, events: list[MediaEvent]) -> AsyncIterator[tuple[Worker, Pages]]:
    """A worker, and pages that it tells what it tells the test."""
    told: list[Pages] = []

    def on_event(event: MediaEvent) -> None:
        events.append(event)
        told[0].on_event(event)

    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=on_event)
    await worker.start()
    async with site() as url:
        told.append(Pages(worker, CALL, browser, url.replace("call_page", "party_page")))
        yield worker, told[0]
        await told[0].close()
    await worker.stop()


async def connections(party: PageParty) -> list[str]:
    """The connections that a page has had to the worker: one, by the name of its way."""
    sdp: str = await party.page.evaluate("party.connection.localDescription.sdp")
    return sorted(set(re.findall(r"a=ice-ufrag:(\S+)", sdp)))


async def test_a_call_grows_to_four_and_shrinks_again(pages: tuple[Worker, Pages], events: list[MediaEvent]) -> None:
    worker, here = pages
    citizen, agent = await here.open("p_citizen01"), await here.open("p_agent0001")
    await asyncio.gather(citizen.begin(), agent.begin())
    await asyncio.gather(citizen.gets(agent), agent.gets(citizen))
    ways = await connections(citizen)

    interpreter = await here.open("p_interprt1")
    await interpreter.begin()
    await asyncio.gather(
        citizen.gets(agent, interpreter), agent.gets(citizen, interpreter), interpreter.gets(citizen, agent)
    )
    await agent.page.evaluate("party.share()")
    second = await here.open("p_agent0002")
    await second.begin()
    await asyncio.gather(
        citizen.gets(agent, interpreter, second, screen=agent),
        second.gets(agent, interpreter, citizen, screen=agent),
        interpreter.gets(citizen, agent, second, screen=agent),
        agent.gets(citizen, interpreter, second),
    )
    incoming = [entry for party in (citizen, second) for entry in (await party.stats())["in"].values()]
    lost, came = (sum(entry[name] for entry in incoming) for name in ("packetsLost", "packetsReceived"))
    assert lost <= came / 100, "the worker leaves out nothing; a busy machine may"
    assert {entry["codec"] for entry in incoming} == {"video/VP8", "audio/opus"}

    await here.leave(agent)
    await here.leave(interpreter)
    await asyncio.gather(citizen.gets(second), second.gets(citizen))
    assert await connections(citizen) == ways, "all the time on one connection"
    assert not [each for each in events if each.kind == "lost" and each.party in (citizen.name, second.name)]
    assert worker.counters.forged == worker.counters.replayed == worker.counters.garbage == 0


async def test_three_agree_on_a_codec_and_on_what_makes_it_good(pages: tuple[Worker, Pages]) -> None:
    _, here = pages
    three = [await here.open(name) for name in ("p_citizen01", "p_agent0001", "p_interprt1")]
    await asyncio.gather(*(party.begin(codec="H264") for party in three))
    await asyncio.gather(*(one.gets(*(other for other in three if other is not one)) for one in three))
    for party in three:
        stats = await party.stats()
        incoming = stats["in"].values()
        assert {entry["codec"] for entry in incoming} == {"video/H264", "audio/opus"}
        async with asyncio.timeout(30):
            while (await party.stats())["out"]["1"]["roundTrip"] is None:
                await asyncio.sleep(0.1)  # the worker reports to the sender
            while not all(entry.get("estimatedPlayoutTimestamp") for entry in (await party.stats())["in"].values()):
                await asyncio.sleep(0.1)  # sender reports bind the clocks of sound and picture
        assert (await party.stats())["out"]["1"]["nackCount"] < 10, "hardly anything, where hardly anything is lost"


async def test_a_page_that_is_loaded_again_comes_back_to_the_room(pages: tuple[Worker, Pages]) -> None:
    _, here = pages
    three = [await here.open(name) for name in ("p_citizen01", "p_agent0001", "p_interprt1")]
    await asyncio.gather(*(party.begin() for party in three))
    citizen, *others = three
    await citizen.gets(*others)
    await citizen.page.reload()
    await citizen.page.wait_for_function("globalThis.ready")
    await citizen.begin()
    await asyncio.gather(citizen.gets(*others), *(other.gets(*(set(three) - {other})) for other in others))


async def test_what_one_loses_nobody_misses(pages: tuple[Worker, Pages]) -> None:
    """A tenth of all packets is lost between the citizen and the worker, each way."""
    worker, here = pages
    async with BadLine.to(("127.0.0.1", worker.port), loss=0.1, delay=0.02) as line:
        citizen = await here.open("p_citizen01", line)
        others = [await here.open(name) for name in ("p_agent0001", "p_interprt1")]
        await asyncio.gather(*(party.begin() for party in (citizen, *others)))
        await asyncio.gather(citizen.gets(*others), *(other.gets(*({citizen, *others} - {other})) for other in others))
        async with asyncio.timeout(60):
            while True:
                stats = await citizen.stats()
                cameras = [entry for name, entry in stats["in"].items() if name.endswith("camera")]
                if stats["out"]["1"]["nackCount"] > 5 and all(
                    entry.get("retransmittedPacketsReceived", 0) > 5 for entry in cameras
                ):
                    break
                await asyncio.sleep(0.1)
        await asyncio.gather(citizen.gets(*others), *(other.gets(*({citizen, *others} - {other})) for other in others))
        assert line.lost > 50
        for other in others:
            camera = (await other.stats())["in"][f"{citizen.name}.camera"]
            lost = camera["packetsLost"] / (camera["packetsLost"] + camera["packetsReceived"])
            assert lost < 0.05, "most of it was asked for again by the worker"
        await here.leave(citizen)


async def test_a_browser_that_crashes_is_missed(pages: tuple[Worker, Pages], events: list[MediaEvent]) -> None:
    _, here = pages
    citizen, agent = await here.open("p_citizen01"), await here.open("p_agent0001")
    await asyncio.gather(citizen.begin(), agent.begin())
    await asyncio.gather(citizen.gets(agent), agent.gets(citizen))
    events.clear()
    with pytest.raises(Error):
        await citizen.page.goto("chrome://crash", timeout=1_000)
    async with asyncio.timeout(30):
        while not [each for each in events if each.kind == "lost" and each.party == citizen.name]:
            await asyncio.sleep(0.02)
    assert {event.party for event in events} == {citizen.name}


async def test_nobody_is_missed_for_being_quiet(pages: tuple[Worker, Pages], events: list[MediaEvent]) -> None:
    _, here = pages
    citizen, agent = await here.open("p_citizen01"), await here.open("p_agent0001")
    await asyncio.gather(citizen.begin(), agent.begin())
    await citizen.gets(agent)
    for party in (citizen, agent):
        await party.page.evaluate("Promise.all(party.connection.getSenders().map((one) => one.replaceTrack(null)))")
    events.clear()
    await asyncio.sleep(5)
    assert events == []
