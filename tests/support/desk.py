"""A whole desk as its operator starts it: `onlineloket serve`, in a process and a folder of its own."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from server.settings import PREFIX
from server.supervise.lifeline import tied_to_this_process
from tests.support.ports import free_pair, free_port

TREE = Path(__file__).resolve().parents[2]


class ServedDesk:
    """Use as a context manager: inside it the desk is healthy, after it every process and file of it is gone. Raises
    AssertionError at the end where the desk logged that something went wrong in it.

    The private Redis, desk, bot and one media worker all run; `settings` adds to the environment, without the prefix.
    `started_in` is how many seconds the last start took until the desk was healthy.
    """

    def __init__(self, settings: Mapping[str, str] | None = None, *, models: Path | None = None) -> None:
        """`models`: a folder where the bot's taught models are kept for the next desk: teaching takes longer than all
        the rest of a start."""
        self.folder = Path(tempfile.mkdtemp(prefix="desk-"))
        if models is not None:
            (self.folder / "data").mkdir(mode=0o700)
            (self.folder / "data" / "bot").symlink_to(models, target_is_directory=True)
        self.port = free_pair()
        self.origin = f"http://localhost:{self.port}"
        self.demo_origin = f"http://127.0.0.1:{self.port + 1}"
        self.log = self.folder / "log"
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        self.media_port = free_port(socket.SOCK_DGRAM)
        own = {
            "DATA": str(self.folder / "data"),
            "PORT": str(self.port),
            "MEDIA_PORT": str(self.media_port),
            "MEDIA_WORKERS": "1",
        }
        self._environment = inherited | {PREFIX + name: value for name, value in {**own, **(settings or {})}.items()}
        self.started_in = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.stop()
        faults = self.faults()
        shutil.rmtree(self.folder)
        if kind is None and faults:
            raise AssertionError("the desk logged faults:\n" + "\n".join(faults))

    def start(self, within: float = 120) -> None:
        """Start it and wait until it is healthy. Raises RuntimeError with its log when it is not."""
        began = time.monotonic()
        self.process = self._launch()
        while not self.is_healthy():
            if self.process.poll() is not None or time.monotonic() - began > within:
                self.stop()
                raise RuntimeError("the desk did not start:\n" + self.log.read_text())
            time.sleep(0.01)
        self.started_in = time.monotonic() - began
        while not self.is_complete():
            if time.monotonic() - began > 2 * within:
                self.stop()
                raise RuntimeError("bot or media worker did not come:\n" + self.log.read_text())
            time.sleep(0.1)

    def refused(self, within: float = 120) -> tuple[int, str]:
        """Start it where it should not start: its exit status and what it said, once it has ended by itself."""
        process = self._launch()
        try:
            return process.wait(within), self.log.read_text()
        finally:
            process.kill()
            process.wait()
            shutil.rmtree(self.folder)

    def stop(self, within: float = 40) -> int:
        """Ask it to stop and wait; returns its exit status. Killed, and TimeoutExpired raised, when it does not."""
        if not self.process:
            return 0
        process, self.process = self.process, None
        process.send_signal(signal.SIGTERM)
        try:
            return process.wait(within)
        finally:
            process.kill()
            process.wait()

    def _launch(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "server.cli", "serve"],
                cwd=TREE,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=tied_to_this_process(),
            )

    def faults(self) -> list[str]:
        """What its log says went wrong: people may have noticed nothing, since what fails is tried again."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line for line in lines if '"event": "fault"' in line or line.startswith("Traceback")]

    def is_healthy(self) -> bool:
        """Whether `/healthz` says that the desk can work."""
        return self._health()[0] == http.HTTPStatus.OK

    def is_complete(self) -> bool:
        """Whether `/healthz` says that nothing is missing: Redis, bot and media worker are there too."""
        status, body = self._health()
        return status == http.HTTPStatus.OK and json.loads(body)["status"] == "ok"

    def _health(self) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            response = connection.getresponse()
            return response.status, response.read()
        except OSError:
            return 0, b""
        finally:
            connection.close()
