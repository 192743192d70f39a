"""The Socket.IO server, set for the desk. Every private name of python-socketio that we touch is in this file."""

import asyncio
import logging
from typing import Any

import socketio

LARGEST = 256_000
"""Bytes in one packet. The largest command holds a session description of 64 KiB."""


class DeskServer(socketio.AsyncServer):  # type: ignore[misc]
    """python-socketio's server, with two differences.

    A client's packet named like one of the library's own events (`connect`, `disconnect`) is dropped: the library
    would run our handlers for it, with the client's payload as their arguments. And `ask` waits for a client's
    acknowledgement also while handlers run in order, which `call` refuses to.
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
            ping_interval=10,
            ping_timeout=10,
            http_compression=False,
            logger=quiet,
            engineio_logger=quiet,
            namespaces=["/citizen", "/agent", "/service"],
        )

    async def ask(self, event: str, data: Any, *, to: str, namespace: str) -> Any:
        """Emit to one client and return what it acknowledges. The caller bounds the time."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def acknowledged(*values: Any) -> None:
            if not answer.done():
                answer.set_result(values[0] if values else None)

        await self.emit(event, data, to=to, namespace=namespace, callback=acknowledged)
        return await answer

    async def _handle_event(self, eio_sid: str, namespace: str | None, id: int | None, data: Any) -> None:
        if isinstance(data, list) and data and isinstance(data[0], str) and data[0] not in self.reserved_events:
            await super()._handle_event(eio_sid, namespace, id, data)
