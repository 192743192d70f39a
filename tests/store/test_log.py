"""The log: numbers without gaps, one entry per client_id, two logs apart, nothing kept of what failed."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.protocol.entries import Entry, MessagePosted, NotePosted
from server.protocol.errors import Refusal
from server.protocol.wire import decode_body, encode_json
from server.protocol.words import Author
from server.store import conversations, log
from server.store.database import Database

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CITIZEN = Author(participant="p_citizen00", kind="citizen")
AGENT = Author(participant="p_agent0000", kind="agent", name="Sofie", role="Inspecteur")
OPENED = "c_conversation"


@pytest.fixture(autouse=True)
async def _conversation(database: Database) -> None:
    async with database.write() as connection:
        for each in (OPENED, "c_another000"):
            await conversations.insert(connection, each, language="nl", team="central", site=None, now=NOW)


async def post(database: Database, text: str, client_id: str | None = None, author: Author = CITIZEN) -> Entry:
    async with database.write() as connection:
        await conversations.load(connection, OPENED, lock=True)
        entry, _ = await log.append(connection, OPENED, author, MessagePosted(text=text), NOW, client_id)
        return entry


async def test_entries_are_numbered_from_one_without_gaps(database: Database) -> None:
    assert [(await post(database, text)).number for text in "abc"] == [1, 2, 3]


async def test_appends_at_the_same_moment_get_different_numbers(database: Database) -> None:
    entries = await asyncio.gather(*(post(database, str(number)) for number in range(20)))
    assert sorted(entry.number for entry in entries) == list(range(1, 21))


async def test_the_same_client_id_gives_the_first_entry_again(database: Database) -> None:
    first = await post(database, "hallo", "client-id-1")
    again = await post(database, "hallo", "client-id-1")
    assert again == first
    assert (await conversations_last(database)) == (1, 0)


async def test_repeating_at_the_same_moment_appends_once(database: Database) -> None:
    entries = await asyncio.gather(*(post(database, "hallo", "client-id-1") for _ in range(8)))
    assert {entry.number for entry in entries} == {1}


async def test_a_client_id_used_for_something_else_is_refused(database: Database) -> None:
    await post(database, "hallo", "client-id-1")
    with pytest.raises(Refusal, match="client_id_reused"):
        await post(database, "iets anders", "client-id-1")


async def test_two_participants_may_use_the_same_client_id(database: Database) -> None:
    mine = await post(database, "hallo", "client-id-1")
    theirs = await post(database, "hallo", "client-id-1", AGENT)
    assert (mine.number, theirs.number) == (1, 2)


async def test_what_is_rolled_back_leaves_no_gap(database: Database) -> None:
    await post(database, "een")

    async def fail_after_appending() -> None:
        async with database.write() as connection:
            await conversations.load(connection, OPENED, lock=True)
            await log.append(connection, OPENED, CITIZEN, MessagePosted(text="verloren"), NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_after_appending()
    assert (await post(database, "twee")).number == 2


async def test_the_staff_log_is_numbered_apart(database: Database) -> None:
    await post(database, "een")
    async with database.write() as connection:
        await conversations.load(connection, OPENED, lock=True)
        note, _ = await log.append(connection, OPENED, AGENT, NotePosted(text="let op"), NOW)
    assert (note.log, note.number) == ("staff", 1)
    async with database.read() as connection:
        shared = await log.sync(connection, OPENED, "shared")
    assert [entry.log for entry in shared] == ["shared"]


async def test_sync_gives_what_comes_after_oldest_first(database: Database) -> None:
    for number in range(10):
        await post(database, str(number))
    async with database.read() as connection:
        after = await log.sync(connection, OPENED, "shared", after=3, limit=4)
        newest = await log.sync(connection, OPENED, "shared", limit=3, newest=True)
        other = await log.sync(connection, "c_another000", "shared")
    assert [entry.number for entry in after] == [4, 5, 6, 7]
    assert [entry.number for entry in newest] == [8, 9, 10]
    assert other == []


async def test_an_entry_reads_back_as_it_was_appended(database: Database) -> None:
    posted = await post(database, "Ik ben <b>Zoë</b> 🚲\nليل", "client-id-1", AGENT)
    async with database.read() as connection:
        (read,) = await log.sync(connection, OPENED, "shared")
    assert read == posted
    assert read.at == NOW
    assert read.author == AGENT


@given(text=st.text(min_size=1, max_size=200))
def test_any_text_survives_the_encoding(text: str) -> None:
    body = MessagePosted(text=text)
    assert decode_body(encode_json(body)) == body


async def test_moments_keep_their_microseconds(database: Database) -> None:
    moment = NOW + timedelta(microseconds=123_457)
    async with database.write() as connection:
        await conversations.change(connection, OPENED, queued_at=moment)
        assert (await conversations.load(connection, OPENED)).queued_at == moment


async def conversations_last(database: Database) -> tuple[int, int]:
    async with database.read() as connection:
        found = await conversations.load(connection, OPENED)
    return found.shared_last, found.staff_last
