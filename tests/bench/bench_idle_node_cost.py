"""What a node pays for what is said among participants of another: CPU added for each 1,000 messages a second.

Two nodes on one Redis and one PostgreSQL. The idle one has citizens too, who say nothing.
"""

import statistics
from collections.abc import Iterator

from tests.bench.load.neighbour import Neighbour
from tests.bench.result import Result
from tests.bench.servers import two_desks

ROUNDS = 5
RATE = 500
MOST = 10
SECONDS = 3
"""In all rounds together, no client says more than the desk takes from one citizen at once."""


def measure() -> Iterator[Result]:
    """It must lie within the noise: within what the node's CPU differs between moments at which nothing happens, and
    below a hundredth of a core however much that is."""
    with two_desks() as desks:
        how = {
            "idle_port": desks.second.port,
            "idle": desks.second.process,
            "rate": RATE,
            "seconds": SECONDS,
            "rounds": ROUNDS,
        }
        rounds = [Neighbour(**each) for each in desks.first.load("disturb", **how)]
    per_thousand = 1e6 / statistics.median(each.rate for each in rounds)
    quiet = [each.quiet for each in rounds]
    noise = max(abs(each - statistics.median(quiet)) for each in quiet) * per_thousand
    added = statistics.median(each.disturbed - each.quiet for each in rounds) * per_thousand
    yield Result(
        name="idle_node_cost",
        value=added,
        unit="ms CPU a second",
        must=min(float(f"{noise:.3g}"), MOST),
        aim=0,
        beside={"quiet_core": statistics.median(quiet), "rate": statistics.median(each.rate for each in rounds)},
    )
