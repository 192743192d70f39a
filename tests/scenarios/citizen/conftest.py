"""These citizens have a desk to themselves: they leave conversations in its queue, as people in a hurry do."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.scenarios.citizen.agent import Agent, sign_in
from tests.scenarios.people import Town
from tests.support.desk import ServedDesk


@pytest.fixture(scope="package")
def served_desk(bot_models: Path) -> Iterator[ServedDesk]:
    """The desk of this package."""
    with ServedDesk(models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="package")
def cookies() -> dict[str, str]:
    """The agents' sign-ins: nobody may sign in again and again."""
    return {}


@pytest.fixture
async def agent(town: Town, cookies: dict[str, str]) -> AsyncIterator[Agent]:
    """An agent who accepts conversations."""
    if "bram" not in cookies:
        cookies["bram"] = await sign_in(town.desk, "bram", town.password("bram"))
    async with Agent(town.desk, cookies["bram"]) as agent:
        yield agent
