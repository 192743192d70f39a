"""A place for children to play: each writes down what happens to it."""

import asyncio
import contextlib
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from textwrap import dedent

import psutil
import structlog

from server.supervise.backoff import Backoff
from server.supervise.child import Child
from server.supervise.supervisor import Supervisor

ACTOR = dedent("""
    import os, pathlib, signal, sys, time
    name, diary, stubborn = sys.argv[1], sys.argv[2], sys.argv[3:] == ["stubborn"]

    def note(event):
        with open(diary, "a") as file:
            file.write(f"{event} {name} {os.getpid()}\\n")

    def stop(*_):
        note("asked")
        if not stubborn:
            time.sleep(0.05)
            note("ended")
            sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    note("began")
    while True:
        signal.pause()
""")


class Stage:
    """Children on it are real processes; `diary` is what they wrote, in order."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "diary"
        self._path.touch()

    def child(self, name: str, *, stubborn: bool = False, grace: float = 5) -> Child:
        """A process that notes its start and its end; a stubborn one does not end when asked. Ready once it noted."""
        words = (sys.executable, "-S", "-c", ACTOR, name, str(self._path), *(["stubborn"] if stubborn else []))

        async def noted() -> bool:
            return f"began {name}" in self.events()

        return Child(name=name, argv=words, ready=noted, grace=grace)

    def events(self) -> list[str]:
        """What happened so far: `began`, `asked` or `ended`, and to whom."""
        return [" ".join(line.split()[:2]) for line in self._path.read_text().splitlines()]

    def processes(self, name: str) -> list[psutil.Process]:
        """The processes that ever played `name` and run now."""
        numbers = [int(line.split()[2]) for line in self._path.read_text().splitlines() if f"began {name} " in line]
        return [psutil.Process(number) for number in numbers if psutil.pid_exists(number)]

    async def until(self, count: int, event: str) -> None:
        """Wait until `event` has happened `count` times."""
        deadline = time.monotonic() + 60
        while self.events().count(event) < count:
            assert time.monotonic() < deadline, f"waited for {event!r}: {self.events()}"
            await asyncio.sleep(0.01)


def supervisor(*children: Child) -> Supervisor:
    """One that does not wait long before it starts a child again."""
    log = structlog.wrap_logger(structlog.PrintLogger(sys.stderr))
    return Supervisor(children, log, backoff=lambda: Backoff(first=0.01, longest=0.05))


@contextlib.asynccontextmanager
async def running(subject: Supervisor) -> AsyncIterator[asyncio.Task[int]]:
    """The supervisor at work with all its children ready; the task gives its exit status."""
    ready = asyncio.Event()
    task = asyncio.create_task(subject.run(ready.set))
    try:
        async with asyncio.timeout(60):
            await ready.wait()
        yield task
    finally:
        subject.stop()
        await task
