"""Pairs of clients in a conversation each: what one posts is stored, acknowledged, and delivered to the other.

Both are windows of one citizen, in the queue: no bot follows there, so that what is measured is one message and not the
answer to it. Relays know the same events, so that one load measures them all.
"""

import asyncio
import random
import secrets
import time
from collections.abc import Sequence
from typing import Self

from tests.bench.load.client import Client

CLIENTS = 200

_CONNECTING = 25
"""Pairs that connect at the same moment."""

_PHRASES = (
    "mijn fiets is gisteren gestolen aan het station",
    "ik heb het nummer van het kader nog",
    "kan ik morgen langskomen of vul ik het hier in",
    "ik was maar even binnen",
    "het slot lag er nog",
)
_LENGTH = 100
"""Characters in a message."""


class Tally:
    """What became of the messages of one round."""

    def __init__(self) -> None:
        self.posted = 0
        self.delivered = 0
        self.refusals: list[str] = []
        self.waits: list[float] = []
        """Seconds until each acknowledgement, in the order in which they came."""
        self.moments: list[float] = []
        """When those came, by `time.perf_counter`."""

    @property
    def acknowledged(self) -> int:
        return len(self.waits)

    @property
    def is_settled(self) -> bool:
        """Whether every message was answered, and delivered where it was acknowledged."""
        return self.posted == self.acknowledged + len(self.refusals) and self.delivered == self.acknowledged


class Window:
    """One client of a pair. It names its messages after its side, by which the other knows them.

    After each answer it posts the next, as long as any are `left`.
    """

    def __init__(self, pairs: "Pairs", client: Client, side: str, conversation: str) -> None:
        self.client = client
        self.conversation = conversation
        self.left = 0
        self._pairs = pairs
        said = random.Random(conversation + side)  # noqa: S311 these are no secrets
        self._texts = [", ".join(said.choices(_PHRASES, k=8))[:_LENGTH].strip() for _ in range(8)]
        self._begins = f'{{"conversation":"{conversation}","client_id":"{side}-window-'
        self._number = 0

    def post(self) -> None:
        """Post a message, now."""
        sent = time.perf_counter()
        self._number += 1
        self._pairs.tally.posted += 1
        payload = f'{self._begins}{self._number:08}","text":"{self._texts[self._number % 8]}"}}'
        self.client.send("message.post", payload, lambda answer: self._answered(answer, sent))

    def _answered(self, answer: bytes, sent: float) -> None:
        now, tally = time.perf_counter(), self._pairs.tally
        if answer.startswith(b'[{"ok":'):
            tally.waits.append(now - sent)
            tally.moments.append(now)
        else:
            tally.refusals.append(answer.decode()[:200])
        if self.left:
            self.left -= 1
            self.post()


class Pairs:
    """All the windows, and what becomes of what they post."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.windows: list[Window] = []

    @classmethod
    async def opened(cls, port: int, clients: int = CLIENTS, other_port: int | None = None) -> Self:
        """Connect them, two by two, and open a conversation for each two; the second at another node, if named."""
        pairs, at_once = cls(), asyncio.Semaphore(_CONNECTING)

        async def open_one() -> None:
            async with at_once:
                pairs.windows += await pairs.open(port, other_port or port)

        await asyncio.gather(*(open_one() for _ in range(clients // 2)))
        return pairs

    async def open(self, *ports: int) -> Sequence[Window]:
        """Two windows of one new citizen, who waits for a person."""
        auth = {"token": secrets.token_urlsafe(32), "protocol": 1}
        windows = []
        for port, side, other in zip(ports, ("left", "right"), (b'"right-window-', b'"left-window-'), strict=True):

            def heard(_: Client, event: bytes, other: bytes = other) -> None:
                if event.startswith(b'["entry"') and other in event:
                    self.tally.delivered += 1

            client = await Client.connect(port, "/citizen", auth, heard)
            opened = await client.call("conversation.open", {"language": "nl"})
            windows.append(Window(self, client, side, opened["conversation"]))
        await windows[0].client.call("person.request", {"conversation": windows[0].conversation})
        return windows

    async def end(self) -> None:
        """End the conversations and the connections, so that the next round begins as this one did."""
        for window in self.windows[::2]:
            await window.client.call("conversation.end", {"conversation": window.conversation})
        for window in self.windows:
            window.client.cut()
