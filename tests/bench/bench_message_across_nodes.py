"""What a stored message costs each part of a desk of several nodes, whose two participants are on different ones.

`docs/operations.md` sizes PostgreSQL, Redis and the nodes by these.
"""

import statistics
from collections.abc import Iterator

from tests.bench.load.across import Shared
from tests.bench.result import Result
from tests.bench.servers import two_desks

ROUNDS = 5


def measure() -> Iterator[Result]:
    """`nodes` is what both nodes pay together: half of the messages come in at each."""
    with two_desks() as desks:
        processes = {
            "first": desks.first.process,
            "second": desks.second.process,
            "postgres": desks.postgres.process,
            "redis": desks.redis.process,
        }
        how = {"other_port": desks.second.port, "processes": processes}
        rounds = [Shared(**desks.first.load("across", **how)) for _ in range(ROUNDS)]
    for part, of in {"nodes": ("first", "second"), "postgres": ("postgres",), "redis": ("redis",)}.items():
        spent = [sum(each.cpu[name] for name in of) for each in rounds]
        yield Result(name=f"message_across_{part}", value=statistics.median(spent), unit="µs CPU")
