"""The life of nodes: who is silent for too long, while it could have been heard, is dead, and what it had goes on."""

import asyncio

import pytest

from server.desk.nodes import DEAD, Nodes
from server.protocol import commands as c
from server.protocol.call_entries import CallIncident
from server.store import calls, nodes, schema
from tests.desk.calling import FarEnd, accepted
from tests.desk.harness import Bench, Listener


class Watch:
    """A node of a desk, with a clock that only runs."""

    def __init__(self, desk: Bench) -> None:
        self.desk = desk
        self.nodes = Nodes(desk.database, desk.fanout, desk.board, desk.media)

    async def beat(self, at: float) -> None:
        await self.nodes.beat(self.desk.now, at)


@pytest.fixture
async def pair(desk: Bench) -> tuple[Watch, Watch]:
    """Two nodes that live, as on PostgreSQL; SQLite has one."""
    here, there = Watch(desk), Watch(Bench(desk.database, desk.zone, desk.line, desk.folder))
    async with desk.database.write() as connection:
        for watch in (here, there):
            await nodes.begin(connection, watch.desk.fanout.node, desk.now)
    return here, there


async def living(desk: Bench) -> set[str]:
    async with desk.database.read() as connection:
        return set(await nodes.beats(connection))


async def silence(watch: Watch, seconds: float, begin: float = 0.0) -> None:
    """Let one node look for so long while the other says nothing."""
    for tenth in range(int(seconds * 10) + 1):
        if tenth % 10 == 0:
            await watch.beat(begin + tenth / 10)


async def agent_on(watch: Watch) -> Listener:
    """An agent whom this node has seen just now."""
    agent = await watch.desk.agent()
    async with watch.desk.database.write() as connection:
        await connection.execute(
            schema.agents.update()
            .where(schema.agents.c.login.like("sofie%"))
            .values(node=watch.desk.fanout.node, seen_at=watch.desk.now)
        )
    return agent


async def test_a_silent_node_is_dead_within_seconds_and_one_that_beats_is_not(pair: tuple[Watch, Watch]) -> None:
    here, there = pair
    for second in range(20):
        await here.beat(second)
        await there.beat(second)
    assert len(await living(here.desk)) == 2
    await silence(here, DEAD + 2, begin=20)
    assert await living(here.desk) == {here.desk.fanout.node}


async def test_one_node_does_what_one_does_for_all_and_another_when_it_is_dead(pair: tuple[Watch, Watch]) -> None:
    first, second = sorted(pair, key=lambda watch: watch.nodes.name)
    for at in range(3):
        for watch in pair:
            await watch.beat(at)
        assert (first.nodes.leads, second.nodes.leads) == (True, False)
    await silence(second, DEAD + 2, begin=3)
    assert second.nodes.leads


async def test_a_conversation_that_is_forgotten_is_noticed_by_the_node_that_leads(desk: Bench) -> None:
    _, conversation = await desk.citizen()
    desk.pass_time(minutes=desk.zone.profile.limits.abandoned_after_minutes + 1)
    desk.sweeps.me.leads = False
    await desk.sweeps.run(desk.now)
    assert (await desk.types(conversation))[-1] != "conversation.closed"
    desk.sweeps.me.leads = True
    await desk.sweeps.run(desk.now)
    assert (await desk.types(conversation))[-1] == "conversation.closed"


async def test_time_in_which_the_database_was_away_does_not_count(pair: tuple[Watch, Watch]) -> None:
    here, _ = pair
    await silence(here, DEAD - 1)
    for later in (100.0, 200.0, 300.0):
        await here.beat(later)
    assert len(await living(here.desk)) == 2


async def test_who_was_taken_for_dead_begins_anew(pair: tuple[Watch, Watch]) -> None:
    here, there = pair
    await silence(here, DEAD + 2)
    there.desk.fanout.follow("c_conversation")
    there.desk.fanout.peers.take(10)
    await there.beat(0)
    assert len(await living(here.desk)) == 2
    assert there.desk.fanout.peers.has_news, "and joins everything once more"


