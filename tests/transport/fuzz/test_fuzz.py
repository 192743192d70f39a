"""Whatever comes in, the desk stays up, answers with codes that exist, and hands nobody what is another's.

The number of cases is in the environment: `make fuzz` runs ten thousand.
"""

import asyncio
import contextlib
import json
import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, get_args

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from server.protocol.errors import Code
from tests.transport.fuzz.packets import bodies, frames
from tests.transport.node import Client, ServedNode, served_node

CASES = int(os.environ.get("FUZZ_CASES", "60"))
PATIENCE = 20
SECRET = "zevenenveertig paarse olifanten"
UNKNOWN = "c_nobodyhasthis"

pytestmark = pytest.mark.timeout(60 + CASES)


class Attacked:
    """A node, a citizen who must not notice anything, and whatever else was reported as a fault."""

    def __init__(self, node: ServedNode, witness: Client, witnessed: str) -> None:
        self.node = node
        self.witness = witness
        self.witnessed = witnessed
        self.token = secrets.token_urlsafe(32)
        self.own = ""
        self.cookie = ""
        self.faults: list[Any] = []

    @property
    def known(self) -> dict[str, list[str]]:
        """Ids that somebody who attacks may have got hold of; the witness's own is the dangerous one."""
        return {"conversation": [self.own, self.own, self.witnessed, UNKNOWN]}

    def entries(self) -> dict[str, str]:
        """How each namespace is entered, by whoever has the right to."""
        citizen = {"token": self.token, "protocol": 1}
        service = {"key": self.node.key, "kind": "bot", "protocol": 1, "worker": "fuzz"}
        return {
            "/citizen": json.dumps(citizen),
            "/agent": json.dumps({"protocol": 1}),
            "/service": json.dumps(service),
            "/guest": json.dumps(citizen),
        }

    async def is_unharmed(self) -> None:
        """The witness still reads what was said, and nothing was reported as a fault."""
        synced = await self.witness.ask("log.sync", {"conversation": self.witnessed})
        while "error" in synced:
            # Asked after each case, it is sometimes too much, even from a witness.
            assert synced["error"]["code"] == "too_many_requests"
            await asyncio.sleep(synced["error"]["retry_after"])
            synced = await self.witness.ask("log.sync", {"conversation": self.witnessed})
        said = [entry["body"].get("text") for entry in synced["ok"]["entries"]]
        assert said.count(SECRET) == 1
        assert self.faults == []


@pytest.fixture(scope="module")
async def attacked(tmp_path_factory: pytest.TempPathFactory, redis_server: Any) -> AsyncIterator[Attacked]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with served_node(folder, redis_server.url) as node:
        witness, witnessed = await node.citizen()
        said = {"conversation": witnessed, "client_id": "witness-1", "text": SECRET}
        assert "ok" in await witness.ask("message.post", said)
        attacked = Attacked(node, witness, witnessed)
        _, attacked.own = await node.citizen(attacked.token)
        attacked.cookie = await node.cookie()
        asyncio.get_running_loop().set_exception_handler(lambda _, context: attacked.faults.append(context))
        yield attacked
        asyncio.get_running_loop().set_exception_handler(None)


@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), entered=st.sampled_from(["/citizen", "/citizen", "/agent", "/service", "/guest", ""]))
async def test_over_a_websocket(attacked: Attacked, data: st.DataObject, entered: str) -> None:
    sent = data.draw(frames(attacked.known))
    # Whoever else reads what is not theirs is staff, and may; a citizen never sees another's words.
    headers = {"Cookie": attacked.cookie, "Origin": attacked.node.origin} if entered == "/agent" else {}
    with capture_logs() as logged:
        heard = await _send(attacked, sent, entered, headers)
        await attacked.is_unharmed()
    assert [line for line in logged if line["event"] in ("fault", "database_failed", "group_fault")] == []
    for packet in heard:
        _check_acknowledgement(packet)
        if entered in ("/citizen", "/guest", ""):
            assert SECRET not in packet


@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    body=bodies(),
    sid=st.sampled_from(["", "own", "own", "invented", "x" * 3000, "%00", "é"]),
    transport=st.sampled_from(["polling", "polling", "websocket", "carrier pigeon", ""]),
    version=st.sampled_from(["4", "4", "3", "", "99"]),
)
async def test_over_polling(attacked: Attacked, body: bytes, sid: str, transport: str, version: str) -> None:
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
    assert [line for line in logged if line["event"] in ("fault", "database_failed", "group_fault")] == []


async def test_nothing_of_it_stays(attacked: Attacked) -> None:
    """After all of that, and once those who polled were given up, only the witness and the first window are here."""
    async with asyncio.timeout(120):
        while len(attacked.node.node.server.eio.sockets) > 2:
            await asyncio.sleep(0.2)
    connections = attacked.node.node.sweeps.connections
    assert len(connections.of_citizens()) == 2
    assert connections.of_agents() == []
    assert connections.bots() == []


async def _send(attacked: Attacked, sent: list[str | bytes], entered: str, headers: dict[str, str]) -> list[str]:
    """Send frames on a websocket of its own; all that came back before the desk had dealt with them."""
    heard: list[str] = []
    url = attacked.node.origin.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    async with aiohttp.ClientSession() as session, session.ws_connect(url, headers=headers) as socket:
        with contextlib.suppress(ConnectionError):
            if entered:
                await socket.send_str(f"40{entered},{attacked.entries()[entered]}")
            for frame in sent:
                if isinstance(frame, bytes):
                    await socket.send_bytes(frame)
                else:
                    await socket.send_str(frame.encode(errors="replace").decode())
            # Who enters where there is no door is told so in turn: what was sent before has been dealt with by then.
            await socket.send_str("40/fence,")
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                async for message in socket:
                    if message.type is not aiohttp.WSMsgType.TEXT:
                        continue
                    heard.append(message.data)
                    if message.data.startswith("44/fence,"):
                        return heard
    return heard


def _check_acknowledgement(packet: str) -> None:
    """An acknowledgement holds a result, or a code that the contract knows."""
    if not packet.startswith("43") or "[" not in packet:
        return
    (answer,) = json.loads(packet[packet.index("[") :])
    assert set(answer) in ({"ok"}, {"error"})
    if "error" in answer:
        assert answer["error"]["code"] in get_args(Code)
