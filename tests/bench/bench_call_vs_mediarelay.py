"""What a call costs the server, beside aiortc's own MediaRelay, which decodes and encodes each frame: seconds of
processor time for each second of a call. Both parties send 640 by 480 at 30 frames in VP8, 1 Mbit/s, and Opus.
"""

from collections.abc import Iterator
from functools import partial

from tests.bench.call_own import through_mediarelay, through_worker
from tests.bench.call_turns import against, by_turns
from tests.bench.result import Result


def measure() -> Iterator[Result]:
    ours, theirs = by_turns(partial(through_worker, 1), partial(through_mediarelay, 1))
    yield against("call_vs_mediarelay", ours, "aiortc MediaRelay", theirs, must=0.05, aim=0.035)
