"""Packets as they lie in a dump: the parts of RTP (RFC 3550) and RTCP that films are made from."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_FIXED = struct.Struct("!BBHII")
_SENDER_REPORT = 200
_ONE_BYTE_EXTENSIONS = 0xBEDE
_TWO_BYTE_EXTENSIONS = 0x1000


class Packet(NamedTuple):
    """An RTP packet."""

    payload_type: int
    marker: bool
    number: int
    stamp: int
    source: int
    payload: bytes
    extensions: tuple[tuple[int, bytes], ...]


class SenderReport(NamedTuple):
    """At `wall` (seconds since 1970 on the sender's clock) its source's RTP clock showed `stamp`."""

    source: int
    wall: float
    stamp: int


def is_rtcp(data: bytes) -> bool:
    """Whether it is RTCP rather than RTP (RFC 5761, 4)."""
    return len(data) > 1 and 192 <= data[1] <= 223


def read_packet(data: bytes) -> Packet | None:
    """The packet; None for what is none."""
    if len(data) < _FIXED.size or data[0] >> 6 != 2:
        return None
    first, second, number, stamp, source = _FIXED.unpack_from(data)
    at = _FIXED.size + 4 * (first & 0x0F)
    end = len(data)
    if first & 0x20:
        end -= data[-1]
    extensions: tuple[tuple[int, bytes], ...] = ()
    if first & 0x10:
        if at + 4 > end:
            return None
        profile, words = struct.unpack_from("!HH", data, at)
        extensions = tuple(_extensions(profile, data[at + 4 : at + 4 + 4 * words]))
        at += 4 + 4 * words
    if at > end:
        return None
    return Packet(second & 0x7F, bool(second & 0x80), number, stamp, source, data[at:end], extensions)


def sender_reports(data: bytes) -> Iterator[SenderReport]:
    """The sender reports in a compound RTCP packet."""
    at = 0
    while at + 8 <= len(data):
        kind, words = data[at + 1], struct.unpack_from("!H", data, at + 2)[0]
        if kind == _SENDER_REPORT and at + 20 <= len(data):
            source, seconds, fraction, stamp = struct.unpack_from("!IIII", data, at + 4)
            if seconds:
                # NTP counts from 1900.
                yield SenderReport(source, seconds - 2_208_988_800 + fraction / 2**32, stamp)
        at += 4 + 4 * words


def ahead(later: int, earlier: int, bits: int) -> int:
    """By how much a counter of so many bits has moved; less than nothing where it is the other way about."""
    half = 1 << (bits - 1)
    return ((later - earlier + half) & ((1 << bits) - 1)) - half


def _extensions(profile: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """Header extensions by their ids (RFC 8285)."""
    at = 0
    while at < len(data):
        if data[at] == 0:
            at += 1  # padding
        elif profile == _ONE_BYTE_EXTENSIONS:
            id_, length = data[at] >> 4, (data[at] & 0x0F) + 1
            yield id_, data[at + 1 : at + 1 + length]
            at += 1 + length
        elif profile & 0xFFF0 == _TWO_BYTE_EXTENSIONS and at + 1 < len(data):
            yield data[at], data[at + 2 : at + 2 + data[at + 1]]
            at += 2 + data[at + 1]
        else:
            return
