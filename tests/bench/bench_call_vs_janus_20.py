"""What each of twenty calls costs the server, beside Janus and its VideoRoom as Debian ships it: seconds of processor
time for each second of a call. Both parties send 640 by 480 at 30 frames in VP8, 1 Mbit/s, and Opus.

`peer_one_loop`: Janus with one thread for all connections, which is not how it comes, but spends less on one core.
"""

from collections.abc import Iterator
from functools import partial

from tests.bench.call_janus import through_janus
from tests.bench.call_own import through_worker
from tests.bench.call_turns import against, by_turns, cost
from tests.bench.result import Result


def measure() -> Iterator[Result]:
    ours, theirs, one_loop = by_turns(
        partial(through_worker, 20), partial(through_janus, 20), partial(through_janus, 20, event_loops=1)
    )
    yield against("call_vs_janus_20", ours, "Janus VideoRoom", theirs, must=0.6, aim=0.4, peer_one_loop=cost(one_loop))
