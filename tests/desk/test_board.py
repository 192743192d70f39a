"""The board when many look at once, and when the database is away for a moment."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.util import await_only

from server.protocol import commands as c
from server.store import conversations
from tests.desk.harness import Bench, Listener, without


@contextmanager
def counted(part: str) -> Iterator[list[str]]:
    """The statements with this part in them, as long as the block lasts."""
    found: list[str] = []

    def executed(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if part in statement:
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", executed)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", executed)


@contextmanager
def held(part: str) -> Iterator[tuple[asyncio.Event, asyncio.Event]]:
    """The first statement with this part in it waits: an event for its being there, and one that lets it go on."""
    there, goes_on = asyncio.Event(), asyncio.Event()

    def executed(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if part in statement and not there.is_set():
            there.set()
            await_only(goes_on.wait())

    event.listen(Engine, "before_cursor_execute", executed)
    try:
        yield there, goes_on
    finally:
        event.remove(Engine, "before_cursor_execute", executed)


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
    with counted("FROM assignments") as looks:
        standings = await asyncio.gather(*(desk.board.standing(found) for _ in range(20)))
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


async def test_what_was_read_before_somebody_was_helped_is_not_told_after_it(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    agent = await desk.agent()
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    with held("FROM assignments") as (there, goes_on):
        desk.board.start()
        try:
            async with asyncio.timeout(20):
                await there.wait()
                # The picture has the citizen among those who wait already.
                await desk.do(agent, c.TakeConversation(conversation=conversation))
                citizen.heard.clear()
                await desk.board.tell_here(conversation)
                goes_on.set()
                desk.board.changed()
                await asyncio.sleep(1)
        finally:
            await desk.board.stop()
    assert [told["phase"] for told in citizen.events("standing")] == ["active"]


async def test_of_two_tellings_the_one_that_was_asked_for_first_is_not_told_last(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    with held("FROM conversations") as (there, goes_on):
        async with asyncio.timeout(20):
            first = asyncio.create_task(desk.board.tell_here(conversation))
            await there.wait()
            citizen.heard.clear()
            await desk.board.tell_here(conversation)
            goes_on.set()
            await first
    assert len(citizen.events("standing")) == 1


async def test_the_board_goes_on_after_the_database_failed(desk: Bench) -> None:
    agent = await desk.agent()
    await desk.do(agent, c.WatchQueue())
    desk.board.start()
    try:
        async with without(desk.database, "assignments"):
            await desk.agent("Karim")
            desk.board.changed()
            await asyncio.sleep(0.6)
            agent.heard.clear()
        # What could not be shown is shown as soon as it can be, also where nothing changes any more.
        async with asyncio.timeout(5):
            while not agent.events("queue"):
                await asyncio.sleep(0.05)
    finally:
        await desk.board.stop()


async def test_what_is_stored_is_acknowledged_also_when_telling_of_it_fails(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    async with without(desk.database, "agents"):  # whom the minutes to wait are reckoned from
        await desk.do(citizen, c.RequestPerson(conversation=conversation))
    assert (await desk.types(conversation))[-1] == "conversation.queued"


async def test_the_board_is_not_read_for_what_is_said(desk: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Where somebody stands is not changed by words, and who has the conversation hears them."""
    citizen, watcher, conversation = await desk.helped()
    await desk.do(watcher, c.WatchQueue())
    desk.board.start()
    try:
        await _shown(watcher)
        async with without(desk.database, "assignments"):
            # Whoever read the board now would fail.
            await desk.say(citizen, conversation, "is daar iemand")
            await asyncio.sleep(1.5)
        assert "board_not_shown" not in capsys.readouterr().out
    finally:
        await desk.board.stop()


async def test_a_picture_that_is_the_same_is_not_shown_again(desk: Bench) -> None:
    _, watcher, _ = await desk.helped()
    await desk.do(watcher, c.WatchQueue())
    desk.board.start()
    try:
        await _shown(watcher)
        desk.board.changed()
        await asyncio.sleep(1)
        assert len(watcher.events("queue")) == 1
        await desk.do(watcher, c.SetAvailability(accepting=False))
        async with asyncio.timeout(20):
            while len(watcher.events("queue")) < 2:
                await asyncio.sleep(0.05)
    finally:
        await desk.board.stop()


async def test_who_looks_at_once_shares_a_look(desk: Bench) -> None:
    agent = await desk.agent()
    with counted("FROM assignments") as looks:
        found = await asyncio.gather(*(desk.board.look() for _ in range(20)))
    assert len(looks) == 1
    assert {each.agent for one in found for each in one.colleagues} == {agent.connection.actor.id}  # type: ignore[union-attr]


async def _shown(watcher: Listener) -> None:
    async with asyncio.timeout(20):
        while not watcher.events("queue"):
            await asyncio.sleep(0.05)
