"""How many processors this process may use."""

import math
import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""What a container may use, as Linux's cgroup v2 has it: microseconds in each period, or `max`; then the period."""


def usable(quota: Path = _QUOTA) -> int:
    """At least one: those that it may run on, and no more than its container is given time for."""
    processors = len(os.sched_getaffinity(0))
    try:
        most, period = quota.read_text().split()
        return max(1, min(processors, math.ceil(int(most) / int(period))))
    except (OSError, ValueError):
        # No container, or one without a limit.
        return processors
