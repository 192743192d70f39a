"""A desk that ends the first line to it too early, in one of many ways, and lets in whoever comes then."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

NAMESPACE = "/service"
OPENING = "0" + json.dumps({"sid": "s", "upgrades": [], "pingInterval": 25_000, "pingTimeout": 20_000})
LET_IN = f'40{NAMESPACE},{{"sid": "n"}}'

End = Callable[[web.WebSocketResponse], Awaitable[object]]


async def _leaves(socket: web.WebSocketResponse) -> None:
    await socket.close(code=1001)


async def _says_nothing(socket: web.WebSocketResponse) -> None:
    await socket.receive()


async def _says_what_is_no_packet(socket: web.WebSocketResponse) -> None:
    await socket.send_str("good morning")
    await socket.receive()


async def _says_bytes(socket: web.WebSocketResponse) -> None:
    await socket.send_bytes(b"\x00")
    await socket.receive()


async def _leaves_once_open(socket: web.WebSocketResponse) -> None:
    await socket.send_str(OPENING)
    await socket.close()


async def _lets_in_and_leaves(socket: web.WebSocketResponse) -> None:
    await socket.send_str(OPENING)
    await socket.receive()
    await socket.send_str(LET_IN)
    await socket.close()


ENDS: dict[str, End] = {
    end.__name__.removeprefix("_"): end
    for end in (
        _leaves,
        _says_nothing,
        _says_what_is_no_packet,
        _says_bytes,
        _leaves_once_open,
        _lets_in_and_leaves,
    )
}
"""How a line may end before it was of any use, by name."""


@dataclass
class Front:
    """`came` counts lines; `let_in` is set once one was opened properly."""

    end: End
    url: str = ""
    came: int = 0
    let_in: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.came += 1
        if self.came == 1:
            await self.end(socket)
            return socket
        await socket.send_str(OPENING)
        async for packet in socket:
            if packet.type is WSMsgType.TEXT and packet.data.startswith("40"):
                await socket.send_str(LET_IN)
                self.let_in.set()
        return socket


@asynccontextmanager
async def ending(end: End) -> AsyncIterator[Front]:
    """A desk whose first line ends like this."""
    front = Front(end)
    application = web.Application()
    application.router.add_get("/socket.io/", front.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    front.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield front
    finally:
        await runner.cleanup()
