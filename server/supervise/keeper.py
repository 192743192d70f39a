"""One child's keeper: starts it, sees it ready, starts it again when it dies, ends it when told to."""

import asyncio
import os
import signal
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable
from contextlib import suppress

from structlog.typing import FilteringBoundLogger

from server.supervise.backoff import Backoff
from server.supervise.child import GIVES_UP, Child
from server.supervise.lifeline import tied_to_this_process

_ASK_AGAIN = 0.05


class Keeper:
    """Keeps one child alive from `start` to `stop`.

    `ready` is set once the child has been ready for the first time. `gives_up` is called when it is kept no longer.
    `hurry` cuts its grace short.
    """

    def __init__(
        self,
        child: Child,
        *,
        backoff: Backoff,
        gives_up: Callable[[], None],
        hurry: asyncio.Event,
        log: FilteringBoundLogger,
    ) -> None:
        self.ready = asyncio.Event()
        self._child = child
        self._backoff = backoff
        self._gives_up = gives_up
        self._hurry = hurry
        self._log = log.bind(child=child.name)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._keep(), name=f"keep {self._child.name}")
        self._task.add_done_callback(lambda _: self._gives_up())

    async def stop(self) -> None:
        """End the child and wait until it is gone. Raises what made it impossible: OSError when it cannot be run."""
        if self._task:
            self._task.cancel()
            await asyncio.wait({self._task})
            if not self._task.cancelled():
                self._task.result()

    async def _keep(self) -> None:
        """Does not return while starting the child again may help."""
        while True:
            started = time.monotonic()
            status = await self._live()
            if status == GIVES_UP:
                self._log.error("child gave up")
                return
            ran = time.monotonic() - started
            wait = self._backoff.wait(ran)
            self._log.warning("child died", status=status, ran=round(ran, 3), again_in=round(wait, 3))
            await asyncio.sleep(wait)

    async def _live(self) -> int:
        """One life of the child, from its start to its exit status; negative is the signal that ended it."""
        process = await asyncio.create_subprocess_exec(
            *self._child.argv,
            env={**os.environ, **self._child.env},
            stdin=DEVNULL,
            # A session of its own: Ctrl-C in a terminal reaches us alone, and we stop the children in order.
            start_new_session=True,
            preexec_fn=tied_to_this_process(),
        )
        self._log.info("child started", pid=process.pid)
        try:
            if await self._becomes_ready(process):
                self._log.info("child ready", pid=process.pid)
                self.ready.set()
                await process.wait()
            elif process.returncode is None:
                self._log.error("child is not ready in time", seconds=self._child.ready_within)
        finally:
            await self._end(process)
        return await process.wait()

    async def _becomes_ready(self, process: Process) -> bool:
        """Whether it is ready in time; False too where it exits before."""
        if not self._child.ready:
            return True
        with suppress(TimeoutError):
            async with asyncio.timeout(self._child.ready_within):
                while process.returncode is None:
                    if await self._child.ready():
                        return True
                    await asyncio.sleep(_ASK_AGAIN)
        return False

    async def _end(self, process: Process) -> None:
        """See it gone: asked with SIGTERM, and when it has not gone within its grace, killed with all it started."""
        if process.returncode is not None:
            return
        process.terminate()
        gone, hurried = asyncio.create_task(process.wait()), asyncio.create_task(self._hurry.wait())
        await asyncio.wait({gone, hurried}, timeout=self._child.grace, return_when=asyncio.FIRST_COMPLETED)
        hurried.cancel()
        if not gone.done():
            self._log.error("child is killed", pid=process.pid)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        await gone
        self._log.info("child stopped", status=process.returncode)
