"""Calls through the servers of `call_servers`: our media worker, and aiortc's MediaRelay."""

import asyncio
import itertools
import json
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal

from tests.bench.call_clip import Clip
from tests.bench.call_load import Calls, Party
from tests.bench.call_process import running


class Server:
    """One of the servers of `call_servers`, running."""

    def __init__(self, process: Process) -> None:
        self.process = process.pid
        self._pipes = process
        self._ids = itertools.count()
        self._asked: dict[int, asyncio.Future[Any]] = {}

    @classmethod
    @asynccontextmanager
    async def running(cls, kind: Literal["worker", "mediarelay"], *more: str) -> "AsyncIterator[Server]":
        async with running(sys.executable, "-m", "tests.bench.call_servers", kind, *more) as process:
            server = cls(process)
            listening = asyncio.create_task(server._listen())
            try:
                yield server
            finally:
                listening.cancel()

    async def ask(self, do: str, **command: object) -> Any:
        assert self._pipes.stdin is not None
        number = next(self._ids)
        answered = self._asked[number] = asyncio.get_running_loop().create_future()
        self._pipes.stdin.write(json.dumps({"id": number, "do": do, **command}).encode() + b"\n")
        return await asyncio.wait_for(answered, 30)

    async def _listen(self) -> None:
        assert self._pipes.stdout is not None
        while line := await self._pipes.stdout.readline():
            answer = json.loads(line)
            self._asked.pop(answer["id"]).set_result(answer["done"])


@asynccontextmanager
async def through_worker(calls: int, clip: Clip, *, parties: int = 2) -> AsyncIterator[Calls]:
    """Calls of two to four parties through our worker."""
    async with Server.running("worker") as server, calls_of(server, people(calls, clip, parties)) as load:
        yield load


def people(calls: int, clip: Clip, parties: int = 2, make: Callable[..., Party] = Party) -> list[list[Party]]:
    """The parties of each call."""
    numbers = itertools.count()
    return [
        [make(f"p_{place}party{call:03}", clip, number=next(numbers)) for place in range(parties)]
        for call in range(calls)
    ]


@asynccontextmanager
async def calls_of(server: Server, calls: list[list[Party]]) -> AsyncIterator[Calls]:
    """Calls of these parties through a worker, each party with a section for everything that the others send."""
    for number, parties in enumerate(calls):
        for party in parties * 2:
            party.places = len(parties) - 2
            party.learn(await server.ask("offer", call=f"c_{number:08}", party=party.name, sdp=party.describe()))
        await asyncio.gather(*(party.connect() for party in parties))
    everybody = list(itertools.chain(*calls))
    pictures = sum(len(parties) * (len(parties) - 1) for parties in calls)
    async with Calls(server.process, everybody, calls=len(calls), pictures=pictures) as load:
        yield load


@asynccontextmanager
async def through_mediarelay(calls: int, clip: Clip) -> AsyncIterator[Calls]:
    """Calls through aiortc, which decodes and encodes each frame."""

    async def join(call: int, party: Party) -> None:
        party.learn(await server.ask("join", call=f"c_{call:08}", party=party.name, sdp=party.describe()))
        await party.connect()

    async with Server.running("mediarelay") as server:
        pairs = people(calls, clip)
        for number, pair in enumerate(pairs):
            await asyncio.gather(*(join(number, party) for party in pair))
        everybody = list(itertools.chain(*pairs))
        async with Calls(server.process, everybody, calls=calls, pictures=2 * calls) as load:
            load.fewest_frames = 10  # it cannot always do better, and that only makes it look cheaper
            yield load
