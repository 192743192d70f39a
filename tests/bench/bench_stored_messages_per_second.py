"""How many messages a second one desk process stores, acknowledges and delivers on one core."""

import statistics
from collections.abc import Iterator

from tests.bench.result import Result
from tests.bench.saturation import by_turns, told_beside
from tests.bench.servers import desk


def measure() -> Iterator[Result]:
    with desk() as ours:
        (rounds,) = by_turns(ours)
    yield Result(
        name="stored_messages_per_second",
        value=statistics.median(each.rate for each in rounds),
        unit="messages/s",
        must=4000,
        aim=6500,
        more_is_better=True,
        beside=told_beside(rounds),
    )
