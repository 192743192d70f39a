"""A sealed file: a stream whose chunks are all of one size, so that any part of it can be read by itself."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Self

from server.sealed.stream import CHUNK_BYTES, HEADER_BYTES, LENGTH, TAG_BYTES, Chunks, Damaged

_STRIDE = LENGTH.size + CHUNK_BYTES + TAG_BYTES
_OVERHEAD = LENGTH.size + TAG_BYTES


class SealedFile:
    """Reads a sealed file at any place. That it is whole was looked at when it was opened.

    Raises Damaged when what is read was changed, and at once when the file was cut short; OSError.
    """

    def __init__(self, path: Path, key: bytes, label: str) -> None:
        self._file = path.open("rb")
        try:
            self._chunks = Chunks.of(self._file.read(HEADER_BYTES), key, label)
            sealed = os.fstat(self._file.fileno()).st_size - HEADER_BYTES
            self._last, rest = divmod(sealed, _STRIDE)
            if rest == 0:
                self._last, rest = self._last - 1, _STRIDE
            if self._last < 0 or rest < _OVERHEAD:
                raise Damaged(None)
            self.size = self._last * CHUNK_BYTES + rest - _OVERHEAD
            self._chunk(self._last)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    def read(self, start: int, end: int) -> Iterator[bytes]:
        """The bytes from `start` to before `end`, in pieces of at most a chunk."""
        end = min(end, self.size)
        while start < end:
            number, offset = divmod(start, CHUNK_BYTES)
            piece = self._chunk(number)[offset : offset + end - start]
            start += len(piece)
            yield piece

    def _chunk(self, number: int) -> bytes:
        self._file.seek(HEADER_BYTES + number * _STRIDE)
        return self._chunks.open(number, self._file.read(_STRIDE), final=number == self._last)


class SealedFileWriter:
    """A file that is sealed while it is written, for a writer that comes back to its beginning only.

    Such are the writers of WebM and MP4: when all is written they go back to note its length. The first chunk waits in
    memory for that; what follows is sealed as it comes, and cannot be written again. Not `close`d it is no whole file.
    """

    def __init__(self, file: BinaryIO, key: bytes, label: str) -> None:
        self._file = file
        self._chunks = Chunks.new(key, label)
        self._first = bytearray()
        self._open = bytearray()
        self._number = 1
        self._position = 0

    def write(self, data: bytes | memoryview) -> int:
        """Write at the current position. Raises OSError where that is sealed already."""
        given = memoryview(data).cast("B")
        written = len(given)
        if self._position < CHUNK_BYTES:
            taken = given[: CHUNK_BYTES - self._position]
            self._first[self._position : self._position + len(taken)] = taken
            self._position += len(taken)
            given = given[len(taken) :]
        if given:
            at = self._position - self._number * CHUNK_BYTES
            if at < 0:
                raise OSError("this part is sealed already")
            self._open[at : at + len(given)] = given
            self._position += len(given)
            self._seal_full()
        return written

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if whence == os.SEEK_CUR:
            offset += self._position
        elif whence == os.SEEK_END:
            offset += self.size
        if not 0 <= offset <= self.size:
            raise OSError("there is nothing there")
        self._position = offset
        return offset

    def tell(self) -> int:
        return self._position

    @property
    def size(self) -> int:
        """Bytes of plaintext written so far."""
        return self._number * CHUNK_BYTES + len(self._open) if len(self._first) == CHUNK_BYTES else len(self._first)

    def close(self) -> None:
        """Seal what is left. The file is then whole, and still open."""
        is_alone = self._number == 1 and not self._open
        if not is_alone:
            self._put(self._number, self._open, final=True)
        self._put(0, self._first, final=is_alone)
        self._file.seek(0)
        self._file.write(self._chunks.header)
        self._file.flush()

    def _seal_full(self) -> None:
        # The last chunk is kept back, full or not: only the one after it shows that it is not the final one.
        while len(self._open) > CHUNK_BYTES:
            self._put(self._number, self._open[:CHUNK_BYTES], final=False)
            del self._open[:CHUNK_BYTES]
            self._number += 1

    def _put(self, number: int, plain: bytearray, *, final: bool) -> None:
        self._file.seek(HEADER_BYTES + number * _STRIDE)
        self._file.write(self._chunks.seal(number, plain, final=final))


def film_label(recording: str, name: str) -> str:
    """The label of a recording's film, by the name of its file."""
    return f"film {recording} {name}"


def digest(path: Path, key: bytes, label: str) -> str:
    """SHA-256 of the plaintext of a sealed file, in hexadecimal. Raises Damaged, OSError."""
    total = hashlib.sha256()
    with SealedFile(path, key, label) as sealed:
        for piece in sealed.read(0, sealed.size):
            total.update(piece)
    return total.hexdigest()
