"""A sealed file: any part of it reads as what was written there, and a file that was cut or changed is no file."""

import hashlib
import secrets
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.sealed.file import SealedFile, SealedFileWriter, digest
from server.sealed.stream import CHUNK_BYTES, Damaged

KEY = secrets.token_bytes(32)
LABEL = "film r_1 1"
SIZES = st.sampled_from(
    [0, 1, 100, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7]
)
PIECES = st.integers(1, 2 * CHUNK_BYTES)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sealed") / "file"


def write(path: Path, content: bytes, piece: int, head: bytes = b"") -> None:
    """Write the content in pieces; at the end come back to the beginning for `head`."""
    with path.open("w+b") as file:
        writer = SealedFileWriter(file, KEY, LABEL)
        for at in range(0, len(content), piece):
            writer.write(content[at : at + piece])
        if head:
            writer.seek(0)
            writer.write(head)
        writer.close()


@settings(max_examples=40)
@given(SIZES, PIECES, st.data())
def test_any_part_reads_as_it_was_written(path: Path, size: int, piece: int, data: st.DataObject) -> None:
    content = secrets.token_bytes(size)
    write(path, content, piece)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size + 10))
    with SealedFile(path, KEY, LABEL) as sealed:
        assert sealed.size == size
        assert b"".join(sealed.read(start, end)) == content[start:end]
    assert digest(path, KEY, LABEL) == hashlib.sha256(content).hexdigest()
    assert not any(part in path.read_bytes() for part in (content[:64],) if len(part) == 64)


@pytest.mark.parametrize("size", [10, CHUNK_BYTES, 3 * CHUNK_BYTES])
def test_a_writer_may_come_back_to_the_beginning(path: Path, size: int) -> None:
    write(path, bytes(size), 1_000, head=b"length")
    with SealedFile(path, KEY, LABEL) as sealed:
        assert b"".join(sealed.read(0, size)) == b"length" + bytes(size - 6)


def test_a_writer_may_not_come_back_to_what_is_sealed(path: Path) -> None:
    with path.open("w+b") as file:
        writer = SealedFileWriter(file, KEY, LABEL)
        writer.write(bytes(4 * CHUNK_BYTES))
        writer.seek(CHUNK_BYTES + 5)
        with pytest.raises(OSError, match="sealed already"):
            writer.write(b"late")


@settings(max_examples=30)
@given(st.sampled_from([100, CHUNK_BYTES, 2 * CHUNK_BYTES + 9]), st.data())
def test_a_file_that_was_cut_does_not_open(path: Path, size: int, data: st.DataObject) -> None:
    write(path, bytes(size), size)
    whole = path.read_bytes()
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(Damaged):
        SealedFile(path, KEY, LABEL)


def test_a_file_cut_between_two_chunks_does_not_open(path: Path) -> None:
    write(path, bytes(3 * CHUNK_BYTES), CHUNK_BYTES)
    path.write_bytes(path.read_bytes()[: 24 + CHUNK_BYTES + 20])
    with pytest.raises(Damaged):
        SealedFile(path, KEY, LABEL)


def test_a_changed_chunk_is_found_when_it_is_read(path: Path) -> None:
    write(path, bytes(3 * CHUNK_BYTES), CHUNK_BYTES)
    content = bytearray(path.read_bytes())
    content[CHUNK_BYTES + 500] ^= 1
    path.write_bytes(content)
    with SealedFile(path, KEY, LABEL) as sealed:
        assert b"".join(sealed.read(0, 10)) == bytes(10)
        with pytest.raises(Damaged):
            list(sealed.read(CHUNK_BYTES, CHUNK_BYTES + 10))


def test_a_file_that_was_not_finished_is_no_file(path: Path) -> None:
    with path.open("w+b") as file:
        SealedFileWriter(file, KEY, LABEL).write(bytes(5 * CHUNK_BYTES))
    with pytest.raises(Damaged):
        SealedFile(path, KEY, LABEL)
