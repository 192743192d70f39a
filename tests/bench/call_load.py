"""Calls that load a server: the parties of all of them in this process, and the server's process seen from outside."""

import asyncio
import itertools
import struct
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from tests.bench.call_clip import AUDIO_PACKETS_PER_SECOND, FRAMES_PER_SECOND, Clip
from tests.bench.load.processor import cpu_seconds
from tests.media.endpoint import Endpoint

TICK = 0.002
"""Seconds between two looks at what is due."""

CHECK_SECONDS = 2.5
"""How often a browser proves its path."""

SETTLE_SECONDS = 1
"""What a turn begins with and does not count: until a server that waited has come back to speed."""

COST = "CPU-s per call-s"
"""The unit of `Turn.cost`."""

FEWEST_FRAMES = 27
"""A second, to each party from each other. A server that drops frames spends less, and must not look better for it."""

_VIDEO, _AUDIO = 96, 111
"""The payload types of what endpoints offer."""

_LAST_OF_FRAME = _VIDEO | 0x80
"""The second byte of the packet that ends a frame, with the marker bit (RFC 7741, 4.1); nobody encrypts it."""

BOTH = ("audio", "video")


class Party(Endpoint):
    """One who sends the clip, and counts what comes in.

    :param sends: of which kinds; without any it only receives.
    :param number: of all parties of a load: no two cameras have their frames ready at the same instant.
    """

    def __init__(
        self, name: str, clip: Clip, *, number: int = 0, sends: Sequence[str] = BOTH, address: str = "127.0.0.1"
    ) -> None:
        super().__init__(name, address)
        self.frames_received = 0
        self.sends = sends
        self._clip = clip
        self._late = number * 0.0037 % (1 / FRAMES_PER_SECOND)
        self._sequence = {kind: itertools.count() for kind in BOTH}
        self._transport = itertools.count()
        self._frames = self._sounds = 0

    async def connect(self) -> None:
        """As an endpoint does."""
        if not await self.check():
            raise TimeoutError("the server answers no check")
        await self.shake_hands()
        if self.dtls.state != "connected":
            raise ConnectionError("the server agrees on no keys")

    def take_media(self, packet: bytes) -> None:
        if packet[1] == _LAST_OF_FRAME:
            self.frames_received += 1

    def send_due(self, elapsed: float) -> None:
        """Send all that is due so many seconds after the beginning."""
        elapsed -= self._late
        while "video" in self.sends and self._frames <= elapsed * FRAMES_PER_SECOND:
            packets = self._clip.video[self._frames % len(self._clip.video)]
            for number, payload in enumerate(packets, start=1):
                self._send("video", _VIDEO, self.video, self._frames * 3_000, payload, last=number == len(packets))
            self._frames += 1
        while "audio" in self.sends and self._sounds <= elapsed * AUDIO_PACKETS_PER_SECOND:
            payload = self._clip.audio[self._sounds % len(self._clip.audio)]
            self._send("audio", _AUDIO, self.audio, self._sounds * 960, payload, last=False)
            self._sounds += 1

    def _send(self, kind: str, payload_type: int, ssrc: int, stamp: int, payload: bytes, *, last: bool) -> None:
        """Send a packet with a transport-wide number, as browsers do (extension 3 of what an endpoint offers)."""
        number = next(self._sequence[kind]) & 0xFFFF
        header = struct.pack("!BBHLL", 0x90, payload_type | last << 7, number, stamp & 0xFFFFFFFF, ssrc)
        extension = struct.pack("!HHBHx", 0xBEDE, 1, 0x31, next(self._transport) & 0xFFFF)
        self.put(self.dtls.protect(header + extension + payload))


@dataclass(frozen=True)
class Turn:
    """What a server did for some seconds.

    `cost` is its processor time for each second of each call; `frames` came a second, to each party from each other;
    `load_busy` is the share of a core that the load took.
    """

    cost: float
    frames: float
    load_busy: float


class Calls:
    """So many calls through one server. They send while it is their turn; between turns they only prove their paths.

    Use as a context manager, once the parties are connected: it closes them.

    :param process: the server's.
    :param pictures: how many streams of video arrive somewhere.
    """

    def __init__(self, process: int, parties: Sequence[Party], *, calls: int, pictures: int) -> None:
        self.parties = parties
        self.fewest_frames: float = FEWEST_FRAMES
        """A second, of each picture."""
        self._process = process
        self._calls = calls
        self._pictures = pictures
        self._sent_for = 0.0

    async def __aenter__(self) -> Self:
        self._proving = asyncio.create_task(self._prove())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._proving.cancel()
        for party in self.parties:
            await party.close()

    async def send(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        begun = loop.time() - self._sent_for
        until = self._sent_for + seconds
        while (elapsed := loop.time() - begun) < until:
            for party in self.parties:
                party.send_due(elapsed)
            await asyncio.sleep(TICK)
        self._sent_for = elapsed

    async def turn(self, seconds: float) -> Turn:
        """Send, and see what it costs. Raises RuntimeError where too little arrives."""
        await self.send(SETTLE_SECONDS)
        used, own, frames, at = cpu_seconds(self._process), time.process_time(), self._frames(), time.monotonic()
        await self.send(seconds)
        spent = time.monotonic() - at
        used, own = cpu_seconds(self._process) - used, time.process_time() - own
        rate = (self._frames() - frames) / spent / self._pictures
        if rate < self.fewest_frames:
            raise RuntimeError(f"{rate:.0f} frames a second arrived: this machine is too busy to measure")
        return Turn(cost=used / spent / self._calls, frames=rate, load_busy=own / spent)

    def _frames(self) -> int:
        return sum(party.frames_received for party in self.parties)

    async def _prove(self) -> None:
        while True:
            await asyncio.sleep(CHECK_SECONDS)
            for party in self.parties:
                party.prove()
