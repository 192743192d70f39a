"""However long the history, figures are counted in an index, and the list is read from its newest end."""

from datetime import timedelta
from typing import Any

from sqlalchemy import event

from server.store import decisions
from server.store.database import Database
from server.store.decisions import Period
from tests.store.history import END, fill

MONTH = Period(END - timedelta(days=30), END)


async def plans(database: Database) -> str:
    """How the database goes about what is asked for a review, in its own words."""
    asked: list[tuple[str, Any]] = []

    async with database.survey() as connection:
        sync = connection.sync_connection
        assert sync is not None

        def remember(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
            asked.append((statement, parameters))

        event.listen(sync, "before_cursor_execute", remember)
        await decisions.figures(connection, MONTH)
        await decisions.closed_figures(connection, MONTH)
        await decisions.worth_a_look(connection, MONTH, language=None, cause=None, after=None, limit=20)
        await decisions.worth_a_look(connection, MONTH, language="nl", cause="wrong", after=(END, "c_0", 1), limit=20)
        event.remove(sync, "before_cursor_execute", remember)
        explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
        found = [
            str((await connection.exec_driver_sql(f"{explain} {statement}", parameters)).all())
            for statement, parameters in asked
        ]
    return "\n".join(found)


async def test_no_table_is_gone_through(database: Database) -> None:
    await fill(database, 4_000)
    plan = await plans(database)
    if database.is_sqlite:
        assert "COVERING INDEX ix_decisions_at" in plan, plan
        assert "COVERING INDEX ix_conversations_opened" in plan, plan
        assert plan.count("USING INDEX ix_decisions_to_review") == 2, plan
        # The order of the index is that of the list: nothing is sorted.
        assert "ORDER BY" not in plan, plan
        assert "SCAN decisions" not in plan, plan
    else:
        assert "ix_decisions_to_review" in plan, plan
        assert "Seq Scan" not in plan, plan


async def test_what_is_counted_is_what_there_is(database: Database) -> None:
    await fill(database, 1_000)
    whole = Period(END - timedelta(days=365), END + timedelta(days=1))
    async with database.survey() as connection:
        said = await decisions.figures(connection, whole)
        closed = await decisions.closed_figures(connection, whole)
        listed = await decisions.worth_a_look(connection, whole, language=None, cause=None, after=None, limit=2_000)
    assert sum(each["utterances"] for each in said.values()) == 1_000
    assert sum(each["conversations"] for each in closed.values()) == 500
    for cause in ("unanswered", "wrong", "recontact"):
        assert sum(each[cause] for each in said.values()) == sum(cause in each.causes for each in listed)
    assert [each.at for each in listed] == sorted((each.at for each in listed), reverse=True)
