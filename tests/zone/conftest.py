"""What the tests of zone data share."""

from pathlib import Path

import pytest

from server.zone.load import demo_folder, load_zone
from server.zone.zone import Zone
from tests.zone.folders import Draft, draft_in


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A copy of the demo zone to make mistakes in."""
    return draft_in(tmp_path)


@pytest.fixture(scope="session")
def demo() -> Zone:
    """The demo zone."""
    return load_zone(demo_folder())
