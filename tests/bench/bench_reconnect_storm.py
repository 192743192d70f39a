"""How long it takes until everybody is back who was cut off at one moment, and has what was said meanwhile."""

from collections.abc import Iterator

from tests.bench.load.citizens import Returned
from tests.bench.load.processor import most_connections
from tests.bench.result import Result
from tests.bench.servers import desk

CITIZENS = 5_000
ENTRIES = 20
MISSED = 5
WITHIN = 60


def measure() -> Iterator[Result]:
    """They come at once, without the pause that our own client makes. With fewer where the machine does not allow so
    many connections: `citizens` says how many there were."""
    citizens = min(CITIZENS, most_connections())
    with desk(citizens, ENTRIES) as ours:
        back = Returned(**ours.load("come_back", citizens=citizens, entries=ENTRIES, missed=MISSED, within=WITHIN))
    yield Result(
        name="reconnect_storm",
        value=back.seconds,
        unit="s",
        must=10,
        aim=5,
        beside={
            "citizens": citizens,
            "missing": back.missing,
            "errors": back.errors,
            "p50": back.p50,
            "server_cpu": back.cpu,
        },
    )
