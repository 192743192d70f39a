"""Reading from SQLite without a thread: what lies in memory is read in less time than a thread takes to wake."""

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from typing import Any, Self


class InlineCursor:
    """A cursor with aiosqlite's methods, as far as SQLAlchemy uses them for reading, which do at once what they say."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid

    @property
    def arraysize(self) -> int:
        return self._cursor.arraysize

    async def execute(self, operation: str, parameters: Sequence[Any] = ()) -> Self:
        self._cursor.execute(operation, parameters)
        return self

    async def executemany(self, operation: str, parameters: Iterable[Sequence[Any]]) -> Self:
        self._cursor.executemany(operation, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def close(self) -> None:
        self._cursor.close()


class InlineConnection:
    """A connection with aiosqlite's methods, in the thread of the event loop.

    For reading only: in WAL mode a reader never waits for anybody, whereas a commit waits for the disk. Awaiting the
    connection gives it, as with aiosqlite's. Raises sqlite3.Error.
    """

    def __init__(self, path: str) -> None:
        self._connection: sqlite3.Connection | None = sqlite3.connect(path, isolation_level=None)

    def __await__(self) -> Generator[None, None, Self]:
        return self._open().__await__()

    async def _open(self) -> Self:
        return self

    def cursor(self) -> InlineCursor:
        if self._connection is None:
            raise ValueError("connection closed")
        return InlineCursor(self._connection.cursor())

    async def create_function(self, *arguments: Any, **options: Any) -> None:
        if self._connection is not None:
            self._connection.create_function(*arguments, **options)

    async def commit(self) -> None:
        if self._connection is not None:
            self._connection.commit()

    async def rollback(self) -> None:
        if self._connection is not None:
            self._connection.rollback()

    async def close(self) -> None:
        self.stop()

    def stop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
