"""Two nodes on one database: what one commits reaches those who are connected to the other, also after a gap."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest

from server.bus.hints import SignInEnded
from server.desk.relay import Relay
from server.domain.actor import Agent
from server.protocol import commands as c
from server.store import sign_ins
from server.store.sign_ins import SignIn
from tests.desk.harness import Bench, Listener


class Node:
    """A desk whose hints really go out and come in."""

    def __init__(self, desk: Bench) -> None:
        self.desk = desk
        self.ended: list[str] = []
        self._subscribed = asyncio.Event()
        self._relay = Relay(desk.database, desk.connections, desk.audience, desk.board, self._end)

    async def start(self) -> None:
        self.desk.fanout.start(self._relay.on_hint, self.miss_something)
        await asyncio.wait_for(self._subscribed.wait(), 10)

    async def miss_something(self) -> None:
        await self._relay.on_gap()
        self._subscribed.set()

    async def _end(self, sign_in: str) -> None:
        self.ended.append(sign_in)


@pytest.fixture
async def nodes(desk: Bench) -> AsyncIterator[tuple[Node, Node]]:
    pair = Node(desk), Node(Bench(desk.database, desk.zone, desk.redis))
    for node in pair:
        await node.start()
    yield pair
    for node in pair:
        await node.desk.fanout.stop()


async def until(happened: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not happened():
            await asyncio.sleep(0.01)


def numbers(listener: Listener) -> list[int]:
    return [entry["number"] for entry in listener.events("entry") if entry["log"] == "shared"]


async def test_citizen_and_agent_talk_across_nodes(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    await here.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await there.agent()
    await there.do(agent, c.TakeConversation())
    await until(lambda: 3 in numbers(citizen))
    for text in ("een", "twee", "drie"):
        await here.say(citizen, conversation, text)
    await there.say(agent, conversation, "vier")
    # Each hears all of it once. What is said on another node may come after what was said later on one's own.
    await until(lambda: sorted(numbers(citizen)) == [2, 3, 4, 5, 6, 7])
    await until(lambda: sorted(numbers(agent)) == [4, 5, 6, 7])


async def test_notes_cross_nodes_to_agents_only(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, agent, conversation = await here.helped()
    colleague = await there.agent("Karim")
    await there.do(colleague, c.ShowConversation(conversation=conversation))
    await here.do(agent, c.PostNote(conversation=conversation, client_id="note-0001", text="let op"))
    await until(lambda: [entry for entry in colleague.events("entry") if entry["log"] == "staff"])
    assert "let op" not in str(citizen.heard)


async def test_after_a_gap_everybody_gets_the_newest_entry_and_so_sees_what_is_missing(
    nodes: tuple[Node, Node],
) -> None:
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    window = there.connect(citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    await there.fanout.stop()
    for text in ("een", "twee", "drie"):
        await here.say(citizen, conversation, text)
    assert numbers(window) == []
    await nodes[1].miss_something()
    assert numbers(window) == [4]


async def test_a_sign_in_that_ends_here_ends_there(nodes: tuple[Node, Node]) -> None:
    nodes[0].desk.fanout.hint(SignInEnded(node=nodes[0].desk.fanout.node, sign_in="hash"))
    await until(lambda: nodes[1].ended)
    assert nodes[1].ended == ["hash"]
    assert nodes[0].ended == []


async def test_a_hint_ends_no_sign_in_that_is_good(nodes: tuple[Node, Node]) -> None:
    here, there = nodes
    actor = (await here.desk.agent("Els")).connection.actor
    assert isinstance(actor, Agent)
    good = SignIn("good", actor.id, here.desk.now, here.desk.now, here.desk.now + timedelta(hours=1))
    async with here.desk.database.write() as connection:
        await sign_ins.insert(connection, good)
    for each in ("good", "ended"):
        here.desk.fanout.hint(SignInEnded(node=here.desk.fanout.node, sign_in=each))
    await until(lambda: "ended" in there.ended)
    assert there.ended == ["ended"]


async def test_what_is_taken_away_here_is_taken_away_there(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    await here.do(citizen, c.RequestPerson(conversation=conversation))
    onlooker = await there.agent("Vreemd", teams=("prevention",))
    await there.do(onlooker, c.ShowConversation(conversation=conversation))
    window = there.connect(citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    await here.do(await here.agent(), c.TakeConversation(conversation=conversation))
    await until(lambda: onlooker.events("assignment.ended"))
    await here.do(citizen, c.RevokeToken(conversation=conversation))
    await until(lambda: window.closed)
    assert there.connections.followers(conversation) == []
