"""Hints between nodes over a real Redis: they reach who needs them and nobody else; without Redis nothing is lost."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Mapping
from typing import Any, cast

import pytest
from redis.asyncio import Redis

from server.bus.fanout import Fanout
from server.bus.hints import Grown, Missed, QueueChanged, SignInEnded
from server.bus.line import Line, open_line
from server.bus.peers import QUEUE
from server.bus.registry import key
from tests.bus.stage import TALK, Node, meet, nodes, until
from tests.support.redis import RedisServer


@pytest.fixture
async def three(redis_url: str) -> AsyncIterator[list[Node]]:
    async with nodes(redis_url, "one", "two", "idle") as started:
        yield started


async def commands_of(redis_url: str) -> int:
    async with Redis.from_url(redis_url) as client:
        return int((await client.info("stats"))["total_commands_processed"])


async def test_a_hint_reaches_the_nodes_that_follow_the_conversation_and_no_other(three: list[Node]) -> None:
    one, two, idle = three
    await meet(one, two)
    one.grow(7)
    await until(lambda: two.heard)
    await meet(one, idle, topic="c_another_talk")
    one.grow(1, "c_another_talk")
    await until(lambda: idle.heard)
    assert [hint.conversation for hint in idle.heard if isinstance(hint, Grown)] == ["c_another_talk"]
    assert [hint.conversation for hint in two.heard if isinstance(hint, Grown)] == [TALK]
    assert one.heard == []


async def test_a_conversation_of_one_node_costs_redis_nothing(three: list[Node], redis_url: str) -> None:
    one, _, _ = three
    await meet(one)
    await until(lambda: one.fanout.peers.is_settled(TALK))
    before = await commands_of(redis_url)
    for number in range(1, 2000):
        one.grow(number)
        await asyncio.sleep(0)
    # What is counted between: this question itself, and the first looks and signs of life of three nodes.
    assert await commands_of(redis_url) - before < 500


async def test_who_does_not_follow_a_conversation_itself_finds_who_does(three: list[Node]) -> None:
    one, two, idle = three
    await meet(one)
    two.grow(5)
    await until(lambda: one.heard)
    assert idle.heard == []


async def test_many_hints_are_one(three: list[Node]) -> None:
    one, two, _ = three
    await meet(one, two)
    for number in range(1, 101):
        one.grow(number)
    await until(lambda: two.heard)
    assert two.heard == [Grown(conversation=TALK, log="shared", first=1, last=100)]


async def test_who_left_hears_no_more(three: list[Node]) -> None:
    one, two, _ = three
    await meet(one, two)
    two.fanout.unfollow(TALK)
    await until(lambda: not one.fanout.peers.has(TALK))
    one.grow(1)
    two.fanout.follow(TALK)
    await until(lambda: one.fanout.peers.has(TALK) and two.fanout.peers.has(TALK))
    one.grow(2)
    await until(lambda: two.heard)
    assert two.heard == [Grown(conversation=TALK, log="shared", first=2, last=2)]


async def test_nodes_that_join_at_once_find_each_other(redis_url: str) -> None:
    async with nodes(redis_url, "one", "two", "three", "four") as several:
        for number in range(50):
            for node in several:
                node.fanout.follow(f"c_some_talk_{number:04}")
        await until(
            lambda: all(len(each.fanout.peers.of(f"c_some_talk_{n:04}")) == 3 for each in several for n in range(50))
        )


async def test_what_was_dropped_while_joining_is_looked_for(three: list[Node]) -> None:
    """Numbers travel with joining and its answer: both sides can see who knows more."""
    one, two, _ = three
    one.fanout.follow(TALK, 9, 4)
    await until(lambda: TALK in one.joined)
    two.fanout.follow(TALK, 8, 5)
    await until(lambda: two.fanout.peers.has(TALK) and one.fanout.peers.has(TALK))
    assert one.fanout.known(TALK) == (9, 4)
    await until(lambda: TALK in two.joined)


async def test_the_queue_is_told_to_those_who_show_it_and_not_at_every_word(three: list[Node]) -> None:
    one, two, idle = three
    two.fanout.follow(QUEUE)
    await until(lambda: QUEUE in two.joined)
    began = asyncio.get_running_loop().time()
    for _ in range(1000):
        one.fanout.hint(QueueChanged())
        await asyncio.sleep(0)
    await until(lambda: two.heard)
    told = len(two.heard)
    one.fanout.hint(QueueChanged())
    await until(lambda: len(two.heard) > told)  # the last change is told as well
    await asyncio.sleep(0.5)
    assert len(two.heard) <= 1 + 5 * (asyncio.get_running_loop().time() - began), "five times a second at most"
    assert idle.heard == []


async def test_who_show_the_queue_tell_each_other(three: list[Node]) -> None:
    one, two, _ = three
    await meet(one, two, topic=QUEUE)
    one.fanout.hint(QueueChanged())
    await until(lambda: two.heard == [QueueChanged()])
    two.fanout.hint(QueueChanged())
    await until(lambda: one.heard == [QueueChanged()])


async def test_what_concerns_everybody_reaches_all_that_live(three: list[Node]) -> None:
    one, two, idle = three
    # None of them hears anything before it has subscribed.
    await meet(two, idle)
    one.fanout.keep(frozenset(), frozenset(each.fanout.node for each in three))
    one.fanout.hint(SignInEnded(sign_in="hash"))
    await until(lambda: two.heard and idle.heard)


async def test_a_dead_node_is_forgotten_here_and_in_redis(three: list[Node], redis_url: str) -> None:
    one, two, _ = three
    await meet(one, two)
    await two.fanout.stop()
    one.fanout.keep(one.fanout.nodes(), frozenset())
    assert not one.fanout.peers.has(TALK)
    async with Redis.from_url(redis_url) as client:
        async with asyncio.timeout(30):
            while await client.smembers(key(TALK)) != {one.fanout.node.encode()}:
                await asyncio.sleep(0.01)


async def test_one_who_came_after_the_question_is_not_taken_for_dead(three: list[Node]) -> None:
    one, two, _ = three
    asked = one.fanout.nodes()
    await meet(one, two)
    one.fanout.keep(asked, frozenset())
    assert one.fanout.peers.has(TALK)


async def test_what_is_no_hint_is_ignored(three: list[Node], redis_url: str) -> None:
    one, two, _ = three
    await meet(one, two)
    async with Redis.from_url(redis_url) as client:
        for nonsense in (
            b"",
            b"{",
            b"[]",
            b'{"node":"n_x","hints":[]}',
            b"\xff" * 100,
            b'{"node":"n_nodetwo01","hints":1}',
        ):
            await client.publish(f"onlineloket:node:{two.fanout.node}", nonsense)
    hint = one.grow(1)
    await until(lambda: two.heard)
    assert two.heard == [hint]


async def test_after_redis_was_away_both_look_and_hear_each_other_again() -> None:
    with RedisServer() as server:
        async with nodes(server.url, "one", "two") as (one, two):
            await meet(one, two)
            server.stop()
            for number in range(1, 50_001):
                one.grow(number)
            joined = len(one.joined), len(two.joined)
            server.start()
            await until(lambda: len(one.joined) > joined[0] and len(two.joined) > joined[1])
            # What one of them told before the other could hear again is lost: that is why both look.
            assert len(two.heard) <= 1, "what waited was merged"
            for speaker, hearer, number in ((one, two, 50_001), (two, one, 50_002)):
                hint = speaker.grow(number)
                await until(lambda hint=hint, hearer=hearer: hint in hearer.heard)  # type: ignore[misc]


async def test_what_is_dropped_while_a_round_is_under_way_is_told_with_the_next() -> None:
    with RedisServer() as server:
        async with nodes(server.url, "one", "two") as (one, two):
            await meet(one, two)
            # A server that is stopped takes what is published, and answers once it goes on.
            os.kill(server.process, signal.SIGSTOP)
            one.grow(1)
            await asyncio.sleep(0.05)
            for number in range(20_100):
                one.grow(1, f"c_some_talk_{number:05}")
            looked = two.joined.count(TALK)
            os.kill(server.process, signal.SIGCONT)
            await until(lambda: Missed() in two.heard)
            await until(lambda: two.joined.count(TALK) > looked)


async def test_an_emptied_redis_is_filled_anew(redis_server: RedisServer, redis_url: str) -> None:
    async with nodes(redis_url, "one", "two", "late") as (one, two, late):
        await meet(one, two)
        redis_server.flush()
        hint = one.grow(1)
        await until(lambda: two.heard)
        assert two.heard == [hint], "who knew of each other still does"
        late.fanout.follow(TALK)
        await until(lambda: len(late.fanout.peers.of(TALK)) == 2)


async def test_a_node_that_failed_to_follow_a_hint_looks_until_it_can_and_hears_the_next(three: list[Node]) -> None:
    one, two, _ = three
    await meet(one, two)
    two.joined.clear()
    two.failing = 2
    one.grow(1)
    await until(lambda: two.joined == [TALK, TALK])
    hint = one.grow(2)
    await until(lambda: hint in two.heard)


class TrippingLine:
    """A line over which this goes wrong once each, in a way that no line should."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._trips = {"listen", "publish"}

    def publish(self, messages: Mapping[str, list[bytes]]) -> Awaitable[None]:
        self._trip("publish")
        return self._line.publish(messages)

    def listen(self, channel: str) -> Any:
        self._trip("listen")
        return self._line.listen(channel)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)

    def _trip(self, over: str) -> None:
        if over in self._trips:
            self._trips.remove(over)
            raise LookupError(over)


async def test_a_node_goes_on_after_a_mistake_of_its_own(redis_url: str) -> None:
    async with nodes(redis_url, "one") as (one,):
        line = open_line(redis_url)
        two = Node(line, Fanout(cast("Line", TrippingLine(line)), "n_two_________"))
        two.fanout.start(two)
        await meet(one, two)
        hint = one.grow(1)
        await until(lambda: hint in two.heard)
        await two.fanout.stop()
        await line.close()
