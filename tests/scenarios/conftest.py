"""One desk for all journeys: they meet in its queue, as people do, so each takes its own conversation."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, StorageState, expect
from socketio.exceptions import SocketIOError

from tests.scenarios.citizen.agent import Agent
from tests.scenarios.people import ConsoleScreen, SignedIn, Town
from tests.support.desk import ServedDesk

expect.set_options(timeout=30_000)


@pytest.fixture(scope="package")
def served_desk(bot_models: Path) -> Iterator[ServedDesk]:
    """The desk, with everything that `onlineloket serve` starts."""
    with ServedDesk(models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="package")
def badges() -> dict[str, StorageState]:
    """What a browser keeps of each agent's sign-in: nobody may sign in again and again. A package that has a desk of
    its own has badges of its own."""
    return {}


@pytest.fixture
async def signed_in(town: Town, badges: dict[str, StorageState]) -> AsyncIterator[SignedIn]:
    """Opens the console for an agent, who signs in only the first time, and now accepts conversations. What an agent
    still has after the test is closed: the next would find a full desk."""
    came: set[str] = set()

    async def open_console(login: str, **options: Any) -> ConsoleScreen:
        came.add(login)
        if login not in badges:
            screen = await town.agent(login, **options)
            badges[login] = await screen.page.context.storage_state()
            return screen
        page = await town.at_console(storage_state=badges[login], **options)
        screen = ConsoleScreen(page, page)
        await screen.accept_conversations()
        return screen

    yield open_console
    for login in came & badges.keys():
        cookie = "; ".join(f"{each['name']}={each['value']}" for each in badges[login]["cookies"])
        with contextlib.suppress(SocketIOError):  # one who was signed out has nothing
            async with Agent(town.desk, cookie) as agent:
                await agent.close_all()


@pytest.fixture
async def town(served_desk: ServedDesk, browser: Browser) -> AsyncIterator[Town]:
    """Where citizens and agents of one journey come from. A script error on any of their pages fails the test."""
    town = Town(served_desk, browser)
    yield town
    faults = await town.close()
    assert faults == []
