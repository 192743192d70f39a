"""How soon a call goes on when its media worker is killed: seconds from SIGKILL until picture and sound of each have
arrived at the other over another worker, the later of both.

A whole desk on loopback with workers to spare, and two real Chromium pages of it, in which nobody presses anything.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator

from playwright.async_api import expect

from tests.bench.result import Result
from tests.scenarios.calls.people import InCall, Line, connections, worker_port
from tests.scenarios.calls.workers import kill_worker_on
from tests.scenarios.people import Person, Town
from tests.support.chromium import CAMERA, chromium
from tests.support.desk import ServedDesk

ROUNDS = 3
"""Workers that are killed, one after the other, each with the call on it."""


def measure() -> Iterator[Result]:
    with ServedDesk({"MEDIA_WORKERS": str(ROUNDS + 1)}) as desk:
        waits = asyncio.run(_waits(desk))
    yield Result(
        name="call_moved",
        value=statistics.median(waits),
        unit="s",
        must=5,
        beside={"lowest": min(waits), "highest": max(waits)},
    )


async def _waits(desk: ServedDesk) -> list[float]:
    expect.set_options(timeout=30_000)
    async with chromium(f"{CAMERA}30") as browser:
        town = Town(desk, browser)
        call = await Line(town, town.agent).call("mijn step")
        waits = [await _wait(desk, call) for _ in range(ROUNDS)]
        faults = await town.close()
    if faults:
        raise RuntimeError(f"a page failed: {faults}")
    return waits


async def _wait(desk: ServedDesk, call: InCall) -> float:
    port = await worker_port(call.citizen.page)
    before = [(person, await connections(person)) for person in (call.citizen, call.agent)]
    killed = time.monotonic()
    kill_worker_on(desk, port)
    again = await asyncio.gather(*(_talks_again(person, made) for person, made in before))
    return max(again) - killed


async def _talks_again(person: Person, made: int) -> float:
    """When picture and sound had arrived over a connection that the page made after so many."""
    async with asyncio.timeout(60):
        while True:
            if await connections(person) > made:
                arrived = await person.media()
                if arrived.get("video", {}).get("frames") and arrived.get("audio", {}).get("energy"):
                    return time.monotonic()
            await asyncio.sleep(0.02)
