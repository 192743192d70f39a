"""The site over SQLite: what differs between databases is tested where the queries are. Whole nodes on each."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from server.bus.line import open_line
from server.store.database import Database
from server.zone.load import demo_folder, load_zone
from server.zone.zone import Zone
from tests.desk.harness import Bench
from tests.support.postgres import PostgresServer
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


@pytest.fixture(scope="module")
def node_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """An empty PostgreSQL database for a whole node, gone after the module's tests."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def node_database(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings of a whole node, for each kind of database in turn."""
    return {} if request.param == "sqlite" else {"database_url": request.getfixturevalue("node_postgres_url")}
