"""Parts of a log: whatever part is asked for is what stands in the log, on each database and by each way of asking."""

import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.protocol.entries import Entry, MessagePosted
from server.protocol.words import Author, LogName
from server.store import conversations, log
from server.store.database import Database

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CITIZEN = Author(participant="p_citizen00", kind="citizen")
ENTRIES = 12
FAR = 2**53 - 1

_ids = itertools.count(1)


async def opened(database: Database, entries: int) -> str:
    """A conversation of its own, with that many entries."""
    id = f"c_{next(_ids):012}"
    async with database.write() as connection:
        await conversations.insert(connection, id, language="nl", team="central", site=None, now=NOW)
    for _ in range(entries):
        await post(database, id)
    return id


async def post(database: Database, id: str) -> None:
    async with database.write() as connection:
        await conversations.load(connection, id, lock=True)
        await log.append(connection, id, CITIZEN, MessagePosted(text="nog iets"), NOW)


async def numbers(database: Database, id: str, **part: object) -> list[int]:
    """What is read, and that asking the driver gives the same as asking through SQLAlchemy."""
    name: LogName = "shared"
    async with database.read() as through, database.asking() as asked:
        found = await log.sync(through, id, name, **part)  # type: ignore[arg-type]
        assert list(await log.sync(asked, id, name, **part)) == list(found)  # type: ignore[arg-type]
    return [entry.number for entry in found]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"newest": True, "limit": 3}, [10, 11, 12]),
        ({"newest": True, "limit": 3, "before": 10}, [7, 8, 9]),
        ({"newest": True, "limit": 3, "before": 2}, [1]),
        ({"newest": True, "limit": 3, "before": 1}, []),
        ({"newest": True, "limit": 3, "before": 10, "after": 7}, [8, 9]),
        ({"limit": 3, "before": 10, "after": 4}, [5, 6, 7]),
        ({"before": 4}, [1, 2, 3]),
        ({"newest": True, "limit": 2, "before": FAR}, [11, 12]),
        ({"limit": 2, "after": FAR}, []),
    ],
)
async def test_a_part_is_bounded_on_both_sides(
    database: Database, part: dict[str, object], expected: list[int]
) -> None:
    assert await numbers(database, await opened(database, ENTRIES), **part) == expected


class Reader:
    """Reads a log as clients do: a stretch without gaps, that grows at both ends."""

    def __init__(self, database: Database, id: str, page: int) -> None:
        self._database, self._id, self._page = database, id, page
        self.entries: list[Entry] = []

    async def newest(self) -> None:
        """Where nothing is known yet, the end; otherwise what was added since."""
        if not self.entries:
            self.entries += await self._read(newest=True)
        else:
            await self.on()

    async def on(self) -> None:
        self.entries += await self._read(after=self.entries[-1].number if self.entries else 0)

    async def back(self) -> None:
        if self.entries:
            self.entries[:0] = await self._read(newest=True, before=self.entries[0].number)

    async def _read(self, **part: object) -> list[Entry]:
        async with self._database.asking() as connection:
            return list(await log.sync(connection, self._id, "shared", limit=self._page, **part))  # type: ignore[arg-type]


@given(
    steps=st.lists(st.sampled_from(("post", "newest", "on", "back")), max_size=20),
    entries=st.integers(0, 9),
    page=st.integers(1, 5),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_is_read_in_whichever_order_the_log_comes_out_once(
    database: Database, steps: list[str], entries: int, page: int
) -> None:
    id = await opened(database, entries)
    reader = Reader(database, id, page)
    for step in steps:
        await (post(database, id) if step == "post" else getattr(reader, step)())
        known = [entry.number for entry in reader.entries]
        assert not known or known == list(range(known[0], known[0] + len(known)))
    last = entries + steps.count("post")
    for _ in range(last + 1):
        await reader.back()
        await reader.on()
    assert [entry.number for entry in reader.entries] == list(range(1, last + 1))
