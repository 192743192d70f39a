"""JPEGs: what is a picture and what is none, without a pixel being decoded."""

import contextlib
import io
import random

import av
import pytest

from server.domain.jpeg import MOST_SCANS, MOST_SEGMENTS, tidy
from server.domain.photo import MOST_BYTES
from server.protocol.errors import Code, Refusal
from tests.support.pictures import EXIF, jpeg, measured, segment, with_segments


def refusal(data: bytes) -> Code:
    with pytest.raises(Refusal) as caught:
        tidy(data)
    return caught.value.code


def test_measures_are_read() -> None:
    found = tidy(jpeg(640, 480))
    assert (found.width, found.height) == (640, 480)


def test_what_is_no_picture_is_left_out_and_the_picture_is_the_same() -> None:
    plain = jpeg()
    seen = with_segments(
        plain,
        segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
        segment(0xE1, EXIF),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<made-up/>"),
        segment(0xE2, b"ICC_PROFILE\0\1\1made up"),
        segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\4small copy.."),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\1and more"),
        segment(0xE2, b"MPF\0made up"),
        segment(0xFE, b"by whom"),
    )
    found = tidy(seen)
    for gone in (b"Exif", b"adobe.com", b"MPF", b"by whom", b"Lavc", b"small copy", b"and more"):
        assert gone not in found.content
    for kept in (b"JFIF", b"ICC_PROFILE"):
        assert kept in found.content
    assert tidy(found.content).content == found.content

    def pixels(data: bytes) -> bytes:
        with av.open(io.BytesIO(data), "r", format="mjpeg") as container:
            return next(container.decode(video=0)).to_ndarray().tobytes()

    assert pixels(found.content) == pixels(plain)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9",
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"<html><script>alert(1)</script></html>",
        jpeg()[:-2],
        jpeg()[:200],
        jpeg() + b"PK\3\4 something else behind it",
        jpeg().replace(b"\xff\xc0", b"\xff\xc3", 1),
        jpeg().replace(b"\xff\xc0", b"\xff\xc9", 1),
        measured(jpeg(), 0, 0),
        measured(jpeg(), 320, 20),
        with_segments(jpeg(), jpeg()[jpeg().index(b"\xff\xc0") :][:19]),
        with_segments(jpeg(), b"\xff\xe1\0\1"),
        with_segments(jpeg(), b"\xff\xe1\xff\xff"),
        with_segments(jpeg(), segment(0xFE, b"") * MOST_SEGMENTS),
        jpeg()[:-2] + jpeg()[jpeg().index(b"\xff\xda") : -2] * MOST_SCANS + b"\xff\xd9",
    ],
    ids=range(17),
)
def test_what_is_none(data: bytes) -> None:
    assert refusal(data) == "not_a_photo"


def test_what_is_too_large() -> None:
    assert refusal(bytes(MOST_BYTES + 1)) == "photo_too_large"
    assert refusal(measured(jpeg(), 5_000, 4_000)) == "photo_too_large"
    assert refusal(measured(jpeg(), 65_000, 100)) == "photo_too_large"
    assert tidy(measured(jpeg(), 4_000, 4_000)).width == 4_000


def test_whatever_is_sent_is_taken_or_refused() -> None:
    chance = random.Random(4)  # noqa: S311 (the same each time)
    whole = with_segments(jpeg(), segment(0xE1, EXIF))
    taken = 0
    for _ in range(3_000):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            match chance.randrange(3):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randrange(1, 40)]
                case _:
                    data[at:at] = chance.randbytes(chance.randrange(1, 40))
        # Whatever else it raised would end the test.
        with contextlib.suppress(Refusal):
            found = tidy(bytes(data))
            taken += 1
            assert tidy(found.content) == found
    assert taken > 100
