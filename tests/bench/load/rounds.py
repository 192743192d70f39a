"""Rounds of messages: as many as the server takes, or at a rate."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.bench.load.pairs import CLIENTS, Pairs, Tally
from tests.bench.load.processor import cpu_seconds

EACH = 50
"""Messages of each client in a round: with those before it, no more than the desk takes from a citizen at once."""

WARM_UP = 5

_LOOK = 0.002
_SETTLE = 30.0
"""Seconds that the last answers and deliveries may take."""


@dataclass(frozen=True)
class Round:
    """What a round found."""

    messages: int
    rate: float
    """Acknowledgements a second, first and last tenth left out."""
    cpu: float
    """Microseconds of CPU of the server for each message."""
    busy: float
    """How much of a core the server had."""
    load_busy: float
    """How much of a core this load had: near 1, it measures itself."""
    p50: float
    p99: float
    """Milliseconds until the acknowledgement."""


async def saturate(
    port: int, server: int, *, clients: int = CLIENTS, each: int = EACH, at_once: int = 2, within: float = 3
) -> Round:
    """Every client posts, `at_once` messages of it unanswered, until each has posted `each` or time is over."""

    async def post() -> None:
        await all_post(pairs, each, at_once, within)

    pairs = await _warm(port, clients)
    found = await _measured(pairs, server, post)
    await pairs.end()
    return found


async def pace(port: int, server: int, *, rate: float, each: int = EACH, within: float = 5) -> Round:
    """Messages at moments of their own, `rate` a second on average, whoever is answered or not: `each` of every client,
    or as many as fit in the time."""

    async def post() -> None:
        await post_in_time(pairs, rate, min(each * CLIENTS, int(rate * within)))

    pairs = await _warm(port, CLIENTS)
    found = await _measured(pairs, server, post)
    await pairs.end()
    return found


async def _warm(port: int, clients: int) -> Pairs:
    pairs = await Pairs.opened(port, clients)
    await all_post(pairs, WARM_UP, 1, _SETTLE)
    return pairs


async def all_post(pairs: Pairs, each: int, at_once: int, within: float) -> None:
    """Every client posts `each`, those not sent `within` seconds left out. Raises RuntimeError where one is refused."""
    pairs.tally = Tally()
    began = time.perf_counter()
    for window in pairs.windows:
        window.left = each - at_once
        for _ in range(at_once):
            window.post()
    while any(window.left for window in pairs.windows):
        if time.perf_counter() - began > within:
            for window in pairs.windows:
                window.left = 0
        await asyncio.sleep(_LOOK)
    await _settle(pairs)


async def post_in_time(pairs: Pairs, rate: float, messages: int) -> None:
    """The clients post by turns, at moments of chance. Raises RuntimeError where one is refused."""
    pairs.tally = Tally()
    chance = random.Random(rate)  # noqa: S311 these are no secrets
    due = time.perf_counter()
    for number in range(messages):
        due += chance.expovariate(rate)
        early = due - time.perf_counter()
        if early > 0:
            await asyncio.sleep(early)
        pairs.windows[number % len(pairs.windows)].post()
    await _settle(pairs)


async def _settle(pairs: Pairs) -> None:
    """Wait until every message was answered, and delivered. Raises RuntimeError where one was refused."""
    try:
        async with asyncio.timeout(_SETTLE):
            while not pairs.tally.is_settled:
                await asyncio.sleep(_LOOK)
    except TimeoutError as error:
        raise RuntimeError(f"unanswered or undelivered after {_SETTLE:.0f} s: {pairs.tally}") from error
    if pairs.tally.refusals:
        raise RuntimeError(f"{len(pairs.tally.refusals)} refused, the last with {pairs.tally.refusals[-1]}")


async def _measured(pairs: Pairs, server: int, post: Callable[[], Awaitable[None]]) -> Round:
    began, served, loaded = time.perf_counter(), cpu_seconds(server), time.process_time()
    await post()
    seconds = time.perf_counter() - began
    served, loaded = cpu_seconds(server) - served, time.process_time() - loaded
    waits, moments = sorted(pairs.tally.waits), pairs.tally.moments
    first, last = len(moments) // 10, len(moments) * 9 // 10
    return Round(
        messages=len(waits),
        rate=(last - first) / (moments[last] - moments[first]),
        cpu=served / len(waits) * 1e6,
        busy=served / seconds,
        load_busy=loaded / seconds,
        p50=waits[len(waits) // 2] * 1000,
        p99=waits[len(waits) * 99 // 100] * 1000,
    )
