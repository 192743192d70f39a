"""What a call of three costs the server, beside a call of two: seconds of processor time for each second of a call.

All parties send 640 by 480 at 30 frames a second in VP8, 1 Mbit/s, and Opus, and get the same of each of the others:
for three, half as many packets more come in as for two, and three times as many go out.
"""

import asyncio
from collections.abc import Iterator

from tests.bench.call_clip import make_clip
from tests.bench.call_load import COST, cost
from tests.bench.result import Result


def measure() -> Iterator[Result]:
    clip = make_clip()
    pair = asyncio.run(cost("worker", 1, clip))
    room = asyncio.run(cost("worker", 1, clip, parties=3))
    yield Result(name="room_cpu", value=room, unit=COST, peer="a call of two", peer_value=pair)
    yield Result(name="room_cpu_of_four", value=asyncio.run(cost("worker", 4, clip, parties=3)), unit=COST)
