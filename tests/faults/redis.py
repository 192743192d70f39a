"""A Redis that keeps what it has over a kill, and can be made to forget it."""

import asyncio
import shutil
from pathlib import Path

from tests.faults.child import Child
from tests.support.programs import require

_DATA = "redis"


class Redis(Child):
    """On a Unix socket in `folder`, where its data lies too."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.socket = folder / "redis.sock"
        self._data = folder / _DATA
        self._data.mkdir()
        options = ("--port", "0", "--unixsocket", str(self.socket), "--dir", str(self._data), "--save", "")
        kept = ("--appendonly", "yes", "--appendfsync", "everysec")
        # Its allocator asks for the time before libfaketime can answer: it keeps the machine's clock.
        super().__init__("redis", [require("redis-server"), *options, *kept], log, self._answers)

    async def empty(self) -> None:
        """Have it forget everything while it runs."""
        answer = await self._ask("FLUSHALL")
        if answer != "+OK":
            raise RuntimeError(f"Redis does not forget: {answer}")

    def lose(self) -> None:
        """Take away its data, while it does not run."""
        shutil.rmtree(self._data)
        self._data.mkdir()

    async def _answers(self) -> bool:
        try:
            return await self._ask("PING") == "+PONG"
        except OSError:
            return False

    async def _ask(self, command: str) -> str:
        reader, writer = await asyncio.open_unix_connection(self.socket)
        try:
            writer.write(f"{command}\r\n".encode())
            return (await reader.readline()).decode().strip()
        finally:
            writer.close()
