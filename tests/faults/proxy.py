"""A small TCP proxy that a network's faults come from: it cuts, stalls, splits and half-closes what runs through it."""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Literal, Self

Direction = Literal["up", "down"]
"""Up: from the client to the desk."""

_CHUNK = 65_536


class Link:
    """One connection through the proxy: two pipes, and what is done to them."""

    def __init__(self, client: asyncio.StreamWriter, server: asyncio.StreamWriter) -> None:
        self._writers: dict[Direction, asyncio.StreamWriter] = {"up": server, "down": client}
        self._flowing: dict[Direction, asyncio.Event] = {"up": asyncio.Event(), "down": asyncio.Event()}
        self._pieces: Callable[[], int] | None = None
        for flowing in self._flowing.values():
            flowing.set()

    def cut(self) -> None:
        """Reset both ends: what is under way is lost."""
        for direction, writer in self._writers.items():
            writer.transport.abort()
            self._flowing[direction].set()

    def stall(self, direction: Direction) -> None:
        """Pass nothing on in this direction; neither end is told."""
        self._flowing[direction].clear()

    def flow(self) -> None:
        """Pass everything on again, whole."""
        self._pieces = None
        for flowing in self._flowing.values():
            flowing.set()

    def split(self, pieces: Callable[[], int]) -> None:
        """Pass everything on in pieces of as many bytes as `pieces` says, each in a segment of its own."""
        self._pieces = pieces

    def half_close(self, direction: Direction) -> None:
        """End one direction in good order; the other stays open."""
        with contextlib.suppress(OSError, RuntimeError):
            self._writers[direction].write_eof()

    async def carry(self, reader: asyncio.StreamReader, direction: Direction) -> None:
        """Pass on what comes, until there is no more, or the link is cut."""
        writer = self._writers[direction]
        try:
            while data := await reader.read(_CHUNK):
                await self._flowing[direction].wait()
                while data:
                    size = len(data) if self._pieces is None else self._pieces()
                    writer.write(data[:size])
                    data = data[size:]
                    await writer.drain()
                    if data:
                        await asyncio.sleep(0)
            self.half_close(direction)
        except (OSError, RuntimeError):
            # The far end is gone, or its direction was ended: the near end learns it the hard way.
            self.cut()


class Proxy:
    """Listens on loopback, at `port`, and passes on to a port there or to a Unix socket. Use as an async context
    manager."""

    def __init__(self, target: int | Path) -> None:
        self._target = target
        self._links: set[Link] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", backlog=4096)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for link in self._links:
            link.cut()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def some(self, dice: Random, share: float) -> list[Link]:
        """A share of the links, at least one where there are any."""
        links = sorted(self._links, key=id)
        return dice.sample(links, min(len(links), max(1, round(len(links) * share))))

    def heal(self) -> None:
        """Let everything flow."""
        for link in self._links:
            link.flow()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if isinstance(self._target, Path):
            return await asyncio.open_unix_connection(self._target)
        return await asyncio.open_connection("127.0.0.1", self._target)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            onward_reader, onward_writer = await self._connect()
        except OSError:
            writer.transport.abort()
            return
        link = Link(writer, onward_writer)
        self._links.add(link)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await asyncio.gather(link.carry(reader, "up"), link.carry(onward_reader, "down"))
        finally:
            link.cut()
            self._links.discard(link)
            self._tasks.discard(task)


def cut(links: Iterable[Link]) -> None:
    """Cut each of them."""
    for link in links:
        link.cut()
