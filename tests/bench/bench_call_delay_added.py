"""How much later a packet arrives because it passes through the server, at twenty calls: milliseconds from the moment
one party hands it to the kernel until the kernel has it for the other, on loopback; a load that is slow does not count.

Both parties of each call send 640 by 480 at 30 frames in VP8, 1 Mbit/s, and Opus: a picture is several packets at once.
"""

import asyncio
import socket
import statistics
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from tests.bench.call_clip import Clip, make_clip
from tests.bench.call_load import Party
from tests.bench.call_own import Server, calls_of, people
from tests.bench.call_turns import ROUNDS, SECONDS, WARM_SECONDS
from tests.bench.load.processor import beside_the_server
from tests.bench.result import Result

CALLS = 20

_SO_TIMESTAMPNS = 35  # <asm-generic/socket.h>, which Python does not name
_TIME = struct.Struct("qq")


def measure() -> Iterator[Result]:
    with beside_the_server():
        medians, tails, arrived = zip(*asyncio.run(_delays()), strict=True)
    beside = {"lowest": min(medians), "highest": max(medians), "arrived": min(arrived)}
    median, tail = statistics.median(medians), statistics.median(tails)
    yield Result(name="call_delay_added", value=median, unit="ms", must=2, aim=0.6, beside=beside)
    beside = {"lowest": min(tails), "highest": max(tails)}
    yield Result(name="call_delay_added_p99", value=tail, unit="ms", must=6, aim=2.5, beside=beside)


async def _delays() -> list[tuple[float, float, float]]:
    """Of each turn: the median and the 99th percentile, in ms, and the share of packets that arrived."""
    clip = make_clip()
    clock = Clock()
    pairs = people(CALLS, clip, make=partial(TimedParty, clock))
    found = []
    async with Server.running("worker") as server, calls_of(server, pairs) as load:
        await load.send(WARM_SECONDS)
        for _ in range(ROUNDS):
            clock.gone.clear()
            clock.delays.clear()
            await load.turn(SECONDS)
            delays = sorted(clock.delays)
            share = len(delays) / (len(delays) + len(clock.gone))
            found.append((delays[len(delays) // 2] / 1e6, delays[len(delays) * 99 // 100] / 1e6, share))
    return found


@dataclass
class Clock:
    """When packets that are under way have gone, by what stays of them; and how long others were, in nanoseconds."""

    gone: dict[bytes, int] = field(default_factory=dict)
    delays: list[int] = field(default_factory=list)


class TimedParty(Party):
    """One who notes when each packet goes and when it comes."""

    def __init__(self, clock: Clock, name: str, clip: Clip, *, number: int) -> None:
        self._clock = clock
        super().__init__(name, clip, number=number)

    def move(self) -> None:
        super().move()
        assert self._socket is not None
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)

    def put(self, packet: bytes) -> None:
        if _is_media(packet):
            self._clock.gone[_mark(packet)] = time.time_ns()
        super().put(packet)

    def _read(self) -> None:
        assert self._socket is not None
        with suppress(BlockingIOError):
            while True:
                packet, told, _, _ = self._socket.recvmsg(2048, 64)
                if _is_media(packet) and (gone := self._clock.gone.pop(_mark(packet), None)):
                    seconds, nanoseconds = _TIME.unpack(told[0][2])
                    self._clock.delays.append(seconds * 1_000_000_000 + nanoseconds - gone)
                self.take(packet)


def _is_media(packet: bytes) -> bool:
    return 128 <= packet[0] <= 191 and not 192 <= packet[1] <= 223


def _mark(packet: bytes) -> bytes:
    """Number, time and source (RFC 3550, 5.1), which our worker leaves as they are, and nobody encrypts."""
    return packet[2:12]
