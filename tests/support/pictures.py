"""JPEGs for tests, as cameras and browsers write them."""

from fractions import Fraction
from functools import cache

import av
import numpy as np

EXIF = b"Exif\0\0MM\0*made up: where it was taken"


@cache
def jpeg(width: int = 320, height: int = 240, seed: int = 0) -> bytes:
    """A picture of coloured noise in coarse squares; another for each seed."""
    squares = np.random.default_rng(seed).integers(0, 255, (height // 16 + 1, width // 16 + 1, 3), dtype=np.uint8)
    pixels = np.kron(squares, np.ones((16, 16, 1), dtype=np.uint8))[:height, :width]
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24").reformat(format="yuvj420p")
    codec = av.CodecContext.create("mjpeg", "w")
    codec.width, codec.height, codec.pix_fmt, codec.time_base = width, height, "yuvj420p", Fraction(1, 1)
    packets = [*codec.encode(frame), *codec.encode(None)]
    return b"".join(bytes(packet) for packet in packets)


def segment(marker: int, content: bytes) -> bytes:
    """One segment of a JPEG."""
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def with_segments(picture: bytes, *more: bytes) -> bytes:
    """The picture with segments after its beginning, as a camera writes them."""
    return picture[:2] + b"".join(more) + picture[2:]


def measured(picture: bytes, width: int, height: int) -> bytes:
    """The picture, which now says of itself that it has other measures."""
    at = picture.index(b"\xff\xc0") + 5
    return picture[:at] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + picture[at + 4 :]
