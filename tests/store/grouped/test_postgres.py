"""What only PostgreSQL does: several writers, and connections that can be cut."""

import asyncio

import pytest
from sqlalchemy import text

from server.store import conversations
from tests.store.grouped.writing import IDS, Writing

pytestmark = [pytest.mark.postgres, pytest.mark.parametrize("database", ["postgres"], indirect=True)]


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
