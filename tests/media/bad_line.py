"""A bad network between a party and a worker: a relay of datagrams that loses, delays and mixes them up, by a seed."""

import asyncio
import logging
import os
import random
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

Address = tuple[str, int]

SEED = int(os.environ.get("SEED", "1"))
"""What the dice of every line begin with; a failed test shows it beside what the lines were like."""

_HOST = re.compile(r" \S+ \d+ typ host")

logger = logging.getLogger(__name__)


class BadLine:
    """Give the party `address` in place of the worker's.

    :param loss: the share of datagrams that is lost, each for itself, in each direction; may be changed at any time.
    :param delay: seconds that each is under way.
    :param jitter: seconds more, at most, evenly spread: they may overtake each other.
    :param rate: bits a second that pass in each direction; what is more waits, for half a second at most, and is lost.
    """

    def __init__(
        self,
        worker: Address,
        *,
        loss: float = 0,
        delay: float = 0,
        jitter: float = 0,
        rate: float = 0,
    ) -> None:
        self.become(loss=loss, delay=delay, jitter=jitter, rate=rate)
        self.lost = self.passed = 0
        self.worker = worker
        self._random = random.Random(SEED)  # noqa: S311  # loses the same each time
        self._loop = asyncio.get_running_loop()
        self._free_at = {"in": 0.0, "out": 0.0}
        self._ways: dict[Address, asyncio.DatagramTransport] = {}
        self._opening: set[asyncio.Task[None]] = set()
        self._front: asyncio.DatagramTransport | None = None

    @classmethod
    @asynccontextmanager
    async def to(cls, worker: Address, **how: float) -> "AsyncIterator[BadLine]":
        line = cls(worker, **how)
        line._front, _ = await line._loop.create_datagram_endpoint(
            lambda: _Ends(line._from_party), local_addr=("127.0.0.1", 0)
        )
        try:
            yield line
        finally:
            line._front.close()
            await asyncio.gather(*line._opening)
            for way in line._ways.values():
                way.close()

    @property
    def address(self) -> Address:
        assert self._front is not None
        host, port = self._front.get_extra_info("sockname")
        return host, port

    def become(self, *, loss: float = 0, delay: float = 0, jitter: float = 0, rate: float = 0) -> None:
        """Be like this from now on, and good in everything that is not named."""
        self.loss, self.delay, self.jitter, self.rate = loss, delay, jitter, rate
        # A warning, because only those are shown with a test that fails.
        how = {"loss": loss, "delay": delay, "jitter": jitter, "rate": rate}
        logger.warning("a line of seed %d: %s", SEED, {name: much for name, much in how.items() if much})

    def lead(self, sdp: str) -> str:
        """A worker's answer, as whoever reaches it over this line should get it."""
        return _HOST.sub(" {} {} typ host".format(*self.address), sdp)

    def _from_party(self, data: bytes, source: Address) -> None:
        way = self._ways.get(source)
        if way is None:
            task = asyncio.create_task(self._open(source, data))
            self._opening.add(task)
            task.add_done_callback(self._opening.discard)
        else:
            self._carry("in", way, data, None)

    async def _open(self, source: Address, data: bytes) -> None:
        """To the worker, each address of the party looks like one of ours."""
        way, _ = await self._loop.create_datagram_endpoint(
            lambda: _Ends(lambda answer, _: self._carry("out", self._front, answer, source)),
            remote_addr=self.worker,
        )
        known = self._ways.setdefault(source, way)
        if known is not way:
            way.close()  # the next datagram came before this was open
        self._carry("in", known, data, None)

    def _carry(self, way: str, transport: asyncio.DatagramTransport | None, data: bytes, to: Address | None) -> None:
        if transport is None or transport.is_closing():
            return
        now = self._loop.time()
        wait = self.delay + self._random.random() * self.jitter
        if self.rate:
            begins = max(now, self._free_at[way])
            if begins - now > 0.5:
                self.lost += 1
                return
            self._free_at[way] = begins + len(data) * 8 / self.rate
            wait += self._free_at[way] - now
        if self._random.random() < self.loss:
            self.lost += 1
            return
        self.passed += 1
        if wait:
            self._loop.call_later(wait, _deliver, transport, data, to)
        else:
            transport.sendto(data, to)


def _deliver(transport: asyncio.DatagramTransport, data: bytes, to: Address | None) -> None:
    """What is under way when the line ends is lost with it."""
    if not transport.is_closing():
        transport.sendto(data, to)


class _Ends(asyncio.DatagramProtocol):
    def __init__(self, received: Callable[[bytes, Address], None]) -> None:
        self._received = received

    def datagram_received(self, data: bytes, source: Address) -> None:
        self._received(data, source)

    def error_received(self, _: Exception) -> None:
        """Somebody is gone: the datagram is lost."""
