"""What a process takes of the machine: CPU, memory, and which cores it may run on."""

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

_CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, LOAD_CORE = _CORES[0], _CORES[-1]
"""Apart, where there are two: the load must not take from the server that it measures."""


def cpu_seconds(process: int) -> float:
    """Seconds of CPU that all threads of a process have used, those that ended included."""
    # clock_getcpuclockid(3), which Python does not offer.
    return time.clock_gettime((~process << 3) | 2)


def resident_kilobytes(process: int) -> int:
    """Memory that a process holds now."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def most_connections() -> int:
    """How many connections this process, and what it starts from now on, may have: the soft limit goes up to the hard
    one. Some files are left for everything else."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard - 500


def on_core(core: int, and_then: Callable[[], None]) -> Callable[[], None]:
    """A `preexec_fn`: a child runs on this core alone; `and_then` is another one."""

    def pin() -> None:
        os.sched_setaffinity(0, {core})
        and_then()

    return pin


def beside_the_server() -> AbstractContextManager[None]:
    """This process, and what it starts unpinned, keeps off the core of the server that is measured."""
    return _on({LOAD_CORE})


def on_every_core() -> AbstractContextManager[None]:
    """This process, and what it starts unpinned, has the whole machine: for what waits for the server and hardly
    takes from it."""
    return _on(set(_CORES))


@contextmanager
def _on(cores: set[int]) -> Iterator[None]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
