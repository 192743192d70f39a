"""A websocket without compression."""

from typing import Any

from aiohttp import web
from engineio.async_drivers.aiohttp import WebSocket


class PlainWebSocket(WebSocket):  # type: ignore[misc]
    """The driver's websocket, with two differences: it does not compress, which costs four times the CPU and four times
    the memory of all the rest, and it has the request and aiohttp's socket as `request` and `response`."""

    request: web.Request
    response: web.WebSocketResponse

    async def __call__(self, environ: dict[str, Any]) -> web.WebSocketResponse:
        self.request = environ["aiohttp.request"]
        self.response = self._sock = web.WebSocketResponse(
            max_msg_size=self.server.max_http_buffer_size, compress=False
        )
        await self.response.prepare(self.request)
        await self.handler(self)
        return self.response
