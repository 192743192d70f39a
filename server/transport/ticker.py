"""A ticker: work that is repeated for as long as a node runs. One failure is logged, and the next round tried."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Mapping

import structlog

Work = Callable[[], Awaitable[None]]


class Ticker:
    """Repeats each piece of work after its pause, in seconds; a slow one never overlaps itself."""

    def __init__(self, work: Mapping[str, tuple[float, Work]]) -> None:
        self._work = work
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        self._tasks = [
            asyncio.create_task(self._repeat(name, pause, work), name=f"ticker-{name}")
            for name, (pause, work) in self._work.items()
        ]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    async def _repeat(self, name: str, pause: float, work: Work) -> None:
        log = structlog.get_logger("ticker")
        while True:
            await asyncio.sleep(pause)
            try:
                await work()
            except Exception as error:  # noqa: BLE001 the next round may succeed: a database may be away for a while
                last = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
                log.error("round_failed", work=name, error=type(error).__name__, at=place)
