"""RTCP packets as a room reads and writes them.

Standards: RTCP (RFC 3550, 6), feedback (RFC 4585), codec control (RFC 5104), REMB (draft-alvestrand-rmcat-remb-03).
What comes from a party is authentic, but may still be nonsense: what does not fit is skipped.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SENDER_REPORT, RECEIVER_REPORT, TRANSPORT_FEEDBACK, PAYLOAD_FEEDBACK = 200, 201, 205, 206
NACK, TRANSPORT_NUMBERS = 1, 15
"""Formats of transport feedback."""
PLI, FIR, APPLICATION = 1, 4, 15
"""Formats of payload feedback."""

MAX_NACKED = 512
"""Numbers read from one packet."""


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet of a compound: its type, the five bits that count or say the format, and all after the header."""

    type: int
    format: int
    body: bytes

    @property
    def sender(self) -> int:
        """The SSRC that it comes from."""
        return int.from_bytes(self.body[:4], "big")

    @property
    def about(self) -> int:
        """The SSRC that a feedback packet is about."""
        return int.from_bytes(self.body[4:8], "big")


def read_compound(data: bytes) -> Iterator[Packet]:
    """The packets in a datagram, as far as they fit in it."""
    at = 0
    while at + 8 <= len(data):
        first, type_, words = struct.unpack_from("!BBH", data, at)
        end = at + 4 + 4 * words
        if first >> 6 != 2 or words == 0 or end > len(data):
            return
        yield Packet(type=type_, format=first & 31, body=data[at + 4 : end])
        at = end


def nacked(packet: Packet) -> list[int]:
    """Sequence numbers that a NACK asks for (RFC 4585, 6.2.1)."""
    numbers: list[int] = []
    for first, mask in struct.iter_unpack("!HH", packet.body[8 : 8 + (len(packet.body) - 8) // 4 * 4]):
        numbers.append(first)
        numbers += [(first + bit + 1) & 0xFFFF for bit in range(16) if mask >> bit & 1]
        if len(numbers) >= MAX_NACKED:
            break
    return numbers[:MAX_NACKED]


def refreshed(packet: Packet) -> list[int]:
    """SSRCs from which a FIR asks a key frame (RFC 5104, 4.3.1)."""
    entries = packet.body[8:]
    return [int.from_bytes(entries[at : at + 4], "big") for at in range(0, len(entries) - 7, 8)]


def estimated(packet: Packet) -> int | None:
    """Bits a second that a REMB says its sender can take."""
    if packet.body[8:12] != b"REMB" or len(packet.body) < 16:
        return None
    word = int.from_bytes(packet.body[13:16], "big")
    return (word & 0x3FFFF) << (word >> 18)


def sender_clock(packet: Packet) -> bytes | None:
    """What a sender report says of clocks and counts: NTP and RTP time, packets and octets (RFC 3550, 6.4.1)."""
    return packet.body[4:24] if len(packet.body) >= 24 else None


def losses(packet: Packet) -> list[tuple[int, float]]:
    """Which sources a sender or receiver report is about, and the share of each that was lost since the last."""
    at = 24 if packet.type == SENDER_REPORT else 4
    blocks = [packet.body[begin : begin + 24] for begin in range(at, at + 24 * packet.format, 24)]
    return [(int.from_bytes(block[:4], "big"), block[4] / 256) for block in blocks if len(block) == 24]


@dataclass(frozen=True, slots=True)
class Block:
    """A report block (RFC 3550, 6.4.1). `last_report` and `since_report` are as the block has them, 0 for none."""

    ssrc: int
    fraction_lost: int
    lost: int
    highest: int
    jitter: int
    last_report: int
    since_report: int

    def __bytes__(self) -> bytes:
        lost = max(-(1 << 23), min((1 << 23) - 1, self.lost)) & 0xFFFFFF
        return struct.pack(
            "!LLLLLL",
            self.ssrc,
            self.fraction_lost << 24 | lost,
            self.highest & 0xFFFFFFFF,
            self.jitter & 0xFFFFFFFF,
            self.last_report,
            self.since_report,
        )


def receiver_report(sender: int, blocks: Sequence[Block]) -> bytes:
    return struct.pack("!BBHL", 0x80 | len(blocks), RECEIVER_REPORT, 1 + 6 * len(blocks), sender) + b"".join(
        map(bytes, blocks)
    )


def sender_report(sender: int, clock: bytes) -> bytes:
    """`clock` as `sender_clock` gives it."""
    return struct.pack("!BBHL", 0x80, SENDER_REPORT, 6, sender) + clock


def nack(sender: int, about: int, numbers: Iterable[int]) -> bytes:
    """Asks for these sequence numbers, which must be in order."""
    entries: list[list[int]] = []
    for number in numbers:
        distance = (number - entries[-1][0]) & 0xFFFF if entries else 0
        if 0 < distance <= 16:
            entries[-1][1] |= 1 << (distance - 1)
        else:
            entries.append([number & 0xFFFF, 0])
    return struct.pack("!BBHLL", 0x80 | NACK, TRANSPORT_FEEDBACK, 2 + len(entries), sender, about) + b"".join(
        struct.pack("!HH", *entry) for entry in entries
    )


def picture_loss(sender: int, about: int) -> bytes:
    return struct.pack("!BBHLL", 0x80 | PLI, PAYLOAD_FEEDBACK, 2, sender, about)


def estimate(sender: int, bitrate: int, about: Sequence[int]) -> bytes:
    """REMB: no more than `bitrate` bits a second, for these SSRCs together."""
    exponent = max(0, bitrate.bit_length() - 18)
    return (
        struct.pack("!BBHLL", 0x80 | APPLICATION, PAYLOAD_FEEDBACK, 4 + len(about), sender, 0)
        + b"REMB"
        + struct.pack("!L", len(about) << 24 | exponent << 18 | bitrate >> exponent)
        + struct.pack(f"!{len(about)}L", *about)
    )
