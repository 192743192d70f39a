"""Whether sign language stays readable on a bad line: frames decoded a second, while a tenth of all packets, each for
itself, is lost both ways between the citizen and the server, 40 ms there and back.

Two real Chromium pages through our worker, cameras of 320 by 240 at 30 frames; the median of a minute, after a quarter
of one. The value is of the party who sees less: `citizen` gets over the bad line, `agent` what was sent over it.
"""

import asyncio
import statistics
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.bench.result import Result
from tests.media.bad_line import BadLine
from tests.media.browsers import Exchange, Party, site
from tests.support.chromium import CAMERA, chromium

LOSS, DELAY = 0.1, 0.02
"""In each direction: a share, and seconds."""

SETTLE_SECONDS, SECONDS = 15, 60

SMALL_CAMERA = """() => {
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wanted) => open({ ...wanted, video: { width: 320, height: 240, frameRate: 30 } });
}"""
"""Gives a page a camera that has no more."""


def measure() -> Iterator[Result]:
    citizen, agent, lost = asyncio.run(_rates())
    beside = {"citizen": statistics.median(citizen), "agent": statistics.median(agent), "lost": lost}
    yield Result(
        name="frame_rate_10_loss",
        value=min(beside["citizen"], beside["agent"]),
        unit="frames/s",
        must=20,
        aim=25,
        more_is_better=True,
        beside={**beside, "lowest": min(*citizen, *agent)},
    )


async def _rates() -> tuple[list[float], list[float], float]:
    """What each got in each second, and the share of packets that was lost."""
    async with chromium(f"{CAMERA}30") as browser, site() as url:
        parties = [await Party.open(name, browser, url) for name in ("p_citizen01", "p_agent0001")]
        async with _talking(*parties) as line:
            await asyncio.sleep(SETTLE_SECONDS)
            rates: list[list[float]] = [[], []]
            before = [await _decoded(party) for party in parties]
            for _ in range(SECONDS):
                await asyncio.sleep(1)
                for rate, party, number in zip(rates, parties, range(2), strict=True):
                    then, (frames, at) = before[number], await _decoded(party)
                    rate.append((frames - then[0]) / (at - then[1]))
                    before[number] = (frames, at)
            share = line.lost / (line.lost + line.passed)
        for party in parties:
            await party.close()
    return rates[0], rates[1], share


@asynccontextmanager
async def _talking(citizen: Party, agent: Party) -> AsyncIterator[BadLine]:
    """They call each other, the citizen over the bad line."""

    def on_event(event: MediaEvent) -> None:
        exchange.on_event(event)

    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=on_event)
    await worker.start()
    try:
        async with BadLine.to(("127.0.0.1", worker.port), loss=LOSS, delay=DELAY) as line:
            exchange = Exchange(worker, "c_0123456789", citizen, agent, line=line)
            for party in (citizen, agent):
                await party.page.evaluate(SMALL_CAMERA)
                await party.begin()
            await asyncio.gather(*(party.page.evaluate("call.connect()") for party in (citizen, agent)))
            for party in (citizen, agent):
                await party.wait_for("connected")
                await party.sees_and_hears()
            yield line
    finally:
        await worker.stop()


async def _decoded(party: Party) -> tuple[int, float]:
    """Frames that the page has decoded by now, and when that was, in seconds by its clock."""
    found = await party.page.evaluate("call.stats().then(({ framesDecoded }) => [framesDecoded, performance.now()])")
    return found[0], found[1] / 1_000
