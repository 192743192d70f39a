"""A gathering: a crowd's process, as whoever started it sees it."""

import asyncio
import signal
import sys
from pathlib import Path
from typing import Self

import msgspec

from server.supervise.lifeline import tied_to_this_process
from tests.faults.child import PATIENCE, TREE
from tests.faults.crowd import Report, Script

_LONGEST_REPORT = 1 << 22


class Gathering:
    """Use as an async context manager; `report` is the newest that came. What it wrote to standard error is in
    `<journal>.log`."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.busy = asyncio.Lock()
        self.report = Report(acknowledged=0, conversations=0, flushed=False)
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None

    @property
    def journal(self) -> Path:
        return Path(self.script.journal)

    async def __aenter__(self) -> Self:
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.faults.crowd",
                cwd=TREE,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                limit=_LONGEST_REPORT,
                preexec_fn=tied_to_this_process(),
            )
        self._order(msgspec.json.encode(self.script))
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._process is not None
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        if self._reading is not None:
            await self._reading

    def order(self, order: str) -> None:
        """Have the crowd do something."""
        self._order(order.encode())

    async def leave(self) -> None:
        """Return when everybody has read everything once more and gone. Raises RuntimeError where the crowd fell over,
        TimeoutError where it stays."""
        assert self._process is not None
        self.order("leave")
        async with asyncio.timeout(PATIENCE):
            status = await self._process.wait()
        if status:
            raise RuntimeError(f"{self.script.name} ended with {status}:\n{self.words}")

    def freeze(self) -> None:
        """SIGSTOP."""
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT."""
        self._send(signal.SIGCONT)

    @property
    def has_fallen(self) -> bool:
        """Whether it has ended."""
        return self._process is not None and self._process.returncode is not None

    @property
    def words(self) -> str:
        """What it said about what went wrong."""
        return self._log.read_text(errors="replace")[-4000:]

    @property
    def _log(self) -> Path:
        return self.journal.with_suffix(".log")

    async def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            self.report = msgspec.json.decode(line, type=Report)

    def _order(self, line: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(line + b"\n")

    def _send(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(number)
