"""What only PostgreSQL does: several writers, and connections that can be cut."""

import asyncio

import pytest
from sqlalchemy import text

from server.store import conversations
from tests.store.grouped.writing import IDS, Writing

LIMITS = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")

pytestmark = [pytest.mark.postgres, pytest.mark.parametrize("database_url", ["postgres"], indirect=True)]


async def test_who_waits_for_a_held_conversation_keeps_nobody_else_waiting(writing: Writing) -> None:
    async with writing.database.write() as connection:
        await conversations.load(connection, IDS[0], lock=True)
        waiting = asyncio.create_task(writing.post("wacht"))
        assert [(await writing.post("meteen", each)).number for each in IDS[1:]] == [1, 1, 1]
        assert not waiting.done()
    assert (await waiting).number == 1


async def test_a_connection_that_was_cut_is_made_again(writing: Writing) -> None:
    await writing.post("een")
    async with writing.database.write() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        )
    assert (await writing.post("twee")).number == 2


async def test_however_many_wait_for_a_held_conversation_they_take_one_connection(writing: Writing) -> None:
    async with writing.database.write() as connection:
        await conversations.load(connection, IDS[0], lock=True)
        waiting = [asyncio.create_task(writing.post(f"wacht-{number}")) for number in range(40)]
        assert (await writing.post("meteen", IDS[1])).number == 1
        async with asyncio.timeout(30):
            while await locked_out(writing) == 0:
                await asyncio.sleep(0.01)
        assert await locked_out(writing) == 1
    assert sorted([(await each).number for each in waiting]) == list(range(1, 41))


async def locked_out(writing: Writing) -> int:
    """How many connections wait for a lock."""
    query = text(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    async with writing.database.read() as connection:
        return int((await connection.execute(query)).scalar_one())


async def test_nothing_waits_for_ever_but_a_migration(writing: Writing) -> None:
    async with writing.database.write() as connection:
        limits = [(await connection.execute(text(f"SHOW {name}"))).scalar_one() for name in LIMITS]
    async with writing.database.migrate() as connection:
        unlimited = [(await connection.execute(text(f"SHOW {name}"))).scalar_one() for name in LIMITS]
    assert limits == ["5s", "15s", "15s"]
    assert unlimited == ["0", "0", "0"]
