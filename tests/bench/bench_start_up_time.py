"""How long `onlineloket serve` takes until the desk is healthy: in a new data folder, and in one that was used."""

import statistics
from collections.abc import Iterator

from tests.bench.result import Result
from tests.support.desk import ServedDesk

ROUNDS = 3


def measure() -> Iterator[Result]:
    first, again = [], []
    for _ in range(ROUNDS):
        with ServedDesk() as desk:  # makes keys, tables and demo agents
            first.append(desk.started_in)
            desk.stop()
            desk.start()
            again.append(desk.started_in)
    yield Result(name="start_up_time", value=statistics.median(first), unit="s")
    yield Result(name="start_up_time_again", value=statistics.median(again), unit="s")
