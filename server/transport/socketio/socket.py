"""A session's socket that writes to the websocket itself."""

import asyncio
import contextlib
import struct
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from aiohttp import WSMsgType, web
from engineio import exceptions
from engineio.async_socket import AsyncSocket
from engineio.packet import CLOSE, MESSAGE, NOOP, PING, PONG, UPGRADE, Packet

from server.transport.socketio.body import packets_of
from server.transport.socketio.heartbeat import Pace
from server.transport.socketio.websocket import PlainWebSocket

MOST_UNREAD = 1024 * 1024
"""Bytes that may wait for one client. Whoever reads leaves none waiting for long."""

_PIECE = 64 * 1024
"""Bytes that are handed to the transport at once."""

_GOODBYE = b"\x88\x02\x03\xe8"
"""A websocket frame: close, 1000."""

_PATIENCE_TO_CLOSE = 10.0

_AT_ONCE = 8
"""Frames of one client that are taken in before everybody else has a turn."""

PAUSE = 0.05
"""Seconds that a client is not read after it sent what no client of ours sends."""


class DirectSocket(AsyncSocket):  # type: ignore[misc]
    """The library's socket, with these differences.

    Over a websocket there is neither queue nor writer: what is sent during two turns of the event loop goes to the
    transport in one piece. Sending never waits for the client. One that leaves more than `MOST_UNREAD`
    bytes waiting, over whichever transport, is cut off; `taken` waits until it has caught up.

    Signs of life are asked for by the engine's `Heartbeat`, not by a task for each socket.

    Whoever floods slows nobody but themselves: after a few frames others have their turn, and after nonsense a client
    is not read for a moment, which its own connection then makes it wait for.

    What a client that polls says is read whole, and may be more at once. It loses its session where its body cannot
    be read, or where it makes two requests of a kind at the same time: none does. So it does where a poll comes a
    second time, known by its `t`: browsers repeat one by themselves whose connection was cut, and what the first was
    answered is lost. The client comes back and syncs.
    """

    closed: bool
    closing: bool
    connected: bool

    def __init__(self, server: Any, sid: str, pace: Pace) -> None:
        super().__init__(server, sid)
        self.pace = pace
        self.due = 0
        self.asked = False
        self.heard = False
        self.busy = False
        self._request: web.Request | None = None
        self._transport: asyncio.Transport | None = None
        self._unsent: list[bytes] = []
        self._waiting = 0
        self._polling = self._posting = False
        self._polled: list[str] | None = None
        self._caught_up = asyncio.Event()

    @property
    def unread(self) -> int:
        """Bytes that wait for the client to take them."""
        return self._waiting + (self._transport.get_write_buffer_size() if self._transport is not None else 0)

    def say(self, message: str) -> None:
        """Send a message, without waiting; to nobody once the socket is closed."""
        if not self.closed:
            self._put(Packet(MESSAGE, message) if self._transport is None else f"{MESSAGE}{message}")

    async def send(self, pkt: Packet) -> None:
        if self.closed:
            raise exceptions.SocketIsClosedError
        self._put(pkt if self._transport is None else pkt.encode())

    async def taken(self) -> None:
        """Return when the client has taken what was sent, or nearly; cut it off when that takes it too long. One that
        changes to a websocket takes nothing until it has, and waits for its own request first."""
        if self._transport is not None and not self._transport.get_write_buffer_size():
            return
        if self.closed or self.upgrading or (self._transport is None and self.queue.empty()):
            return
        with contextlib.suppress(ConnectionError):
            try:
                async with asyncio.timeout(self.pace.interval + self.pace.patience):
                    await (self._caught_up.wait() if self._request is None else self._request.writer.drain())
            except TimeoutError:
                self.give_up()

    def flush(self) -> None:
        """Hand to the transport what was sent until now."""
        unsent, self._unsent, self._waiting = self._unsent, [], 0
        if self._transport is None or self._transport.is_closing():
            return
        if self._transport.get_write_buffer_size() > MOST_UNREAD:
            self.give_up()
        else:
            self._transport.write(b"".join(unsent))

    def ask(self) -> None:
        if not self.closing:
            self._put(Packet(PING) if self._transport is None else str(PING))

    def give_up(self) -> None:
        """Let go of a client that does not answer or does not read."""
        if self._transport is not None:
            # What waits is dropped, and whoever reads from the websocket is woken: it closes the session.
            self._transport.abort()
        elif not self.closing:
            self.server.finish(self.close(wait=False, reason=self.server.reason.PING_TIMEOUT))

    async def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        if self.closed or self.closing:
            return
        self.server.heartbeat.forget(self)
        if self._transport is None:
            # Whoever still asks is told, and not left waiting.
            await super().close(wait=False, reason=reason)
            self._caught_up.set()
        else:
            self.closing = True
            await self.server.tell_of_end(self.sid, reason or self.server.reason.SERVER_DISCONNECT)
            if not abort:
                self._put(str(CLOSE))
            self.flush()
            self.closed = True
            self._hang_up(self._transport)
        self.server.sockets.pop(self.sid, None)

    def schedule_ping(self) -> None:
        self.heard = True

    async def receive(self, pkt: Packet) -> None:
        expected = pkt.packet_type in (MESSAGE, CLOSE) or (pkt.packet_type == PONG and self.asked and not self.heard)
        self.heard = True
        if self.closed:
            return
        if not expected:
            await asyncio.sleep(PAUSE)
        if pkt.packet_type not in (PONG, MESSAGE, UPGRADE, CLOSE):
            raise exceptions.UnknownPacketError
        self.busy = True
        try:
            await super().receive(pkt)
        finally:
            self.busy = False

    async def handle_get_request(self, environ: dict[str, Any]) -> Any:
        if "HTTP_UPGRADE" in environ:
            return await super().handle_get_request(environ)
        self._refuse_overlap(self._polling)
        mark = parse_qs(environ["QUERY_STRING"]).get("t")
        if mark is not None and mark == self._polled:
            raise exceptions.EngineIOError("what was answered is lost")
        self._polled = mark
        self._polling = True
        try:
            return await super().handle_get_request(environ)
        finally:
            self._polling = False

    async def handle_post_request(self, environ: dict[str, Any]) -> None:
        self._refuse_overlap(self._posting)
        self._posting = True
        try:
            packets = await packets_of(environ, self.server.max_http_buffer_size)
            for taken, packet in enumerate(packets, start=1):
                await self.receive(packet)
                if taken % _AT_ONCE == 0:
                    await asyncio.sleep(0)
        finally:
            self._posting = False

    async def poll(self) -> list[Packet]:
        packets: list[Packet] = await super().poll()
        self._waiting = 0
        self._caught_up.set()
        return packets

    def _refuse_overlap(self, already: bool) -> None:
        if already:
            raise exceptions.EngineIOError("two requests at once")

    def _put(self, sent: Packet | str) -> None:
        """Let a packet wait for whoever polls, or its text for the next flush."""
        if isinstance(sent, Packet):
            self._waiting += len(sent.data) if isinstance(sent.data, str) else 1
            self._caught_up.clear()
            self.queue.put_nowait(sent)
            if self._waiting > MOST_UNREAD:
                self.give_up()
            return
        frame = _frame(sent.encode())
        if not self._unsent:
            self.server.flush_soon(self)
        self._unsent.append(frame)
        self._waiting += len(frame)
        if self._waiting > _PIECE:
            self.flush()

    async def _websocket_handler(self, ws: PlainWebSocket) -> None:
        if self.connected and not await self._upgrade(ws):
            return
        self.connected = self.upgraded = True
        try:
            if ws.request.transport is not None:
                self._go_direct(ws.request, ws.request.transport)
                # In a task of its own: whatever wakes it need not go through all that the request went through.
                await asyncio.create_task(self._read(ws.response.receive))
        finally:
            await self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)

    async def _upgrade(self, ws: PlainWebSocket) -> bool:
        """From polling to a websocket, as the protocol has it; whether it came to that."""
        self.upgrading = True
        self._caught_up.set()
        try:
            async with asyncio.timeout(self.pace.interval + self.pace.patience):
                if await ws.wait() != f"{PING}probe":
                    return False
                await ws.send(f"{PONG}probe")
                await self.queue.put(Packet(NOOP))  # ends the poll that waits
                return bool(await ws.wait() == str(UPGRADE))
        except (OSError, TimeoutError):
            return False
        finally:
            self.upgrading = False

    def _go_direct(self, request: web.Request, transport: asyncio.Transport) -> None:
        self._request, self._transport = request, transport
        self._waiting = 0
        while not self.queue.empty():
            self._put(self.queue.get_nowait().encode())
        # Five empty deques of 600 bytes each.
        del self.queue, self._caught_up

    async def _read(self, receive: Callable[[], Any]) -> None:
        """Take in what comes until the websocket ends."""
        message = str(MESSAGE)
        taken = 0
        while not self.closed:
            frame = await receive()
            taken += 1
            if taken % _AT_ONCE == 0:
                # What waits to be read, and commands that need not wait for anything, never let go of the event loop.
                await asyncio.sleep(0)
            if frame.type is WSMsgType.TEXT and frame.data.startswith(message):
                self.heard = self.busy = True
                await self.server.hear(self.sid, frame.data[1:])
                self.busy = False
            elif frame.type in (WSMsgType.TEXT, WSMsgType.BINARY):
                try:
                    await self.receive(_packet(frame.data))
                except exceptions.UnknownPacketError:
                    continue
                except (ValueError, exceptions.SocketIsClosedError):
                    return
            else:
                return

    def _hang_up(self, transport: asyncio.Transport) -> None:
        if not transport.is_closing():
            transport.write(_GOODBYE)
            transport.close()
            # What a client does not read would keep the transport for ever.
            asyncio.get_running_loop().call_later(_PATIENCE_TO_CLOSE, transport.abort)


def _packet(encoded: str | bytes) -> Packet:
    """A packet that holds no message, or a binary one. Raises ValueError."""
    if isinstance(encoded, str) and not encoded.startswith("b"):
        return Packet(int(encoded[:1]), encoded[1:])
    return Packet(encoded_packet=encoded)


def _frame(payload: bytes) -> bytes:
    """A text frame of RFC 6455, section 5.2, as a server sends it: whole, and not masked."""
    size = len(payload)
    if size < 126:
        return b"\x81%c%b" % (size, payload)
    if size < 65_536:
        return struct.pack("!BBH", 0x81, 126, size) + payload
    return struct.pack("!BBQ", 0x81, 127, size) + payload
