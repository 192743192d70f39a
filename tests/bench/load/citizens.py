"""Citizens of a populated desk, known by number: who is connected and idle, who comes back, who reads a long log."""

import asyncio
import random
import statistics
import time
from dataclasses import dataclass
from typing import Any

from tests.bench.load.client import Client, Cut
from tests.bench.load.processor import cpu_seconds, resident_kilobytes

_AT_ONCE = 50
_WARM_UP = 200
_SETTLE = 3.0


def token_of(number: int) -> str:
    """The token of a citizen, 43 characters as every token has."""
    return f"{number:043}"


def conversation_of(number: int) -> str:
    """The conversation that it opens."""
    return f"c_{number:08}"


@dataclass(frozen=True)
class Held:
    """What many connected citizens cost a server."""

    citizens: int
    kilobytes: float
    """Resident memory for each of them."""
    connecting: float
    """Microseconds of CPU until one of them is connected and has opened its conversation."""
    idle: float
    """How much of a core it takes that they are there, and nobody says a word."""


@dataclass(frozen=True)
class Returned:
    """How citizens came back who were cut off, all at once."""

    seconds: float
    """Until the last of them had what it missed, or until there was no more time."""
    missing: int
    """How many were not back by then."""
    p50: float
    """Until half of them had."""
    errors: int
    """Attempts that failed, and were made again."""
    cpu: float
    """Seconds of CPU that it took the server."""


@dataclass(frozen=True)
class Read:
    """How long the end of a log takes, in milliseconds."""

    p50: float
    p99: float
    arriving: float
    """Milliseconds from nothing to the end of the log on the screen: connected, opened, read."""


async def hold(port: int, server: int, *, citizens: int, seconds: float, warm_up: int = _WARM_UP) -> Held:
    """Connect them, each with its conversation open; then let nothing happen for some seconds."""
    await _leave(await arrive(port, range(warm_up)))
    await asyncio.sleep(_SETTLE)
    before, used = resident_kilobytes(server), cpu_seconds(server)
    clients = await arrive(port, range(citizens))
    used = cpu_seconds(server) - used
    await asyncio.sleep(_SETTLE)
    grown = resident_kilobytes(server) - before
    idle = cpu_seconds(server)
    await asyncio.sleep(seconds)
    idle = cpu_seconds(server) - idle
    lost = sum(client.is_cut for client in clients)
    if lost:
        raise RuntimeError(f"{lost} of {citizens} were cut off while nothing happened")
    return Held(citizens, grown / citizens, used / citizens * 1e6, idle / seconds)


async def come_back(port: int, server: int, *, citizens: int, entries: int, missed: int, within: float) -> Returned:
    """Cut them off at one moment; all come back at once, open their conversation, and read what they missed."""
    clients = await arrive(port, range(citizens))
    errors = 0
    taken = []

    async def back(number: int) -> None:
        nonlocal errors
        while True:
            try:
                client = await _open(port, number)
                found = await _sync(client, number, after=entries - missed)
                if len(found["entries"]) != missed or found["last"] != entries:
                    raise Cut("something else than what was missed")
            except (OSError, TimeoutError, Cut):
                errors += 1
                await asyncio.sleep(random.uniform(0.2, 1.0))  # noqa: S311 this is no secret
            else:
                taken.append(time.perf_counter() - began)
                return

    used, began = cpu_seconds(server), time.perf_counter()
    await _leave(clients)
    _, late = await asyncio.wait([asyncio.create_task(back(number)) for number in range(citizens)], timeout=within)
    seconds = time.perf_counter() - began
    for task in late:
        task.cancel()
    return Returned(seconds, len(late), statistics.median(taken or [within]), errors, cpu_seconds(server) - used)


async def read(port: int, server: int, *, entries: int, last: int, times: int) -> Read:
    """The first citizen reads the last entries of a long log, time after time."""
    took, arrived = [], []
    for _ in range(times):
        began = time.perf_counter()
        client = await _open(port, 0)
        await _read_last(client, entries, last)
        arrived.append(time.perf_counter() - began)
        for _ in range(times):
            began = time.perf_counter()
            await _read_last(client, entries, last)
            took.append(time.perf_counter() - began)
        client.cut()
    took.sort()
    return Read(statistics.median(took) * 1e3, took[len(took) * 99 // 100] * 1e3, statistics.median(arrived) * 1e3)


async def _read_last(client: Client, entries: int, last: int) -> None:
    found = await _sync(client, 0, after=entries - last)
    if [each["number"] for each in found["entries"]] != list(range(entries - last + 1, entries + 1)):
        raise RuntimeError("the desk showed something else than the end of the log")


async def _open(port: int, number: int) -> Client:
    client = await Client.connect(port, "/citizen", {"token": token_of(number), "protocol": 1}, lambda *_: None)
    opened = await client.call("conversation.open", {"language": "nl"})
    if opened["conversation"] != conversation_of(number):
        raise RuntimeError("the desk opened another conversation")
    return client


async def _sync(client: Client, number: int, *, after: int) -> dict[str, Any]:
    return await client.call("log.sync", {"conversation": conversation_of(number), "log": "shared", "after": after})


async def arrive(port: int, numbers: range) -> list[Client]:
    """Connect these citizens, some at a time, each with its conversation open."""
    at_once = asyncio.Semaphore(_AT_ONCE)

    async def one(number: int) -> Client:
        async with at_once:
            return await _open(port, number)

    return await asyncio.gather(*(one(number) for number in numbers))


async def _leave(clients: list[Client]) -> None:
    for client in clients:
        client.cut()
    await asyncio.sleep(0)
