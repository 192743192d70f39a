"""These citizens have a desk to themselves: they leave conversations in its queue, as people in a hurry do."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.scenarios.citizen.agent import Agent
from tests.scenarios.people import Town
from tests.support.desk import ServedDesk


@pytest.fixture(scope="session")
def served_desk() -> Iterator[ServedDesk]:
    """The desk of this package."""
    with ServedDesk() as desk:
        yield desk


@pytest.fixture
async def agent(town: Town) -> AsyncIterator[Agent]:
    """An agent who accepts conversations."""
    async with Agent(town.desk, "bram", town.password("bram")) as agent:
        yield agent
