"""How long it takes until everybody is back who was cut off at one moment, and has what was said meanwhile."""

import statistics
from collections.abc import Iterator

from tests.bench.load.citizens import Returned
from tests.bench.load.processor import most_connections
from tests.bench.result import Result
from tests.bench.servers import desk

CITIZENS = 5_000
ENTRIES = 20
MISSED = 5
WITHIN = 60
ROUNDS = 5


def measure() -> Iterator[Result]:
    """They come at once, without the pause that our own client makes. With fewer where the machine does not allow so
    many connections: `citizens` says how many there were. Each round has a desk of its own."""
    citizens = min(CITIZENS, most_connections())
    rounds = [_round(citizens) for _ in range(ROUNDS)]
    seconds = [each.seconds for each in rounds]
    yield Result(
        name="reconnect_storm",
        value=statistics.median(seconds),
        unit="s",
        must=10,
        aim=5,
        beside={
            "citizens": citizens,
            "lowest": min(seconds),
            "highest": max(seconds),
            "missing": max(each.missing for each in rounds),
            "errors": max(each.errors for each in rounds),
            "p50": statistics.median(each.p50 for each in rounds),
            "server_cpu": statistics.median(each.cpu for each in rounds),
        },
    )


def _round(citizens: int) -> Returned:
    with desk(citizens, ENTRIES) as ours:
        return Returned(**ours.load("come_back", citizens=citizens, entries=ENTRIES, missed=MISSED, within=WITHIN))
