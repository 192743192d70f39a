"""What a video call costs the server: seconds of processor time for each second of a call.

Both parties send 640 by 480 at 30 frames a second in VP8, 1 Mbit/s, and Opus. Beside our worker, with one call and with
eight, stands aiortc's own MediaRelay with one, in the same run and under the same load.
"""

import asyncio
from collections.abc import Iterator

from tests.bench.call_clip import Clip, make_clip
from tests.bench.call_load import Kind, Party, Server, call_through_mediarelay, call_through_worker, send_for
from tests.bench.result import Result

WARM_SECONDS = 3
SECONDS = 8
UNIT = "CPU-s per call-s"
FEWEST_FRAMES = 27
"""A second, to each party. A server that drops frames spends less, and must not look the better for it."""


def measure() -> Iterator[Result]:
    clip = make_clip()
    peer = asyncio.run(_cost("mediarelay", 1, clip))
    ours = asyncio.run(_cost("worker", 1, clip))
    yield Result(name="call_cpu", value=ours, unit=UNIT, peer="aiortc MediaRelay", peer_value=peer)
    yield Result(name="call_cpu_of_eight", value=asyncio.run(_cost("worker", 8, clip)), unit=UNIT)


async def _cost(kind: Kind, calls: int, clip: Clip) -> float:
    """Processor time of the server, for each second of each call."""
    connect = call_through_worker if kind == "worker" else call_through_mediarelay
    loop = asyncio.get_running_loop()
    async with Server.running(kind) as server:
        parties: list[Party] = []
        for number in range(calls):
            pair = Party(f"p_caller{number:03}", clip), Party(f"p_callee{number:03}", clip)
            await connect(server, f"c_{number:08}", *pair)
            parties += pair
        begun = loop.time()
        await send_for(parties, WARM_SECONDS, begun)
        used, frames, at = await server.ask("cpu"), _frames(parties), loop.time()
        await send_for(parties, SECONDS, begun)
        seconds = loop.time() - at
        used, frames = await server.ask("cpu") - used, _frames(parties) - frames
        for party in parties:
            await party.close()
    rate = frames / seconds / len(parties)
    if rate < FEWEST_FRAMES:
        raise RuntimeError(f"{kind} delivered {rate:.0f} frames a second: this machine is too busy to measure")
    return float(used) / seconds / calls


def _frames(parties: list[Party]) -> int:
    return sum(party.frames_received for party in parties)
