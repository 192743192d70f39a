"""A sealed stream: chunks under AES-256-GCM, each bound to its place and the last one to being the last.

    header   8 bytes of magic, 16 of salt
    chunk    length of what follows (32 bits, big-endian), ciphertext with its tag; again and again

The key of a stream is derived from the data key, the salt and a label, so that no two streams share one and no stream
passes for another. The nonce is the chunk's number and, in its last byte, whether it is the final one: a chunk that is
changed, left out, doubled or moved does not open, and a stream that was cut short has no final chunk. (The construction
is STREAM, of Hoang, Reyhanitabar, Rogaway and Vizár, 2015.) What was sealed stays readable whatever happens to the
writer: a chunk needs none that comes after it.
"""

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.sealed.vault import derive

MAGIC = b"OLSEAL1\n"
SALT_BYTES = 16
HEADER_BYTES = len(MAGIC) + SALT_BYTES
TAG_BYTES = 16
LENGTH = struct.Struct("!I")
CHUNK_BYTES = 1 << 16
"""Plaintext in a chunk of a file that is read from any place; streams may have shorter and longer ones."""
MAX_CHUNK = 1 << 20


class Damaged(Exception):
    """A chunk, by its number, or the header does not open: it was changed, moved, or is another stream's."""

    def __init__(self, chunk: int | None) -> None:
        super().__init__("header" if chunk is None else f"chunk {chunk}")
        self.chunk = chunk


class Chunks:
    """Seals and opens the chunks of one stream by their numbers.

    :param label: what the stream is, and whose; a stream opens under its own label only.
    """

    def __init__(self, key: bytes, label: str, salt: bytes) -> None:
        self._cipher = AESGCM(derive(key, salt, f"onlineloket stream 1 {label}"))
        self.header = MAGIC + salt

    @classmethod
    def new(cls, key: bytes, label: str) -> "Chunks":
        return cls(key, label, os.urandom(SALT_BYTES))

    @classmethod
    def of(cls, header: bytes, key: bytes, label: str) -> "Chunks":
        """Those of a stream with this header. Raises Damaged."""
        if len(header) != HEADER_BYTES or not header.startswith(MAGIC):
            raise Damaged(None)
        return cls(key, label, header[len(MAGIC) :])

    def seal(self, number: int, plain: bytes | bytearray, *, final: bool) -> bytes:
        """A chunk as it lies on disk. No number may be used for two plaintexts."""
        length = LENGTH.pack(len(plain) + TAG_BYTES)
        return length + self._cipher.encrypt(_nonce(number, final=final), plain, length)

    def open(self, number: int, chunk: bytes, *, final: bool) -> bytes:
        """The plaintext of a chunk as it lies on disk. Raises Damaged."""
        try:
            return self._cipher.decrypt(_nonce(number, final=final), chunk[LENGTH.size :], chunk[: LENGTH.size])
        except InvalidTag as error:
            raise Damaged(number) from error


class Sealer:
    """Seals a stream from its first chunk to its last: `header`, then what `seal` returns, in that order."""

    def __init__(self, key: bytes, label: str) -> None:
        self._chunks = Chunks.new(key, label)
        self._number = 0
        self.header = self._chunks.header

    def seal(self, plain: bytes | bytearray, *, final: bool = False) -> bytes:
        """The next chunk, of at most `MAX_CHUNK` bytes of plaintext."""
        chunk = self._chunks.seal(self._number, plain, final=final)
        self._number += 1
        return chunk


class SealedStream:
    """Reads a stream from its beginning, once. `is_complete` after the last chunk: nothing is missing at the end."""

    def __init__(self, file: BinaryIO, key: bytes, label: str) -> None:
        self._file = file
        self._chunks = Chunks.of(file.read(HEADER_BYTES), key, label)
        self.is_complete = False

    def __iter__(self) -> Iterator[bytes]:
        """The plaintext of each chunk. What was left half written at the end is passed over. Raises Damaged."""
        number, chunk = 0, self._read(0)
        while chunk is not None:
            following = self._read(number + 1)
            if following is None:
                yield self._open_last(number, chunk)
            else:
                yield self._chunks.open(number, chunk, final=False)
            number, chunk = number + 1, following

    def _open_last(self, number: int, chunk: bytes) -> bytes:
        try:
            plain = self._chunks.open(number, chunk, final=True)
        except Damaged:
            return self._chunks.open(number, chunk, final=False)
        self.is_complete = True
        return plain

    def _read(self, number: int) -> bytes | None:
        """The next chunk as it lies there; None where there is no whole one."""
        head = self._file.read(LENGTH.size)
        if len(head) < LENGTH.size:
            return None
        (length,) = LENGTH.unpack(head)
        if not TAG_BYTES <= length <= MAX_CHUNK + TAG_BYTES:
            raise Damaged(number)
        body = self._file.read(length)
        return head + body if len(body) == length else None


def _nonce(number: int, *, final: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\1" if final else b"\0")
