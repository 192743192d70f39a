"""How long the first screen of a long conversation takes: its last fifty entries, of ten thousand."""

from collections.abc import Iterator

from tests.bench.load.citizens import Read
from tests.bench.result import Result
from tests.bench.servers import desk

ENTRIES = 10_000
SCREEN = 50
TIMES = 15


def measure() -> Iterator[Result]:
    with desk(1, ENTRIES) as ours:
        read = Read(**ours.load("read", entries=ENTRIES, last=SCREEN, times=TIMES))
    yield Result(
        name="sync_first_screen",
        value=read.p50,
        unit="ms",
        must=50,
        aim=20,
        beside={"p99": read.p99, "with_connecting": read.arriving},
    )
