"""How many calls a core of the server carries: the inverse of what each of twenty costs. Both parties of each send
640 by 480 at 30 frames in VP8, 1 Mbit/s, and Opus."""

from collections.abc import Iterator
from functools import partial

from tests.bench.call_own import through_worker
from tests.bench.call_turns import by_turns, cost, told_beside
from tests.bench.result import Result

CALLS = 20


def measure() -> Iterator[Result]:
    (turns,) = by_turns(partial(through_worker, CALLS))
    yield Result(
        name="calls_per_core",
        value=1 / cost(turns),
        unit="calls",
        must=90,
        aim=150,
        more_is_better=True,
        beside={"cost": cost(turns), **told_beside(turns)},
    )
