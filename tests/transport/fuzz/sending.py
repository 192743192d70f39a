"""Ways to send packets that nobody should send, and to hear what the desk says to them.

Whoever enters where there is no door is told so in turn: once that was heard, what was sent before has been dealt with.
"""

import asyncio
import base64
import contextlib
import json
from collections.abc import Sequence

import aiohttp

PATIENCE = 20
FENCE = "40/fence,"
NO_DOOR = "44/fence,"

Frame = str | bytes


async def by_websocket(origin: str, frames: Sequence[Frame], headers: dict[str, str]) -> list[str]:
    """Send on a websocket of its own; the text that came back before the desk had dealt with it all."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{origin}/socket.io/?EIO=4&transport=websocket", headers=headers) as socket,
    ):
        return await _say(socket, frames)


async def by_polling(origin: str, frames: Sequence[Frame], headers: dict[str, str], upgrade_after: int) -> list[str]:
    """The same in requests: the first one in the first request, the rest in the second. With `upgrade_after`, so many
    of them are polled, and the rest comes on the websocket that the session turns into."""
    polled, rest = (frames[:upgrade_after], frames[upgrade_after:]) if upgrade_after else ([*frames, FENCE], ())
    async with aiohttp.ClientSession(headers=headers) as session:
        polling = Polling(session, origin)
        if not await polling.open():
            return []
        hearing = asyncio.create_task(polling.hear())
        for part in (polled[:1], polled[1:]):
            await polling.post(part)
        if upgrade_after:
            return await polling.upgrade(hearing, rest)
        return await hearing


class Polling:
    """A session that is polled."""

    def __init__(self, session: aiohttp.ClientSession, origin: str) -> None:
        self._session = session
        self._url = f"{origin}/socket.io/"
        self._query = {"EIO": "4", "transport": "polling"}
        self._enough = False

    async def open(self) -> bool:
        """Begin it; whether it was let begin."""
        async with self._session.get(self._url, params=self._query) as opened:
            if opened.status == 200:
                self._query["sid"] = json.loads((await opened.text())[1:])["sid"]
            return opened.status == 200

    async def post(self, frames: Sequence[Frame]) -> None:
        """Send some in one request."""
        if frames:
            body = b"\x1e".join(map(_polled, frames))
            async with self._session.post(self._url, params=self._query, data=body) as response:
                assert response.status < 500
                await response.read()

    async def hear(self) -> list[str]:
        """What comes, until the end of the session, of patience, or of polling."""
        heard: list[str] = []
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while not self._enough and not any(packet.startswith(NO_DOOR) for packet in heard):
                    async with self._session.get(self._url, params=self._query) as response:
                        assert response.status < 500
                        if response.status != 200:
                            return heard
                        heard += (await response.text()).split("\x1e")
        return heard

    async def upgrade(self, hearing: asyncio.Task[list[str]], frames: Sequence[Frame]) -> list[str]:
        """Turn it into a websocket and send on that, unless it has ended; what both heard."""
        url, query = self._url.replace("http", "ws"), {**self._query, "transport": "websocket"}
        try:
            async with self._session.ws_connect(url, params=query) as socket:
                await socket.send_str("2probe")
                await socket.receive()
                self._enough = True
                polled = await hearing
                return polled + await _say(socket, ["5", *frames])
        except aiohttp.WSServerHandshakeError as refused:
            if refused.status >= 500:
                raise
            return await hearing


async def _say(socket: aiohttp.ClientWebSocketResponse, frames: Sequence[Frame]) -> list[str]:
    heard: list[str] = []
    with contextlib.suppress(ConnectionError):
        for frame in frames:
            if isinstance(frame, bytes):
                await socket.send_bytes(frame)
            else:
                await socket.send_str(frame.encode(errors="replace").decode())
        await socket.send_str(FENCE)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            async for message in socket:
                if message.type is not aiohttp.WSMsgType.TEXT:
                    continue
                heard.append(message.data)
                if message.data.startswith(NO_DOOR):
                    return heard
    return heard


def _polled(frame: Frame) -> bytes:
    return b"b" + base64.b64encode(frame) if isinstance(frame, bytes) else frame.encode(errors="replace")
