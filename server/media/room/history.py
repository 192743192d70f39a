"""The last packets of a stream, for those to whom one was lost."""

from collections import OrderedDict

MAX_PACKETS = 512
MAX_BYTES = 512 * 1_300
KEPT = 1.0
"""Seconds. A receiver that still lacks a packet then needs a key frame."""


class History:
    """Packets by sequence number, bounded in number, bytes and time."""

    __slots__ = ("_bytes", "_packets")

    def __init__(self) -> None:
        self._packets: OrderedDict[int, tuple[bytes, float]] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._packets)

    def add(self, number: int, packet: bytes, now: float) -> None:
        packets = self._packets
        replaced = packets.pop(number, None)
        if replaced is not None:
            self._bytes -= len(replaced[0])
        packets[number] = (packet, now)
        self._bytes += len(packet)
        while len(packets) > MAX_PACKETS or self._bytes > MAX_BYTES:
            _, (oldest, _) = packets.popitem(last=False)
            self._bytes -= len(oldest)

    def get(self, number: int, since: float, now: float) -> bytes | None:
        """The packet with this number, if it came after `since` and is still worth anything."""
        packet, at = self._packets.get(number, (None, 0.0))
        return packet if at >= since and now - at <= KEPT else None

    def expire(self, now: float) -> None:
        """Forget what is too old."""
        packets = self._packets
        while packets:
            number = next(iter(packets))
            packet, at = packets[number]
            if now - at <= KEPT:
                return
            del packets[number]
            self._bytes -= len(packet)
