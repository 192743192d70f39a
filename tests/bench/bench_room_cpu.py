"""What a call of three costs the server, beside a call of two: seconds of processor time for each second of a call.

All parties send 640 by 480 at 30 frames a second in VP8, 1 Mbit/s, and Opus, and get the same of each of the others:
for three, half as many packets more come in as for two, and three times as many go out.
"""

from collections.abc import Iterator
from functools import partial

from tests.bench.call_load import COST
from tests.bench.call_own import through_worker
from tests.bench.call_turns import by_turns, cost
from tests.bench.result import Result


def measure() -> Iterator[Result]:
    pair, room, four = by_turns(
        partial(through_worker, 1), partial(through_worker, 1, parties=3), partial(through_worker, 4, parties=3)
    )
    yield Result(name="room_cpu", value=cost(room), unit=COST, peer="a call of two", peer_value=cost(pair))
    yield Result(name="room_cpu_of_four", value=cost(four), unit=COST)
