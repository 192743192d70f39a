"""A bare websocket on the desk, for packets that no client of ours sends."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

PATIENCE = 10


class Wire:
    """A bare websocket that sends whatever it is told, and reads only when it is asked to."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def enter(self, token: str) -> None:
        auth = json.dumps({"token": token, "protocol": 1})
        await self.socket.send_str(f"40/citizen,{auth}")
        await self.answer("40/citizen")

    async def answer(self, *beginnings: str) -> str:
        """The next packet that begins with one of these."""
        async with asyncio.timeout(PATIENCE):
            while True:
                packet = await self.socket.receive_str()
                if packet == "2":
                    await self.socket.send_str("3")
                if packet.startswith(beginnings):
                    return packet

    async def acknowledged(self, id: int) -> Any:
        return json.loads((await self.answer(f"43/citizen,{id}")).removeprefix(f"43/citizen,{id}"))[0]


@asynccontextmanager
async def wired(origin: str, headers: Mapping[str, str] | None = None) -> AsyncIterator[Wire]:
    """A websocket that is connected, and lets nobody in yet."""
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.ws_connect(f"{origin}/socket.io/?EIO=4&transport=websocket", max_msg_size=0) as socket,
    ):
        yield Wire(socket)
