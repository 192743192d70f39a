"""The network between somebody's browser and the desk: an HTTP proxy such as offices have, and what can go wrong in it.

A browser asks its proxy for pages one by one, and for a tunnel (CONNECT) where it wants a WebSocket.
"""

import asyncio
from contextlib import suppress
from typing import Literal, Self

from playwright.async_api import ProxySettings

WebSockets = Literal["pass", "refuse", "swallow"]
"""What the proxy does with them: `swallow` takes the request and never answers."""


class Network:
    """Use as an async context manager, and give `proxy` to the person's browser context.

    `tunnels` and `requests` count what was asked for so far.
    """

    def __init__(self, websockets: WebSockets = "pass") -> None:
        self.websockets: WebSockets = websockets
        self.tunnels = 0
        self.requests = 0
        self._no_sockets = False
        self._server: asyncio.Server | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._stranded = asyncio.Event()
        self._gone = False

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        await self._end_all()

    @property
    def proxy(self) -> ProxySettings:
        assert self._server is not None
        port = self._server.sockets[0].getsockname()[1]
        return {"server": f"http://127.0.0.1:{port}", "bypass": "<-loopback>"}

    def strand(self) -> None:
        """What is open now carries nothing any more, and neither end is told; what is opened from now on works."""
        self._stranded.set()
        self._stranded = asyncio.Event()

    async def cut(self) -> None:
        """Everything breaks off, and nothing more comes through until `mend`."""
        self._gone = True
        await self._end_all()

    async def cut_sockets(self) -> None:
        """As `cut`, but pages still load."""
        self._no_sockets = True
        await self._end_all()

    def mend(self) -> None:
        self._gone = self._no_sockets = False

    async def _end_all(self) -> None:
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        # A browser that goes away, and a test that ends, break off here.
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            if not self._gone:
                await self._serve(reader, writer, self._stranded)
        self._under_way.discard(task)
        writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stranded: asyncio.Event) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, target, *_ = head.split(" ", 2)
        if method == "CONNECT":
            self.tunnels += 1
            if self.websockets == "swallow":
                await reader.read()
            elif self.websockets == "refuse" or self._no_sockets:
                writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
                await writer.drain()
            else:
                await self._tunnel(target, b"", reader, writer, stranded)
            return
        self.requests += 1
        host, _, path = target.removeprefix("http://").partition("/")
        if self._no_sockets and path.startswith("socket.io/"):
            return
        lines = [line for line in head.split("\r\n")[1:] if not line.lower().startswith(("proxy-", "connection:"))]
        asked = "\r\n".join((f"{method} /{path} HTTP/1.1", "Connection: close", *lines))
        await self._tunnel(host, asked.encode("latin-1"), reader, writer, stranded)

    async def _tunnel(
        self,
        host: str,
        first: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        stranded: asyncio.Event,
    ) -> None:
        name, _, port = host.rpartition(":")
        from_desk, to_desk = await asyncio.open_connection(name, int(port))
        if first:
            to_desk.write(first)
        else:
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        ways = [
            asyncio.create_task(_pump(reader, to_desk, stranded)),
            asyncio.create_task(_pump(from_desk, writer, stranded)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            if stranded.is_set():
                await asyncio.Event().wait()
        finally:
            # First: who is cancelled here comes no further.
            to_desk.transport.abort()
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter, stranded: asyncio.Event) -> None:
    """Pass on what comes, until one of the two ends, or for ever nothing once stranded."""
    with suppress(OSError):
        while data := await source.read(65_536):
            if stranded.is_set():
                await asyncio.Event().wait()
            sink.write(data)
            await sink.drain()
    if stranded.is_set():
        await asyncio.Event().wait()
