"""The desk on both databases, with the demo zone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.bus.line import open_line
from server.store.database import Database
from server.zone.load import demo_folder, load_zone
from server.zone.zone import Zone
from tests.desk.harness import Bench


@pytest.fixture(scope="session")
def demo_zone() -> Zone:
    return load_zone(demo_folder())


@pytest.fixture
async def desk(database: Database, tmp_path: Path, demo_zone: Zone, redis_url: str) -> AsyncIterator[Bench]:
    """A desk with nobody in it."""
    line = open_line(redis_url)
    yield Bench(database, demo_zone, line, folder=tmp_path)
    await line.close()
