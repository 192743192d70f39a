"""People who stop reading cost a real desk a bounded amount of memory, and lose nothing."""

import asyncio
import contextlib
import json
import secrets
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import psutil
import pytest

from server.transport.socketio.socket import MOST_UNREAD
from tests.support.desk import ServedDesk
from tests.transport.node import Client

DEAF = 30
MESSAGES = 400
TEXT = 4000 * "€"
"""12 kB on the wire: nearly five megabytes for each window in all."""


@pytest.fixture
def desk(bot_models: Path) -> Iterator[ServedDesk]:
    with ServedDesk(models=bot_models) as desk:
        yield desk


def node_of(desk: ServedDesk) -> psutil.Process:
    assert desk.process
    return next(each for each in psutil.Process(desk.process.pid).children() if "desk" in each.cmdline())


async def agent_at(desk: ServedDesk) -> Client:
    lines = (desk.folder / "data" / "demo-agents.txt").read_text().splitlines()
    password = next(line.split("\t")[1] for line in lines if line.startswith("an\t"))
    headers = {"Origin": desk.origin}
    sign_in = {"login": "an", "password": password}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{desk.origin}/api/sign-in", json=sign_in, headers=headers) as response,
    ):
        headers["Cookie"] = response.headers["Set-Cookie"].split(";")[0]
    agent = Client("/agent")
    await agent.connect(desk.origin, {"protocol": 1}, headers=headers)
    return agent


async def asked(client: Client, event: str, **payload: Any) -> Any:
    """What comes of a command; it is asked again when it was too early."""
    while "error" in (answer := await client.ask(event, payload)):
        assert answer["error"]["code"] == "too_many_requests", answer
        await asyncio.sleep(answer["error"]["retry_after"])
    return answer["ok"]


@contextlib.asynccontextmanager
async def deaf_windows(desk: ServedDesk, token: str) -> AsyncIterator[None]:
    """Windows of one citizen, connected, that read nothing more. What the kernel keeps for them is little."""

    def narrow(address: Any) -> socket.socket:
        made = socket.socket(*address[:3])
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        return made

    connector = aiohttp.TCPConnector(socket_factory=narrow, limit=0)
    url = desk.origin.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    async with aiohttp.ClientSession(connector=connector) as session:
        windows = []
        for _ in range(DEAF):
            window = await session.ws_connect(url, max_msg_size=0)
            await window.send_str(f"40/citizen,{json.dumps({'token': token, 'protocol': 1})}")
            await window.send_str('42/citizen,1["conversation.open",{"language":"nl"}]')
            while not (await window.receive_str()).startswith("43/citizen,1"):
                pass
            windows.append(window)
        # They are not closed: whoever does not read does not say goodbye either.
        yield


@pytest.mark.timeout(300)
async def test_memory_stays_flat_and_everything_is_found_afterwards(desk: ServedDesk) -> None:
    token = secrets.token_urlsafe(32)
    citizen = Client("/citizen")
    await citizen.connect(desk.origin, {"token": token, "protocol": 1})
    conversation = (await asked(citizen, "conversation.open", language="nl"))["conversation"]
    await asked(citizen, "person.request", conversation=conversation)
    agent = await agent_at(desk)
    await asked(agent, "conversation.take", conversation=conversation)
    node = node_of(desk)
    async with deaf_windows(desk, token):
        before = most = node.memory_info().rss
        for number in range(MESSAGES):
            await asked(agent, "message.post", conversation=conversation, client_id=f"said-{number:04}", text=TEXT)
            most = max(most, node.memory_info().rss)
        assert most - before < DEAF * MOST_UNREAD * 1.5, "unbounded it would be five times as much"
    found: list[str] = []
    after = 0
    while entries := (await asked(citizen, "log.sync", conversation=conversation, after=after))["entries"]:
        after = entries[-1]["number"]
        found += [entry["client_id"] for entry in entries if (entry.get("client_id") or "").startswith("said-")]
    assert found == [f"said-{number:04}" for number in range(MESSAGES)]
    for client in (citizen, agent):
        await client.close()
