"""The way to one party, for packets that the worker makes or changes."""

import socket
from typing import Any

from server.media.relay.counters import Counters
from server.media.relay.ice import Path
from server.media.relay.throttle import Source
from server.media.relay.touchpoints import Keys, PacketBuffer, protect_rtcp, protect_rtp


class Outlet:
    """Encrypts and sends to one party, in the worker's one buffer; what is in it then is lost."""

    __slots__ = ("_address", "_buffer", "_context", "_counters", "_socket")

    def __init__(self, buffer: PacketBuffer, counters: Counters) -> None:
        self._buffer = buffer
        self._counters = counters
        self._context: Any = None
        self._socket: socket.socket | None = None
        self._address: Source = ("", 0)

    @property
    def is_open(self) -> bool:
        """Whether anything can be sent."""
        return self._context is not None and self._socket is not None

    def wire(self, keys: Keys | None, path: Path | None) -> None:
        """How the party is reached now."""
        self._context = keys.outbound if keys else None
        self._socket = path.sock if path else None
        self._address = path.address if path else ("", 0)

    def send_rtp(self, packet: bytes) -> None:
        """Send an RTP packet, if the party is reached."""
        self._send(packet, protect_rtp)

    def send_rtcp(self, packet: bytes) -> None:
        """Send an RTCP packet, if the party is reached."""
        self._send(packet, protect_rtcp)

    def _send(self, packet: bytes, protect: Any) -> None:
        if self._socket is None or self._context is None:
            self._counters.early += 1
            return
        buffer = self._buffer
        length, size = buffer.length, len(packet)
        buffer.view[:size] = packet
        length[0] = size
        if protect(self._context, buffer.memory, length):
            self._counters.unsendable += 1
            return
        try:
            self._socket.sendto(buffer.view[: length[0]], self._address)
        except OSError:
            self._counters.unsendable += 1
