"""How long a sender waits for the acknowledgement, at half of the rate that the desk takes at most; and where next to
nobody speaks, so that what waiting for others would add can be seen."""

import statistics
from collections.abc import Iterator

from tests.bench.load.rounds import Round
from tests.bench.result import Result
from tests.bench.saturation import ROUNDS, saturated
from tests.bench.servers import desk

QUIET = 50.0
"""Messages a second: most find nothing under way."""


def measure() -> Iterator[Result]:
    with desk() as ours:
        saturated(ours)
        rate = saturated(ours).rate / 2
        rounds = [Round(**ours.load("pace", rate=rate)) for _ in range(ROUNDS)]
        quiet = [Round(**ours.load("pace", rate=QUIET)) for _ in range(ROUNDS)]
    beside = {
        "rate": statistics.median(each.rate for each in rounds),
        "busy": statistics.median(each.busy for each in rounds),
        "load_busy": statistics.median(each.load_busy for each in rounds),
    }
    for quantile, must, aim in (("p50", 10, 4), ("p99", 60, 20)):
        yield Result(
            name=f"stored_message_latency_{quantile}",
            value=statistics.median(getattr(each, quantile) for each in rounds),
            unit="ms",
            must=must,
            aim=aim,
            beside=beside,
        )
    yield Result(
        name="stored_message_latency_quiet_p50",
        value=statistics.median(each.p50 for each in quiet),
        unit="ms",
        must=5,
        aim=2,
        beside={"rate": QUIET, "p99": statistics.median(each.p99 for each in quiet)},
    )
