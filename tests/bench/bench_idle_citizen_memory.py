"""What a citizen costs the desk who is connected, has a conversation open, and says nothing."""

from collections.abc import Iterator

from tests.bench.load.citizens import Held
from tests.bench.load.processor import most_connections
from tests.bench.result import Result
from tests.bench.servers import desk

CITIZENS = 10_000
ENTRIES = 4
SECONDS = 15
"""More than one interval between two signs of life."""


def measure() -> Iterator[Result]:
    """With fewer citizens where the machine does not allow so many connections: `citizens` says how many there were."""
    citizens = min(CITIZENS, most_connections())
    with desk(citizens, ENTRIES) as ours:
        held = Held(**ours.load("hold", citizens=citizens, seconds=SECONDS))
    yield Result(
        name="idle_citizen_memory",
        value=held.kilobytes,
        unit="kB",
        must=30,
        aim=20,
        beside={"citizens": held.citizens, "connecting_us": held.connecting, "idle_core": held.idle},
    )
