"""Calls through several servers in one run, by turns, so that all of them find the machine alike."""

import asyncio
import statistics
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack

from tests.bench.call_clip import Clip, make_clip
from tests.bench.call_load import COST, Calls, Turn
from tests.bench.load.processor import beside_the_server
from tests.bench.result import Result

ROUNDS = 7
SECONDS = 6
"""Of each turn."""

WARM_SECONDS = 3
"""In which a server gets going, before the first turn."""

_BUSY_LOAD = 0.9

Through = Callable[[Clip], AbstractAsyncContextManager[Calls]]
"""Makes calls through a server that it starts."""


def by_turns(*servers: Through, rounds: int = ROUNDS, seconds: float = SECONDS) -> list[list[Turn]]:
    """That many turns of each server, all of them in each round. Raises RuntimeError where the load was too slow."""
    with beside_the_server():
        turns = asyncio.run(_by_turns(servers, rounds, seconds))
    busiest = max(turn.load_busy for its in turns for turn in its)
    if busiest > _BUSY_LOAD:
        raise RuntimeError(f"the load took {busiest:.0%} of its core: it measured itself")
    return turns


async def _by_turns(servers: Sequence[Through], rounds: int, seconds: float) -> list[list[Turn]]:
    clip = make_clip()
    turns: list[list[Turn]] = [[] for _ in servers]
    async with AsyncExitStack() as stack:
        loads = [await stack.enter_async_context(through(clip)) for through in servers]
        for load in loads:
            await load.send(WARM_SECONDS)
        for number in range(rounds):
            # There and back: what grows or shrinks meanwhile weighs on all alike.
            order = range(len(loads)) if number % 2 == 0 else reversed(range(len(loads)))
            for which in order:
                turns[which].append(await loads[which].turn(seconds))
    return turns


def cost(turns: Sequence[Turn]) -> float:
    return statistics.median(turn.cost for turn in turns)


def against(
    name: str, ours: Sequence[Turn], peer: str, theirs: Sequence[Turn], *, must: float, aim: float, **beside: float
) -> Result:
    """What a call costs us, beside what it costs a peer."""
    return Result(
        name=name,
        value=cost(ours),
        unit=COST,
        peer=peer,
        peer_value=cost(theirs),
        must=must,
        aim=aim,
        beside={**told_beside(ours), **told_beside(theirs, "peer_"), **beside},
    )


def told_beside(turns: Sequence[Turn], prefix: str = "") -> dict[str, float]:
    """What says how far the turns can be trusted."""
    return {
        f"{prefix}lowest": min(turn.cost for turn in turns),
        f"{prefix}highest": max(turn.cost for turn in turns),
        f"{prefix}frames": statistics.median(turn.frames for turn in turns),
        f"{prefix}load_busy": statistics.median(turn.load_busy for turn in turns),
    }
