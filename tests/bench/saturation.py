"""Stored messages at saturation: the desk and a peer by turns, so that both find the machine alike."""

import statistics
from collections.abc import Sequence

from tests.bench.load.rounds import Round
from tests.bench.servers import Server

ROUNDS = 5

_BUSY_LOAD = 0.9


def by_turns(*servers: Server, rounds: int = ROUNDS) -> list[list[Round]]:
    """That many rounds of each server, all of them in each turn."""
    found: list[list[Round]] = [[] for _ in servers]
    for _ in range(rounds):
        for server, its in zip(servers, found, strict=True):
            its.append(saturated(server))
    return found


def saturated(server: Server) -> Round:
    """One round with as many messages as it takes. Raises RuntimeError where the load was the slower one."""
    found = Round(**server.load("saturate"))
    if found.load_busy > _BUSY_LOAD:
        raise RuntimeError(f"the load took {found.load_busy:.0%} of its core: it measured itself")
    return found


def median_cpu(rounds: Sequence[Round]) -> float:
    """Microseconds of CPU for a message."""
    return statistics.median(each.cpu for each in rounds)


def told_beside(ours: Sequence[Round], theirs: Sequence[Round] = ()) -> dict[str, float]:
    """What says how far the rounds can be trusted: a server far below a whole core had others beside it."""
    beside = {
        "lowest": min(each.cpu for each in ours),
        "highest": max(each.cpu for each in ours),
        "busy": statistics.median(each.busy for each in ours),
        "load_busy": statistics.median(each.load_busy for each in ours),
    }
    if theirs:
        beside["peer_lowest"] = min(each.cpu for each in theirs)
        beside["peer_highest"] = max(each.cpu for each in theirs)
        beside["peer_busy"] = statistics.median(each.busy for each in theirs)
    return beside
