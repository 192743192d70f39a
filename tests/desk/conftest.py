"""The desk on both databases, with the demo zone."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from server.bus.line import open_line
from server.store.database import Database
from server.zone.load import demo_folder, load_zone
from server.zone.zone import Zone
from tests.desk.harness import Bench
from tests.desk.two_nodes import Node, met
from tests.support.plans import Plans


@pytest.fixture(scope="session")
def demo_zone() -> Zone:
    return load_zone(demo_folder())


@pytest.fixture(scope="session")
def plans() -> Plans:
    """Of everything that is asked here."""
    return Plans()


@pytest.fixture(autouse=True)
def finds_by_index(plans: Plans) -> Iterator[None]:
    """Whatever a use case looks for is found as fast in a desk of years as in a new one."""
    plans.slow.clear()
    yield
    assert plans.slow == []


@pytest.fixture
async def desk(database: Database, tmp_path: Path, demo_zone: Zone, redis_url: str) -> AsyncIterator[Bench]:
    """A desk with nobody in it."""
    line = open_line(redis_url)
    yield Bench(database, demo_zone, line, folder=tmp_path)
    await line.close()


@pytest.fixture
async def nodes(desk: Bench) -> AsyncIterator[tuple[Node, Node]]:
    pair = Node(desk), Node(Bench(desk.database, desk.zone, desk.line, desk.folder))
    for node in pair:
        node.start()
        node.desk.fanout.keep(frozenset(), frozenset(each.desk.fanout.node for each in pair))
        # What is told to a node that does not listen yet is lost.
        node.desk.fanout.follow("c_all_listen")
    await met("c_all_listen", *(node.desk for node in pair))
    yield pair
    for node in pair:
        await node.stop()
