"""A private Redis: its own process, its own folder, no TCP port."""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

import redis

from server.supervise.lifeline import tied_to_this_process
from tests.support.programs import require


class RedisServer:
    """A real redis-server on a Unix socket. Use as a context manager, or `start` and `stop` it at will."""

    def __init__(self) -> None:
        # Not pytest's own folder: its path is too long for a Unix socket.
        self.folder = Path(tempfile.mkdtemp(prefix="redis-"))
        self.socket = self.folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def start(self) -> None:
        options = ["--port", "0", "--unixsocket", str(self.socket), "--dir", str(self.folder), "--save", ""]
        self._process = subprocess.Popen(
            [require("redis-server"), *options],
            stdout=subprocess.DEVNULL,
            preexec_fn=tied_to_this_process(),
        )
        deadline = time.monotonic() + 20
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("redis-server did not start")
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop it; what it held is gone. Harmless when it is not running."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def process(self) -> int:
        """The process that serves, while it is started."""
        assert self._process is not None
        return self._process.pid

    def flush(self) -> None:
        """Forget every key, as if just started."""
        with redis.Redis.from_url(self.url) as client:
            client.flushall()

    def _answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except redis.ConnectionError:
            return False
