"""What one member of a room sends: decrypted once, told apart, and handed to its tracks."""

import socket
import time
from collections.abc import Callable
from typing import Any

from server.media.member import Member
from server.media.relay.counters import Counters
from server.media.relay.crossing import MAX_SOURCES, MIN_PACKET, Tap
from server.media.relay.numbering import ONE_BYTE_HEADERS
from server.media.relay.touchpoints import REPLAYED, PacketBuffer, unprotect_rtcp, unprotect_rtp
from server.media.relay.whitelist import TRANSPORT_NUMBER
from server.media.room.arrivals import Arrivals
from server.media.room.track import Track


class Uplink:
    """The inlet of a member.

    :param on_control: called with each compound of RTCP.
    :param on_gap: called with the sequence numbers that a track misses, for the first time.
    """

    __slots__ = (
        "_buffer",
        "_counters",
        "_inbound",
        "_media_types",
        "_on_control",
        "_on_gap",
        "_sources",
        "_streams",
        "_tap",
        "_transport_id",
        "arrivals",
        "bytes",
        "member",
        "packets",
    )

    def __init__(
        self,
        member: Member,
        buffer: PacketBuffer,
        counters: Counters,
        *,
        on_control: Callable[[Member, bytes, float], None],
        on_gap: Callable[[Track, list[int]], None],
    ) -> None:
        self.member = member
        self.arrivals = Arrivals()
        self.packets = 0
        self.bytes = 0
        self._buffer = buffer
        self._counters = counters
        self._sources = member.leg.sources
        self._on_control = on_control
        self._on_gap = on_gap
        self._inbound: Any = None
        self._streams: dict[int, tuple[Track, bool]] = {}
        self._media_types: dict[int, int] = {}
        self._transport_id = 0
        self._tap: Tap | None = None

    def wire(self, tracks: list[Track]) -> None:
        """How the member stands now, and what it sends."""
        keys, numbering = self.member.leg.keys, self.member.numbering
        self._inbound = keys.inbound if keys else None
        self._tap = self.member.tap
        self._transport_id = numbering.extensions.get(TRANSPORT_NUMBER, 0)
        # By SSRC in the byte order of the machine, as the buffer's words are; whether it is one of retransmissions.
        self._streams = {socket.htonl(track.sent.ssrc): (track, False) for track in tracks}
        self._streams |= {socket.htonl(track.sent.repair): (track, True) for track in tracks if track.sent.repair}
        self._media_types = {
            numbering.payload_types[f"rtx/{encoding}"]: number
            for encoding, number in numbering.payload_types.items()
            if f"rtx/{encoding}" in numbering.payload_types
        }

    def forward(self, size: int) -> None:
        """Take the packet that fills the first `size` bytes of the buffer."""
        if self._inbound is None:
            self._counters.early += 1
            return
        if size < MIN_PACKET:
            self._counters.garbage += 1
            return
        buffer = self._buffer
        view, length = buffer.view, buffer.length
        length[0] = size
        is_control = 192 <= view[1] <= 223
        source = buffer.words[1 if is_control else 2]
        if source not in self._sources and len(self._sources) >= MAX_SOURCES:
            self._counters.excess_sources += 1
            return
        error = (unprotect_rtcp if is_control else unprotect_rtp)(self._inbound, buffer.memory, length)
        if error:
            if error in REPLAYED:
                self._counters.replayed += 1
            else:
                self._counters.forged += 1
            return
        self._sources.add(source)
        self.packets += 1
        self.bytes += size
        if self._tap is not None:
            self._tap(view[: length[0]])
        packet = bytes(view[: length[0]])
        now = time.monotonic()
        if is_control:
            self._on_control(self.member, packet, now)
        else:
            self._take(source, packet, now)

    def _take(self, source: int, packet: bytes, now: float) -> None:
        payload_at = self._read_header(packet, now)
        track, is_repair = self._streams.get(source, (None, False))
        if track is None or payload_at > len(packet):
            self._counters.unreadable += 1
        elif is_repair:
            self._take_repair(track, packet, payload_at, now)
        else:
            number = packet[2] << 8 | packet[3]
            wanted, gap = track.reception.take(number, int.from_bytes(packet[4:8], "big"), now)
            if wanted:
                track.forward(packet, number, now)
            if gap:
                self._on_gap(track, gap)

    def _take_repair(self, track: Track, packet: bytes, payload_at: int, now: float) -> None:
        """A retransmission, or padding that goes under its SSRC (RFC 4588, 4)."""
        padding = packet[-1] if packet[0] & 32 else 0
        payload_type = self._media_types.get(packet[1] & 127)
        if len(packet) - padding < payload_at + 2 or payload_type is None:
            return
        number = packet[payload_at] << 8 | packet[payload_at + 1]
        if track.reception.recover(number, now):
            head = bytes((packet[0], packet[1] & 128 | payload_type)) + packet[payload_at : payload_at + 2]
            ssrc = track.sent.ssrc.to_bytes(4, "big")
            original = head + packet[4:8] + ssrc + packet[12:payload_at] + packet[payload_at + 2 :]
            track.forward(original, number, now)

    def _read_header(self, packet: bytes, now: float) -> int:
        """Where the payload begins (RFC 3550, 5.1), noting the transport-wide number on the way."""
        first = packet[0]
        at = 12 + 4 * (first & 15)
        if not first & 16:
            return at
        if at + 4 > len(packet):
            return at + 4
        end = at + 4 + 4 * (packet[at + 2] << 8 | packet[at + 3])
        if end > len(packet) or not self._transport_id or packet[at] << 8 | packet[at + 1] != ONE_BYTE_HEADERS:
            return end
        wanted = self._transport_id
        at += 4
        while at + 2 < end:
            header = packet[at]
            if header >> 4 == wanted:
                self.arrivals.note(packet[at + 1] << 8 | packet[at + 2], now)
                break
            at += (header & 15) + 2 if header else 1
        return end
