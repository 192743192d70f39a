"""H.264 as far as films need it: units out of packets (RFC 6184), and the picture's size out of its parameters."""

import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_IDR, _SPS, _PPS = 5, 7, 8
_STAP_A, _FU_A = 24, 28
_HIGH_PROFILES = frozenset({100, 110, 122, 244, 44, 83, 86, 118, 128})


class Size(NamedTuple):
    """In pixels."""

    width: int
    height: int


class Parameters(NamedTuple):
    """A sequence and a picture parameter set."""

    sequence: bytes
    picture: bytes

    @property
    def stream(self) -> bytes:
        """As a byte stream (Annex B)."""
        return join_units(self)


def units_of(payloads: Iterable[bytes]) -> Iterator[bytes]:
    """The units in the payloads of one frame, none of which is missing."""
    fragments = bytearray()
    for payload in payloads:
        kind = payload[0] & 0x1F
        if kind == _STAP_A:
            yield from _aggregated(payload)
        elif kind == _FU_A and len(payload) > 2:
            if payload[1] & 0x80:
                fragments = bytearray((payload[0] & 0xE0 | payload[1] & 0x1F,))
            fragments += payload[2:]
            if payload[1] & 0x40 and len(fragments) > 1:
                yield bytes(fragments)
                fragments = bytearray()
        elif 0 < kind < _STAP_A:
            yield payload


def join_units(units: Iterable[bytes]) -> bytes:
    """Units as a byte stream (Annex B)."""
    return b"".join(b"\x00\x00\x00\x01" + unit for unit in units)


def parameters_of(units: Iterable[bytes]) -> Parameters | None:
    """The parameter sets among these units, where both are there."""
    found = {unit[0] & 0x1F: unit for unit in units if unit}
    return Parameters(found[_SPS], found[_PPS]) if _SPS in found and _PPS in found else None


def picture_size(units: Iterable[bytes]) -> Size | None:
    """The size of the picture in these units, if a decoder can begin with it."""
    units = list(units)
    if not any(unit[0] & 0x1F == _IDR for unit in units):
        return None
    parameters = parameters_of(units)
    return size_in(parameters.sequence) if parameters else None


def size_in(sequence: bytes) -> Size | None:
    """The picture's size in a sequence parameter set (ITU-T H.264, 7.3.2.1.1); None where it cannot be read."""
    bits = _Bits(sequence[1:].replace(b"\x00\x00\x03", b"\x00\x00"))
    try:
        profile = bits.number(8)
        bits.number(16)
        bits.golomb()
        chroma = 1
        if profile in _HIGH_PROFILES:
            chroma = bits.golomb()
            if chroma == 3:
                bits.number(1)
            bits.golomb()
            bits.golomb()
            bits.number(1)
            if bits.number(1):
                return None  # scaling lists, which no browser sends
        bits.golomb()
        order = bits.golomb()
        if order == 0:
            bits.golomb()
        elif order == 1:
            bits.number(1)
            bits.golomb()
            bits.golomb()
            for _ in range(bits.golomb()):
                bits.golomb()
        bits.golomb()
        bits.number(1)
        width, height = 16 * (bits.golomb() + 1), 16 * (bits.golomb() + 1)
        frames_only = bits.number(1)
        if not frames_only:
            height *= 2
            bits.number(1)
        bits.number(1)
        if bits.number(1):
            left, right, top, bottom = (bits.golomb() for _ in range(4))
            across = 2 if chroma in (1, 2) else 1
            down = (2 if chroma == 1 else 1) * (1 if frames_only else 2)
            width -= across * (left + right)
            height -= down * (top + bottom)
    except IndexError:
        return None
    return Size(width, height) if width > 0 and height > 0 else None


class _Bits:
    """Reads bits, most significant first. Raises IndexError at the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, bits: int) -> int:
        value = 0
        for _ in range(bits):
            value = value << 1 | self._data[self._at >> 3] >> (7 - (self._at & 7)) & 1
            self._at += 1
        return value

    def golomb(self) -> int:
        """An Exp-Golomb number (9.1)."""
        zeros = 0
        while not self.number(1):
            zeros += 1
            if zeros > 32:
                raise IndexError
        return (1 << zeros) - 1 + self.number(zeros)


def _aggregated(payload: bytes) -> Iterator[bytes]:
    at = 1
    while at + 2 <= len(payload):
        (length,) = struct.unpack_from("!H", payload, at)
        unit = payload[at + 2 : at + 2 + length]
        if unit:
            yield unit
        at += 2 + length
