"""The registry: what Redis forgets is noticed, whenever it is."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest

from server.bus.line import Line, open_line
from server.bus.registry import Registry
from tests.bus.stage import TALK
from tests.support.redis import RedisServer

NODE, OTHER = "n_one_________", "n_two_________"


@pytest.fixture
async def line(redis_url: str) -> AsyncIterator[Line]:
    line = open_line(redis_url)
    yield line
    await line.close()


async def test_what_is_emptied_right_after_the_first_join_is_noticed(redis_server: RedisServer, line: Line) -> None:
    registry = Registry(line, NODE)
    await registry.exchange([TALK], [], [])
    redis_server.flush()
    assert await registry.forgotten(lambda: [TALK]) == [TALK]
    assert await registry.forgotten(lambda: [TALK]) == []


async def test_what_was_not_emptied_is_not_joined_anew(line: Line) -> None:
    registry, other = Registry(line, NODE), Registry(line, OTHER)
    await other.exchange([TALK], [], [])
    assert await registry.forgotten(lambda: [TALK]) == []
    assert await registry.exchange([TALK], [], []) == {TALK: frozenset({OTHER})}
    assert await registry.forgotten(lambda: [TALK]) == []


class Interrupted:
    """A line on which something happens before the next commands go out."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.before: Callable[[], Awaitable[None]] | None = None

    @asynccontextmanager
    async def pipeline(self) -> AsyncIterator[Any]:
        if self.before is not None:
            before, self.before = self.before, None
            await before()
        async with self._line.pipeline() as pipeline:
            yield pipeline


async def test_what_is_joined_and_emptied_while_it_looks_is_noticed(redis_server: RedisServer, line: Line) -> None:
    interrupted = Interrupted(line)
    registry = Registry(cast("Line", interrupted), NODE)
    followed = [TALK]
    await registry.exchange([TALK], [], [])

    async def joined_and_emptied() -> None:
        followed.append("c_another_talk")
        await registry.exchange(["c_another_talk"], [], [])
        redis_server.flush()

    interrupted.before = joined_and_emptied
    assert await registry.forgotten(lambda: [*followed]) == [TALK, "c_another_talk"]
