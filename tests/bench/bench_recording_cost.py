"""What recording adds to what a call costs the server: processor time at twenty calls, with both parties kept in
encrypted chunks, beside the same calls in the same process not recorded. Making films of them is counted apart.

Recorded and not, in turns, so that what else the machine does weighs on both alike.
"""

import asyncio
import base64
import resource
import secrets
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from server.media.recording.making import make_films
from tests.bench.call_clip import make_clip
from tests.bench.call_load import SETTLE_SECONDS
from tests.bench.call_own import Server, calls_of, people
from tests.bench.load.processor import beside_the_server
from tests.bench.result import Result

CALLS = 20
WARM_SECONDS, SECONDS, ROUNDS = 3, 4, 4
FEWEST_FRAMES = 20


def measure() -> Iterator[Result]:
    folder = Path(tempfile.mkdtemp(prefix="recording-cost-"))
    try:
        key = secrets.token_bytes(32)
        with beside_the_server():
            plain, taped, seconds = asyncio.run(_cost(folder, key))
        yield Result(name="recording_cost", value=(taped / plain - 1) * 100, unit="% more CPU", must=45, aim=25)
        yield Result(name="recording_cost_plain", value=plain, unit="CPU-s per call-s")
        yield Result(name="recording_cost_making", value=_making(folder, key) / seconds, unit="CPU-s per call-s")
    finally:
        shutil.rmtree(folder)


async def _cost(folder: Path, key: bytes) -> tuple[float, float, float]:
    """Processor time for each second of each call, not recorded and recorded; and the seconds recorded of each."""
    costs: dict[bool, list[float]] = {False: [], True: []}
    pairs = people(CALLS, make_clip())
    async with (
        Server.running("worker", str(folder)) as server,
        calls_of(server, pairs) as load,
    ):
        load.fewest_frames = FEWEST_FRAMES
        await load.send(WARM_SECONDS)
        for turn in range(2 * ROUNDS):
            # Off, on, on, off: a load that grows or shrinks weighs on both alike.
            taped = turn % 4 in (1, 2)
            for number, pair in enumerate(pairs):
                await server.ask(
                    "record",
                    call=f"c_{number:08}",
                    recording=f"r_{number:08}",
                    key=base64.b64encode(key).decode(),
                    agreed=[party.name for party in pair],
                    keep=taped,
                )
            costs[taped].append((await load.turn(SECONDS)).cost)
        await server.ask("stop")
    return statistics.median(costs[False]), statistics.median(costs[True]), ROUNDS * (SECONDS + SETTLE_SECONDS)


def _making(folder: Path, key: bytes) -> float:
    """Processor time for making the films of one call."""
    before = time.process_time() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    made = make_films(folder, "r_00000000", key)
    spent = time.process_time() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    if len(made.films) != 2 or not all(film.frames for film in made.films):
        raise RuntimeError("what was recorded is no film")
    return spent