async def test_its_agents_count_as_absent_and_keep_what_they_have(pair: tuple[Watch, Watch]) -> None:
    here, there = pair
    citizen, conversation = await here.desk.citizen()
    await here.desk.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await agent_on(there)
    await there.desk.do(agent, c.TakeConversation(conversation=conversation))
    assert (await here.desk.board.snapshot()).staffing == 1
    await silence(here, DEAD + 2)
    assert (await here.desk.board.snapshot()).staffing == 0
    await here.desk.sweeps.run(here.desk.now)
    assert (await here.desk.types(conversation)).count("conversation.queued") == 1


async def test_only_the_node_that_saw_an_agent_judges_that_the_agent_is_gone(pair: tuple[Watch, Watch]) -> None:
    """The clock of one node may be minutes ahead of another's."""
    here, there = pair
    citizen, conversation = await here.desk.citizen()
    await here.desk.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await agent_on(there)
    await there.desk.do(agent, c.TakeConversation(conversation=conversation))
    await here.desk.sweeps.run(here.desk.now)
    here.desk.pass_time(minutes=10)
    await here.desk.sweeps.abandonment(here.desk.now)
    assert (await here.desk.types(conversation)).count("conversation.queued") == 1


async def test_its_conversations_with_the_bot_get_another_bot(pair: tuple[Watch, Watch]) -> None:
    here, there = pair
    dying, bot = there.desk.bot(), here.desk.bot()
    _, conversation = await there.desk.citizen()
    assert dying.events("assignment") == [{"conversation": conversation}]
    await here.desk.router.triage.claim()
    assert bot.events("assignment") == []
    await silence(here, DEAD + 2)
    await here.desk.router.triage.claim()
    assert bot.events("assignment") == [{"conversation": conversation}]


async def test_what_is_opened_where_there_is_no_bot_gets_one_of_another_node_and_only_one(
    pair: tuple[Watch, Watch],
) -> None:
    here, there = pair
    _, conversation = await there.desk.citizen()
    third = Bench(here.desk.database, here.desk.zone, here.desk.line, here.desk.folder)
    bots = here.desk.bot(), third.bot()
    await asyncio.gather(here.desk.router.triage.claim(), third.router.triage.claim())
    assert [event for bot in bots for event in bot.events("assignment")] == [{"conversation": conversation}]


async def test_a_call_goes_on_while_any_node_has_its_worker(pair: tuple[Watch, Watch]) -> None:
    here, there = pair
    FarEnd(here.desk)
    FarEnd(there.desk)
    await there.beat(0)
    found = await accepted(here.desk)
    here.desk.media.lost("w_worker000")
    for _ in range(10):
        here.desk.pass_time(seconds=2)
        await here.desk.sweeps.stranded_calls(here.desk.now)
    async with here.desk.database.read() as connection:
        assert (await calls.load(connection, found.conversation, found.call)).state == "accepted"


async def test_a_lost_worker_is_recorded_once_whoever_notices(pair: tuple[Watch, Watch]) -> None:
    here = pair[0]
    FarEnd(here.desk)
    await here.beat(0)
    found = await accepted(here.desk)
    here.desk.media.lost("w_worker000")
    await here.beat(1)
    for _ in range(5):
        for watch in pair:
            watch.desk.pass_time(seconds=2)
        await asyncio.gather(*(watch.desk.sweeps.stranded_calls(watch.desk.now) for watch in pair))
    incidents = [
        entry.body for entry in await here.desk.log(found.conversation) if isinstance(entry.body, CallIncident)
    ]
    assert [each.incident for each in incidents] == ["worker_lost"]


async def test_sqlite_has_one_node_and_postgresql_keeps_the_others(desk: Bench) -> None:
    first, second = Watch(desk), Watch(Bench(desk.database, desk.zone, desk.line, desk.folder))
    await first.nodes.begin(desk.now)
    await second.nodes.begin(desk.now)
    assert len(await living(desk)) == (1 if desk.database.is_sqlite else 2)
    await second.nodes.end()
    assert second.desk.fanout.node not in await living(desk)
