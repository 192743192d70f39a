"""Several processes as one: started in order, kept alive, stopped in reverse order."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack

from structlog.typing import FilteringBoundLogger

from server.supervise.backoff import Backoff
from server.supervise.child import GIVES_UP, Child
from server.supervise.keeper import Keeper


class Supervisor:
    """Runs children until SIGTERM, SIGINT, `stop`, or until one gives up.

    Each child starts when the one before it is ready: name first what others need. None outlives this process.
    """

    def __init__(
        self,
        children: Sequence[Child],
        log: FilteringBoundLogger,
        backoff: Callable[[], Backoff] = Backoff,
    ) -> None:
        self._stopping = asyncio.Event()
        self._hurry = asyncio.Event()
        self._status = 0
        self._keepers = [
            Keeper(child, backoff=backoff(), gives_up=self._give_up, hurry=self._hurry, log=log) for child in children
        ]

    async def run(self, on_ready: Callable[[], None]) -> int:
        """Run to the end; `on_ready` is called once every child has been ready.

        Returns the exit status for this process: 0 when it was told to stop, `GIVES_UP` when a child gave up. Raises
        OSError when a child's program cannot be run; all others are gone by then.
        """
        loop = asyncio.get_running_loop()
        async with AsyncExitStack() as started:  # it ends in reverse order, and ends all whatever one of them raises
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, self.stop)
                started.callback(loop.remove_signal_handler, number)
            for keeper in self._keepers:
                keeper.start()
                started.push_async_callback(keeper.stop)
                await self._first(keeper.ready, self._stopping)
                if self._stopping.is_set():
                    break
            else:
                on_ready()
            await self._stopping.wait()
        return self._status

    def stop(self) -> None:
        """Let `run` end: children get their grace. Called again, they get no more of it."""
        if self._stopping.is_set():
            self._hurry.set()
        self._stopping.set()

    def _give_up(self) -> None:
        if not self._stopping.is_set():
            self._status = GIVES_UP
            self._stopping.set()

    @staticmethod
    async def _first(*events: asyncio.Event) -> None:
        waits = [asyncio.create_task(event.wait()) for event in events]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
