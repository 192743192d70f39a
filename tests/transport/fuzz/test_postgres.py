"""The same commands with PostgreSQL behind the desk: what it will not store, or finds twice, is no fault either."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transport.fuzz.attacked import CASES, ENTERED, SETTINGS, Attacked, attacked_node, bears_by_websocket
from tests.transport.fuzz.packets import frames

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(60 + CASES)]


@pytest.fixture(scope="module")
async def attacked(
    tmp_path_factory: pytest.TempPathFactory, redis_server: Any, node_postgres_url: str
) -> AsyncIterator[Attacked]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with attacked_node(folder, redis_server.url, database_url=node_postgres_url) as attacked:
        yield attacked


@settings(SETTINGS, max_examples=max(20, CASES // 4))
@given(data=st.data(), entered=ENTERED)
async def test_over_a_websocket(attacked: Attacked, data: st.DataObject, entered: str) -> None:
    await bears_by_websocket(attacked, data.draw(frames(attacked.known)), entered)
