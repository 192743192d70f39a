"""A desk whose calls an rtpengine carries, as in a zone that runs one already."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import StorageState

from tests.scenarios.calls.people import Line
from tests.scenarios.people import SignedIn, Town
from tests.support.desk import ServedDesk
from tests.support.rtpengine import RtpEngine


@pytest.fixture(scope="package")
def engine() -> Iterator[RtpEngine]:
    with RtpEngine() as engine:
        yield engine


@pytest.fixture(scope="package")
def served_desk(engine: RtpEngine, bot_models: Path) -> Iterator[ServedDesk]:
    """The desk of this package."""
    with ServedDesk({"MEDIA_ENGINE": engine.url}, models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="package")
def badges() -> dict[str, StorageState]:
    """Of this package's desk."""
    return {}


@pytest.fixture
def line(town: Town, signed_in: SignedIn) -> Line:
    """Makes calls."""
    return Line(town, signed_in)
