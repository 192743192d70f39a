"""One client of a Socket.IO server that costs next to nothing: WebSocket frames and packets are written by hand.

A client that checked as much as a browser's would need more of a core than the server that is measured.
"""

import asyncio
import base64
import json
import os
import struct
from collections.abc import Callable
from typing import Any, Self, cast

Answered = Callable[[bytes], None]
"""Gets the JSON of an acknowledgement, such as `[{"ok":{}}]`."""

Heard = Callable[["Client", bytes], None]
"""Gets each event as JSON, such as `["entry",{…}]`, and the client that it came to."""

_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10


class Cut(Exception):
    """The server refused the connection, or ended it."""


class Client(asyncio.Protocol):
    """A connection to one namespace, by WebSocket alone, without compression."""

    def __init__(self, namespace: str, auth: object, heard: Heard) -> None:
        self.namespace = namespace.encode()
        self.open = asyncio.get_running_loop().create_future()
        self.is_cut = False
        self._auth = json.dumps(auth).encode()
        self._heard = heard
        self._buffer = b""
        self._upgraded = False
        self._id = 0
        self._waiting: dict[int, Answered] = {}
        self._command = b"42" + self.namespace + b","
        self._event_begins = len(self._command)

    @classmethod
    async def connect(cls, port: int, namespace: str, auth: object, heard: Heard) -> Self:
        """Connect and be let in. Raises Cut with the reason, or OSError."""
        loop = asyncio.get_running_loop()
        _, client = await loop.create_connection(lambda: cls(namespace, auth, heard), "127.0.0.1", port)
        try:
            async with asyncio.timeout(60):
                await client.open
        except BaseException:
            client.cut()
            raise
        return client

    def send(self, event: str, payload: str, answered: Answered) -> None:
        """Send a command; `payload` is JSON. `answered` is called with the acknowledgement, if one comes."""
        self._id += 1
        self._waiting[self._id] = answered
        self._write(b'%b%d["%b",%b]' % (self._command, self._id, event.encode(), payload.encode()))

    async def call(self, event: str, payload: dict[str, Any], within: float = 60) -> dict[str, Any]:
        """Send a command and wait for what it gives. Raises Cut where it is refused, TimeoutError without an answer."""
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.send(event, json.dumps(payload), lambda words: None if answer.done() else answer.set_result(words))
        async with asyncio.timeout(within):
            (found,) = json.loads(await answer)
        if "ok" not in found:
            raise Cut(f"{event}: {found}")
        given: dict[str, Any] = found["ok"]
        return given

    def cut(self) -> None:
        """End the connection without a word, as a network does."""
        self.is_cut = True
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        port = transport.get_extra_info("peername")[1]
        key = base64.b64encode(os.urandom(16)).decode()
        self._transport.write(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def connection_lost(self, error: Exception | None) -> None:
        self.is_cut = True
        if not self.open.done():
            self.open.set_exception(Cut("the connection ended before it was open"))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._upgraded:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if not head.startswith(b"HTTP/1.1 101"):
                if not self.open.done():
                    self.open.set_exception(Cut(head.partition(b"\r\n")[0].decode()))
                return
            self._upgraded, self._buffer = True, rest
        self._read_frames()

    def _read_frames(self) -> None:
        buffer, at = self._buffer, 0
        while len(buffer) - at >= 2:
            length, begins = buffer[at + 1] & 0x7F, at + 2
            if length >= 126:
                shape, begins = (">H", at + 4) if length == 126 else (">Q", at + 10)
                if len(buffer) < begins:
                    break
                (length,) = struct.unpack_from(shape, buffer, at + 2)
            if len(buffer) < begins + length:
                break
            code, at, said = buffer[at] & 0x0F, begins + length, buffer[begins : begins + length]
            if code == _TEXT:
                self._read_packet(said)
            elif code == _PING:
                self._write(said, _PONG)
            elif code == _CLOSE:
                self.cut()
        self._buffer = buffer[at:]

    def _read_packet(self, said: bytes) -> None:
        match said[:2]:
            case b"43":  # an acknowledgement
                begins = said.index(b"[", self._event_begins)
                self._waiting.pop(int(said[self._event_begins : begins]))(said[begins:])
            case b"42":
                self._heard(self, said[self._event_begins :])
            case b"40":
                if not self.open.done():
                    self.open.set_result(None)
            case b"44":
                if not self.open.done():
                    self.open.set_exception(Cut(said.decode()))
            case b"41" | b"1":
                self.cut()
            case _ if said == b"2":
                self._write(b"3")
            case _ if said[:1] == b"0":
                self._write(b"40" + self.namespace + b"," + self._auth)

    def _write(self, said: bytes, code: int = _TEXT) -> None:
        # The mask is four zeros, under which the words stay as they are.
        length = len(said)
        if length < 126:
            head = struct.pack(">BBI", 0x80 | code, 0x80 | length, 0)
        elif length < 65_536:
            head = struct.pack(">BBHI", 0x80 | code, 0x80 | 126, length, 0)
        else:
            head = struct.pack(">BBQI", 0x80 | code, 0x80 | 127, length, 0)
        self._transport.write(head + said)
