"""Questions: what a crowd that comes back asks at once, asked of the driver itself.

SQLAlchemy takes ten times as long over a small query as SQLite does. A question is a query like any other; it is turned
into SQL once for each database, and asked without SQLAlchemy from then on.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sqlalchemy import Dialect, Select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

Row = Sequence[Any]

_Process = Callable[[Any], Any]


class NotRead(SQLAlchemyError):
    """The database did not answer: it is away, or it failed."""


class Asking(Protocol):
    """A connection on which questions are asked, and nothing else."""

    @property
    def dialect(self) -> Dialect:
        """How its SQL is written."""

    async def fetch(self, sql: str, values: Row) -> Sequence[Row]:
        """All rows, as the driver has them. Raises the driver's errors."""


Reading = AsyncConnection | Asking
"""Where a question may be asked: also inside a transaction that writes."""


def writing(connection: Reading) -> AsyncConnection:
    """The connection, of which it is known that it writes. Raises TypeError where it only asks."""
    if not isinstance(connection, AsyncConnection):
        raise TypeError("this connection cannot write")
    return connection


class Question:
    """A query whose parameters are all named by `bindparam`. Both ways of asking it give the same rows."""

    def __init__(self, query: Select[Any]) -> None:
        self._query = query
        self._written: dict[str, Written] = {}

    async def rows(self, connection: Reading, **values: Any) -> Sequence[Row]:
        """Raises SQLAlchemyError, or where questions are asked whatever the driver raises."""
        if isinstance(connection, AsyncConnection):
            rows: Sequence[Row] = (await connection.execute(self._query, values)).all()
            return rows
        written = self.written(connection.dialect)
        return written.read(await connection.fetch(written.sql, written.bind(values)))

    def written(self, dialect: Dialect) -> "Written":
        """The query as a database has it, turned into SQL once."""
        written = self._written.get(dialect.name)
        if written is None:
            written = self._written[dialect.name] = Written(self._query, dialect)
        return written

    async def row(self, connection: Reading, **values: Any) -> Row | None:
        """The one row that there is at most."""
        found = await self.rows(connection, **values)
        return found[0] if found else None


class Written:
    """A query as one database has it: its SQL, and how values go in and come out."""

    def __init__(self, query: Select[Any], dialect: Dialect) -> None:
        compiled = query.compile(dialect=dialect)
        self.sql = str(compiled)
        # SQLAlchemy adds parameters of its own, such as an offset of 0.
        self._binds = [
            (name, compiled.params[name], compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in compiled.positiontup or ()
        ]
        processes = [
            column.type.dialect_impl(dialect).result_processor(dialect, None) for column in query.selected_columns
        ]
        self._processes: list[tuple[int, _Process]] = [
            (place, process) for place, process in enumerate(processes) if process is not None
        ]

    def bind(self, values: dict[str, Any]) -> list[Any]:
        given = ((values.get(name, default), process) for name, default, process in self._binds)
        return [value if process is None else process(value) for value, process in given]

    def read(self, rows: Sequence[Row]) -> Sequence[Row]:
        return [self._processed(row) for row in rows] if self._processes else rows

    def _processed(self, row: Row) -> Row:
        found = list(row)
        for place, process in self._processes:
            if found[place] is not None:
                found[place] = process(found[place])
        return found
