"""Conversations across two nodes: what each process that has a part in a message pays for it."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

import psutil

from tests.bench.load.pairs import Pairs
from tests.bench.load.processor import cpu_seconds
from tests.bench.load.rounds import EACH, WARM_UP, all_post

_WITHIN = 3.0


@dataclass(frozen=True)
class Shared:
    """Microseconds of CPU for each message, by the names that the processes were given."""

    messages: int
    cpu: dict[str, float]


async def across(port: int, server: int, *, other_port: int, processes: dict[str, int]) -> Shared:
    """One window of each citizen is at `port`, the other at `other_port`. A process counts with its children."""
    pairs = await Pairs.opened(port, other_port=other_port)
    await all_post(pairs, WARM_UP, 1, _WITHIN)
    families = {name: _family(process) for name, process in processes.items()}
    await all_post(pairs, EACH, 2, _WITHIN)
    spent = {name: sum(used() for used in family) for name, family in families.items()}
    messages = pairs.tally.acknowledged
    await pairs.end()
    return Shared(messages, {name: seconds / messages * 1e6 for name, seconds in spent.items()})


def _family(process: int) -> list[Callable[[], float]]:
    family = [process, *(child.pid for child in psutil.Process(process).children(recursive=True))]
    return [_since_now(each) for each in family]


def _since_now(process: int) -> Callable[[], float]:
    before = last = cpu_seconds(process)

    def used() -> float:
        nonlocal last
        # PostgreSQL ends a child that it no longer needs, whenever it likes.
        with contextlib.suppress(OSError):
            last = cpu_seconds(process)
        return last - before

    return used
