"""How packets of a stream look to receivers with the same numbers."""

from server.media.relay.numbering import ONE_BYTE_HEADERS, UNKNOWN, Numbering, Translation
from server.media.relay.whitelist import SEND_TIME, TRANSPORT_NUMBER

SEND_TIME_LENGTH = 4
"""Header and 24 bits."""


class Form:
    """Writes a packet anew: the receiver's payload type, SSRC and ids of extensions.

    The transport-wide number of the sender's way is left out; the time of sending takes its place, where the receiver
    wants it and `stamped` says so. Without it, the same packet looks the same each time, as it must if it is to be sent
    twice under one number: two packets that differ under one number and one key would give the key away (RFC 7714, 9).
    """

    __slots__ = ("_extensions", "_payload_types", "_send_time", "_ssrc", "_transport_number")

    def __init__(self, sender: Numbering, receiver: Numbering, ssrc: int, *, stamped: bool) -> None:
        translation = Translation(sender, receiver)
        number = sender.extensions.get(TRANSPORT_NUMBER, 0)
        extensions = bytearray(translation.extensions)
        for uri in (TRANSPORT_NUMBER, SEND_TIME):
            extensions[sender.extensions.get(uri, 0)] = 0
        self._payload_types = translation.payload_types
        self._extensions = bytes(extensions)
        self._transport_number = number << 4 | 1 if number else -1
        self._send_time = receiver.extensions.get(SEND_TIME, 0) if stamped else 0
        self._ssrc = ssrc.to_bytes(4, "big")

    @property
    def identity(self) -> tuple[object, ...]:
        """Two forms with the same identity write the same."""
        return self._payload_types, self._extensions, self._send_time, self._ssrc

    def write(self, packet: bytes, now: float) -> bytes | None:
        """The packet for the receivers, sent `now`; nothing when they do not have the encoding."""
        first, second = packet[0], packet[1]
        payload_type = self._payload_types[second & 127]
        if payload_type == UNKNOWN:
            return None
        head = bytes((first, second & 128 | payload_type)) + packet[2:8] + self._ssrc
        if not first & 16:
            return head + packet[12:]
        at = 12 + 4 * (first & 15)
        return head + packet[12 : at + 4] + self._rewrite_extensions(packet, at, now)

    def retransmit(self, packet: bytes, payload_type: int, ssrc: int, number: int, now: float) -> bytes:
        """The packet once more, as a retransmission of its own number (RFC 4588, 4)."""
        first, second = packet[0], packet[1]
        head = bytes((first, second & 128 | payload_type)) + number.to_bytes(2, "big") + packet[4:8]
        head += ssrc.to_bytes(4, "big")
        at = 12 + 4 * (first & 15)
        if not first & 16:
            return head + packet[12:at] + packet[2:4] + packet[at:]
        end = at + 4 + 4 * (packet[at + 2] << 8 | packet[at + 3])
        extensions = self._rewrite_extensions(packet[:end], at, now)
        return head + packet[12 : at + 4] + extensions + packet[2:4] + packet[end:]

    def _rewrite_extensions(self, packet: bytes, at: int, now: float) -> bytes:
        """All that follows the header of the block of extensions, which begins at `at` and keeps its size."""
        size = 4 * (packet[at + 2] << 8 | packet[at + 3])
        begin, end = at + 4, at + 4 + size
        stamp = b""
        if self._send_time:
            # Seconds in 6.18 bits, as abs-send-time has them.
            stamp = (self._send_time << 28 | 2 << 24 | int(now * 262_144) & 0xFFFFFF).to_bytes(4, "big")
        if size == 4 and packet[begin] == self._transport_number:
            return (stamp or bytes(4)) + packet[end:]
        if packet[at] << 8 | packet[at + 1] != ONE_BYTE_HEADERS:
            return bytes(size) + packet[end:]
        table = self._extensions
        written = bytearray()
        while begin < end:
            header = packet[begin]
            if header == 0:
                begin += 1
                continue
            beyond = begin + (header & 15) + 2
            number = table[header >> 4]
            if number and beyond <= end:
                written.append(number << 4 | header & 15)
                written += packet[begin + 1 : beyond]
            begin = beyond
        if len(written) + len(stamp) <= size:
            written += stamp
        return bytes(written) + bytes(size - len(written)) + packet[end:]
