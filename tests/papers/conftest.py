"""What tests of papers share: the demo zone and one printer."""

import pytest

from server.papers.page import TalkPage
from server.papers.printer import Printer
from server.papers.typesetter import Typesetter
from server.zone import Zone
from server.zone.catalogue import Catalogues
from tests.architecture.source import TREE
from tests.papers.samples import demo_zone


@pytest.fixture(scope="session")
def zone() -> Zone:
    """The zone that ships with the desk."""
    return demo_zone()


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    """The texts of the desk, as papers print them."""
    return Catalogues.load(TREE / "web/locales", "papers", isolating=False)


@pytest.fixture(scope="session")
def printer(catalogues: Catalogues) -> Printer:
    return Printer(catalogues, Typesetter(), TalkPage())
