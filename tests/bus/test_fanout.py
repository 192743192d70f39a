"""Hints between nodes over a real Redis: they arrive, nonsense is ignored, and losing Redis loses nothing for good."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from redis.asyncio import Redis

from server.bus import hints
from server.bus.fanout import Fanout
from server.bus.hints import AnyHint, Grown, QueueChanged
from tests.support.redis import RedisServer

CHANNEL = "onlineloket:hints"


@dataclass
class Node:
    """A node that listens."""

    fanout: Fanout
    redis: Redis
    heard: list[AnyHint] = field(default_factory=list)
    gaps: int = 0

    async def on_hint(self, hint: AnyHint) -> None:
        self.heard.append(hint)

    async def on_gap(self) -> None:
        self.gaps += 1

    async def wait(self, *, heard: int = 0, gaps: int = 0) -> None:
        async with asyncio.timeout(15):
            while len(self.heard) < heard or self.gaps < gaps:
                await asyncio.sleep(0.01)


async def started(url: str, name: str) -> Node:
    redis = Redis.from_url(url)
    node = Node(Fanout(redis, name), redis)
    node.fanout.start(node.on_hint, node.on_gap)
    await node.wait(gaps=1)
    return node


@pytest.fixture
async def nodes(redis_url: str) -> AsyncIterator[tuple[Node, Node]]:
    pair = await started(redis_url, "n_nodeone01"), await started(redis_url, "n_nodetwo01")
    yield pair
    for node in pair:
        await node.fanout.stop()
        await node.redis.aclose()


def grown(node: str, number: int) -> Grown:
    return Grown(node=node, conversation="c_conversation", log="shared", first=number, last=number)


async def test_a_hint_reaches_the_other_node_in_order_and_not_its_sender(nodes: tuple[Node, Node]) -> None:
    one, two = nodes
    sent = [grown(one.fanout.node, number) for number in range(1, 101)]
    for hint in sent:
        one.fanout.hint(hint)
    await two.wait(heard=100)
    assert two.heard == sent
    assert one.heard == []


async def test_what_is_no_hint_is_ignored(nodes: tuple[Node, Node]) -> None:
    one, two = nodes
    for nonsense in (b"", b"{", b"[]", b'{"hint":"obey"}', b'{"hint":"grown","node":"n_x"}', b"\xff" * 100):
        await one.redis.publish(CHANNEL, nonsense)
    one.fanout.hint(QueueChanged(node=one.fanout.node))
    await two.wait(heard=1)
    assert two.heard == [QueueChanged(node=one.fanout.node)]


async def test_publishing_never_waits_for_a_redis_that_is_gone_and_a_gap_is_told_when_it_is_back() -> None:
    with RedisServer() as server:
        node, other = await started(server.url, "n_nodeone01"), await started(server.url, "n_nodetwo01")
        try:
            server.stop()
            for number in range(1, 20_000):
                node.fanout.hint(grown(node.fanout.node, number))
            server.start()
            await other.wait(gaps=2)
            await node.wait(gaps=2)
            before = len(other.heard)
            node.fanout.hint(QueueChanged(node=node.fanout.node))
            await other.wait(heard=before + 1)
        finally:
            for each in (node, other):
                await each.fanout.stop()
                await each.redis.aclose()


async def test_a_node_that_failed_to_follow_a_hint_is_told_of_a_gap_and_hears_the_next(redis_url: str) -> None:
    @dataclass
    class Failing(Node):
        async def on_hint(self, hint: AnyHint) -> None:
            await super().on_hint(hint)
            if len(self.heard) == 1:
                raise LookupError("the database is away")

    redis = Redis.from_url(redis_url)
    failing = Failing(Fanout(redis, "n_nodeone01"), redis)
    failing.fanout.start(failing.on_hint, failing.on_gap)
    await failing.wait(gaps=1)
    other = await started(redis_url, "n_nodetwo01")
    try:
        other.fanout.hint(grown("n_nodetwo01", 1))
        await failing.wait(heard=1, gaps=2)
        other.fanout.hint(grown("n_nodetwo01", 2))
        await failing.wait(heard=2)
    finally:
        for each in (failing, other):
            await each.fanout.stop()
            await each.redis.aclose()


def test_a_log_that_would_shrink_is_no_hint() -> None:
    assert hints.decode(hints.encode(grown("n_nodeone01", 7)).replace(b'"last":7', b'"last":6')) is None


def test_hints_survive_the_wire() -> None:
    assert hints.decode(hints.encode(grown("n_nodeone01", 7))) == grown("n_nodeone01", 7)
