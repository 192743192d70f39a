"""The writer, on both databases: grouped, durable before it is told, and nobody's trouble is anybody else's."""

import asyncio

import pytest
from sqlalchemy import text

from server.domain.actor import Guest
from server.protocol.entries import MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import Posted
from server.store import conversations, log, participants
from server.store.database import Database
from server.store.grouped.asked import Marking, NotStored, Posting
from tests.store.grouped.writing import CITIZEN, IDS, NOW, Writing


async def test_what_is_said_at_once_shares_transactions(writing: Writing) -> None:
    posted = await asyncio.gather(*(writing.post(f"bericht-{number}") for number in range(100)))
    assert sorted(each.number for each in posted) == list(range(1, 101))
    assert [number for number, _ in await writing.texts()] == list(range(1, 101))
    assert len(writing.published) <= 2


async def test_what_is_published_is_in_the_database(writing: Writing) -> None:
    posting = asyncio.create_task(writing.post("hallo"))
    while not writing.published:
        await asyncio.sleep(0)
    assert await writing.texts() == [(1, "hallo")]
    assert (await posting).number == 1


async def test_it_reads_back_as_it_was_published(writing: Writing) -> None:
    await writing.post("Ik ben <b>Zoë</b> 🚲\nليل")
    async with writing.database.read() as connection:
        assert await log.sync(connection, IDS[0], "shared") == writing.published[0]


async def test_said_again_it_is_the_first_one_and_is_told_again(writing: Writing) -> None:
    first = await writing.post("hallo")
    assert await writing.post("hallo") == first
    with pytest.raises(Refusal, match="client_id_reused"):
        await writing.post("iets anders", client_id="client-hallo")
    # Whoever was told before ignores it; whoever was not, because a node stopped at the wrong moment, is told now.
    assert writing.published[0] == writing.published[1]
    assert await writing.texts() == [(1, "hallo")]


async def test_one_that_is_refused_or_fails_takes_no_other_with_it(writing: Writing) -> None:
    texts = ["een", "twee", "verboden", "stuk", "drie"]
    answers = await asyncio.gather(*map(writing.post, texts), return_exceptions=True)
    assert [type(each) for each in answers] == [Posted, Posted, Refusal, NotStored, Posted]
    assert [said for _, said in await writing.texts()] == ["een", "twee", "drie"]


async def test_however_many_guests_there_are_a_group_holds_together(writing: Writing) -> None:
    async with writing.database.write() as connection:
        for number in range(2):
            await participants.insert(connection, f"p_guest0000{number}", IDS[0], "guest", now=NOW)
    by_guest = Posting(Guest("b" * 64), IDS[0], MessagePosted(text="gast"), "client-gast", NOW)
    answers = await asyncio.gather(
        writing.post("eerst"),
        writing.post("een"),
        writing.writer.post(by_guest),
        writing.post("twee"),
        return_exceptions=True,
    )
    assert [type(each) for each in answers] == [Posted, Posted, Refusal, Posted]
    assert [len(group) for group in writing.published] in ([1, 2], [3])
    assert [said for _, said in await writing.texts()] == ["eerst", "een", "twee"]


async def test_a_conversation_that_does_not_exist_is_refused(writing: Writing) -> None:
    with pytest.raises(Refusal, match="no_such_conversation"):
        await writing.post("hallo", "c_nowhere000")


async def test_a_read_position_is_kept(writing: Writing) -> None:
    await writing.post("hallo")
    moved = await writing.writer.mark(Marking(CITIZEN, IDS[0], "shared", 1, NOW))
    assert moved is not None
    async with writing.database.read() as connection:
        citizen = await participants.of_kind(connection, IDS[0], "citizen")
    assert citizen is not None
    assert citizen.read_shared == 1
    assert await writing.writer.mark(Marking(CITIZEN, IDS[0], "shared", 1, NOW)) is None


async def test_other_changes_and_groups_number_one_log_together(writing: Writing) -> None:
    author = (await participant(writing)).author

    async def change(number: int) -> None:
        async with writing.database.write() as connection:
            await conversations.load(connection, IDS[0], lock=True)
            await log.append(connection, IDS[0], author, MessagePosted(text=f"ander-{number}"), NOW)

    await asyncio.gather(*(work for n in range(10) for work in (change(n), writing.post(f"bericht-{n}"))))
    assert [number for number, _ in await writing.texts()] == list(range(1, 21))


async def test_what_could_not_be_stored_is_said_and_may_be_said_again(writing: Writing) -> None:
    async with writing.database.write() as connection:
        await connection.execute(text("ALTER TABLE entries RENAME TO entries_away"))
    with pytest.raises(NotStored):
        await writing.post("hallo")
    assert writing.published == []
    async with writing.database.write() as connection:
        await connection.execute(text("ALTER TABLE entries_away RENAME TO entries"))
    assert (await writing.post("hallo")).number == 1


async def test_closing_waits_for_the_group_that_is_under_way(sqlite_url: str) -> None:
    writing = Writing(Database(sqlite_url))
    await writing.open()
    posting = asyncio.create_task(writing.post("hallo"))
    for _ in range(3):
        await asyncio.sleep(0)
    await writing.database.close()
    assert (await posting).number == 1


async def participant(writing: Writing) -> participants.Participant:
    async with writing.database.read() as connection:
        citizen = await participants.of_kind(connection, IDS[0], "citizen")
    assert citizen is not None
    return citizen
