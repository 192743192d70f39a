"""The Socket.IO server, set for the desk. Every private name of python-socketio that we touch is in this file."""

import asyncio
import logging
from typing import Any

import socketio
from engineio import packet as eio_packet
from socketio.packet import ACK, BINARY_ACK, BINARY_EVENT, EVENT

from server.protocol import wire
from server.protocol.errors import Refused

LARGEST = 256_000
"""Bytes in one packet. The largest command holds a session description of 64 KiB."""

MOST_WAITING = 500
"""Packets that may wait for one client. Whoever reads leaves none waiting for long."""

_INTERVAL = 10
_PATIENCE = 10
"""Seconds between two signs of life that are asked for, and until one that does not come means that nobody is there."""


class DeskServer(socketio.AsyncServer):  # type: ignore[misc]
    """python-socketio's server, with these differences.

    A client's packet named like one of the library's own events (`connect`, `disconnect`) is dropped: the library
    would run our handlers for it, with the client's payload as their arguments. `ask` waits for a client's
    acknowledgement also while handlers run in order, which `call` refuses to.

    And no client makes the desk keep what grows. Attachments are refused: nothing we say has any, and the library
    collects as many as a packet announces. A client is answered one command after the other, as it takes the answers
    off the wire, and is cut off when it lets too much wait: it syncs when it comes back.
    """

    def __init__(self) -> None:
        quiet = logging.getLogger("socketio.quiet")
        quiet.setLevel(logging.CRITICAL)
        super().__init__(
            async_mode="aiohttp",
            async_handlers=False,
            # Pages of other origins can do nothing without a token; agents' origins are checked at the door.
            cors_allowed_origins=[],
            max_http_buffer_size=LARGEST,
            ping_interval=_INTERVAL,
            ping_timeout=_PATIENCE,
            http_compression=False,
            logger=quiet,
            engineio_logger=quiet,
            namespaces=["/citizen", "/agent", "/service"],
        )
        self._leaving: set[asyncio.Task[None]] = set()

    def tell(self, event: str, payload: str, *, to: str, namespace: str) -> None:
        """Emit to one client, without waiting. `payload` is JSON text; whoever has gone is told nothing."""
        eio_sid = self.manager.eio_sid_from_sid(to, namespace)
        if eio_sid is None or not self._is_open(eio_sid):
            return
        queue = self.eio.sockets[eio_sid].queue
        if queue.qsize() < MOST_WAITING:
            queue.put_nowait(eio_packet.Packet(eio_packet.MESSAGE, f'{EVENT}{namespace},["{event}",{payload}]'))
        else:
            self._leaving.add(task := asyncio.create_task(self._cut_off(eio_sid)))
            task.add_done_callback(self._leaving.discard)

    async def ask(self, event: str, data: Any, *, to: str, namespace: str) -> Any:
        """Emit to one client and return what it acknowledges. The caller bounds the time."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def acknowledged(*values: Any) -> None:
            if not answer.done():
                answer.set_result(values[0] if values else None)

        await self.emit(event, data, to=to, namespace=namespace, callback=acknowledged)
        return await answer

    async def _handle_eio_message(self, eio_sid: str, data: Any) -> None:
        if not self._is_open(eio_sid) or isinstance(data, bytes):
            return
        if str(data)[:1] in (str(BINARY_EVENT), str(BINARY_ACK)):
            await self._refuse_attachments(eio_sid, self.packet_class(encoded_packet=data))
        else:
            await super()._handle_eio_message(eio_sid, data)

    async def _handle_event(self, eio_sid: str, namespace: str | None, id: int | None, data: Any) -> None:
        if isinstance(data, list) and data and isinstance(data[0], str) and data[0] not in self.reserved_events:
            await self._taken(eio_sid)
            await super()._handle_event(eio_sid, namespace, id, data)

    async def _send_eio_packet(self, eio_sid: str, eio_pkt: Any) -> None:
        if self._is_open(eio_sid) and self.eio.sockets[eio_sid].queue.qsize() >= MOST_WAITING:
            await self._cut_off(eio_sid)
        else:
            await super()._send_eio_packet(eio_sid, eio_pkt)

    async def _refuse_attachments(self, eio_sid: str, packet: Any) -> None:
        if packet.id is not None and self.manager.sid_from_eio_sid(eio_sid, packet.namespace or "/"):
            refusal = wire.refuse(Refused(code="malformed"))
            await self._taken(eio_sid)
            await self._send_packet(
                eio_sid, self.packet_class(ACK, namespace=packet.namespace, id=packet.id, data=[refusal])
            )

    def _is_open(self, eio_sid: str) -> bool:
        return eio_sid in self.eio.sockets and not self.eio.sockets[eio_sid].closed

    async def _taken(self, eio_sid: str) -> None:
        """Return when all that waits for this client is on its way; cut it off when it does not take it."""
        if self._is_open(eio_sid):
            try:
                async with asyncio.timeout(_INTERVAL + _PATIENCE):
                    await self.eio.sockets[eio_sid].queue.join()
            except TimeoutError:
                await self._cut_off(eio_sid)

    async def _cut_off(self, eio_sid: str) -> None:
        if not self._is_open(eio_sid):
            return
        socket, transport = self.eio.sockets[eio_sid], self.environ[eio_sid]["aiohttp.request"].transport
        await socket.close(wait=False, abort=True, reason=self.reason.TRANSPORT_ERROR)
        while not socket.queue.empty():
            socket.queue.get_nowait()
            socket.queue.task_done()
        # A websocket that nobody reads would wait for ever to say goodbye.
        if transport is not None:
            transport.abort()
