"""From packets in order to frames: VP8 (RFC 7741) and H.264 (RFC 6184), encoded as they were."""

import struct
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from server.media.recording.h264 import Size, join_units, picture_size, units_of
from server.media.recording.reorder import InOrder


class Frame(NamedTuple):
    """An encoded picture: `size` in pixels for a key frame, which needs none before it; None for any other."""

    stamp: int
    at: int
    data: bytes
    size: Size | None


class Depacketizer(Protocol):
    """Makes frames of one encoding. A frame of which something is missing is left out, and so is what builds on it:
    after a gap the next frame is a key frame."""

    def push(self, given: InOrder) -> Iterator[Frame]: ...


class _Pictures:
    """What both encodings have in common: packets of one timestamp are one frame, and a marker ends it."""

    def __init__(self) -> None:
        self._stamp: int | None = None
        self._pieces: list[bytes] = []
        self._whole = False
        self._needs_key = True

    def push(self, given: InOrder) -> Iterator[Frame]:
        packet = given.packet
        if given.after_gap:
            self._whole, self._needs_key = False, True
        if not packet.payload:
            return  # padding, which probes the network
        if packet.stamp != self._stamp:
            if self._whole or not self._begins(packet.payload):
                self._needs_key = True  # the frame before was never ended, or this one's beginning is missing
            self._stamp, self._pieces = packet.stamp, []
            self._whole = self._begins(packet.payload)
        if not self._whole:
            return
        self._pieces.append(packet.payload)
        if packet.marker:
            self._whole = False
            data, size = self._join(self._pieces)
            if data and (size is not None or not self._needs_key):
                self._needs_key = False
                yield Frame(packet.stamp, given.at, data, size)

    def _begins(self, payload: bytes) -> bool:
        raise NotImplementedError

    def _join(self, pieces: list[bytes]) -> tuple[bytes, Size | None]:
        raise NotImplementedError


class Vp8Pictures(_Pictures):
    """VP8: the payload descriptor goes, the rest is the frame."""

    def _begins(self, payload: bytes) -> bool:
        return vp8_begins(payload)

    def _join(self, pieces: list[bytes]) -> tuple[bytes, Size | None]:
        frame = b"".join(piece[_descriptor_length(piece) :] for piece in pieces)
        return frame, vp8_size(frame)


class H264Pictures(_Pictures):
    """H.264: access units as a byte stream, parameter sets among them."""

    def _begins(self, payload: bytes) -> bool:
        # A fragment that does not begin its unit belongs to one whose beginning is missing.
        return not (payload[0] & 0x1F == 28 and len(payload) > 1 and not payload[1] & 0x80)

    def _join(self, pieces: list[bytes]) -> tuple[bytes, Size | None]:
        units = list(units_of(pieces))
        return join_units(units), picture_size(units)


def vp8_begins(payload: bytes) -> bool:
    """Whether a frame begins with this packet: start of partition, partition 0."""
    return payload[0] & 0x17 == 0x10


def vp8_size(frame: bytes) -> Size | None:
    """The size of a key frame, from its header (RFC 6386, 9.1); None for any other frame."""
    if len(frame) < 10 or frame[0] & 1 or frame[3:6] != b"\x9d\x01\x2a":
        return None
    width, height = struct.unpack_from("<HH", frame, 6)
    return Size(width & 0x3FFF, height & 0x3FFF)


def vp8_packet_size(payload: bytes) -> Size | None:
    """The size, where a key frame begins with this packet."""
    return vp8_size(payload[_descriptor_length(payload) :]) if payload and vp8_begins(payload) else None


def _descriptor_length(payload: bytes) -> int:
    """Bytes of the payload descriptor (RFC 7741, 4.2)."""
    length = 1
    if payload[0] & 0x80 and len(payload) > 1:
        flags = payload[1]
        length = 2
        if flags & 0x80 and len(payload) > 2:
            length += 2 if payload[2] & 0x80 else 1
        if flags & 0x40:
            length += 1
        if flags & 0x30:
            length += 1
    return length
