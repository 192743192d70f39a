"""These agents have a desk to themselves: what other journeys leave in a queue would get in their way."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import StorageState

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.people import ConsoleScreen, Town
from tests.support.desk import ServedDesk

SignedIn = Callable[..., Awaitable[ConsoleScreen]]


@pytest.fixture(scope="session")
def served_desk(bot_models: Path) -> Iterator[ServedDesk]:
    """The desk of this package."""
    with ServedDesk(models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="session")
def badges() -> dict[str, StorageState]:
    """What a browser keeps of each agent's sign-in: nobody may sign in again and again."""
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
async def citizen(served_desk: ServedDesk) -> AsyncIterator[Citizen]:
    """Somebody who waits for a person."""
    async with Citizen(served_desk) as citizen:
        await citizen.wait_for_a_person("mijn fiets is weg")
        yield citizen


@pytest.fixture
async def other(served_desk: ServedDesk) -> AsyncIterator[Citizen]:
    """Somebody else who waits, and came later."""
    async with Citizen(served_desk) as other:
        await other.wait_for_a_person("ik heb een portefeuille gevonden")
        yield other


@pytest.fixture
async def an(signed_in: SignedIn) -> ConsoleScreen:
    """An, at the console and accepting conversations."""
    return await signed_in("an")
