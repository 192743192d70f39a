"""The board when many look at once, and when the database is away for a moment."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import Engine, event

from server.protocol import commands as c
from server.store import conversations
from tests.desk.harness import Bench, Listener, without


async def test_all_who_come_back_at_once_are_let_in(desk: Bench) -> None:
    """More of them than there are connections to the database."""
    there = [await desk.citizen() for _ in range(25)]
    async with asyncio.timeout(20):
        back = await asyncio.gather(*(desk.do(each, c.OpenConversation(language="nl")) for each, _ in there))
    assert [shown.conversation for shown in back] == [conversation for _, conversation in there]
    assert all(shown.standing is not None for shown in back)


async def test_a_crowd_that_asks_at_once_shares_a_look_at_the_queue(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    async with desk.database.read() as connection:
        found = await conversations.load(connection, conversation)
    looks: list[str] = []

    def executed(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if "FROM assignments" in statement:
            looks.append(statement)

    event.listen(Engine, "before_cursor_execute", executed)
    try:
        standings = await asyncio.gather(*(desk.board.standing(found) for _ in range(20)))
    finally:
        event.remove(Engine, "before_cursor_execute", executed)
    assert [each.position for each in standings] == [1] * 20
    assert len(looks) == 1


async def test_who_asks_while_the_queue_is_read_is_told_what_was_true_when_asking(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    async with desk.database.read() as connection:
        found = await conversations.load(connection, conversation)
    first = asyncio.create_task(desk.board.standing(found))
    await asyncio.sleep(0)
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    assert (await desk.board.standing(found)).position == 1
    await first


async def test_the_board_goes_on_after_the_database_failed(desk: Bench) -> None:
    agent = await desk.agent()
    await desk.do(agent, c.WatchQueue())
    desk.board.start()
    try:
        async with without(desk.database, "assignments"):
            desk.board.changed()
            await asyncio.sleep(0.6)
        agent.heard.clear()
        desk.board.changed()
        async with asyncio.timeout(10):
            while not agent.events("queue"):
                await asyncio.sleep(0.05)
    finally:
        await desk.board.stop()


async def test_what_is_stored_is_acknowledged_also_when_telling_of_it_fails(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    async with without(desk.database, "agents"):  # whom the minutes to wait are reckoned from
        await desk.do(citizen, c.RequestPerson(conversation=conversation))
    assert (await desk.types(conversation))[-1] == "conversation.queued"


async def test_what_is_said_is_shown_to_who_watches_and_read_for_nobody_else(
    desk: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    citizen, watcher, conversation = await desk.helped()
    await desk.do(watcher, c.WatchQueue())
    desk.board.start()
    try:
        desk.board.changed()
        await _shown(watcher, unread=0)
        await desk.do(watcher, c.MarkRead(conversation=conversation, number=len(await desk.types(conversation))))
        for number in range(20):
            await desk.say(citizen, conversation, f"vraag {number}")
        await _shown(watcher, unread=20)
        assert "vraag" not in str(watcher.events("queue")), "what is said is read in the log, which leaves a line"
        assert len(watcher.events("queue")) < 10
        desk.connections.remove(watcher.connection.id)
        async with without(desk.database, "assignments"):
            # Whoever read the board now would fail.
            await desk.say(citizen, conversation, "is daar iemand")
            await asyncio.sleep(1.5)
        assert "board_not_shown" not in capsys.readouterr().out
    finally:
        await desk.board.stop()


async def _shown(watcher: Listener, unread: int) -> None:
    """Wait until the board was shown, with so much unread in the watcher's own conversation."""
    async with asyncio.timeout(20):
        while not any(each.get("unread", 0) >= unread for told in watcher.events("queue") for each in told["mine"]):
            await asyncio.sleep(0.05)
