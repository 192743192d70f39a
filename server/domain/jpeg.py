"""A JPEG (ITU-T T.81), looked through segment by segment: whether it is one, how large, and what of it is no picture.

Nothing is decoded. What is looked for is that the segments are those of a picture that every viewer shows, one after
the other to the last byte: a file that is something else besides is not taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from server.domain.photo import MOST_BYTES, MOST_PIXELS
from server.protocol.errors import Refusal

_SOI, _EOI, _SOS, _DHT, _DQT, _DRI = 0xD8, 0xD9, 0xDA, 0xC4, 0xDB, 0xDD
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive, in Huffman code: what browsers write and show."""
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_KEPT_OF = {_JFIF: (b"JFIF\0", 18), _ICC: (b"ICC_PROFILE\0", 0xFFFF + 2), _ADOBE: (b"Adobe", 16)}
"""Application segments that a viewer needs, for measures and colours: how each begins, and its most bytes. A longer
JFIF has a small copy of the picture."""
_LEFT_OUT = frozenset({*range(0xE0, 0xF0), 0xFE})
"""All others, and comments: where and when it was taken, by what, and small copies of what was cut away."""

_SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7]")
"""Inside a scan 0xFF is followed by 0, or is a restart."""

LEAST_SIDE, MOST_SIDE = 64, 12_000

MOST_SCANS = 64
"""Each is a pass over the whole picture for whoever shows it. A progressive picture has about ten."""
MOST_SEGMENTS = 1_000


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A picture without anything else: its bytes, and its measures in pixels."""

    content: bytes
    width: int
    height: int


def tidy(data: bytes) -> Jpeg:
    """The picture in these bytes, without metadata. The same bytes give the same.

    Raises Refusal: `not_a_photo`, `photo_too_large`.
    """
    if len(data) > MOST_BYTES:
        raise Refusal("photo_too_large")
    try:
        return _tidied(data)
    except IndexError:
        raise Refusal("not_a_photo") from None


def _tidied(data: bytes) -> Jpeg:
    kept: list[bytes] = [b"\xff\xd8"]
    measures: tuple[int, int] | None = None
    scans = 0
    for number, (marker, segment, scan) in enumerate(_segments(data)):
        if number == MOST_SEGMENTS:
            raise Refusal("not_a_photo")
        if marker in _FRAMES:
            if measures is not None or scans:
                raise Refusal("not_a_photo")
            measures = _measures(segment)
        elif marker == _SOS:
            if measures is None:
                raise Refusal("not_a_photo")
            scans += 1
            if scans > MOST_SCANS:
                raise Refusal("not_a_photo")
        elif marker in _LEFT_OUT:
            beginning, most = _KEPT_OF.get(marker, (b"", 0))
            if len(segment) > most or not segment.startswith(beginning, 4):
                continue
        elif marker not in (_DHT, _DQT, _DRI):
            raise Refusal("not_a_photo")
        kept += (segment, scan)
    if measures is None or not scans:
        raise Refusal("not_a_photo")
    return Jpeg(b"".join((*kept, b"\xff\xd9")), *measures)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment with its marker, and the scan that follows it where it begins one. Raises Refusal, IndexError."""
    if data[:2] != bytes((0xFF, _SOI)):
        raise Refusal("not_a_photo")
    at = 2
    while True:
        if data[at] != 0xFF:
            raise Refusal("not_a_photo")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _EOI:
            if at + 2 != len(data):
                raise Refusal("not_a_photo")
            return
        length = data[at + 2] << 8 | data[at + 3]
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise Refusal("not_a_photo")
        segment, scan = data[at:end], b""
        if marker == _SOS:
            found = _SCAN_ENDS.search(data, end)
            if found is None:
                raise Refusal("not_a_photo")
            scan, end = data[end : found.start()], found.start()
        yield marker, segment, scan
        at = end


def _measures(frame: bytes) -> tuple[int, int]:
    """Width and height, by the segment of a frame: grey or three colours, eight bits each."""
    height, width = frame[5] << 8 | frame[6], frame[7] << 8 | frame[8]
    if frame[4] != 8 or frame[9] not in (1, 3) or len(frame) != 10 + 3 * frame[9]:
        raise Refusal("not_a_photo")
    if min(width, height) < LEAST_SIDE:
        raise Refusal("not_a_photo")
    if max(width, height) > MOST_SIDE or width * height > MOST_PIXELS:
        raise Refusal("photo_too_large")
    return width, height
