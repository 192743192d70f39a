"""What is asked of the driver itself is found by an index, however much there is."""

import importlib
import pkgutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite

from server import store
from server.store.grouped.sqlite import SEAT_OF_AGENT, SEAT_OF_KIND
from server.store.questions import Question
from tests.support.plans import whole_tables

QUESTIONS = [
    pytest.param(question, id=f"{module.name}.{name}")
    for module in pkgutil.iter_modules(store.__path__)
    for name, question in vars(importlib.import_module(f"server.store.{module.name}")).items()
    if isinstance(question, Question)
]


@pytest.fixture
def connection(migrated_sqlite: Path) -> Iterator[sqlite3.Connection]:
    with sqlite3.connect(migrated_sqlite) as connection:
        yield connection
    connection.close()


def plan(connection: sqlite3.Connection, statement: str) -> list[str]:
    asked = connection.execute(f"EXPLAIN QUERY PLAN {statement}", [None] * statement.count("?"))
    return [row[3] for row in asked]


@pytest.mark.parametrize("statement", [SEAT_OF_AGENT, SEAT_OF_KIND], ids=["agent", "kind"])
def test_a_seat_is_found_by_index(connection: sqlite3.Connection, statement: str) -> None:
    steps = plan(connection, statement)
    assert steps
    assert [step for step in steps if step.startswith("SCAN")] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_are_answered_by_index(connection: sqlite3.Connection, question: Question) -> None:
    assert whole_tables(plan(connection, question.written(sqlite.dialect(paramstyle="qmark")).sql)) == []


def test_there_are_questions() -> None:
    assert len(QUESTIONS) > 5


def test_a_table_that_is_read_whole_is_noticed(connection: sqlite3.Connection) -> None:
    assert whole_tables(plan(connection, "SELECT * FROM entries WHERE name = ?"))
    assert not whole_tables(plan(connection, "SELECT * FROM entries WHERE conversation = ?"))
