"""Raw Engine.IO over each transport: packets go in as they are written, and come out as they arrive."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Protocol

import aiohttp
import msgspec

PATIENCE = 20


class Line(Protocol):
    async def send(self, packet: str) -> None: ...

    async def receive(self) -> str:
        """The next packet; raises ConnectionError once there is none to come."""


class Socket:
    """Over a websocket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def send(self, packet: str) -> None:
        await self.socket.send_str(packet)

    async def receive(self) -> str:
        async with asyncio.timeout(PATIENCE):
            message = await self.socket.receive()
        if message.type is not aiohttp.WSMsgType.TEXT:
            raise ConnectionError
        return str(message.data)


class Polls:
    """Over one request after the other."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url
        self.waiting: list[str] = []

    async def send(self, packet: str) -> None:
        async with self.session.post(self.url, data=packet) as response:
            if response.status != 200:
                raise ConnectionError(response.status)

    async def receive(self) -> str:
        async with asyncio.timeout(PATIENCE):
            while not self.waiting:
                async with self.session.get(self.url) as response:
                    if response.status != 200:
                        raise ConnectionError(response.status)
                    self.waiting = (await response.text()).split("\x1e")
        return self.waiting.pop(0)


async def polled(session: aiohttp.ClientSession, url: str) -> tuple[Polls, str]:
    """A session by polling, and the packet that opened it."""
    polls = Polls(session, f"{url}&transport=polling")
    opened = await polls.receive()
    sid = msgspec.json.decode(opened[1:])["sid"]
    polls.url += f"&sid={sid}"
    return polls, opened


@asynccontextmanager
async def opened(url: str, transport: str, headers: Mapping[str, str] | None = None) -> AsyncIterator[tuple[Line, str]]:
    """A session over `websocket`, `polling`, or `upgrade` from one to the other; and the packet that opened it."""
    async with aiohttp.ClientSession(headers=headers) as session:
        if transport == "websocket":
            async with session.ws_connect(f"{url}&transport=websocket") as socket:
                line = Socket(socket)
                yield line, await line.receive()
            return
        polls, first = await polled(session, url)
        if transport == "polling":
            yield polls, first
            return
        async with session.ws_connect(polls.url.replace("=polling", "=websocket")) as socket:
            line = Socket(socket)
            waiting = asyncio.create_task(polls.receive())
            await line.send("2probe")
            assert await line.receive() == "3probe"
            assert await waiting == "6"
            await line.send("5")
            yield line, first
