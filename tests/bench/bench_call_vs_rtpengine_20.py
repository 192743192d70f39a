"""What each of twenty calls costs the server, beside rtpengine in user space as Debian ships it: seconds of processor
time for each second of a call. Both parties send 640 by 480 at 30 frames in VP8, 1 Mbit/s, and Opus.
"""

from collections.abc import Iterator
from functools import partial

from tests.bench.call_own import through_worker
from tests.bench.call_rtpengine import through_rtpengine
from tests.bench.call_turns import against, by_turns
from tests.bench.result import Result


def measure() -> Iterator[Result]:
    ours, theirs = by_turns(partial(through_worker, 20), partial(through_rtpengine, 20))
    yield against("call_vs_rtpengine_20", ours, "rtpengine", theirs, must=1.1, aim=0.8)
