"""Calls that load a server: two parties each, sending an encoded clip, and the server's process seen from outside."""

import asyncio
import itertools
import json
import struct
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Literal

from tests.bench.call_clip import AUDIO_PACKETS_PER_SECOND, FRAMES_PER_SECOND, Clip
from tests.media.endpoint import Endpoint

TICK = 0.002
"""Seconds between two looks at what is due."""

CHECK_SECONDS = 2.5
"""How often a browser proves its path."""

WARM_SECONDS = 3
SECONDS = 8

COST = "CPU-s per call-s"
"""The unit of `cost`."""

FEWEST_FRAMES = 27
"""A second, to each party from each other. A server that drops frames spends less, and must not look better for it."""

Kind = Literal["worker", "mediarelay"]


class Server:
    """One of the servers of `call_servers`, running."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._ids = itertools.count()
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    @asynccontextmanager
    async def running(cls, kind: Kind, *more: str) -> "AsyncIterator[Server]":
        argv = (sys.executable, "-m", "tests.bench.call_servers", kind, *more)
        process = await asyncio.create_subprocess_exec(*argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        server = cls(process)
        try:
            yield server
        finally:
            process.kill()
            await process.wait()
            await server._listening

    async def ask(self, do: str, **command: object) -> Any:
        assert self._process.stdin is not None
        number = next(self._ids)
        answered = self._asked[number] = asyncio.get_running_loop().create_future()
        self._process.stdin.write(json.dumps({"id": number, "do": do, **command}).encode() + b"\n")
        return await asyncio.wait_for(answered, 30)

    async def _listen(self) -> None:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            answer = json.loads(line)
            self._asked.pop(answer["id"]).set_result(answer["done"])


class Party(Endpoint):
    """One who sends the clip, and counts what comes in."""

    def __init__(self, name: str, clip: Clip) -> None:
        super().__init__(name)
        self.frames_received = 0
        self._clip = clip
        self._sequence = {"audio": itertools.count(), "video": itertools.count()}
        self._transport = itertools.count()
        self._frames = self._sounds = 0

    async def connect(self) -> None:
        """As an endpoint does, but with patience: a full ICE agent may need a moment before it answers."""
        for _ in range(20):
            if await self.check():
                await self.shake_hands()
                return
        raise TimeoutError("the server answers no check")

    def take_media(self, packet: bytes) -> None:
        # The marker bit ends a frame of video (RFC 7741, 4.1); encryption leaves it readable.
        if not 192 <= packet[1] <= 223 and packet[1] & 0x80:
            self.frames_received += 1

    def send_due(self, elapsed: float) -> None:
        """Send all that is due so many seconds after the beginning."""
        while self._frames <= elapsed * FRAMES_PER_SECOND:
            packets = self._clip.video[self._frames % len(self._clip.video)]
            for number, payload in enumerate(packets, start=1):
                self._send("video", 96, self.video, self._frames * 3_000, payload, last=number == len(packets))
            self._frames += 1
        while self._sounds <= elapsed * AUDIO_PACKETS_PER_SECOND:
            payload = self._clip.audio[self._sounds % len(self._clip.audio)]
            self._send("audio", 111, self.audio, self._sounds * 960, payload, last=False)
            self._sounds += 1

    def _send(self, kind: str, payload_type: int, ssrc: int, stamp: int, payload: bytes, *, last: bool) -> None:
        """Send a packet with a transport-wide number, as browsers do (extension 3 of what an endpoint offers)."""
        number = next(self._sequence[kind]) & 0xFFFF
        header = struct.pack("!BBHLL", 0x90, payload_type | last << 7, number, stamp & 0xFFFFFFFF, ssrc)
        extension = struct.pack("!HHBHx", 0xBEDE, 1, 0x31, next(self._transport) & 0xFFFF)
        self.put(self.dtls.protect(header + extension + payload))


async def call_through_worker(server: Server, call: str, *parties: Party) -> None:
    """Bring two to four parties together, each with a section for everything that the others send."""
    for party in parties * 2:
        party.places = len(parties) - 2
        party.learn(await server.ask("offer", call=call, party=party.name, sdp=party.describe()))
    await asyncio.gather(*(party.connect() for party in parties))


async def call_through_mediarelay(server: Server, call: str, *parties: Party) -> None:
    async def join(party: Party) -> None:
        party.learn(await server.ask("join", call=call, party=party.name, sdp=party.describe()))
        await party.connect()

    await asyncio.gather(*(join(party) for party in parties))


async def send_for(parties: list[Party], seconds: float, begun: float) -> None:
    """Have all parties send until so many seconds from now; `begun` is when they began, on the loop's clock."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    check_at = loop.time()
    while (now := loop.time()) < until:
        for party in parties:
            party.send_due(now - begun)
        if now >= check_at:
            check_at = now + CHECK_SECONDS
            for party in parties:
                party.prove()
        await asyncio.sleep(TICK)


async def cost(kind: Kind, calls: int, clip: Clip, *, parties: int = 2) -> float:
    """Processor time of the server, for each second of each call."""
    connect = call_through_worker if kind == "worker" else call_through_mediarelay
    loop = asyncio.get_running_loop()
    async with Server.running(kind) as server:
        everybody: list[Party] = []
        for number in range(calls):
            together = [Party(f"p_{place}party{number:03}", clip) for place in range(parties)]
            await connect(server, f"c_{number:08}", *together)
            everybody += together
        begun = loop.time()
        await send_for(everybody, WARM_SECONDS, begun)
        used, frames, at = await server.ask("cpu"), _frames(everybody), loop.time()
        await send_for(everybody, SECONDS, begun)
        seconds = loop.time() - at
        used, frames = await server.ask("cpu") - used, _frames(everybody) - frames
        for party in everybody:
            await party.close()
    rate = frames / seconds / len(everybody) / (parties - 1)
    if rate < FEWEST_FRAMES:
        raise RuntimeError(f"{kind} delivered {rate:.0f} frames a second: this machine is too busy to measure")
    return float(used) / seconds / calls


def _frames(parties: list[Party]) -> int:
    return sum(party.frames_received for party in parties)
