"""Asking the two databases questions, each on its own driver's connections."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import asyncpg
from sqlalchemy import Dialect
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store.questions import Asking, NotRead, Row

_KEPT = 4
"""Connections to a SQLite file that stay open while nobody asks anything."""

_AWAY = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)


class Asked(Protocol):
    """A database that is asked questions."""

    def asking(self) -> AbstractAsyncContextManager[Asking]:
        """A connection for as long as the block lasts. Raises NotRead, also for what fails inside the block."""

    async def close(self) -> None:
        """Let go of its connections."""


class _OnSqlite:
    def __init__(self, connection: sqlite3.Connection, dialect: Dialect) -> None:
        self.connection = connection
        self.dialect = dialect

    async def fetch(self, sql: str, values: Row) -> Sequence[Row]:
        return self.connection.execute(sql, values).fetchall()


class SqliteAsked:
    """Asks a SQLite file in the thread of the event loop: in WAL mode a reader waits for nobody, and what lies in
    memory is read in less time than a thread takes to wake. What one block reads is true of one moment."""

    def __init__(self, path: str, dialect: Dialect, configure: Callable[[sqlite3.Connection], None]) -> None:
        """`configure` sets the pragmas of a new connection."""
        self._path = path
        self._dialect = dialect
        self._configure = configure
        self._idle: list[_OnSqlite] = []

    @asynccontextmanager
    async def asking(self) -> AsyncIterator[Asking]:
        asking: _OnSqlite | None = None
        try:
            asking = self._idle.pop() if self._idle else self._connect()
            asking.connection.execute("BEGIN")
            yield asking
        except sqlite3.Error as error:
            if asking is not None:
                asking.connection.close()
                asking = None
            raise NotRead from error
        finally:
            if asking is not None:
                self._give_back(asking)

    async def close(self) -> None:
        while self._idle:
            self._idle.pop().connection.close()

    def _connect(self) -> _OnSqlite:
        connection = sqlite3.connect(self._path, isolation_level=None)
        self._configure(connection)
        return _OnSqlite(connection, self._dialect)

    def _give_back(self, asking: _OnSqlite) -> None:
        if len(self._idle) < _KEPT:
            asking.connection.rollback()
            self._idle.append(asking)
        else:
            asking.connection.close()


class _OnPostgres:
    def __init__(self, driver: Any, dialect: Dialect) -> None:
        self.driver = driver
        self.dialect = dialect

    async def fetch(self, sql: str, values: Row) -> Sequence[Row]:
        rows: Sequence[Row] = await self.driver.fetch(sql, *values)
        return rows


class PostgresAsked:
    """Asks PostgreSQL, each question by itself, on connections of the engine's pool."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @asynccontextmanager
    async def asking(self) -> AsyncIterator[Asking]:
        async with self._engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            try:
                yield _OnPostgres(driver, self._engine.dialect)
            except _AWAY as error:
                await connection.invalidate()
                raise NotRead from error

    async def close(self) -> None:
        """They are the engine's."""
