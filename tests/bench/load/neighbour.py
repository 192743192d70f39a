"""Two nodes: what one of them pays for what is said among participants of the other."""

import asyncio
from dataclasses import dataclass

from tests.bench.load.pairs import Pairs
from tests.bench.load.processor import cpu_seconds
from tests.bench.load.rounds import WARM_UP, all_post, post_in_time

_OWN = 20
"""Clients of the idle node."""

_CALM = 1.0
"""Seconds until what came before is over."""


@dataclass(frozen=True)
class Neighbour:
    """How much of a core the idle node had, and the rate of messages on the other."""

    quiet: float
    disturbed: float
    rate: float


async def disturb(
    port: int, server: int, *, idle_port: int, idle: int, rate: float, seconds: float, rounds: int
) -> list[Neighbour]:
    """In each round let nothing happen for some seconds, then as long let the clients of `port` talk. `idle` is the
    process of the other node, whose own clients say nothing."""
    own, talking = await Pairs.opened(idle_port, _OWN), await Pairs.opened(port)
    await all_post(talking, WARM_UP, 1, seconds)
    found = [await _round(talking, idle, rate, seconds) for _ in range(rounds)]
    await own.end()
    await talking.end()
    return found


async def _round(talking: Pairs, idle: int, rate: float, seconds: float) -> Neighbour:
    await asyncio.sleep(_CALM)
    loop = asyncio.get_running_loop()
    used, began = cpu_seconds(idle), loop.time()
    await asyncio.sleep(seconds)
    quiet = (cpu_seconds(idle) - used) / (loop.time() - began)
    used, began = cpu_seconds(idle), loop.time()
    await post_in_time(talking, rate, int(rate * seconds))
    took = loop.time() - began
    return Neighbour(quiet, (cpu_seconds(idle) - used) / took, talking.tally.acknowledged / took)
