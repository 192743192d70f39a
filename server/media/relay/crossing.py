"""The way of media packets from one party to the other: the hot path, some 350 packets a second for each call."""

import socket
from collections.abc import Callable, Mapping
from typing import Any

from server.media.relay.counters import Counters
from server.media.relay.ice import Path
from server.media.relay.numbering import Translation
from server.media.relay.repair import RepairStream
from server.media.relay.throttle import Source
from server.media.relay.touchpoints import (
    REPLAYED,
    Keys,
    PacketBuffer,
    protect_rtcp,
    protect_rtp,
    unprotect_rtcp,
    unprotect_rtp,
)

MAX_SOURCES = 32
"""SSRCs of one party. libsrtp keeps state for each; a browser has two for a video, one for sound, one for RTCP."""

MIN_PACKET = 12
"""An RTP header, RFC 3550, 5.1."""

SendTo = Callable[[memoryview, Source], int]

Tap = Callable[[memoryview], None]
"""Called with each authentic packet of a party, decrypted, RTP or RTCP as it came; it may copy it, and nothing else."""


class Crossing:
    """Decrypts what one party sends, and encrypts and sends it to the other, in the worker's one buffer.

    Both sides come and go: until the sender's keys and the receiver's keys and path are known, packets are dropped.

    :param sources: the sender's SSRCs so far, in the byte order of the machine; added to here.
    """

    __slots__ = (
        "_address",
        "_counters",
        "_inbound",
        "_length",
        "_memory",
        "_open",
        "_outbound",
        "_repairs",
        "_send_to",
        "_sources",
        "_tap",
        "_translation",
        "_view",
        "_words",
        "bytes",
        "packets",
    )

    def __init__(self, buffer: PacketBuffer, counters: Counters, sources: set[int]) -> None:
        self._memory = buffer.memory
        self._length = buffer.length
        self._view = buffer.view
        self._words = buffer.words
        self._counters = counters
        self._sources = sources
        self._inbound: Any = None
        self._outbound: Any = None
        self._send_to: SendTo | None = None
        self._address: Source = ("", 0)
        self._open = False
        self._translation: Translation | None = None
        self._repairs: dict[int, RepairStream] = {}
        self._tap: Tap | None = None
        self.packets = 0
        self.bytes = 0

    def wire(
        self,
        sender: Keys | None,
        receiver: Keys | None,
        path: Path | None,
        *,
        announced: bool,
        translation: Translation,
        repairs: Mapping[int, RepairStream],
        tap: Tap | None,
    ) -> None:
        """How both sides stand now. Unless it was `announced` to the receiver who sends, only RTCP gets across.

        `repairs`: the sender's SSRCs of retransmissions, and as what they reach the receiver.
        """
        self._inbound = sender.inbound if sender else None
        self._outbound = receiver.outbound if receiver else None
        self._send_to = path.sock.sendto if path else None
        self._address = path.address if path else ("", 0)
        self._open = announced
        self._translation = None if translation.is_identity else translation
        self._repairs = {socket.htonl(ssrc): stream for ssrc, stream in repairs.items()}
        self._tap = tap

    def forward(self, size: int) -> None:
        """Carry across the packet that fills the first `size` bytes of the buffer."""
        if self._inbound is None or self._outbound is None or self._send_to is None:
            self._counters.early += 1
            return
        if size < MIN_PACKET:
            self._counters.garbage += 1
            return
        length = self._length
        length[0] = size
        # RTCP is told from RTP by its packet types, RFC 5761, 4.
        if 192 <= self._view[1] <= 223:
            source = self._words[1]
            unprotect, protect, passes = unprotect_rtcp, protect_rtcp, True
        else:
            source = self._words[2]
            unprotect, protect, passes = unprotect_rtp, protect_rtp, self._open
        if source not in self._sources and len(self._sources) >= MAX_SOURCES:
            self._counters.excess_sources += 1
            return
        error = unprotect(self._inbound, self._memory, length)
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
            self._tap(self._view[: length[0]])
        if not passes:
            self._counters.early += 1
            return
        translation = self._translation
        if translation is not None and protect is protect_rtp and not translation.renumber(self._view[: length[0]]):
            self._counters.unreadable += 1
            return
        if source in self._repairs and protect is protect_rtp:
            self._repairs[source].stamp(self._view, self._words)
        if protect(self._outbound, self._memory, length):
            self._counters.unsendable += 1
            return
        try:
            self._send_to(self._view[: length[0]], self._address)
        except OSError:
            self._counters.unsendable += 1


def ssrcs(sources: set[int]) -> list[int]:
    """Sources as they were added, in the network's byte order."""
    return [socket.ntohl(word) for word in sources]
