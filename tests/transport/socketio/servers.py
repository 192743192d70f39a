"""One small Socket.IO server twice: of the library's own classes, and of ours in their place."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import msgspec
import socketio
from aiohttp import web
from socketio.exceptions import ConnectionRefusedError as Refused

from server.transport.socketio.engine import Engine
from server.transport.socketio.heartbeat import Pace
from server.transport.socketio.packet import TextPacket
from server.transport.socketio.rooms import Rooms
from tests.support.ports import free_port

PACE = Pace(interval=25, patience=20)
LARGEST = 10_000


class Ours(socketio.AsyncServer):  # type: ignore[misc]
    """The library's server, on our classes."""

    def __init__(self, pace: Pace = PACE) -> None:
        self._pace = pace
        super().__init__(
            client_manager=Rooms(),
            serializer=TextPacket,
            async_mode="aiohttp",
            async_handlers=False,
            max_http_buffer_size=LARGEST,
            http_compression=False,
        )

    def _engineio_server_class(self) -> Callable[..., Engine]:
        return partial(Engine, pace_of=lambda request: self._pace)


def stock() -> socketio.AsyncServer:
    return socketio.AsyncServer(
        async_mode="aiohttp",
        async_handlers=False,
        max_http_buffer_size=LARGEST,
        http_compression=False,
        ping_interval=PACE.interval,
        ping_timeout=PACE.patience,
    )


def set_up(server: Any, namespaces: Sequence[str] = ("/one", "/two")) -> None:
    """Namespaces that do what the library can do."""

    async def connect(sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        if auth == {"name": "nobody"}:
            raise Refused("no", {"code": "no"})

    for namespace in namespaces:
        own = partial(_answered, server, namespace)
        server.on("connect", connect, namespace=namespace)
        server.on("*", own, namespace=namespace)


async def _answered(server: Any, namespace: str, event: str, sid: str, *arguments: Any) -> Any:
    values = [msgspec.json.decode(each) if isinstance(each, msgspec.Raw) else each for each in arguments]
    match event:
        case "enter":
            await server.enter_room(sid, *values, namespace=namespace)
        case "leave":
            await server.leave_room(sid, *values, namespace=namespace)
        case "rooms":
            return sorted("own" if room == sid else room for room in server.rooms(sid, namespace))
        case "say":
            await server.emit("said", values[1], to=values[0], namespace=namespace)
        case "say others":
            await server.emit("said", tuple(values[1:]), to=values[0], skip_sid=sid, namespace=namespace)
        case "say all":
            await server.emit("said", namespace=namespace)
        case "ask":
            await server.emit(
                "asked", values[0], to=sid, namespace=namespace, callback=partial(_told, server, namespace)
            )
        case "leave for good":
            await server.disconnect(sid, namespace=namespace)
        case "several":
            return tuple(values)
        case "nothing":
            return None
    return values


async def _told(server: Any, namespace: str, *answers: Any) -> None:
    await server.emit("told", list(answers), namespace=namespace)


@asynccontextmanager
async def serving(server: Any, namespaces: Sequence[str] = ("/one", "/two")) -> AsyncIterator[str]:
    """Where the server listens."""
    set_up(server, namespaces)
    application = web.Application()
    server.attach(application)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}/socket.io/?EIO=4"
    finally:
        await server.shutdown()
        await runner.cleanup()
