"""Whoever does something about hints, and what it has to look at because hints about it may have been missed."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import structlog

from server.bus.hints import AnyHint

_AT_ONCE = 500
_RETRY = 1.0


class Receiver(Protocol):
    """What raises is tried again as `on_joined`."""

    async def on_hints(self, hints: Sequence[AnyHint]) -> None:
        """Other nodes say this."""

    async def on_joined(self, topics: Sequence[str]) -> None:
        """Something may have been missed in these: from now on their hints arrive, look whether any came before."""


class Lookout:
    """Topics that have to be looked at, until the receiver could."""

    def __init__(self, follows: Callable[[str], bool]) -> None:
        self._follows = follows
        self._topics: dict[str, None] = {}
        self._some = asyncio.Event()
        self._log = structlog.get_logger("fanout")

    def add(self, topics: Iterable[str]) -> None:
        """Look at these, some time soon."""
        self._topics.update(dict.fromkeys(topics))
        self._some.set()

    async def run(self, receiver: Receiver) -> None:
        """Let the receiver look, until cancelled."""
        while True:
            await self._some.wait()
            self._some.clear()
            while self._topics:
                some = [topic for topic, _ in zip(self._topics, range(_AT_ONCE), strict=False)]
                for topic in some:
                    del self._topics[topic]
                try:
                    if followed := [topic for topic in some if self._follows(topic)]:
                        await receiver.on_joined(followed)
                except Exception as error:  # noqa: BLE001 it is tried until the database answers
                    self._log.error("hints_missed", error=type(error).__name__)
                    self.add(some)
                    await asyncio.sleep(_RETRY)
