"""The site over SQLite: what differs between databases is tested where the queries are."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.bus.line import open_line
from server.store.database import Database
from server.zone.load import demo_folder, load_zone
from server.zone.zone import Zone
from tests.desk.harness import Bench
from tests.transport.site import ServedSite, served


@pytest.fixture(scope="session")
def demo_zone() -> Zone:
    return load_zone(demo_folder())


@pytest.fixture
async def bench(sqlite_url: str, tmp_path: Path, demo_zone: Zone, redis_url: str) -> AsyncIterator[Bench]:
    """A desk with nobody in it."""
    database = Database(sqlite_url)
    line = open_line(redis_url)
    yield Bench(database, demo_zone, line, folder=tmp_path)
    await line.close()
    await database.close()


@pytest.fixture
async def site(bench: Bench) -> AsyncIterator[ServedSite]:
    async with served(bench) as site:
        yield site
