"""These agents have a desk to themselves: what other journeys leave in a queue would get in their way."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import StorageState

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.people import ConsoleScreen, SignedIn
from tests.support.desk import ServedDesk


@pytest.fixture(scope="package")
def served_desk(bot_models: Path) -> Iterator[ServedDesk]:
    """The desk of this package."""
    with ServedDesk(models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="package")
def badges() -> dict[str, StorageState]:
    """What a browser keeps of each agent's sign-in: nobody may sign in again and again."""
    return {}


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
