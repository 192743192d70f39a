"""One desk for all journeys: they meet in its queue, as people do, so each takes its own conversation."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.scenarios.people import Town
from tests.support.desk import ServedDesk

expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def served_desk(bot_models: Path) -> Iterator[ServedDesk]:
    """The desk, with everything that `onlineloket serve` starts."""
    with ServedDesk(models=bot_models) as desk:
        yield desk


@pytest.fixture
async def town(served_desk: ServedDesk, browser: Browser) -> AsyncIterator[Town]:
    """Where citizens and agents of one journey come from. A script error on any of their pages fails the test."""
    town = Town(served_desk, browser)
    yield town
    faults = await town.close()
    assert faults == []
