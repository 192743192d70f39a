"""What carries packets to the desk and back: a WebSocket, or one request after the other. Written from the protocol of
Engine.IO 4 alone, so that it shares no mistake with the library that the desk is made of."""

import asyncio
import contextlib
import json
from collections import deque
from typing import Protocol

import aiohttp

GONE = (aiohttp.ClientError, OSError, TimeoutError, TypeError, ValueError)
"""What is raised where the carrier is of no more use. The last two: the other end sent no text, as when it says
goodbye."""

_PATIENCE = 60.0
"""Seconds for a request that does not wait for anything; whoever asks gives up sooner."""

_GOODBYE = 0.2
"""Seconds that the other end gets to say goodbye."""

_BETWEEN = "\x1e"


class Carrier(Protocol):
    """Opened once. All methods raise one of `GONE`."""

    async def open(self, url: str, headers: dict[str, str]) -> str:
        """The first packet."""

    async def send(self, packet: str) -> None:
        """Packets leave in the order in which they were sent."""

    async def receive(self, patience: float) -> str:
        """The next packet, which comes within so many seconds."""

    async def close(self) -> None:
        """Hang up. Raises nothing."""


class WebSocket:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._socket: aiohttp.ClientWebSocketResponse | None = None

    async def open(self, url: str, headers: dict[str, str]) -> str:
        self._socket = await self._session.ws_connect(
            f"{url}/socket.io/?EIO=4&transport=websocket",
            headers=headers,
            max_msg_size=0,
            timeout=aiohttp.ClientWSTimeout(ws_close=_GOODBYE),
        )
        return await self._socket.receive_str()

    async def send(self, packet: str) -> None:
        assert self._socket is not None
        await self._socket.send_str(packet)

    async def receive(self, patience: float) -> str:
        assert self._socket is not None
        return await self._socket.receive_str(timeout=patience)

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()


class Polling:
    """As a browser does it: one request that waits for what the desk has to say, and one at a time with what there is
    to say to it. The library repeats a request by itself whose connection was cut, as browsers do."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._url = ""
        self._headers: dict[str, str] = {}
        self._polls = 0
        self._is_open = False
        self._arrived: deque[str] = deque()
        self._unsent: list[str] = []
        self._turn = asyncio.Lock()

    async def open(self, url: str, headers: dict[str, str]) -> str:
        self._url, self._headers = f"{url}/socket.io/?EIO=4&transport=polling", headers
        opened = await self.receive(_PATIENCE)
        self._url += f"&sid={json.loads(opened[1:])['sid']}"
        self._is_open = True
        return opened

    async def send(self, packet: str) -> None:
        self._unsent.append(packet)
        async with self._turn:
            unsent, self._unsent = self._unsent, []
            if unsent:
                await self._post(_BETWEEN.join(unsent), _PATIENCE)

    async def receive(self, patience: float) -> str:
        while not self._arrived:
            self._polls += 1
            async with self._session.get(
                f"{self._url}&t={self._polls}", headers=self._headers, timeout=aiohttp.ClientTimeout(total=patience)
            ) as response:
                response.raise_for_status()
                self._arrived.extend((await response.text()).split(_BETWEEN))
        return self._arrived.popleft()

    async def close(self) -> None:
        if self._is_open:
            with contextlib.suppress(*GONE):
                await self._post("1", _GOODBYE)

    async def _post(self, body: str, patience: float) -> None:
        async with self._session.post(
            self._url, data=body, headers=self._headers, timeout=aiohttp.ClientTimeout(total=patience)
        ) as response:
            response.raise_for_status()
