"""Workers, and people who call each other through them."""

from collections.abc import AsyncIterator

import aioice.ice
import pytest
from playwright.async_api import Browser

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.browsers import Party, site
from tests.media.endpoint import Endpoint, introduce
from tests.media.people import Person
from tests.media.waiting import until

CALL = "c_0123456789"


@pytest.fixture
def events() -> list[MediaEvent]:
    """What the worker told, oldest first."""
    return []


@pytest.fixture
async def worker(events: list[MediaEvent]) -> AsyncIterator[Worker]:
    """A worker on loopback."""
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=events.append)
    await worker.start()
    yield worker
    await worker.stop()


@pytest.fixture
async def parties(browser: Browser) -> AsyncIterator[tuple[Party, Party]]:
    """An agent and a citizen, each on a page in a real browser."""
    async with site() as url:
        agent = await Party.open("p_agent0001", browser, url)
        citizen = await Party.open("p_citizen01", browser, url)
        yield agent, citizen
        await agent.close()
        await citizen.close()


@pytest.fixture
async def people(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Person, Person]]:
    """Two people on loopback, where aioice would not look for a network by itself."""
    monkeypatch.setattr(aioice.ice, "get_host_addresses", lambda use_ipv4, use_ipv6: ["127.0.0.1"])
    caller, callee = Person("p_caller001"), Person("p_callee001")
    yield caller, callee
    await caller.close()
    await callee.close()


@pytest.fixture
async def pair() -> AsyncIterator[tuple[Endpoint, Endpoint]]:
    """Two endpoints that have not met."""
    caller, callee = Endpoint("p_caller001"), Endpoint("p_callee001")
    yield caller, callee
    await caller.close()
    await callee.close()


@pytest.fixture
async def talking(
    worker: Worker, pair: tuple[Endpoint, Endpoint], events: list[MediaEvent]
) -> tuple[Endpoint, Endpoint]:
    """Two endpoints whose media crosses, in the call `CALL`."""
    await introduce(worker, CALL, *pair)
    for endpoint in pair:
        await endpoint.connect()
    await until(lambda: [event.kind for event in events].count("connected") == 2)
    events.clear()
    return pair


@pytest.fixture
async def trio(worker: Worker, events: list[MediaEvent]) -> AsyncIterator[tuple[Endpoint, Endpoint, Endpoint]]:
    """Three endpoints in a room, in the call `CALL`."""
    three = Endpoint("p_citizen01"), Endpoint("p_agent0001"), Endpoint("p_interprt1")
    await introduce(worker, CALL, *three)
    for endpoint in three:
        await endpoint.connect()
    await until(lambda: [event.kind for event in events].count("connected") == 3)
    events.clear()
    for endpoint in three:
        endpoint.drain()
    yield three
    for endpoint in three:
        await endpoint.close()
