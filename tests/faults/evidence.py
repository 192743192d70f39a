"""What the database holds, read past the desk."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import asyncpg
from sqlalchemy.engine import make_url

from tests.faults.journal import fingerprint

_ENTRIES = (
    "SELECT conversation, log, number, at, participant, kind, name, role, client_id, body FROM entries"
    " ORDER BY conversation, log, number"
)
_COUNTERS = "SELECT id, shared_last, staff_last FROM conversations"
_SEATS = "SELECT a.login, p.conversation FROM participants p JOIN agents a ON a.id = p.agent"


@dataclass(frozen=True, slots=True)
class Stored:
    """One entry."""

    conversation: str
    log: str
    number: int
    participant: str
    kind: str
    client_id: str | None
    body: dict[str, Any]
    fingerprint: str


@dataclass(frozen=True)
class Evidence:
    """All entries, by conversation, log and number; how many each log should have, by conversation and log; and which
    agents, by login, took or looked at which conversation."""

    entries: Sequence[Stored]
    counters: dict[tuple[str, str], int]
    seats: frozenset[tuple[str, str]] = frozenset()


async def gather(url: str) -> Evidence:
    """Read everything, in one transaction. Raises the driver's own where the database cannot be read now."""
    rows, counters, seats = await _read(url, _ENTRIES, _COUNTERS, _SEATS)
    return Evidence(
        [_stored(*row) for row in rows],
        {(id, log): last for id, *lasts in counters for log, last in zip(("shared", "staff"), lasts, strict=True)},
        frozenset((login, conversation) for login, conversation in seats),
    )


async def counters(url: str) -> dict[tuple[str, str], int]:
    """How many entries each log has now."""
    (rows,) = await _read(url, _COUNTERS)
    return {(id, log): last for id, *lasts in rows for log, last in zip(("shared", "staff"), lasts, strict=True)}


async def _read(url: str, *queries: str) -> list[list[Any]]:
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(f"file:{where.database}?mode=ro", uri=True)) as connection:
            connection.execute("BEGIN")
            return [connection.execute(query).fetchall() for query in queries]
    connection = await asyncpg.connect(where.set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            return [[tuple(row) for row in await connection.fetch(query)] for query in queries]
    finally:
        await connection.close()


def _stored(
    conversation: str,
    log: str,
    number: int,
    at: int,
    participant: str,
    kind: str,
    name: str | None,
    role: str | None,
    client_id: str | None,
    body: str,
) -> Stored:
    content = json.loads(body)
    author = {"participant": participant, "kind": kind, "name": name, "role": role}
    mark = fingerprint(conversation, log, number, at, author, client_id, content)
    return Stored(conversation, log, number, participant, kind, client_id, content, mark)
