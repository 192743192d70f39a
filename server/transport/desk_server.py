"""The Socket.IO server, set for the desk. Every private name of python-socketio that we touch is here or in
`server/transport/socketio`."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qs

import socketio
from aiohttp import web
from socketio.exceptions import ConnectionRefusedError as ConnectionRefused
from socketio.packet import ACK, BINARY_ACK, BINARY_EVENT, CONNECT, CONNECT_ERROR, EVENT

from server.protocol import wire
from server.protocol.errors import Refused
from server.transport.socketio.engine import Engine
from server.transport.socketio.heartbeat import Pace
from server.transport.socketio.packet import TextPacket
from server.transport.socketio.rooms import Rooms
from server.transport.socketio.socket import PAUSE, DirectSocket

LARGEST = 256_000
"""Bytes in one packet. The largest command holds a session description of 64 KiB."""

MOST_READ = 1_000_000
"""Bytes of a packet that is still taken in, to be refused by name. A larger one ends the connection."""

_HEAD = 300
"""Characters that hold all of a packet but its payload."""

_PATIENCE_TO_DRAIN = 5.0
"""Seconds that a node which stops gives to commands that are being carried out."""

_LOOK_AGAIN = 0.02

_MALFORMED = wire.refuse(Refused(code="malformed"))
_TOO_LARGE = wire.refuse(Refused(code="too_large"))

CALM = Pace(interval=25, patience=20)
"""For citizens who chat: a telephone that is asked more often does not rest."""

BRISK = Pace(interval=10, patience=5)
"""For agents, bots, media workers, and anyone in a call."""


Came = Callable[[str, web.Request, Callable[[], None]], None]
"""Is told of a session, of the request that began it, and how to end it."""

Went = Callable[[str, web.Request], None]


def _ignored(*told: object) -> None:
    """For a server that nobody counts the sessions of."""


class ClientLine:
    """One client in one namespace, as long as it is connected."""

    __slots__ = ("_beginning", "_namespace", "_promised", "_server", "_sid", "_socket")

    def __init__(self, server: "DeskServer", socket: DirectSocket, sid: str, namespace: str) -> None:
        self._server = server
        self._socket = socket
        self._sid = sid
        self._namespace = namespace
        self._promised = socket.pace
        self._beginning = f"{EVENT}{namespace},"

    @property
    def session_id(self) -> str:
        """The session that the client is in this namespace by."""
        return str(self._socket.sid)

    @property
    def session(self) -> dict[str, Any]:
        """What is kept with the client's session, whichever namespaces it enters and leaves."""
        session: dict[str, Any] = self._socket.session
        return session

    def send(self, event: str, payload: str) -> None:
        """Emit, without waiting. `payload` is JSON text; whoever has gone is told nothing."""
        self._socket.say(f'{self._beginning}["{event}",{payload}]')

    async def close(self) -> None:
        await self._server.disconnect(self._sid, namespace=self._namespace)

    def hurry(self, hurried: bool) -> None:
        """Ask for signs of life as often as in a call, or again as often as was promised."""
        self._server.set_pace(self._socket, BRISK if hurried else self._promised)


