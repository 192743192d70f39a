"""A real rtpengine on loopback, in user space: what a zone that uses it has on some machine."""

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

from server.supervise.lifeline import tied_to_this_process
from tests.support.ports import free_port
from tests.support.programs import require

MEDIA_PORTS = (30_000, 30_999)
"""Below those that the kernel hands out. An engine passes over a port that another has."""


class RtpEngine:
    """Use as a context manager: inside it the engine takes commands at `port`, after it it is gone."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="rtpengine-"))
        self.port = free_port(socket.SOCK_DGRAM)
        self.log = self.folder / "log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"rtpengine://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.send(signal.SIGKILL)
        shutil.rmtree(self.folder)

    def start(self) -> None:
        low, high = MEDIA_PORTS
        options = {
            "config-file": "none",
            "table": "-1",
            "interface": "127.0.0.1",
            "listen-ng": f"127.0.0.1:{self.port}",
            "port-min": str(low),
            "port-max": str(high),
            "num-threads": "2",
            "pidfile": str(self.folder / "pid"),
            "log-level": "6",
        }
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [require("rtpengine"), "--foreground", "--log-stderr", *(f"--{k}={v}" for k, v in options.items())],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=tied_to_this_process(),
            )
        deadline = time.monotonic() + 20
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("rtpengine did not start:\n" + self.log.read_text())

    def send(self, number: signal.Signals) -> None:
        """Send its process a signal; SIGKILL ends it at once, with all its calls."""
        if self._process is not None:
            self._process.send_signal(number)
            if number == signal.SIGKILL:
                self._process.wait()
                self._process = None

    def _answers(self) -> bool:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.settimeout(0.1)
            asking.connect(("127.0.0.1", self.port))
            try:
                asking.send(b"1 d7:command4:pinge")
                return b"4:pong" in asking.recv(100)
            except OSError:
                time.sleep(0.02)
                return False
