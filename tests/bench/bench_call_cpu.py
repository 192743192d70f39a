"""What a video call costs the server: seconds of processor time for each second of a call.

Both parties send 640 by 480 at 30 frames a second in VP8, 1 Mbit/s, and Opus. Beside our worker, with one call and with
eight, stands aiortc's own MediaRelay with one, in the same run and under the same load.
"""

import asyncio
from collections.abc import Iterator

from tests.bench.call_clip import make_clip
from tests.bench.call_load import COST, cost
from tests.bench.result import Result


def measure() -> Iterator[Result]:
    clip = make_clip()
    peer = asyncio.run(cost("mediarelay", 1, clip))
    ours = asyncio.run(cost("worker", 1, clip))
    yield Result(name="call_cpu", value=ours, unit=COST, peer="aiortc MediaRelay", peer_value=peer)
    yield Result(name="call_cpu_of_eight", value=asyncio.run(cost("worker", 8, clip)), unit=COST)
