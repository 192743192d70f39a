"""How long a supervisor waits for the bot's figures and the list beside them, after a hundred thousand decisions."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path

from server.store import decisions
from server.store.database import Database
from server.store.decisions import Period
from server.store.migrate import migrate
from tests.bench.result import Result
from tests.store.history import END, fill

DECISIONS = 100_000
DAYS = 180
TIMES = 15


def measure() -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measured(Path(folder)))


async def _measured(folder: Path) -> list[Result]:
    database = Database(f"sqlite+aiosqlite:///{folder / 'desk.db'}")
    try:
        await migrate(database)
        await fill(database, DECISIONS, days=DAYS)
        month, whole = (Period(END - timedelta(days=days), END) for days in (30, DAYS))

        async def count(period: Period) -> None:
            async with database.survey() as connection:
                await decisions.figures(connection, period)
                await decisions.closed_figures(connection, period)

        async def read() -> None:
            async with database.write() as connection:
                await decisions.worth_a_look(connection, whole, language="de", cause="wrong", after=None, limit=20)

        all_of_it = await _median(lambda: count(whole))
        return [
            Result(
                name="bot_review_figures",
                value=all_of_it,
                unit="ms",
                must=500,
                aim=150,
                beside={"decisions": DECISIONS, "a_month": await _median(lambda: count(month))},
            ),
            Result(name="bot_review_list", value=await _median(read), unit="ms", must=50, aim=10),
        ]
    finally:
        await database.close()


async def _median(what: Callable[[], Awaitable[None]]) -> float:
    """Milliseconds."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        await what()
        taken.append(1000 * (time.perf_counter() - began))
    return sorted(taken)[TIMES // 2]
