"""The registry in Redis: for each topic the nodes that follow it; and epochs, which end when Redis is emptied.

It lies in parts, each in a slot of its own with its own epoch: what a Cluster loses with one server is noticed wherever
it was.
"""

import secrets
import time
import zlib
from collections.abc import Callable, Iterable, Sequence

from server.bus.line import Line

_KEPT = 3 * 3600
"""Seconds that a set is kept after the last node joined: nobody takes leave for nodes that died while nobody looked."""

_PARTS = 32


class Registry:
    """Written by every node, each for itself. Methods raise one of `line.FAILURES` while Redis is away."""

    def __init__(self, line: Line, node: str, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._line = line
        self._node = node
        self._monotonic = monotonic
        self._epochs: dict[int, bytes] = {}
        self._joined_at = monotonic()
        self._lost: dict[tuple[str, str], None] = {}

    async def exchange(
        self, joining: Sequence[str], leaving: Sequence[str], unknown: Sequence[str]
    ) -> dict[str, frozenset[str]]:
        """Join and leave topics; the other nodes that follow what is joined, and what is `unknown`."""
        if not (joining or leaving or unknown or self._lost):
            return {}
        if not self._epochs:
            # Before anything is written: what is emptied between the two would never be missed.
            self._epochs = await self._read_epochs()
        lost = dict(self._lost)
        async with self._line.pipeline() as pipeline:
            for topic in leaving:
                pipeline.srem(key(topic), self._node)
            for topic, node in lost:
                pipeline.srem(key(topic), node)
            for topic in joining:
                pipeline.sadd(key(topic), self._node)
                pipeline.expire(key(topic), _KEPT)
            # Read after having written: of two that join at once, at least one finds the other.
            for topic in [*joining, *unknown]:
                pipeline.smembers(key(topic))
            answers = await pipeline.execute()
        for each in lost:
            self._lost.pop(each, None)
        asked = [*joining, *unknown]
        return {
            topic: frozenset(each.decode() for each in members) - {self._node}
            for topic, members in zip(asked, answers[len(answers) - len(asked) :], strict=True)
        }

    def lose(self, node: str, topics: Iterable[str]) -> None:
        """A node is dead: with the next exchange it leaves these topics."""
        self._lost.update(dict.fromkeys((topic, node) for topic in topics))

    async def forgotten(self, followed: Callable[[], Iterable[str]]) -> list[str]:
        """Those of the topics that have to be joined anew: their part of Redis has been emptied since the last time, or
        the sets are old. What is `followed` is asked once that is known: it may have been joined meanwhile."""
        epochs = await self._read_epochs()
        is_old = self._monotonic() - self._joined_at > _KEPT / 3
        if is_old:
            self._joined_at = self._monotonic()
        emptied = {part for part, epoch in self._epochs.items() if epochs[part] != epoch}
        self._epochs = epochs
        if not (is_old or emptied):
            return []
        return [topic for topic in followed() if is_old or _part(topic) in emptied]

    async def _read_epochs(self) -> dict[int, bytes]:
        async with self._line.pipeline() as pipeline:
            for part in range(_PARTS):
                pipeline.get(_epoch(part))
            epochs = dict(enumerate(await pipeline.execute()))
        if missing := [part for part, epoch in epochs.items() if epoch is None]:
            async with self._line.pipeline() as pipeline:
                for part in missing:
                    pipeline.set(_epoch(part), secrets.token_hex(8), nx=True)
                for part in missing:
                    pipeline.get(_epoch(part))
                answers = await pipeline.execute()
            epochs |= zip(missing, answers[len(missing) :], strict=True)
        return epochs


def key(topic: str) -> str:
    """The set of the nodes that follow a topic."""
    return f"onlineloket:{{{_part(topic)}}}:follows:{topic}"


def _epoch(part: int) -> str:
    return f"onlineloket:{{{part}}}:epoch"


def _part(topic: str) -> int:
    return zlib.crc32(topic.encode()) % _PARTS
