"""What reading and checking the demo zone costs, in CPU time: it is read again whenever one of its files changes."""

import statistics
import time
from collections.abc import Iterator

from server.zone.load import demo_folder, load_zone
from tests.bench.result import Result

ROUNDS = 5


def measure() -> Iterator[Result]:
    load_zone(demo_folder())
    taken = []
    for _ in range(ROUNDS):
        before = time.process_time()
        load_zone(demo_folder())
        taken.append(time.process_time() - before)
    yield Result(name="zone_load", value=statistics.median(taken) * 1000, unit="ms", must=300)
