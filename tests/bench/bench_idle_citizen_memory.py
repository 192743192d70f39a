"""What a citizen costs the desk who is connected, has a conversation open, and says nothing."""

import statistics
from collections.abc import Iterator

from tests.bench.load.citizens import Held
from tests.bench.load.processor import most_connections
from tests.bench.result import Result
from tests.bench.servers import desk

CITIZENS = 10_000
ENTRIES = 4
SECONDS = 15
"""More than one interval between two signs of life."""

ROUNDS = 5


def measure() -> Iterator[Result]:
    """With fewer citizens where the machine does not allow so many connections: `citizens` says how many there were.
    Each round has a desk of its own."""
    citizens = min(CITIZENS, most_connections())
    rounds = [_round(citizens) for _ in range(ROUNDS)]
    kilobytes = [each.kilobytes for each in rounds]
    yield Result(
        name="idle_citizen_memory",
        value=statistics.median(kilobytes),
        unit="kB",
        must=30,
        aim=20,
        beside={
            "citizens": min(each.citizens for each in rounds),
            "lowest": min(kilobytes),
            "highest": max(kilobytes),
            "connecting_us": statistics.median(each.connecting for each in rounds),
            "idle_core": statistics.median(each.idle for each in rounds),
        },
    )


def _round(citizens: int) -> Held:
    with desk(citizens, ENTRIES) as ours:
        return Held(**ours.load("hold", citizens=citizens, seconds=SECONDS))
