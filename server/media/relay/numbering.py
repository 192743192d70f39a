"""What a party's numbers mean: payload types by encoding, header extensions by URI; and from one party's to another's.

A party numbers them for all its sections alike, as bundled sections must (RFC 9143, 9.1, RFC 8285, 4).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from server.media.relay.description import Codec, Section

UNKNOWN = 255
"""In a table of payload types: the other does not have it."""

ONE_BYTE_HEADERS = 0xBEDE
"""What a block of extensions with headers of one byte begins with, RFC 8285, 4.2."""


def encoding_of(codec: Codec, codecs: Iterable[Codec]) -> str:
    """A name for what a codec encodes, the same for all parties: `opus`, `VP8`, `H264/42e0`, `rtx/VP8`.

    H.264 by its profile: two profiles are two encodings, two levels are one (RFC 6184, 8.1).
    """
    if codec.repairs is not None:
        repaired = next(each for each in codecs if each.payload_type == codec.repairs)
        return f"rtx/{encoding_of(repaired, codecs)}"
    profile = dict(codec.parameters).get("profile-level-id")
    return f"{codec.name}/{profile[:4].lower()}" if profile else codec.name


@dataclass(frozen=True, slots=True)
class Numbering:
    """A party's numbers."""

    payload_types: dict[str, int] = field(default_factory=dict)
    extensions: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, sections: Iterable[Section]) -> "Numbering":
        """The numbers that a party gives in what it offers."""
        numbering = cls()
        for section in sections:
            for codec in section.codecs:
                numbering.payload_types.setdefault(encoding_of(codec, section.codecs), codec.payload_type)
            for extension in section.extensions:
                numbering.extensions.setdefault(extension.uri, extension.id)
        return numbering


class Translation:
    """From the numbers of a sender to those of a receiver.

    `payload_types` and `extensions` are tables with the receiver's number at the place of the sender's; `UNKNOWN` or 0
    where it has none. `is_identity`: nothing changes.
    """

    __slots__ = ("extensions", "is_identity", "payload_types")

    def __init__(self, sender: Numbering, receiver: Numbering) -> None:
        payload_types = bytearray([UNKNOWN] * 128)
        for encoding, number in sender.payload_types.items():
            payload_types[number] = receiver.payload_types.get(encoding, UNKNOWN)
        extensions = bytearray(16)
        for uri, number in sender.extensions.items():
            extensions[number] = receiver.extensions.get(uri, 0)
        self.payload_types = bytes(payload_types)
        self.extensions = bytes(extensions)
        self.is_identity = all(
            payload_types[number] in {number, UNKNOWN} for number in sender.payload_types.values()
        ) and all(extensions[number] in {number, 0} for number in sender.extensions.values())

    def renumber(self, packet: memoryview) -> bool:
        """Write the receiver's numbers into an RTP packet. False when it cannot read such a packet at all."""
        second = packet[1]
        payload_type = self.payload_types[second & 127]
        if payload_type == UNKNOWN:
            return False
        packet[1] = second & 128 | payload_type
        first = packet[0]
        if first & 16:
            self._renumber_extensions(packet, 12 + 4 * (first & 15))
        return True

    def _renumber_extensions(self, packet: memoryview, at: int) -> None:
        """`at` is where the block of extensions begins (RFC 3550, 5.3.1)."""
        if at + 4 > len(packet) or packet[at] << 8 | packet[at + 1] != ONE_BYTE_HEADERS:
            return
        end = min(len(packet), at + 4 + 4 * (packet[at + 2] << 8 | packet[at + 3]))
        at += 4
        table = self.extensions
        while at < end:
            header = packet[at]
            if header == 0:  # padding
                at += 1
                continue
            beyond = min(end, at + (header & 15) + 2)
            number = table[header >> 4]
            if number:
                packet[at] = number << 4 | header & 15
            else:
                packet[at:beyond] = bytes(beyond - at)
            at = beyond
