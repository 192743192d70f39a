"""A real coturn on loopback, with the configuration that `onlineloket turn` writes."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from server.secret_files import SecretFile
from server.settings import PREFIX
from server.supervise.lifeline import tied_to_this_process
from tests.support.certificate import self_signed
from tests.support.ports import free_port
from tests.support.programs import require

TREE = Path(__file__).resolve().parents[2]
ADDRESS = "127.0.0.1"


class Coturn:
    """Use as a context manager, or `start` and `stop` it at will. It leads to `peers` and nobody else.

    `urls` are for the desk, as is `secret_file`; with `tls` it has a certificate of its own, for `NAME`.
    """

    NAME = "turn.test"

    def __init__(self, peers: Sequence[str], *, tls: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="coturn-"))
        self.port, self.tls_port = free_port(), free_port()
        self.secret_file = self.folder / "secret.key"
        self.secret = SecretFile(self.secret_file).read_or_make()
        self.urls = [f"turn:{ADDRESS}:{self.port}?transport=udp", f"turn:{ADDRESS}:{self.port}?transport=tcp"]
        self.certificate = self.folder / "turn.crt"
        self.log = self.folder / "log"
        self._process: subprocess.Popen[bytes] | None = None
        options = [f"--listen={ADDRESS}", *(f"--peer={peer}" for peer in peers)]
        if tls:
            key = self_signed(self.certificate, self.NAME)
            options += [f"--certificate={self.certificate}", f"--private-key={key}"]
            self.urls.append(f"turns:{ADDRESS}:{self.tls_port}?transport=tcp")
        self.configuration = self.folder / "turnserver.conf"
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        subprocess.run(
            [sys.executable, "-m", "server.cli", "turn", self.configuration, *options],
            cwd=TREE,
            env=inherited | {PREFIX + name: value for name, value in self.settings.items()},
            check=True,
        )

    @property
    def settings(self) -> dict[str, str]:
        """For a desk that knows this server, without the prefix."""
        return {"TURN_URLS": ",".join(self.urls), "TURN_SECRET_FILE": str(self.secret_file)}

    def setting(self, name: str) -> str:
        """What its configuration says under this name."""
        lines = self.configuration.read_text().splitlines()
        return next(line.partition("=")[2] for line in lines if line.startswith(f"{name}="))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [require("turnserver"), "-c", self.configuration],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                preexec_fn=tied_to_this_process(),
            )
        deadline = time.monotonic() + 20
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("coturn did not start:\n" + self.log.read_text())
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop it at once: what it relayed is cut off. Harmless when it is not running."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _listens(self) -> bool:
        try:
            socket.create_connection((ADDRESS, self.port), timeout=1).close()
        except OSError:
            return False
        return True
