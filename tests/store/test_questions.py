"""Questions say the same on the driver as through SQLAlchemy, on both databases, and fail as it does."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.exc import SQLAlchemyError

from server.domain.actor import Agent
from server.store import audit, conversations, log, participants, schema, tokens
from server.store.database import Database
from server.store.questions import NotRead, Question, writing

NOW = datetime(2026, 3, 2, 10, 0, 0, 123456, tzinfo=UTC)

_ALL = Question(select(schema.conversations).order_by(schema.conversations.c.id))
_SOME = Question(
    select(schema.conversations.c.id, schema.conversations.c.opened_at, schema.conversations.c.languages)
    .where(schema.conversations.c.opened_at >= bindparam("since"))
    .order_by(schema.conversations.c.id)
    .limit(bindparam("most"))
)


async def some_conversations(database: Database) -> None:
    async with database.write() as connection:
        for name in ("c_1", "c_2", "c_3"):
            await conversations.insert(connection, name, language="nl", team="central", site=None, now=NOW)
            await participants.insert(connection, f"p_{name}", name, "citizen", now=NOW)
            await tokens.insert(connection, f"hash_{name}", name, NOW, NOW)


async def test_a_question_has_the_same_answer_on_the_driver(database: Database) -> None:
    await some_conversations(database)
    async with database.read() as through, database.asking() as asked:
        for question, values in ((_ALL, {}), (_SOME, {"since": NOW, "most": 2})):
            expected = [tuple(row) for row in await question.rows(through, **values)]
            found = [tuple(row) for row in await question.rows(asked, **values)]
            assert found == expected
            assert [[type(value) for value in row] for row in found] == [
                [type(value) for value in row] for row in expected
            ]
        assert await conversations.load(asked, "c_2") == await conversations.load(through, "c_2")
        assert await tokens.find(asked, "hash_c_3") == tokens.Token("c_3", NOW, None)
        assert await tokens.find(asked, "another") is None
        assert [each.id for each in await participants.of(asked, "c_1")] == ["p_c_1"]
        assert await log.sync(asked, "c_1", "shared") == []


async def test_who_asks_sees_what_was_committed_and_nothing_else(database: Database) -> None:
    await some_conversations(database)
    async with database.write() as connection:
        await tokens.revoke_all(connection, "c_1", NOW)
        async with database.asking() as asked:
            found = await tokens.find(asked, "hash_c_1")
            assert found is not None
            assert found.revoked_at is None
    async with database.asking() as asked:
        found = await tokens.find(asked, "hash_c_1")
        assert found is not None
        assert found.revoked_at == NOW


async def test_many_may_ask_at_once(database: Database) -> None:
    await some_conversations(database)

    async def one(name: str) -> str:
        async with database.asking() as asked:
            await asyncio.sleep(0)
            return (await conversations.load(asked, name)).id

    names = ["c_1", "c_2", "c_3"] * 10
    assert await asyncio.gather(*(one(name) for name in names)) == names


async def test_a_database_that_fails_says_so_and_answers_again(database: Database) -> None:
    missing = Question(select(schema.conversations.c.id).where(schema.conversations.c.id == bindparam("it")))
    async with database.write() as connection:
        await connection.exec_driver_sql("ALTER TABLE conversations RENAME TO elsewhere")
    with pytest.raises(NotRead) as caught:
        async with database.asking() as asked:
            await missing.rows(asked, it="c_1")
    assert isinstance(caught.value, SQLAlchemyError)
    async with database.write() as connection:
        await connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO conversations")
    async with database.asking() as asked:
        assert await missing.row(asked, it="c_1") is None


async def test_who_only_asks_writes_nothing(database: Database) -> None:
    agent = Agent("a_1", "An", "politie", frozenset({"central"}), ("nl",), 3)
    async with database.asking() as asked:
        with pytest.raises(TypeError):
            await audit.record(writing(asked), agent, "conversation.show", NOW)
