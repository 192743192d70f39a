"""A child process that is killed, frozen and started again, and whose wall clock can be set."""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from server.supervise.lifeline import tied_to_this_process

TREE = Path(__file__).resolve().parents[2]
LOOKING = 0.05
"""Seconds between two looks at whether something has happened."""

PATIENCE = 300.0
"""Seconds within which whatever is to happen must have happened, on the slowest machine."""

ATTEMPTS = 20
"""How often a process may end before it is ready. PostgreSQL does while a killed one's children are still there."""

_LIBRARY = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 where the library puts it


class Clock:
    """A wall clock of one process or several, by libfaketime; what is monotonic stays as it is."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.ahead = 0
        self.step(0)

    @staticmethod
    def can_be_set() -> bool:
        """Whether libfaketime is installed."""
        return bool(_LIBRARY)

    def step(self, seconds: int) -> None:
        """Set it forward, or back."""
        self.ahead += seconds
        new = self._file.with_suffix(".new")
        new.write_text(f"{self.ahead:+d}\n")
        new.replace(self._file)

    @property
    def environment(self) -> dict[str, str]:
        """What a process must be started with to live by this clock."""
        if not _LIBRARY:
            return {}
        return {
            "LD_PRELOAD": str(_LIBRARY[0]),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # Its remedy for an old glibc would have every wait of a thread end at once, and be waited anew.
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",
        }


class Child:
    """Started by `start`, which returns when it is ready; it is to run until `kill` or `stop`, and not to end before.

    `busy` is held by whoever does something to it, so that two faults do not meet in one process.
    """

    def __init__(
        self,
        name: str,
        argv: Sequence[str | Path],
        log: Path,
        ready: Callable[[], Awaitable[bool]],
        *,
        env: Mapping[str, str] | None = None,
        user: str | None = None,
        folder: Path = TREE,
    ) -> None:
        self.name = name
        self.busy = asyncio.Lock()
        self._argv = [*argv]
        self._log = log
        self._ready = ready
        self._env = {**os.environ, **(env or {})}
        self._user = user
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start it, again where it ends before it is ready, as a supervisor would. Raises TimeoutError."""
        deadline, attempts = time.monotonic() + PATIENCE, 1
        self._process = self._launch()
        while not await self._ready():
            if self._process.poll() is not None and attempts < ATTEMPTS:
                attempts += 1
                self._clean_up()
                self._process = self._launch()
            if time.monotonic() > deadline or attempts == ATTEMPTS:
                raise TimeoutError(f"{self.name} is not ready:\n{self.words}")
            await asyncio.sleep(LOOKING)

    async def kill(self) -> None:
        """SIGKILL."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; returns the exit status."""
        return await self._end(signal.SIGTERM)

    def freeze(self) -> None:
        """SIGSTOP: it does nothing, and nobody is told."""
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT."""
        self._send(signal.SIGCONT)

    @property
    def has_fallen(self) -> bool:
        """Whether it ended by itself."""
        return self._process is not None and self._process.poll() is not None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def words(self) -> str:
        """The last of what it logged."""
        return self._log.read_text(errors="replace")[-4000:] if self._log.exists() else ""

    def _launch(self) -> "subprocess.Popen[bytes]":
        with self._log.open("ab") as log:
            return subprocess.Popen(
                self._argv,
                cwd=self._folder,
                env=self._env,
                user=self._user,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=tied_to_this_process(),
            )

    async def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        process = self._process
        process.send_signal(how)
        deadline = time.monotonic() + PATIENCE
        while (status := process.poll()) is None:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.name} does not end:\n{self.words}")
            await asyncio.sleep(LOOKING / 5)
        self._clean_up()
        self._process = None
        return status

    def _send(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)

    def _clean_up(self) -> None:
        """Remove libfaketime's shared memory, at which a later process of the same number would stumble."""
        if self._process is not None:
            for name in (f"faketime_shm_{self._process.pid}", f"sem.faketime_sem_{self._process.pid}"):
                (_SHARED_MEMORY / name).unlink(missing_ok=True)


async def until(condition: Callable[[], Awaitable[bool]], what: str | Callable[[], str]) -> None:
    """Return once the condition holds. Raises TimeoutError, saying what did not happen."""
    deadline = time.monotonic() + PATIENCE
    while not await condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what if isinstance(what, str) else what())
        await asyncio.sleep(LOOKING)
