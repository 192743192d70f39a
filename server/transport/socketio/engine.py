"""The Engine.IO server with direct sockets and one heartbeat."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import engineio
import structlog
from aiohttp import web
from engineio.packet import OPEN, Packet

from server.transport.faults import place_of
from server.transport.socketio.heartbeat import Heartbeat, Pace
from server.transport.socketio.socket import DirectSocket
from server.transport.socketio.websocket import PlainWebSocket

_HEADERS = {
    "Upgrade": "HTTP_UPGRADE",
    "Connection": "HTTP_CONNECTION",
    "Origin": "HTTP_ORIGIN",
    "Content-Length": "CONTENT_LENGTH",
    "Accept-Encoding": "HTTP_ACCEPT_ENCODING",
}

PaceOf = Callable[[web.Request], Pace]


class Engine(engineio.AsyncServer):  # type: ignore[misc]
    """The library's Engine.IO server for aiohttp, with these differences.

    Its sockets are `DirectSocket`s, its websockets `PlainWebSocket`s, and what a connection keeps of its request's
    environment is what the server reads of it. `pace_of` says how often a new client is asked for a sign of life;
    the library's own monitor is off. No cookie is set. A fault of a handler is logged by its type and place.
    """

    _async: dict[str, Any]

    def __init__(self, *, pace_of: PaceOf, **options: Any) -> None:
        super().__init__(monitor_clients=False, **options)
        self._async = {**self._async, "websocket": PlainWebSocket, "translate_request": environ_of}
        self.heartbeat = Heartbeat()
        self._pace_of = pace_of
        self._log = structlog.get_logger("sockets")
        self._unsent: list[DirectSocket] = []
        self._ending: set[asyncio.Task[None]] = set()

    def flush_soon(self, socket: DirectSocket) -> None:
        """Flush the socket after the next turn of the event loop: what is told of a command and the answer to it, which
        is given a turn later, leave together."""
        if not self._unsent:
            loop = asyncio.get_running_loop()
            loop.call_soon(loop.call_soon, self._flush)
        self._unsent.append(socket)

    def finish(self, work: Coroutine[Any, Any, None]) -> None:
        """Let something be done that nobody can wait for."""
        task = asyncio.create_task(work)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    def hear(self, sid: str, message: str) -> Awaitable[None]:
        """A client said something."""
        return self._trigger_event("message", sid, message)

    async def tell_of_end(self, sid: str, reason: str) -> None:
        """A client is gone."""
        await self._trigger_event("disconnect", sid, reason)

    async def shutdown(self) -> None:
        await self.heartbeat.stop()
        await super().shutdown()

    async def _trigger_event(self, event: str, *arguments: Any, run_async: bool = False) -> Any:
        try:
            return await self.handlers[event](*arguments)
        except Exception as error:  # noqa: BLE001 a fault in what one client is told or says ends nobody's session
            self._log.error("fault", engine_event=event, error=type(error).__name__, at=place_of(error))
            return False if event == "connect" else None

    async def _handle_connect(self, environ: dict[str, Any], transport: str, jsonp_index: int | None = None) -> Any:
        sid = self.generate_id()
        pace = self._pace_of(environ["aiohttp.request"])
        socket = self.sockets[sid] = DirectSocket(self, sid, pace)
        opening = {
            "sid": sid,
            "upgrades": self._upgrades(sid, transport),
            "pingTimeout": pace.patience * 1000,
            "pingInterval": pace.interval * 1000,
            "maxPayload": self.max_http_buffer_size,
        }
        await socket.send(Packet(OPEN, opening))
        refused = await self._trigger_event("connect", sid, environ)
        if refused is not None and refused is not True:
            del self.sockets[sid]
            return self._unauthorized(refused or None)
        self.heartbeat.watch(socket)
        if transport != "websocket":
            socket.connected = True
            return self._ok(await socket.poll(), jsonp_index=jsonp_index)
        try:
            return await socket.handle_get_request(environ)
        finally:
            # Where the handshake was none, nobody else closes it.
            await socket.close(wait=False, abort=True)

    def _flush(self) -> None:
        unsent, self._unsent = self._unsent, []
        for socket in unsent:
            socket.flush()


def environ_of(request: web.Request) -> dict[str, Any]:
    """What the server reads of a request; the driver's own has every header twice."""
    environ = {
        "aiohttp.request": request,
        "wsgi.input": request.content,
        "REQUEST_METHOD": request.method,
        "QUERY_STRING": request.query_string,
    }
    for header, name in _HEADERS.items():
        if header in request.headers:
            environ[name] = ",".join(request.headers.getall(header))
    return environ
