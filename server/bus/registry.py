"""The registry in Redis: for each topic the nodes that follow it; and an epoch, which ends when Redis is emptied."""

import secrets
import time
from collections.abc import Callable, Iterable, Sequence

from server.bus.line import Line

_KEPT = 3 * 3600
"""Seconds that a set is kept after the last node joined: nobody takes leave for nodes that died while nobody looked."""

_EPOCH = "onlineloket:epoch"


class Registry:
    """Written by every node, each for itself. Methods raise one of `line.FAILURES` while Redis is away."""

    def __init__(self, line: Line, node: str, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._line = line
        self._node = node
        self._monotonic = monotonic
        self._epoch: bytes | None = None
        self._joined_at = monotonic()
        self._lost: dict[tuple[str, str], None] = {}

    async def exchange(
        self, joining: Sequence[str], leaving: Sequence[str], unknown: Sequence[str]
    ) -> dict[str, frozenset[str]]:
        """Join and leave topics; the other nodes that follow what is joined, and what is `unknown`."""
        if not (joining or leaving or unknown or self._lost):
            return {}
        lost = dict(self._lost)
        async with self._line.pipeline() as pipeline:
            for topic in leaving:
                pipeline.srem(_key(topic), self._node)
            for topic, node in lost:
                pipeline.srem(_key(topic), node)
            for topic in joining:
                pipeline.sadd(_key(topic), self._node)
                pipeline.expire(_key(topic), _KEPT)
            # Read after having written: of two that join at once, at least one finds the other.
            for topic in [*joining, *unknown]:
                pipeline.smembers(_key(topic))
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

    async def is_new(self) -> bool:
        """Whether everything has to be joined anew: Redis has been emptied since the last time, or the sets are old."""
        async with self._line.pipeline() as pipeline:
            pipeline.set(_EPOCH, secrets.token_hex(8), nx=True)
            pipeline.get(_EPOCH)
            _, epoch = await pipeline.execute()
        is_old = self._monotonic() - self._joined_at > _KEPT / 3
        is_new = self._epoch is not None and epoch != self._epoch
        if is_old or is_new:
            self._joined_at = self._monotonic()
        self._epoch = epoch
        return is_old or is_new


def _key(topic: str) -> str:
    return f"onlineloket:follows:{topic}"
