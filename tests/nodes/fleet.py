"""Several desk nodes as an operator runs them: processes of their own, PostgreSQL, one Redis, and nginx before them,
set exactly as docs/operations.md says."""

import http.client
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Self

from server.secret_files import SecretFile
from server.settings import PREFIX
from server.supervise.lifeline import tied_to_this_process
from tests.support.desk import TREE
from tests.support.ports import free_pair, free_port
from tests.support.programs import require
from tests.support.redis import RedisServer

_PATIENCE = 120.0

_MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
worker_processes 1;
{user}
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {documented}
}}
"""


class Fleet:
    """Use as a context manager: inside it all nodes are healthy, after it every process and file is gone."""

    def __init__(self, database_url: str, count: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fleet-"))
        self.redis = RedisServer()
        self.ports = [free_pair() for _ in range(count)]
        self.port = free_port()
        self.origin = f"https://127.0.0.1:{self.port}"
        self._database_url = database_url
        self._nodes: list[subprocess.Popen[bytes] | None] = [None] * count
        self._bot: subprocess.Popen[bytes] | None = None
        self._nginx: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.redis.start()
            SecretFile(self.folder / "keys" / "service.key").read_or_make()
            # The first one makes the tables and the demo agents.
            self.start(0)
            self.wait_for(0)
            for index in range(1, len(self.ports)):
                self.start(index)
            for index in range(1, len(self.ports)):
                self.wait_for(index)
            self._start_nginx()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in [*self._nodes, self._bot, self._nginx]:
            if process is not None:
                process.kill()
                process.wait()
        self.redis.__exit__()
        shutil.rmtree(self.folder)

    def url(self, index: int) -> str:
        """Where a node is reached without nginx."""
        return f"http://127.0.0.1:{self.ports[index]}"

    def password(self, login: str) -> str:
        """A demo agent's."""
        lines = (self.folder / "demo-agents.txt").read_text().splitlines()
        return next(line.split("\t")[1] for line in lines if line.startswith(f"{login}\t"))

    def start(self, index: int) -> None:
        """Start a node; `wait_for` it."""
        settings = {
            "PORT": str(self.ports[index]),
            "DATABASE_URL": self._database_url,
            "REDIS_URL": self.redis.url,
            "PUBLIC_ORIGIN": self.origin,
            "TRUSTED_PROXIES": "127.0.0.1/32",
        }
        self._nodes[index] = self._role("desk", self.folder / f"node-{index}.log", settings)

    def start_bot(self, models: Path) -> None:
        """Start a bot of all nodes, which finds what it was taught in `models`; `wait_for` it at each node."""
        (self.folder / "bot").symlink_to(models)
        urls = ",".join(self.url(index) for index in range(len(self.ports)))
        self._bot = self._role("bot", self.folder / "bot.log", {"DESK_URLS": urls})

    def stop_bot(self) -> int:
        """Ask the bot to stop, and wait; its exit status."""
        process, self._bot = self._bot, None
        (self.folder / "bot").unlink()
        assert process is not None
        return _end(process)

    def wait_for(self, index: int, part: str = "redis") -> None:
        """Return when a node is healthy, this part of it too. Raises RuntimeError with its log when it is not."""
        deadline = time.monotonic() + _PATIENCE
        while not _is_healthy(self.ports[index], part):
            process = self._nodes[index]
            if process is None or process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("a node did not start:\n" + self.log(index))
            time.sleep(0.02)

    def stop(self, index: int) -> int:
        """Ask a node to stop, and wait; its exit status."""
        return _end(self._take(index))

    def kill(self, index: int) -> None:
        """Let a node die without a word."""
        process = self._take(index)
        process.kill()
        process.wait()

    def log(self, index: int) -> str:
        return (self.folder / f"node-{index}.log").read_text()

    def connected(self, index: int) -> int:
        """How many citizens and agents are connected to a node."""
        with urllib.request.urlopen(f"{self.url(index)}/metrics", timeout=_PATIENCE) as answer:  # noqa: S310 a URL of ours
            figures = answer.read().decode()
        found = re.findall(r'^onlineloket_connections{kind="(?:citizen|agent)"} (\S+)$', figures, re.MULTILINE)
        return int(sum(map(float, found)))

    def _take(self, index: int) -> subprocess.Popen[bytes]:
        process, self._nodes[index] = self._nodes[index], None
        assert process is not None
        return process

    def _role(self, role: str, log: Path, settings: dict[str, str]) -> subprocess.Popen[bytes]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        given = {"DATA": str(self.folder), **settings}
        with log.open("ab") as words:
            return subprocess.Popen(
                [sys.executable, "-m", "server.cli", role],
                cwd=TREE,
                env=inherited | {PREFIX + name: value for name, value in given.items()},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                preexec_fn=tied_to_this_process(),
            )

    def _start_nginx(self) -> None:
        self._make_certificate()
        configuration = self.folder / "nginx.conf"
        user = "user root;" if os.getuid() == 0 else ""
        configuration.write_text(_MAIN.format(folder=self.folder, user=user, documented=self._documented()))
        nginx: list[str | Path] = [
            require("nginx"),
            "-p",
            self.folder,
            "-e",
            self.folder / "nginx.log",
            "-c",
            configuration,
        ]
        self._nginx = subprocess.Popen(nginx, stderr=subprocess.DEVNULL, preexec_fn=tied_to_this_process())
        deadline = time.monotonic() + _PATIENCE
        while not _is_healthy(self.port, secure=True):
            if self._nginx.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("nginx did not start:\n" + (self.folder / "nginx.log").read_text())
            time.sleep(0.02)

    def _documented(self) -> str:
        """The block of the manual, with our nodes, port and certificate, and nothing else changed."""
        (block,) = re.findall(r"```nginx\n(.*?)```", (TREE / "docs" / "operations.md").read_text(), re.DOTALL)
        one = re.compile(r"( *)server 10\.0\.0\.11:8080(.*;)\n( *server 10\.0\.0\.12:8080.*;\n)")
        assert len(one.findall(block)) == 2

        def ours(found: re.Match[str]) -> str:
            return "".join(f"{found[1]}server 127.0.0.1:{port}{found[2]}\n" for port in self.ports)

        for documented, real in (
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;"),
            ("/etc/nginx/desk.", f"{self.folder}/desk."),
        ):
            assert documented in block
            block = block.replace(documented, real)
        return one.sub(ours, block)

    def _make_certificate(self) -> None:
        names: list[str | Path] = [
            "-subj",
            "/CN=127.0.0.1",
            "-keyout",
            self.folder / "desk.key",
            "-out",
            self.folder / "desk.crt",
        ]
        subprocess.run(
            [require("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names],
            check=True,
            capture_output=True,
        )


def _end(process: subprocess.Popen[bytes]) -> int:
    process.send_signal(signal.SIGTERM)
    try:
        return process.wait(_PATIENCE)
    finally:
        process.kill()
        process.wait()


def _is_healthy(port: int, part: str = "redis", *, secure: bool = False) -> bool:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection: http.client.HTTPConnection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    if secure:
        connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=5, context=context)
    try:
        connection.request("GET", "/healthz")
        response = connection.getresponse()
        return response.status == http.HTTPStatus.OK and json.loads(response.read())["checks"][part] == "ok"
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
