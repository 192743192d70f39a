"""The dump: packets into memory as they pass, sealed in chunks, and written by a thread.

The hot path pays for two appends to a buffer. A chunk is sealed when the buffer is full, or after a second, so that a
worker that is killed loses a second at most; no more than one chunk is ever in the clear, and only in memory.
"""

import asyncio
import contextlib
import fcntl
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from server.media.recording.records import PACKET, RECORD, AnyNote, encode_note
from server.media.relay.crossing import Tap
from server.sealed.stream import Sealer

FULL = 128_000
"""Bytes after which a chunk is sealed: half a second of a call. To hand a chunk over costs as much as to seal it."""

SEAL_SECONDS = 1.0
SYNC_SECONDS = 10.0
"""How much a machine that loses its power may lose of a recording; a process that is killed loses nothing sealed."""

MAX_WAITING = 64
"""Chunks that wait for the disk: 8 MB. A disk that is slower than that cannot keep the recording."""


class Spool:
    """The folder of a machine's dumps, and the one thread of a process that writes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="spool", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], None]) -> None:
        """Have it done, after all that was submitted before. It must not raise."""
        self._work.put(work)

    def close(self) -> None:
        """Wait until all is written."""
        self._work.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()


def dump_label(recording: str) -> str:
    """Under which a recording's dumps are sealed."""
    return f"dump {recording}"


def is_written(path: Path) -> bool:
    """Whether something may yet be added to a dump: its writer lives, and has not closed it. Not known, and so false,
    on a share that knows no locks. Raises OSError where the dump cannot be opened."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError as error:
            return isinstance(error, BlockingIOError)
    return False


class Dump:
    """One file, from here to `close`; `taps` lead into it.

    :param on_failure: called once, in the event loop, when the disk does not take what it should. Nothing more is kept
        then; what was sealed before stays as it is.

    Raises OSError where the file cannot be made.
    """

    def __init__(self, spool: Spool, name: str, recording: str, key: bytes, on_failure: Callable[[], None]) -> None:
        self.name = name
        self._spool = spool
        self._sealer = Sealer(key, dump_label(recording))
        self._on_failure = on_failure
        self._loop = asyncio.get_running_loop()
        self._buffer = memoryview(bytearray(FULL))
        self._size = 0
        self._begun_at = self._synced_at = time.monotonic()
        self._submitted = self._written = 0
        self._failed = False
        self._closed = False
        # Moments are the wall clock's at the beginning, and go on by a clock that nobody sets.
        self._epoch = time.time_ns() - time.monotonic_ns()
        spool.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(spool.folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file: BinaryIO = os.fdopen(descriptor, "wb", buffering=0)
        self._file.write(self._sealer.header)
        spool.submit(self._lock)

    def tap(self, party: int) -> Tap:
        """The way in for the packets of one party, by its number."""
        put, head, buffer = RECORD.pack_into, RECORD.size, self._buffer
        epoch, clock = self._epoch, time.monotonic_ns

        def take(packet: memoryview) -> None:
            size = len(packet)
            at = self._size
            end = at + head + size
            if end > FULL:
                self._seal()
                at, end = 0, head + size
            put(buffer, at, size, PACKET, party, 0, (clock() + epoch) // 1000)
            buffer[at + head : end] = packet
            self._size = end

        return take

    def note(self, note: AnyNote) -> None:
        """Put a note between the packets."""
        self._append(encode_note(note, (time.monotonic_ns() + self._epoch) // 1000))

    def tick(self) -> None:
        """Seal what has waited for long. To be called about twice a second."""
        if self._size and time.monotonic() - self._begun_at >= SEAL_SECONDS:
            self._seal()

    def close(self) -> None:
        """Seal the rest, and say that it was the last. Closing again does nothing."""
        if not self._closed:
            self._closed = True
            self._seal(final=True)
            self._spool.submit(self._close_file)

    def _lock(self) -> None:
        """Ours as long as we write it; the system lets go of it for a process that is killed. In the spool's thread:
        a share may be slow to answer, or know no locks."""
        with contextlib.suppress(OSError):
            fcntl.flock(self._file, fcntl.LOCK_EX)

    def _append(self, record: bytes) -> None:
        if self._size + len(record) > FULL:
            self._seal()
        self._buffer[self._size : self._size + len(record)] = record
        self._size += len(record)

    def _seal(self, *, final: bool = False) -> None:
        plain = bytes(self._buffer[: self._size])
        self._size = 0
        self._begun_at = time.monotonic()
        if self._failed:
            return
        if self._submitted - self._written >= MAX_WAITING:
            # Later: whoever puts something in is not to find, when that returns, that the recording is no more.
            self._loop.call_soon(self._fail)
            return
        self._submitted += 1
        sync = self._begun_at - self._synced_at >= SYNC_SECONDS or final
        if sync:
            self._synced_at = self._begun_at
        self._spool.submit(lambda: self._write(plain, final=final, sync=sync))

    def _write(self, plain: bytes, *, final: bool, sync: bool) -> None:
        """In the spool's thread."""
        try:
            if not self._failed:
                chunk = memoryview(self._sealer.seal(plain, final=final))
                while chunk:
                    chunk = chunk[self._file.write(chunk) :]
                if sync:
                    os.fdatasync(self._file.fileno())
        except OSError:
            self._call_back(self._fail)
        finally:
            self._written += 1

    def _close_file(self) -> None:
        with contextlib.suppress(OSError):
            self._file.close()

    def _call_back(self, what: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody is left to be told
            self._loop.call_soon_threadsafe(what)

    def _fail(self) -> None:
        if not self._failed:
            self._failed = True
            self._on_failure()
