"""Whatever comes in, the desk stays up, answers with codes that exist, and hands nobody what is another's.

The number of cases of each kind is in the environment: `make fuzz` sends ten thousand in all.
"""

import asyncio
import gc
import json
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from server.desk.connections import Connection
from server.transport.allowance import Caller
from server.transport.socketio.socket import DirectSocket
from tests.transport.fuzz.attacked import (
    CASES,
    ENTERED,
    FAULTS,
    SECRET,
    SETTINGS,
    Attacked,
    attacked_node,
    bears_by_websocket,
    watched,
)
from tests.transport.fuzz.packets import bodies, frames
from tests.transport.fuzz.sending import by_polling

KEPT = (DirectSocket, Connection, Caller)
"""What the desk keeps for somebody who is there."""

pytestmark = pytest.mark.timeout(360 + CASES)


@pytest.fixture(scope="module")
async def attacked(tmp_path_factory: pytest.TempPathFactory, redis_server: Any) -> AsyncIterator[Attacked]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with attacked_node(folder, redis_server.url) as attacked:
        yield attacked
        await _nothing_of_it_stays(attacked)


@SETTINGS
@given(
    body=bodies(),
    sid=st.sampled_from(["", "own", "own", "invented", "x" * 3000, "%00", "é"]),
    transport=st.sampled_from(["polling", "polling", "websocket", "carrier pigeon", ""]),
    version=st.sampled_from(["4", "4", "3", "", "99"]),
)
async def test_requests_that_nobody_makes(
    attacked: Attacked, body: bytes, sid: str, transport: str, version: str
) -> None:
    url = f"{attacked.node.origin}/socket.io/"
    with capture_logs() as logged:
        async with aiohttp.ClientSession() as session:
            query = {"EIO": version, "transport": transport}
            if sid == "own":
                async with session.get(url, params={"EIO": "4", "transport": "polling"}) as opened:
                    query["sid"] = json.loads((await opened.text())[1:])["sid"]
            elif sid:
                query["sid"] = sid
            async with session.post(url, params=query, data=body) as response:
                assert response.status < 500
                assert SECRET not in await response.text()
        await attacked.is_unharmed()
    assert [line for line in logged if line["event"] in FAULTS] == []


@SETTINGS
@given(data=st.data(), entered=ENTERED, upgrade_after=st.sampled_from([0, 0, 1, 3]))
async def test_over_polling(attacked: Attacked, data: st.DataObject, entered: str, upgrade_after: int) -> None:
    sent = attacked.entering(entered) + data.draw(frames(attacked.known))
    with watched(entered) as heard:
        heard += await by_polling(attacked.node.origin, sent, attacked.headers(entered), upgrade_after)
        await attacked.is_unharmed()


@SETTINGS
@given(data=st.data(), entered=ENTERED)
async def test_over_a_websocket(attacked: Attacked, data: st.DataObject, entered: str) -> None:
    await bears_by_websocket(attacked, data.draw(frames(attacked.known)), entered)


async def _nothing_of_it_stays(attacked: Attacked) -> None:
    """After all of that, and once those who polled were given up, only the witness and the first window are here."""
    async with asyncio.timeout(120):
        while len(attacked.node.node.server.eio.sockets) > 2:
            await asyncio.sleep(0.2)
    connections = attacked.node.node.sweeps.connections
    assert len(connections.of_citizens()) == 2
    assert connections.of_agents() == []
    assert connections.bots() == []
    server = attacked.node.node.server
    assert len(server.environ) == 2
    assert sum(len(members) for rooms in server.manager.rooms.values() for members in rooms.values()) <= 8
    async with asyncio.timeout(120):
        while max(_kept().values()) > 8:
            await asyncio.sleep(1)  # requests that nobody waits for any more end in their own time


def _kept() -> Counter[str]:
    gc.collect()
    return Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, KEPT))
