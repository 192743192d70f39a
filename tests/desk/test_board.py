"""The board when many look at once, and when the database is away for a moment."""

import asyncio

from server.protocol import commands as c
from tests.desk.harness import Bench, without


async def test_all_who_come_back_at_once_are_let_in(desk: Bench) -> None:
    """More of them than there are connections to the database."""
    there = [await desk.citizen() for _ in range(25)]
    async with asyncio.timeout(20):
        back = await asyncio.gather(*(desk.do(each, c.OpenConversation(language="nl")) for each, _ in there))
    assert [shown.conversation for shown in back] == [conversation for _, conversation in there]
    assert all(shown.standing is not None for shown in back)


async def test_the_board_goes_on_after_the_database_failed(desk: Bench) -> None:
    agent = await desk.agent()
    await desk.do(agent, c.WatchQueue())
    desk.board.start()
    try:
        async with without(desk, "assignments"):
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
    async with without(desk, "agents"):  # whom the minutes to wait are reckoned from
        await desk.do(citizen, c.RequestPerson(conversation=conversation))
    assert (await desk.types(conversation))[-1] == "conversation.queued"
