"""Fan-out: this node's hints go out on one Redis channel, the others' come in."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable
from itertools import groupby

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from server.bus import hints
from server.bus.hints import AnyHint, Grown, Hint, QueueChanged
from server.protocol.entries import Entry

_CHANNEL = "onlineloket:hints"
_BACKLOG = 10_000
_RETRY = 1.0


class Fanout:
    """Sends and receives hints. Publishing never waits and never fails: while Redis is away, hints are dropped.

    `on_hint` gets each hint of another node. `on_gap` is called whenever hints may have been missed: once after the
    first subscription, after each loss of the connection, and after either of the two failed.
    """

    def __init__(self, redis: Redis, node: str) -> None:
        self.node = node
        self._redis = redis
        self._outgoing: asyncio.Queue[bytes] = asyncio.Queue(_BACKLOG)
        self._tasks: list[asyncio.Task[None]] = []
        self._log = structlog.get_logger("fanout", node=node)

    def start(self, on_hint: Callable[[AnyHint], Awaitable[None]], on_gap: Callable[[], Awaitable[None]]) -> None:
        self._tasks = [
            asyncio.create_task(self._send(), name="fanout-send"),
            asyncio.create_task(self._receive(on_hint, on_gap), name="fanout-receive"),
        ]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    async def announce(self, entries: Iterable[Entry], *, queue_changed: bool) -> None:
        """Hint at what was just committed."""
        for (conversation, log), group in groupby(entries, key=lambda each: (each.conversation, each.log)):
            numbers = [each.number for each in group]
            self.hint(Grown(node=self.node, conversation=conversation, log=log, first=min(numbers), last=max(numbers)))
        if queue_changed:
            self.hint(QueueChanged(node=self.node))

    def hint(self, hint: Hint) -> None:
        """Send one hint to the other nodes, some time soon."""
        with contextlib.suppress(asyncio.QueueFull):
            self._outgoing.put_nowait(hints.encode(hint))

    async def _send(self) -> None:
        while True:
            batch = [await self._outgoing.get()]
            while not self._outgoing.empty() and len(batch) < 64:
                batch.append(self._outgoing.get_nowait())
            try:
                async with self._redis.pipeline(transaction=False) as pipeline:
                    for data in batch:
                        pipeline.publish(_CHANNEL, data)
                    await pipeline.execute()
            except (RedisError, OSError) as error:
                self._log.warning("hints_dropped", count=len(batch), error=type(error).__name__)
                await asyncio.sleep(_RETRY)

    async def _receive(
        self, on_hint: Callable[[AnyHint], Awaitable[None]], on_gap: Callable[[], Awaitable[None]]
    ) -> None:
        while True:
            try:
                async with self._redis.pubsub() as channel:
                    await channel.subscribe(_CHANNEL)
                    async for message in channel.listen():
                        if message["type"] == "subscribe":
                            await on_gap()
                        elif message["type"] == "message":
                            hint = hints.decode(message["data"])
                            if hint is None:
                                self._log.warning("hint_ignored")
                            elif hint.node != self.node:
                                await on_hint(hint)
            except (RedisError, OSError) as error:
                self._log.warning("redis_away", error=type(error).__name__)
            except Exception as error:  # noqa: BLE001 a database that is away for a moment must not leave this node deaf
                self._log.error("hints_missed", error=type(error).__name__)
            await asyncio.sleep(_RETRY)
