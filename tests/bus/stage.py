"""Nodes without a desk: a fan-out on a real Redis, and all that it hears."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from server.bus.fanout import Fanout
from server.bus.hints import AnyHint, Grown, Joined, Left, Met
from server.bus.line import Line, open_line

TALK = "c_conversation"

_ABOUT_MEMBERSHIP = Joined | Met | Left


@dataclass
class Node:
    """A node that listens."""

    line: Line
    fanout: Fanout
    heard: list[AnyHint] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    failing: int = 0

    async def on_hints(self, hints: Sequence[AnyHint]) -> None:
        self.heard += [hint for hint in hints if not isinstance(hint, _ABOUT_MEMBERSHIP)]
        self._fail()

    async def on_joined(self, topics: Sequence[str]) -> None:
        self.joined += topics
        self._fail()

    def grow(self, number: int, conversation: str = TALK) -> Grown:
        """Hint at growth."""
        hint = Grown(conversation=conversation, log="shared", first=number, last=number)
        self.fanout.hint(hint)
        return hint

    def _fail(self) -> None:
        if self.failing:
            self.failing -= 1
            raise LookupError("the database is away")


@asynccontextmanager
async def nodes(url: str, *names: str) -> AsyncIterator[list[Node]]:
    """Nodes that run, by their names."""
    started = []
    for name in names:
        line = open_line(url)
        node = Node(line, Fanout(line, f"n_{name:_<12}"))
        node.fanout.start(node)
        started.append(node)
    try:
        yield started
    finally:
        for node in started:
            await node.fanout.stop()
            await node.line.close()


async def until(happened: Callable[[], object], seconds: float = 30) -> None:
    """Wait for something to happen."""
    async with asyncio.timeout(seconds):
        while not happened():
            await asyncio.sleep(0.01)


async def meet(*several: Node, topic: str = TALK) -> None:
    """Let these nodes follow a topic, and know of each other."""
    for node in several:
        node.fanout.follow(topic)

    def have_met() -> bool:
        names = {each.fanout.node for each in several}
        return all(
            each.fanout.peers.of(topic) == names - {each.fanout.node} and topic in each.joined for each in several
        )

    await until(have_met)
