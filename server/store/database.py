"""One database, SQLite or PostgreSQL: transactions that read, and transactions that write."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, event, text
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from server.store.asking import Asked, PostgresAsked, SqliteAsked
from server.store.grouped.postgres import PostgresGroups
from server.store.grouped.sqlite import SqliteGroups
from server.store.grouped.writer import Groups
from server.store.inline import InlineConnection
from server.store.questions import Asking

_READERS = 4

_CACHE = 32_000
"""Kilobytes of a SQLite file that a connection keeps at most. By itself SQLite keeps two thousand: where conversations
are many, each message reads its pages anew."""

_PATIENCE = 15
"""Seconds after which a statement on PostgreSQL is given up: a connection may have been cut without a word."""

_LIMITS = {
    "lock_timeout": "5s",
    "statement_timeout": f"{_PATIENCE}s",
    # A node that stops in the middle of a change must not keep a conversation to itself.
    "idle_in_transaction_session_timeout": f"{_PATIENCE}s",
    # Acknowledged means on disk, whatever the server, the database or the role is set to.
    "synchronous_commit": "on",
}


class Database:
    """The desk's database at a URL: `sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`.

    SQLite runs in WAL mode with `synchronous=FULL`: one connection writes, in transactions that take the write lock at
    their beginning, others read beside it. What is said goes through `groups`, on a connection of its own. On both
    databases a transaction that `write` has left is on disk. Errors do not quote what was to be stored: they end in
    logs.
    """

    def __init__(self, url: str, connections: int = 20) -> None:
        """`connections`: how many are opened to PostgreSQL at most, at least 4; half of them stay open."""
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._turn = asyncio.Lock()
        if self.is_sqlite:
            if self.url.database:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._writer = create_async_engine(
                self.url,
                pool_size=1,
                max_overflow=0,
                hide_parameters=True,
                connect_args={"isolation_level": None},
            )
            self._reader = create_async_engine(
                self.url,
                pool_size=_READERS,
                max_overflow=0,
                hide_parameters=True,
                connect_args={"async_creator_fn": lambda *_, **__: InlineConnection(self.url.database or "")},
            )
            _configure_sqlite(self._writer, begin="BEGIN IMMEDIATE", query_only=False)
            _configure_sqlite(self._reader, begin="BEGIN", query_only=True)
            # In a thread, unlike the reader: what counts a year would hold up the loop.
            self._surveyor = create_async_engine(
                self.url,
                pool_size=1,
                max_overflow=0,
                hide_parameters=True,
                connect_args={"isolation_level": None},
            )
            _configure_sqlite(self._surveyor, begin="BEGIN", query_only=True)
            self.groups: Groups = SqliteGroups(self.url.database or "", self._turn, _set_pragmas)
            self._asked: Asked = SqliteAsked(
                self.url.database or "", self._reader.dialect, partial(_set_pragmas, query_only=True)
            )
        else:
            self._writer = self._reader = self._surveyor = create_async_engine(
                self.url,
                pool_size=connections // 2,
                max_overflow=connections - connections // 2,
                hide_parameters=True,
                connect_args={"command_timeout": _PATIENCE, "server_settings": _LIMITS},
            )
            _look_at_each(self._writer)
            self.groups = PostgresGroups(self._writer)
            self._asked = PostgresAsked(self._reader)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write: committed, and on disk, when the block ends; undone when it raises."""
        async with self._turn if self.is_sqlite else nullcontext(), self._writer.begin() as connection:
            yield connection

    @asynccontextmanager
    async def migrate(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes, and takes as long as it takes."""
        if self.is_sqlite:
            async with self.write() as connection:
                yield connection
            return
        engine = create_async_engine(self.url, poolclass=NullPool, hide_parameters=True)
        async with engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads."""
        async with self._reader.connect() as connection:
            yield connection

    @asynccontextmanager
    async def survey(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads, and may read much: nothing else waits for it."""
        async with self._surveyor.connect() as connection:
            yield connection

    def asking(self) -> AbstractAsyncContextManager[Asking]:
        """A connection for questions (`questions.py`): what a crowd reads at once. Raises NotRead."""
        return self._asked.asking()

    async def check(self) -> None:
        """Raise whatever the driver raises when the database does not answer."""
        async with self.read() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        await self.groups.close()
        await self._asked.close()
        await self._reader.dispose()
        if self.is_sqlite:
            await self._writer.dispose()
            await self._surveyor.dispose()


def _look_at_each(engine: AsyncEngine) -> None:
    """See that each connection lives and is clean before it is used, and let go of those alone that are not.

    Where a BEGIN took too long for the driver, PostgreSQL may have carried it out all the same. SQLAlchemy knows of no
    transaction then, the driver of one that nobody will end: whatever is begun on that connection is a savepoint in
    it, and what is acknowledged there is never committed.

    With one that was cut, SQLAlchemy by itself (`pool_pre_ping`) lets go of all that were made before that moment by
    the wall's clock. Once that is set back, this is so of every new one: each would be made for a single use.
    """

    def taken(connection: Any, record: object, proxy: object) -> None:
        try:
            engine.dialect.do_ping(connection)
        except (engine.dialect.loaded_dbapi.Error, OSError) as error:
            raise DisconnectionError from error
        # Asked after it answered: by then it is known what became of whatever was sent before.
        if connection.driver_connection.is_in_transaction():
            raise DisconnectionError("somebody left it in a transaction")

    def failed(context: ExceptionContext) -> None:
        context.invalidate_pool_on_disconnect = False

    event.listen(engine.sync_engine, "checkout", taken)
    event.listen(engine.sync_engine, "handle_error", failed)


def _configure_sqlite(engine: AsyncEngine, *, begin: str, query_only: bool) -> None:
    """Set the pragmas of each new connection, and begin transactions ourselves: sqlite3 would begin them late."""

    def connected(connection: Any, record: object) -> None:
        _set_pragmas(connection, query_only=query_only)

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "begin", begun)


def _set_pragmas(connection: Any, *, query_only: bool = False) -> None:
    cursor = connection.cursor()
    # A reader waits for next to nothing in WAL mode, and everybody would wait with it: it runs in the loop's thread.
    wait = "busy_timeout=200" if query_only else "busy_timeout=10000"
    for pragma in (wait, "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"cache_size=-{_CACHE}"):
        cursor.execute(f"PRAGMA {pragma}")
    if query_only:
        cursor.execute("PRAGMA query_only=ON")
    cursor.close()
