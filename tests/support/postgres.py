"""A private PostgreSQL cluster: its own processes and folder, a Unix socket and no TCP port."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Self

import asyncpg

from server.supervise.lifeline import tied_to_this_process
from tests.support.programs import require

# Real in all that a test can see: only a power cut would lose data.
FAST = ("fsync=off", "full_page_writes=off", "shared_buffers=32MB")
DURABLE = ("shared_buffers=128MB",)


class PostgresServer:
    """A cluster for one test run, as a context manager; `create` gives databases."""

    def __init__(self, settings: tuple[str, ...] = FAST) -> None:
        self._settings = settings
        self._names = count(1)
        self.folder = Path(tempfile.mkdtemp(prefix="postgres-"))
        # PostgreSQL refuses to run as root.
        self.user = _unprivileged() if os.getuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)

    def __enter__(self) -> Self:
        self.initialise()
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                self.argv,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                user=self.user,
                preexec_fn=tied_to_this_process(),
            )
        deadline = time.monotonic() + 60
        while not self.answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("PostgreSQL did not start:\n" + (self.folder / "log").read_text())
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGINT)  # "fast": it ends what is still connected
        self._process.wait()
        shutil.rmtree(self.folder)

    def initialise(self) -> None:
        """Make the cluster. A test that kills PostgreSQL starts `argv` itself, as `user`, and removes `folder`."""
        options = ("--username=desk", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._run("initdb", *options, f"--pgdata={self.folder / 'data'}")

    @property
    def socket(self) -> Path:
        """What it listens at."""
        return self.folder / ".s.PGSQL.5432"

    @property
    def argv(self) -> list[str | Path]:
        """The server's own command."""
        settings = ("listen_addresses=", f"unix_socket_directories={self.folder}", *self._settings)
        words = (word for setting in settings for word in ("-c", setting))
        return [require("postgres"), "-D", self.folder / "data", *words]

    def answers(self) -> bool:
        """Whether it takes connections."""
        ready = subprocess.run([require("pg_isready"), "--quiet", *self._address()], check=False)
        return ready.returncode == 0

    @property
    def process(self) -> int:
        """The process whose children serve."""
        return self._process.pid

    def create(self) -> str:
        """A new database with nothing in it. Returns its name."""
        name = f"desk_{next(self._names)}"
        self._run("createdb", *self._address(), name)
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._run("dropdb", *self._address(), "--force", name)

    def url(self, name: str) -> str:
        """The database `name`, as ONLINELOKET_DATABASE_URL takes it."""
        return f"postgresql+asyncpg://desk@/{name}?host={self.folder}"

    def _address(self) -> tuple[str, ...]:
        return (f"--host={self.folder}", "--username=desk")

    def _run(self, program: str, *arguments: str) -> None:
        command: list[str | Path] = [require(program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, user=self.user, check=False)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")


async def empty(url: str) -> None:
    """Remove all rows of a migrated database, and whoever is still connected to it."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        await connection.execute(_EMPTY)
    finally:
        await connection.close()


_EMPTY = """
DO $$ BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
  EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY'
    FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version');
END $$"""


def _unprivileged() -> str:
    """The user PostgreSQL's package made, or any that may do nothing."""
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
