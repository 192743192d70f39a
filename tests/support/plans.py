"""How SQLite finds what it is asked for: by an index, or by reading a whole table."""

import re
from typing import Any

from sqlalchemy import Engine, event

GROWING = (
    "call_parties",
    "calls",
    "conversations",
    "decisions",
    "entries",
    "lessons",
    "participants",
    "photos",
    "recordings",
    "reports",
    "tickets",
    "tokens",
)
"""Tables that have more rows every day: what reads one of them whole is slower every day."""

_ASKS = re.compile(r"\s*(SELECT|UPDATE|DELETE)\b.*\bWHERE\b", re.DOTALL)
_READS_WHOLE = re.compile(rf"SCAN ({'|'.join(GROWING)})\b(?!.* ix_calls_open\b)")
"""The index of calls that are not over has only those."""


def whole_tables(plan: list[str]) -> list[str]:
    """The steps of a plan that read all of a table that grows."""
    return [step for step in plan if _READS_WHOLE.match(step)]


class Plans:
    """Looks at the plan of each statement that SQLAlchemy sends to SQLite, once; `slow` has those that read a whole
    table to find some of its rows."""

    def __init__(self) -> None:
        self.slow: list[str] = []
        self._known: set[str] = set()
        event.listen(Engine, "before_cursor_execute", self._look)

    def _look(self, connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if connection.dialect.name != "sqlite" or statement in self._known or not _ASKS.match(statement):
            return
        self._known.add(statement)
        explaining = connection.connection.cursor()
        explaining.execute(f"EXPLAIN QUERY PLAN {statement}", parameters[0] if many else parameters)
        steps = whole_tables([row[3] for row in explaining.fetchall()])
        explaining.close()
        if steps:
            self.slow.append(f"{', '.join(steps)}: {statement}")
