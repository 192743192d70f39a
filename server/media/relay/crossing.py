"""The way of media packets from one party to the other: the hot path, some 350 packets a second for each call."""

import socket
from collections.abc import Callable
from typing import Any

from server.media.relay.counters import Counters
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
"""SSRCs of one party. libsrtp keeps state for each; a browser has two for video, one for sound, one to report with."""

MIN_PACKET = 12
"""An RTP header, RFC 3550, 5.1."""

SendTo = Callable[[memoryview, Source], int]


class Crossing:
    """Decrypts what one party sends, and encrypts and sends it to the other, in the worker's one buffer.

    Both sides come and go: until the sender's `keys` and the receiver's `keys` and path are known, packets are dropped.
    """

    __slots__ = (
        "_address",
        "_counters",
        "_inbound",
        "_length",
        "_memory",
        "_outbound",
        "_receiver_keys",
        "_send_to",
        "_sources",
        "_view",
        "_words",
        "bytes",
        "packets",
    )

    def __init__(self, buffer: PacketBuffer, counters: Counters) -> None:
        self._memory = buffer.memory
        self._length = buffer.length
        self._view = buffer.view
        self._words = buffer.words
        self._counters = counters
        self._inbound: Any = None
        self._outbound: Any = None
        self._receiver_keys: Keys | None = None
        self._send_to: SendTo | None = None
        self._address: Source = ("", 0)
        self._sources: set[int] = set()
        self.packets = 0
        self.bytes = 0

    def sent_under(self, keys: Keys | None) -> None:
        """The sender's keys, or that it has none. Its sources are forgotten: under other keys it is another page."""
        if self._receiver_keys is not None:
            # The buffer's words are in the machine's byte order, SSRCs in the network's.
            self._receiver_keys.forget(socket.ntohl(word) for word in self._sources)
        self._sources.clear()
        self._inbound = keys.inbound if keys else None

    def received_under(self, keys: Keys | None) -> None:
        """The receiver's keys, or that it has none."""
        self._receiver_keys = keys
        self._outbound = keys.outbound if keys else None

    def leads_to(self, sock: socket.socket | None, address: Source = ("", 0)) -> None:
        """Where the receiver is, and the socket from which it is reached; or that it is nowhere."""
        self._send_to = sock.sendto if sock else None
        self._address = address

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
            unprotect, protect = unprotect_rtcp, protect_rtcp
        else:
            source = self._words[2]
            unprotect, protect = unprotect_rtp, protect_rtp
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
        if protect(self._outbound, self._memory, length):
            self._counters.unsendable += 1
            return
        try:
            self._send_to(self._view[: length[0]], self._address)
        except OSError:
            self._counters.unsendable += 1
