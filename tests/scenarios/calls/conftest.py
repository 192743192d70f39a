"""A desk with two media workers, and a citizen and an agent who are in a call."""

import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import StorageState

from tests.scenarios.calls.people import InCall, InConversation, Line
from tests.scenarios.people import SignedIn, Town
from tests.support.desk import ServedDesk


@pytest.fixture(scope="package")
def served_desk(bot_models: Path) -> Iterator[ServedDesk]:
    """The desk of this package: what its calls do to the media workers is nobody else's business."""
    with ServedDesk({"MEDIA_WORKERS": "2"}, models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="package")
def badges() -> dict[str, StorageState]:
    """Of this package's desk."""
    return {}


@pytest.fixture
def line(town: Town, signed_in: SignedIn) -> Line:
    """Makes calls."""
    return Line(town, signed_in)


@pytest.fixture
async def conversation(line: Line) -> AsyncIterator[InConversation]:
    """A conversation in which nobody has called yet. Whoever has it in the end closes it: nobody can have many."""
    conversation = await line.conversation(f"mijn blauwe step {secrets.token_hex(3)}")
    yield conversation
    await conversation.finish()


@pytest.fixture
async def call(line: Line) -> AsyncIterator[InCall]:
    """A call that is under way, with picture and sound both ways; closed as `conversation` is."""
    call = await line.call(f"mijn blauwe step {secrets.token_hex(3)}")
    yield call
    await call.finish()
