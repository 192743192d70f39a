"""What every test may ask for: real servers, started once for a run, clean for each test."""

import fcntl
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.async_api import Browser, BrowserContext, Page
from xdist.remote import Producer

from bots.process import LANGUAGE_FOLDER
from bots.triage.corpus import read_corpus
from bots.triage.pipeline import Triage
from server.store.database import Database
from server.store.migrate import migrate
from tests.support.chromium import chromium, headless_shell
from tests.support.postgres import PostgresServer, empty
from tests.support.redis import RedisServer
from tests.support.scheduling import FIRST_WORKER, PackageScheduling, give_way

TESTS = Path(__file__).parent

# An example that takes long on a busy machine is no mistake; a test that hangs has its time-out.
# The same examples each time, whatever else is changed: `make fuzz` looks for others.
settings.register_profile("patient", deadline=None, derandomize="FUZZ_CASES" not in os.environ)
settings.load_profile("patient")


FIRST = ("domain", "protocol", "sealed", "store")
LONG = ("scenarios/calls", "scenarios", "faults", "transport/fuzz", "nodes", "cli", "media", "bots")
"""Packages in the order in which they run, before all others: first what tells soonest that something is wrong, then
what takes long, so that no file of minutes is left for the end, when nothing runs beside it."""


WITH_A_DESK = [f"tests/scenarios/{package}" for package in ("agent", "calls", "citizen", "engine", "firewalls")]
"""Packages with a desk of their own, which takes long to start: one worker runs all of a package."""


REAL_TIME = ("media", "nodes/test_machines.py", "scenarios/calls", "scenarios/engine", "scenarios/firewalls")
"""Where sound and pictures flow, or time is measured: the first worker's, to which the others give way."""

WAITING = ("bus", "faults/test_broken.py", "scenarios/citizen/test_networks.py", "supervise", "tooling", "transport")
"""Where tests wait for what must not come, or comes late: they take little from those beside them."""

LANES = {
    FIRST_WORKER: [f"tests/{place}" for place in REAL_TIME],
    "gw1": [f"tests/{place}" for place in WAITING],
}


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> PackageScheduling | None:
    """Where whole files go to workers, so do these packages."""
    return PackageScheduling(config, log, WITH_A_DESK, LANES) if config.getoption("dist") == "loadfile" else None


def pytest_configure() -> None:
    """Let real time go first."""
    give_way()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in order."""
    places = [TESTS / package for package in (*FIRST, *LONG)]

    def place(item: pytest.Item) -> int:
        return next((n for n, folder in enumerate(places) if item.path.is_relative_to(folder)), len(places))

    items.sort(key=place)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """The run's Redis. A test that stops or kills Redis makes a `RedisServer` of its own."""
    with RedisServer() as server:
        yield server


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """An empty Redis."""
    redis_server.flush()
    return redis_server.url


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The run's PostgreSQL."""
    with PostgresServer() as server:
        yield server


@pytest.fixture(scope="session")
async def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the newest schema and nothing in it, to be copied: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("migrated") / "desk.db"
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrate(database)
    await database.close()
    return path


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """A migrated, empty SQLite database."""
    path = shutil.copy(migrated_sqlite, tmp_path / "desk.db")
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(scope="session")
async def migrated_postgres(postgres_server: PostgresServer) -> str:
    """The run's PostgreSQL database with the newest schema."""
    url = postgres_server.url(postgres_server.create())
    database = Database(url)
    await migrate(database)
    await database.close()
    return url


@pytest.fixture
async def emptied_postgres(migrated_postgres: str) -> str:
    """That database, migrated and empty: what an earlier test left there is gone."""
    await empty(migrated_postgres)
    return migrated_postgres


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """Where a migrated, empty database is: each of both kinds."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "emptied_postgres")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty database: each of both kinds."""
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """A database without a schema, gone after the test."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def bot_models(request: pytest.FixtureRequest) -> Path:
    """Where the bot's taught models are, from one run to the next: teaching takes long, and once is enough for all."""
    cache = request.config.cache
    assert cache is not None
    folder = Path(cache.mkdir("bot-models"))
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        Triage.build(read_corpus(LANGUAGE_FOLDER), folder)
    return folder


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The run's Chromium, without the browser around the pages: make a context for each person in a test."""
    async with headless_shell() as browser:
        yield browser


@pytest.fixture(scope="session")
async def whole_browser() -> AsyncIterator[Browser]:
    """The run's Chromium as people have it, for what its own rules and windows have a part in."""
    async with chromium() as browser:
        yield browser


@pytest.fixture
async def browser_context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """One person's browser: nothing stored, Dutch, camera and microphone allowed."""
    context = await browser.new_context(locale="nl-BE", permissions=["camera", "microphone"])
    yield context
    await context.close()


@pytest.fixture
async def page(browser_context: BrowserContext) -> AsyncIterator[Page]:
    """One page. A script error in it that nobody caught fails the test."""
    page = await browser_context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
