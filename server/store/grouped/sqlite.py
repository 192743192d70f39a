"""Groups on SQLite: a connection of their own, one transaction for all that is asked at once."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from server.domain.actor import Agent, Citizen
from server.store.grouped.asked import Asked, EntryRow, NotStored, Posting, Seat, Settle, Settled

_T = TypeVar("_T")

_SEAT = """
SELECT c.phase, c.team, c.agent, c.offered_to, c.sensitive, c.shared_last, c.staff_last,
       p.id, p.name, p.role, p.left_at IS NOT NULL, p.called_in, p.read_shared, p.read_staff,
       t.conversation, t.expires_at, t.revoked_at,
       e.number, e.at, e.payload
FROM conversations c
LEFT JOIN participants p ON p.conversation = c.id AND {participant}
LEFT JOIN tokens t ON t.hash = ?
LEFT JOIN entries e
  ON e.conversation = c.id AND e.log = 'shared' AND e.participant = p.id AND e.client_id = ?
WHERE c.id = ?
"""
SEAT_OF_AGENT = _SEAT.format(participant="p.agent = ?")
# One that a conversation has once, as `ix_participants_kind` says: of guests it has any number.
SEAT_OF_KIND = _SEAT.format(participant="p.agent IS NULL AND p.kind = ? AND p.kind <> 'guest'")

_APPEND = f"INSERT INTO entries ({', '.join(EntryRow._fields)}) VALUES ({', '.join('?' * len(EntryRow._fields))})"  # noqa: S608 names of ours

_GROW = """
UPDATE conversations SET shared_last = ?, said_at = coalesce(?, said_at),
       answered_at = coalesce(?, answered_at)
WHERE id = ?
"""


class SqliteGroups:
    """Carries out groups on a SQLite file.

    `turn` is held by whoever writes to the database: SQLite has one writer, and who waits for it in Python waits
    shorter than who is told that the file is locked. `configure` sets the pragmas of a new connection.
    """

    def __init__(self, path: str, turn: asyncio.Lock, configure: Callable[[sqlite3.Connection], None]) -> None:
        self._path = path
        self._turn = turn
        self._configure = configure
        self._connection: sqlite3.Connection | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="groups")

    async def carry_out(self, asked: Sequence[Asked], settle: Settle, *, wait: bool = False) -> Settled:
        """Settle and store in one transaction, which is on disk when this returns. Raises NotStored.

        Nothing is ever held here, and `wait` changes nothing: SQLite has one writer.
        """
        async with self._turn:
            try:
                return await self._carry_out(asked, settle)
            except sqlite3.OperationalError as error:
                raise NotStored from error

    async def close(self) -> None:
        """The group that is under way is carried out first."""
        async with self._turn:
            await self._beside(self._disconnect)
            self._thread.shutdown()

    async def _carry_out(self, asked: Sequence[Asked], settle: Settle) -> Settled:
        """What may have to wait, for a lock or for the disk, waits beside the event loop. What is only work is done in
        it: two threads that work at once hand Python's lock to each other at every statement, and that costs more."""
        try:
            connection = await self._beside(self._begin)
            cursor = connection.cursor()
            settled = settle(asked, [_seat(cursor, each) for each in asked])
            _store(connection, settled)
            await self._beside(self._commit, connection)
        except BaseException:
            # Whatever state it is in: the next group begins with a connection that has none.
            await self._beside(self._disconnect)
            raise
        return settled

    async def _beside(self, work: Callable[..., _T], *arguments: object) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *arguments)

    def _begin(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            self._configure(self._connection)
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def _commit(self, connection: sqlite3.Connection) -> None:
        connection.execute("COMMIT")

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _store(connection: sqlite3.Connection, settled: Settled) -> None:
    connection.executemany(_APPEND, settled.rows)
    connection.executemany(
        _GROW,
        [
            (growth.shared_last, growth.said_at, growth.answered_at, conversation)
            for conversation, growth in settled.growth.items()
        ],
    )
    for column, positions in (("read_shared", settled.shared_read), ("read_staff", settled.staff_read)):
        connection.executemany(
            f"UPDATE participants SET {column} = ? WHERE id = ?",  # noqa: S608 two names of ours
            [(number, participant) for participant, number in positions.items()],
        )


def _seat(cursor: sqlite3.Cursor, asked: Asked) -> Seat | None:
    actor, client_id = asked.actor, asked.client_id if isinstance(asked, Posting) else None
    token = actor.token_hash if isinstance(actor, Citizen) else None
    if isinstance(actor, Agent):
        row = cursor.execute(SEAT_OF_AGENT, (actor.id, token, client_id, asked.conversation)).fetchone()
    else:
        row = cursor.execute(SEAT_OF_KIND, (actor.kind, token, client_id, asked.conversation)).fetchone()
    return None if row is None else Seat.read_from(row[:7], row[7:])