class DeskServer(socketio.AsyncServer):  # type: ignore[misc]
    """python-socketio's server, with these differences.

    An event goes straight to its namespace's handler for any event (`*`), with arguments that are still JSON text, and
    what that returns is acknowledged; where it returns a future, once that is done, and the client is heard meanwhile.
    A client's packet named like one of the library's own events (`connect`,
    `disconnect`) is refused: the library would run our handlers for it, with the client's payload as their arguments.
    `ask` waits for a client's acknowledgement also while handlers run in order, which `call` refuses to.

    And no client makes the desk keep what grows. Attachments are refused: nothing we say has any, and the library
    collects as many as a packet announces. A client is answered one command after the other, as it takes the answers
    off the wire, and is cut off when it lets too much wait (`DirectSocket`): it syncs when it comes back. After what no
    client of ours sends, nothing is read of it for a moment.
    """

    def __init__(self, came: Came = _ignored, went: Went = _ignored) -> None:
        """`came` and `went` are told of every session, by its id and the request that began it."""
        self._came = came
        self._went = went
        quiet = logging.getLogger("socketio.quiet")
        quiet.setLevel(logging.CRITICAL)
        super().__init__(
            client_manager=Rooms(),
            serializer=TextPacket,
            async_mode="aiohttp",
            async_handlers=False,
            # Pages of other origins can do nothing without a token; agents' origins are checked at the door.
            cors_allowed_origins=[],
            max_http_buffer_size=MOST_READ,
            http_compression=False,
            logger=quiet,
            engineio_logger=quiet,
            namespaces=["/citizen", "/agent", "/service", "/guest"],
        )
        self._asking: set[DirectSocket] = set()
        self._answering: dict[asyncio.Future[Any], DirectSocket] = {}

    async def drain(self) -> None:
        """Close every session, each once what it asked for was answered. A session that ends like this is no refusal:
        clients connect again, to whichever node listens."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_TO_DRAIN):
                while sockets := list(self.eio.sockets.values()):
                    busy = self._asking.union(self._answering.values())
                    for socket in sockets:
                        if socket not in busy:
                            await socket.close(wait=False)
                    # Whoever asks is answered meanwhile, and what others are closing already is closed.
                    await asyncio.sleep(_LOOK_AGAIN)

    def line(self, sid: str, namespace: str) -> ClientLine:
        """The line to a client that is connecting, or connected. Raises socketio's ConnectionRefusedError where it has
        gone meanwhile."""
        socket = self.eio.sockets.get(self.manager.eio_sid_from_sid(sid, namespace))
        if socket is None or socket.closed or socket.closing:
            raise ConnectionRefused
        return ClientLine(self, socket, sid, namespace)

    def set_pace(self, socket: DirectSocket, pace: Pace) -> None:
        """Ask a client for signs of life at another pace than it was promised."""
        if socket.pace != pace and not socket.closed:
            socket.pace = pace
            self.eio.heartbeat.watch(socket)

    async def ask(self, event: str, data: Any, *, to: str, namespace: str) -> Any:
        """Emit to one client and return what it acknowledges. The caller bounds the time."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def acknowledged(*values: Any) -> None:
            if not answer.done():
                answer.set_result(values[0] if values else None)

        await self.emit(event, data, to=to, namespace=namespace, callback=acknowledged)
        return await answer

    def _engineio_server_class(self) -> Callable[..., Engine]:
        return partial(Engine, pace_of=_pace_of)

    async def _handle_eio_connect(self, eio_sid: str, environ: dict[str, Any]) -> None:
        await super()._handle_eio_connect(eio_sid, environ)
        self._came(eio_sid, environ["aiohttp.request"], self.eio.sockets[eio_sid].give_up)

    async def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        environ = self.environ.get(eio_sid)
        await super()._handle_eio_disconnect(eio_sid, reason)
        if environ is not None:
            self._went(eio_sid, environ["aiohttp.request"])

    async def _handle_eio_message(self, eio_sid: str, data: Any) -> None:
        socket = self.eio.sockets.get(eio_sid)
        if socket is None or socket.closed:
            return
        if not isinstance(data, str):
            await asyncio.sleep(PAUSE)
            return
        packet = TextPacket()
        if 4 * len(data) > LARGEST and len(data.encode()) > LARGEST:
            with contextlib.suppress(ValueError):
                packet.decode(data[:_HEAD])
            await self._refuse(socket, packet, _TOO_LARGE)
            return
        try:
            packet.decode(data)
        except ValueError:
            await self._refuse(socket, packet)
            return
        sid = self._entered(socket, packet)
        if packet.packet_type == EVENT and sid is not None and packet.data[0] not in self.reserved_events:
            await self._carry_out(socket, packet, sid)
        elif self._is_expected(socket, packet, sid):
            await super()._handle_eio_message(eio_sid, data)
            if packet.packet_type == CONNECT and self._entered(socket, packet) is None:
                await asyncio.sleep(PAUSE)
        else:
            await self._refuse(socket, packet)

    async def _carry_out(self, socket: DirectSocket, packet: TextPacket, sid: str) -> None:
        await socket.taken()
        self._asking.add(socket)
        try:
            answer = await self.handlers[packet.namespace]["*"](packet.data[0], sid, *packet.data[1:])
            if isinstance(answer, asyncio.Future):
                self._answering[answer] = socket
                answer.add_done_callback(partial(self._acknowledge_late, packet))
            else:
                self._acknowledge(socket, packet, answer)
        finally:
            self._asking.discard(socket)

    async def _refuse(self, socket: DirectSocket, packet: TextPacket, answer: dict[str, Any] = _MALFORMED) -> None:
        """Answer what cannot be read, is too large, has attachments or is not expected, where it asks for an answer,
        and let the client wait."""
        if packet.packet_type in (EVENT, BINARY_EVENT, BINARY_ACK) and self._entered(socket, packet) is not None:
            await socket.taken()
            self._acknowledge(socket, packet, answer)
        elif packet.packet_type == CONNECT and packet.namespace in self.namespaces and not self._knows(socket, packet):
            reason = {"message": answer["error"]["code"], "data": answer["error"]}
            socket.say(f"{CONNECT_ERROR}{packet.namespace},{TextPacket.json.dumps(reason)}")
        await asyncio.sleep(PAUSE)

    def _is_expected(self, socket: DirectSocket, packet: TextPacket, sid: str | None) -> bool:
        """Whether a packet that is no event is one that a client may send now: the library trips over others."""
        match packet.packet_type:
            case socketio.packet.CONNECT:
                return not self._knows(socket, packet)
            case socketio.packet.ACK:
                return isinstance(packet.data, list) and packet.id in self.manager.callbacks.get(sid, ())
            case socketio.packet.DISCONNECT:
                return sid is not None
        return False

    def _knows(self, socket: DirectSocket, packet: TextPacket) -> bool:
        """Whether the client is in the packet's namespace, or on its way in."""
        return self.manager.sid_from_eio_sid(socket.sid, packet.namespace) is not None

    def _entered(self, socket: DirectSocket, packet: TextPacket) -> str | None:
        """The client's id in the packet's namespace, once it was let in there."""
        sid: str | None = self.manager.sid_from_eio_sid(socket.sid, packet.namespace)
        return sid if sid is not None and self.manager.is_connected(sid, packet.namespace) else None

    def _acknowledge_late(self, packet: TextPacket, answer: asyncio.Future[Any]) -> None:
        socket = self._answering.pop(answer)
        if not answer.cancelled():
            self._acknowledge(socket, packet, answer.result())

    def _acknowledge(self, socket: DirectSocket, packet: TextPacket, answer: Any) -> None:
        if packet.id is not None:
            socket.say(f"{ACK}{packet.namespace},{packet.id}{TextPacket.json.dumps([answer])}")


def _pace_of(request: web.Request) -> Pace:
    """The pace that a client asks for in the address it connects to: it is told at once, before it says who it is."""
    return BRISK if "brisk" in parse_qs(request.query_string).get("pace", ()) else CALM
