"""The heartbeat: finds the sockets behind which nobody is any more."""

import asyncio
import math
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Pace:
    """Every `interval` seconds a sign of life is asked for; without one for `patience` seconds nobody is there.
    `interval` is the longer."""

    interval: int
    patience: int


class Beating(Protocol):
    """What is asked for signs of life."""

    pace: Pace
    due: int
    """The turn at which it is looked at next; 0 for never. The heartbeat's to set, as is `asked`."""
    asked: bool
    heard: bool
    """Whether there was a sign of life since it was asked. The socket sets it, the heartbeat takes it back."""
    busy: bool
    """Whether what it said last is being carried out: nothing more is read of it until then."""

    def ask(self) -> None:
        """Ask for a sign of life, without waiting."""

    def give_up(self) -> None:
        """Nobody is there: let it go, without waiting."""


class Heartbeat:
    """One timer for all sockets, in place of a task for each.

    It turns once a second. What is due at one turn stands together, so that a turn costs what is due, however many
    there are. Time is the event loop's, which no setting of the clock moves. A turn that comes late blames nobody: it
    was this process that did not listen.
    """

    def __init__(self) -> None:
        self._due: dict[int, list[Beating]] = {}
        self._turn = 0
        self._task: asyncio.Task[None] | None = None

    def watch(self, socket: Beating) -> None:
        """Look after a socket until it is forgotten. Called again after its pace has changed."""
        if self._task is None:
            self._turn = math.floor(asyncio.get_running_loop().time())
            self._task = asyncio.create_task(self._run(), name="heartbeat")
        socket.asked = False
        self._put(socket, socket.pace.interval)

    def forget(self, socket: Beating) -> None:
        """Look after it no longer."""
        socket.due = 0

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def turn(self, now: int, *, late: bool = False) -> None:
        """Look at all that is due up to this second of the event loop's time."""
        while self._turn < now:
            self._turn += 1
            for socket in self._due.pop(self._turn, ()):
                # One that was put elsewhere since, or forgotten, still stands here.
                if socket.due == self._turn:
                    self._look_at(socket, late=late)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(self._turn + 1 - loop.time())
            now = math.floor(loop.time())
            self.turn(now, late=now > self._turn + 1)

    def _look_at(self, socket: Beating, *, late: bool) -> None:
        if not socket.asked:
            socket.asked, socket.heard = True, False
            self._put(socket, socket.pace.patience)
            socket.ask()
        elif socket.heard or socket.busy:
            socket.asked = False
            self._put(socket, socket.pace.interval - socket.pace.patience)
        elif late:
            self._put(socket, socket.pace.patience)
        else:
            self.forget(socket)
            socket.give_up()

    def _put(self, socket: Beating, seconds: int) -> None:
        socket.due = self._turn + seconds
        self._due.setdefault(socket.due, []).append(socket)
