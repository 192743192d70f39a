"""A child that must not outlive its parent, however the parent ends."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def tied_to_this_process(stop: signal.Signals = signal.SIGKILL) -> Callable[[], None]:
    """A `preexec_fn`: the kernel sends the child `stop` when this process ends, a `kill -9` included.

    Start the child from a thread that lives as long as the process: the kernel watches the thread that forked.
    Linux only; on other systems a child outlives a parent that was killed, and only then.
    """
    if sys.platform != "linux":
        return _nothing
    parent = os.getpid()
    # Loaded here, before the fork: afterwards only calls that take no lock are safe.
    prctl = ctypes.CDLL(None).prctl

    def tie() -> None:
        prctl(_PR_SET_PDEATHSIG, int(stop))
        if os.getppid() != parent:  # it ended before the kernel knew
            os._exit(1)

    return tie


def _nothing() -> None:
    """Where the kernel offers no such thing."""
