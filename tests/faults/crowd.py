"""A crowd: a process full of scripted people, which can be frozen like any other.

`python -m tests.faults.crowd` reads its `Script` from the first line of standard input and then one order a line
(`repeat`, `enough`, `leave`); it writes one `Report` a line to standard output, and everything that happened to its
journal.
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec

from tests.faults.agent import Agent
from tests.faults.citizen import Citizen
from tests.faults.journal import Journal
from tests.faults.window import Window

REPORTING = 0.1
"""Seconds between two reports."""


class Script(msgspec.Struct, frozen=True):
    """Who is in the crowd and where they find the desk."""

    name: str
    seed: int
    journal: str
    urls: tuple[str, ...]
    origin: str
    citizens: int = 0
    agents: dict[str, str] = {}
    """Names and passwords."""
    citizen_pace: float = 2.0
    agent_pace: float = 0.2
    polling: float = 0.0
    """The share of lines that are opened without WebSocket."""


class Report(msgspec.Struct, frozen=True):
    """How the crowd stands."""

    acknowledged: int
    conversations: int
    flushed: bool
    """All have said enough, and everything said was acknowledged or refused."""
    shown: dict[str, int] = {}
    """Once flushed: how far each window shows each log that it follows, by `window conversation log`."""


class Crowd:
    """Keeps the number of citizens constant: who leaves is followed by another."""

    def __init__(self, script: Script, journal: Journal) -> None:
        self._script = script
        self._journal = journal
        self._dice = Random(script.seed)
        self._enough = asyncio.Event()
        self._flushed = False
        self._come = 0
        self._repeating: list[asyncio.Task[None]] = []
        self._citizens: list[Citizen] = []
        self._agents = [
            Agent(
                name,
                password,
                script.urls,
                script.origin,
                journal,
                self._other_dice(),
                script.agent_pace,
                script.polling,
            )
            for name, password in script.agents.items()
        ]

    async def live(self) -> None:
        """Until everybody has said enough and everything was answered."""
        places = [self._fill_place() for _ in range(self._script.citizens)]
        await asyncio.gather(*places, *(agent.live(self._enough) for agent in self._agents))
        await asyncio.gather(*self._repeating)
        self._flushed = True

    async def obey(self, orders: asyncio.StreamReader) -> None:
        """Return when it is time to leave."""
        while order := (await orders.readline()).decode().strip():
            match order:
                case "repeat":
                    self._repeating.append(asyncio.create_task(self._repeat()))
                case "enough":
                    self._enough.set()
                case "leave":
                    return

    async def _repeat(self) -> None:
        windows = self._windows
        some = self._dice.sample(windows, min(20, len(windows)))
        await asyncio.gather(*(window.outbox.repeat() for window in some))

    async def leave(self) -> None:
        """Everybody reads everything once more, and goes."""
        await asyncio.gather(*(each.leave() for each in self._people))

    async def close(self) -> None:
        """Everybody goes at once."""
        await asyncio.gather(*(each.close() for each in self._people))

    @property
    def report(self) -> Report:
        return Report(
            acknowledged=self._journal.acknowledged,
            conversations=self._come,
            flushed=self._flushed,
            shown={
                f"{window.name} {conversation} {log}": len(window.entries[conversation, log])
                for window in self._windows
                for conversation, log in window.following
            }
            if self._flushed
            else {},
        )

    @property
    def _people(self) -> Sequence[Citizen | Agent]:
        return [*self._citizens, *self._agents]

    @property
    def _windows(self) -> Sequence[Window]:
        return [window for each in self._people for window in each.windows]

    async def _fill_place(self) -> None:
        while not self._enough.is_set():
            self._come += 1
            script, name = self._script, f"{self._script.name}{self._come}"
            citizen = Citizen(name, script.urls, self._journal, self._other_dice(), script.citizen_pace, script.polling)
            self._citizens.append(citizen)
            await citizen.live(self._enough)
            if not self._enough.is_set():
                self._citizens.remove(citizen)

    def _other_dice(self) -> Random:
        return Random(self._dice.getrandbits(64))


async def run(orders: asyncio.StreamReader) -> None:
    """Be a crowd until told to leave."""
    script = msgspec.json.decode(await orders.readline(), type=Script)
    with Journal(Path(script.journal)) as journal:
        crowd = Crowd(script, journal)
        living = asyncio.create_task(crowd.live())
        obeying = asyncio.create_task(crowd.obey(orders))
        try:
            while not obeying.done():
                if living.done():
                    living.result()
                sys.stdout.buffer.write(msgspec.json.encode(crowd.report) + b"\n")
                sys.stdout.flush()
                await asyncio.wait({obeying}, timeout=REPORTING)
            await crowd.leave()
        finally:
            living.cancel()
            obeying.cancel()
            await crowd.close()
            await asyncio.gather(living, obeying, return_exceptions=True)


async def main() -> None:
    """Read orders from standard input."""
    orders = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(orders), os.fdopen(sys.stdin.fileno(), "rb", closefd=False)
    )
    await run(orders)


if __name__ == "__main__":
    asyncio.run(main())
