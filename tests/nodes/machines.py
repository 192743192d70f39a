"""A desk on several machines, as an operator sets it up: each role on one of its own, and media workers on two."""

import http.client
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Self

from server.secret_files import SecretFile
from server.settings import PREFIX
from tests.support.desk import TREE
from tests.support.machines import Machine, Network
from tests.support.programs import require

PORT, REDIS_PORT, MEDIA_PORT = 8080, 6379, 40_000
PATIENCE = 120.0


class Machines:
    """Use as a context manager: inside it the desk is healthy and both machines' workers are announced."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="machines-"))
        self.network = Network()

    def __enter__(self) -> Self:
        try:
            self.network.__enter__()
            redis, self._desk, *media = (self.network.machine(name) for name in ("redis", "desk", "media1", "media2"))
            self.media: dict[str, Machine] = {machine.address: machine for machine in media}
            """By address."""
            self.origin = f"http://{self._desk.address}:{PORT}"
            self._key = SecretFile(self.folder / "service.key")
            self._key.read_or_make()
            serve = ["--bind", redis.address, "--port", str(REDIS_PORT), "--protected-mode", "no", "--save", ""]
            redis.start([require("redis-server"), *serve, "--dir", self.folder], self.folder / "redis.log")
            self._role(
                self._desk,
                "desk",
                HOST=self._desk.address,
                PORT=str(PORT),
                PUBLIC_ORIGIN=self.origin,
                REDIS_URL=f"redis://{redis.address}:{REDIS_PORT}/0",
            )
            for machine in media:
                self._role(
                    machine, "media", DESK_URLS=self.origin, MEDIA_ADDRESSES=machine.address, MEDIA_PORT=str(MEDIA_PORT)
                )
            self.wait_for_workers(len(media))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.network.__exit__()
        shutil.rmtree(self.folder)

    def password(self, login: str) -> str:
        """A demo agent's."""
        lines = (self.folder / "desk" / "demo-agents.txt").read_text().splitlines()
        return next(line.split("\t")[1] for line in lines if line.startswith(f"{login}\t"))

    def log(self, name: str) -> str:
        """What was said on a machine."""
        return (self.folder / f"{name}.log").read_text()

    def _role(self, machine: Machine, role: str, **settings: str) -> None:
        """A machine shares nothing with another but the service key."""
        given = {"DATA": str(self.folder / machine.name), "SERVICE_KEY_FILE": str(self._key.path), **settings}
        environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        environment |= {PREFIX + name: value for name, value in given.items()} | {"PYTHONPATH": str(TREE)}
        log = self.folder / f"{machine.name}.log"
        machine.start([sys.executable, "-m", "server.cli", role], log, environment)

    def wait_for_workers(self, times: int) -> None:
        """Return when so many times a worker has come to the desk, or come back. Raises RuntimeError with the logs."""
        deadline = time.monotonic() + PATIENCE
        while not self._is_healthy() or self.log("desk").count('"media_worker_here"') < times:
            if time.monotonic() > deadline:
                raise RuntimeError("\n".join(self.log(each) for each in ("desk", "media1", "media2")))
            time.sleep(0.05)

    def _is_healthy(self) -> bool:
        connection = http.client.HTTPConnection(self._desk.address, PORT, timeout=5)
        try:
            connection.request("GET", "/healthz")
            checks = json.loads(connection.getresponse().read())["checks"]
            return all(checks[part] == "ok" for part in ("database", "redis", "media"))
        except (OSError, ValueError):
            return False
        finally:
            connection.close()
