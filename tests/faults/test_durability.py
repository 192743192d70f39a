"""What is acknowledged is on disk: every connection that writes is set to FULL, and the order of system calls shows
that the log was synced before anybody was told."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.faults.child import until
from tests.faults.citizen import Citizen
from tests.faults.installation import Installation
from tests.faults.journal import Journal
from tests.faults.trace import Trace
from tests.support.programs import require
from tests.transport.node import served_node

FULL = (2, "wal", 0)
READS_ONLY = 1


class Watched(sqlite3.Connection):
    """A connection that notes how it is set whenever it begins a transaction."""

    begun: list[tuple[int, str, tuple[int, str, int]]] = []
    """Each beginning: connection, statement, and `synchronous`, `journal_mode` and `query_only` as SQLite has them."""

    def cursor(self, *_: Any) -> "WatchedCursor":  # type: ignore[override]
        return WatchedCursor(self)

    def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
        return self.cursor().execute(sql, *arguments)

    def note(self, sql: str) -> None:
        if sql.startswith("BEGIN"):
            names = ("synchronous", "journal_mode", "query_only")
            synchronous, journal, query_only = (
                super(Watched, self).execute(f"PRAGMA {name}").fetchone()[0] for name in names
            )
            Watched.begun.append((id(self), sql, (synchronous, journal, query_only)))


class WatchedCursor(sqlite3.Cursor):
    """A cursor of one."""

    def execute(self, sql: str, *arguments: Any) -> "WatchedCursor":
        assert isinstance(self.connection, Watched)
        self.connection.note(sql)
        super().execute(sql, *arguments)
        return self


async def test_every_connection_that_writes_waits_for_the_disk(
    tmp_path: Path, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, opened = sqlite3.connect, []

    def watched(*arguments: Any, **options: Any) -> Any:
        opened.append(threading.current_thread().name)
        return connect(*arguments, factory=Watched, **options)

    monkeypatch.setattr(sqlite3, "connect", watched)
    monkeypatch.setattr(Watched, "begun", [])
    async with served_node(tmp_path, redis_url) as node:
        citizen, conversation = await node.citizen()
        agent = await node.agent()
        said = {"conversation": conversation, "client_id": "said-0001", "text": "Mijn fiets is weg."}
        assert "ok" in await citizen.ask("message.post", said)
        assert "ok" in await citizen.ask("read.mark", {"conversation": conversation, "number": 2})
        assert "ok" in await citizen.ask("person.request", {"conversation": conversation})
        assert "ok" in await agent.ask("conversation.take", {"conversation": conversation})
        assert "ok" in await agent.ask("note.post", {**said, "client_id": "noted-001"})
    writing = {connection: pragmas for connection, sql, pragmas in Watched.begun if sql != "BEGIN"}
    assert len(writing) >= 2, "what is said has a connection of its own"
    assert set(writing.values()) == {FULL}
    reading = {connection: pragmas for connection, _, pragmas in Watched.begun if connection not in writing}
    assert {pragmas[2] for pragmas in reading.values()} == {READS_ONLY}
    assert len({connection for connection, _, _ in Watched.begun}) == len(opened)


async def test_the_log_is_synced_before_anybody_is_told(tmp_path: Path) -> None:
    async with Installation(nodes=1, postgres=False, bot_cache=None) as installation:
        trace, said = await _trace(installation, tmp_path)
    for number, text in said.items():
        stored = trace.first_write("desk.db-wal", text)
        synced = trace.next_sync("desk.db-wal", after=stored)
        assert stored < synced < _told(trace, number, text), text


async def test_the_trace_shows_who_is_told_too_early(tmp_path: Path) -> None:
    command = ("-m", "tests.faults.broken", "acknowledge_before_commit", "desk")
    async with Installation(nodes=1, postgres=False, bot_cache=None, command=command) as installation:
        trace, said = await _trace(installation, tmp_path)
    stored = [number for number, text in said.items() if _is_stored_before(trace, number, text)]
    assert not stored


def _is_stored_before(trace: Trace, number: int, text: str) -> bool:
    """Whether it was written before anybody was told. The end of the node came before the end of the last."""
    try:
        return trace.first_write("desk.db-wal", text) < _told(trace, number, text)
    except LookupError:
        return False


def _told(trace: Trace, number: int, text: str) -> int:
    """Where somebody first heard that this was said: its author by the acknowledgement, or anybody by the entry."""
    acknowledged = trace.first_write("socket", f'{{\\"ok\\":{{\\"number\\":{number},')
    return min(acknowledged, trace.first_write("socket", text))


async def _trace(installation: Installation, folder: Path) -> tuple[Trace, dict[int, str]]:
    """The trace of a desk node while a citizen says something; the number and mark of each message."""
    async with _traced(installation.nodes[0].pid, folder / "trace") as output:
        with Journal(folder / "journal") as journal:
            said = await _say_something(installation, journal)
    return Trace.read(output), said


async def _say_something(installation: Installation, journal: Journal) -> dict[int, str]:
    citizen = Citizen("citizen", installation.urls, journal, Random(1), pace=0.01)
    living = asyncio.create_task(citizen.live(enough := asyncio.Event()))

    async def acknowledged() -> bool:
        return journal.acknowledged >= 10

    await until(acknowledged, "nothing is acknowledged")
    enough.set()
    await living
    entries = [entry for window in citizen.windows for log in window.entries.values() for entry in log]
    await citizen.close()
    return {
        entry["number"]: entry["body"]["text"].partition("[")[2]
        for entry in entries
        if entry["body"]["type"] == "message.posted" and entry["author"]["kind"] == "citizen"
    }


@asynccontextmanager
async def _traced(pid: int, output: Path) -> AsyncIterator[Path]:
    """Every write and sync of a process, in order, in `output`."""
    calls = "trace=write,writev,pwrite64,sendto,sendmsg,fsync,fdatasync"
    command = [str(require("strace")), "-f", "-y", "-s", "10000", "-e", calls, "-o", str(output), "-p", str(pid)]
    tracer = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    assert tracer.stderr is not None
    try:
        said = await tracer.stderr.readline()
        assert b"attached" in said, said
        yield output
    finally:
        tracer.terminate()
        await tracer.communicate()
