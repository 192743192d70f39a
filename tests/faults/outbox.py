"""A window's outbox: what was said is sent, in order, until the desk has acknowledged or refused it."""

import asyncio
from collections import deque
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from tests.faults.journal import Acknowledged, Journal, Refused, Sent

if TYPE_CHECKING:
    from tests.faults.window import Window

PASSING = frozenset({"unavailable", "too_many_requests"})
"""Refusals after which the same is sent again."""

LONGEST_WAIT = 3.0
"""Seconds that a client lets itself be told to wait."""


@dataclass(frozen=True)
class Said:
    """Something to be kept once. `event` is the command that keeps it."""

    event: str
    conversation: str
    client_id: str
    text: str

    @property
    def payload(self) -> dict[str, Any]:
        return {"conversation": self.conversation, "client_id": self.client_id, "text": self.text}


class Outbox:
    """Sends up to `width` at once, and the next only when all of these were answered."""

    def __init__(self, window: "Window", journal: Journal, dice: Random, width: int) -> None:
        self._window = window
        self._journal = journal
        self._dice = dice
        self._width = width
        self._waiting: deque[Said] = deque()
        self._arrived = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._kept: deque[Said] = deque(maxlen=20)
        self._late: set[Said] = set()

    def put(self, said: Said) -> None:
        """Have it sent."""
        log = "staff" if said.event == "note.post" else "shared"
        self._journal.write(
            Sent(
                window=self._window.name,
                conversation=said.conversation,
                log=log,
                client_id=said.client_id,
                text=said.text,
            )
        )
        self._waiting.append(said)
        self._empty.clear()
        self._arrived.set()

    async def emptied(self) -> None:
        """Return when everything was acknowledged or refused."""
        await self._empty.wait()

    async def repeat(self) -> None:
        """Send again, whole, some of what was acknowledged before, as after a restart that forgot it."""
        kept = list(self._kept)
        for said in self._dice.sample(kept, min(3, len(kept))):
            answer = await self._window.try_asking(said.event, said.payload)
            if answer is not None and answer.get("error", {}).get("code") not in PASSING:
                self._note(said, answer)

    async def run(self) -> None:
        """Send for ever."""
        while True:
            await self._arrived.wait()
            await self._send([*self._waiting][: self._width])
            if not self._waiting:
                self._arrived.clear()
                self._empty.set()

    async def _send(self, batch: list[Said]) -> None:
        line = await self._window.line()
        # Now and then a command goes out twice in one go: both answers must be the same.
        twice = self._dice.random() < 0.05
        asked = [(each, line.ask(each.event, each.payload)) for each in batch for _ in range(1 + twice)]
        answers = await self._window.answers([answer for _, answer in asked])
        wait = 0.0
        for (said, _), answer in zip(asked, answers, strict=True):
            wait = max(wait, self._note(said, answer))
        self._late = {said for said in batch if said in self._waiting} if len(batch) > 1 else self._late
        await asyncio.sleep(wait)

    def _note(self, said: Said, answer: Any) -> float:
        """Write down an answer; seconds to wait before the next is sent."""
        if answer is None:
            return 0.0
        if "ok" in answer:
            number = answer["ok"]["number"]
            self._journal.write(
                Acknowledged(window=self._window.name, client_id=said.client_id, number=number, late=said in self._late)
            )
            if said in self._waiting:
                self._waiting.remove(said)
                self._kept.append(said)
            return 0.0
        refused = answer["error"]
        if refused["code"] in PASSING:
            return min(LONGEST_WAIT, refused.get("retry_after") or self._dice.uniform(0.1, 0.5))
        self._journal.write(Refused(window=self._window.name, client_id=said.client_id, code=refused["code"]))
        if said in self._waiting:
            self._waiting.remove(said)
        return 0.0
