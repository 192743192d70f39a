"""Real WebRTC peers for tests: aiortc's own, each a party of a call through a worker."""

import asyncio
from collections.abc import Awaitable, Callable

from aiortc import (
    MediaStreamTrack,
    RTCConfiguration,
    RTCPeerConnection,
    RTCRtpSender,
    RTCRtpTransceiver,
    RTCSessionDescription,
)
from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

from server.media.worker import Worker
from server.protocol.media import Described
from tests.media.bad_line import BadLine

Ask = Callable[[str, str], Awaitable[Described]]
"""Hands a party's offer over, and gives what comes back."""


class Person:
    """A peer that sends a silent sound and a moving picture, and counts what it can decode."""

    def __init__(self, name: str, video_codec: str = "VP8") -> None:
        self.name = name
        self.video_codec = video_codec
        self.pc = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.pc.on("track", self._track)
        self.seen: dict[str, int] = {"audio": 0, "video": 0}
        self._watching: list[asyncio.Task[None]] = []

    async def join(self, ask: Ask) -> None:
        """Offer, and take the answer, until there is a section for everything that the others send."""
        if not self.pc.getTransceivers():
            for track in (AudioStreamTrack(), VideoStreamTrack()):
                self._prefer(self.pc.addTransceiver(track))
        while True:
            await self.pc.setLocalDescription(await self.pc.createOffer())
            answer = await ask(self.name, self.pc.localDescription.sdp)
            await self.pc.setRemoteDescription(RTCSessionDescription(answer.sdp, "answer"))
            homeless = [stream for stream in answer.streams if stream.mid is None]
            if not homeless:
                return
            for stream in homeless:
                kind = "audio" if stream.source == "microphone" else "video"
                self._prefer(self.pc.addTransceiver(kind, "recvonly"))

    async def sees_and_hears(self, more: int = 10) -> None:
        """Wait until this many more frames of both kinds were decoded."""
        goal = {kind: count + more for kind, count in self.seen.items()}
        async with asyncio.timeout(20):
            while any(self.seen[kind] < goal[kind] for kind in goal):
                await asyncio.sleep(0.05)

    async def sounds(self) -> tuple[int, int]:
        """Packets of sound that were sent, and that arrived here."""
        stats = [each for each in (await self.pc.getStats()).values() if getattr(each, "kind", "") == "audio"]
        sent = sum(each.packetsSent for each in stats if each.type == "outbound-rtp")
        return sent, sum(each.packetsReceived for each in stats if each.type == "inbound-rtp")

    async def round_trip(self) -> float:
        """Seconds to the other and back, by the longest report there is."""
        stats = (await self.pc.getStats()).values()
        return max(each.roundTripTime or 0 for each in stats if each.type == "remote-inbound-rtp")

    async def close(self) -> None:
        await self.pc.close()
        await asyncio.gather(*self._watching, return_exceptions=True)

    def _prefer(self, transceiver: RTCRtpTransceiver) -> None:
        codecs = RTCRtpSender.getCapabilities(transceiver.kind).codecs
        wanted = {self.video_codec, "rtx"} if transceiver.kind == "video" else {"opus"}
        transceiver.setCodecPreferences([codec for codec in codecs if codec.name in wanted])

    def _track(self, track: MediaStreamTrack) -> None:
        self._watching.append(asyncio.create_task(self._watch(track)))

    async def _watch(self, track: MediaStreamTrack) -> None:
        while True:
            await track.recv()
            self.seen[track.kind] += 1


async def connect(worker: Worker, call: str, *people: Person, line: BadLine | None = None) -> None:
    """Have them call each other through the worker; `line`: the first of them reaches it over that."""

    async def ask(party: str, sdp: str) -> Described:
        answer = await worker.offer(call, party, sdp)
        if line is None or party != people[0].name:
            return answer
        return Described(sdp=line.lead(answer.sdp), streams=answer.streams)

    for _ in range(2):
        for person in people:
            await person.join(ask)
