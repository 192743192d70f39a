"""What every test may ask for: real servers, started once for a run, clean for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.async_api import Browser, BrowserContext, Page

from tests.support.chromium import chromium
from tests.support.postgres import PostgresServer
from tests.support.redis import RedisServer

# An example that takes long on a busy machine is no mistake; a test that hangs has its time-out.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


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


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """An empty database, gone after the test."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def bot_models(request: pytest.FixtureRequest) -> Path:
    """Where the bot's taught models are kept, from one run to the next: teaching takes long."""
    cache = request.config.cache
    assert cache is not None
    return Path(cache.mkdir("bot-models"))


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The run's Chromium: make a context for each person in a test."""
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
