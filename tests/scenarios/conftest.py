"""One desk for all journeys: they meet in its queue, as people do, so each takes its own conversation."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, StorageState, expect

from tests.scenarios.people import ConsoleScreen, SignedIn, Town
from tests.support.desk import ServedDesk

expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def served_desk(bot_models: Path) -> Iterator[ServedDesk]:
    """The desk, with everything that `onlineloket serve` starts."""
    with ServedDesk(models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="session")
def badges() -> dict[str, StorageState]:
    """What a browser keeps of each agent's sign-in: nobody may sign in again and again. A package that has a desk of
    its own has badges of its own."""
    return {}


@pytest.fixture
def signed_in(town: Town, badges: dict[str, StorageState]) -> SignedIn:
    """Opens the console for an agent, who signs in only the first time, and now accepts conversations."""

    async def open_console(login: str, **options: Any) -> ConsoleScreen:
        if login not in badges:
            screen = await town.agent(login, **options)
            badges[login] = await screen.page.context.storage_state()
            return screen
        page = await town.at_console(storage_state=badges[login], **options)
        screen = ConsoleScreen(page, page)
        await screen.accept_conversations()
        return screen

    return open_console


@pytest.fixture
async def town(served_desk: ServedDesk, browser: Browser) -> AsyncIterator[Town]:
    """Where citizens and agents of one journey come from. A script error on any of their pages fails the test."""
    town = Town(served_desk, browser)
    yield town
    faults = await town.close()
    assert faults == []
