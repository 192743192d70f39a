"""Groups on SQLite: one thread with a connection of its own, one transaction for all that is asked at once."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from server.domain.actor import Agent, Citizen
from server.store.grouped.asked import Asked, EntryRow, NotStored, Posting, Seat, Settle, Settled

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
_SEAT_OF_AGENT = _SEAT.format(participant="p.agent = ?")
_SEAT_OF_KIND = _SEAT.format(participant="p.agent IS NULL AND p.kind = ?")

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
                return await asyncio.get_running_loop().run_in_executor(self._thread, self._write, asked, settle)
            except sqlite3.OperationalError as error:
                raise NotStored from error

    async def close(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self._disconnect)
        self._thread.shutdown()

    def _write(self, asked: Sequence[Asked], settle: Settle) -> Settled:
        with self._transaction() as connection:
            settled = settle(asked, [_seat(connection, each) for each in asked])
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
            return settled

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._connection is None:
            self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            self._configure(self._connection)
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            # Whatever state it is in: the next group begins with a connection that has none.
            self._disconnect()
            raise

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _seat(connection: sqlite3.Connection, asked: Asked) -> Seat | None:
    actor, client_id = asked.actor, asked.client_id if isinstance(asked, Posting) else None
    token = actor.token_hash if isinstance(actor, Citizen) else None
    if isinstance(actor, Agent):
        row = connection.execute(_SEAT_OF_AGENT, (actor.id, token, client_id, asked.conversation)).fetchone()
    else:
        row = connection.execute(_SEAT_OF_KIND, (actor.kind, token, client_id, asked.conversation)).fetchone()
    return None if row is None else Seat.read_from(row[:7], row[7:])
