"""An agent of the script: signs in, takes what waits, answers, notes, hands over, closes; in one or two consoles."""

import asyncio
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import aiohttp

from tests.faults.citizen import pause
from tests.faults.journal import Journal
from tests.faults.outbox import Said
from tests.faults.window import Door, Window

LOGS = ("shared", "staff")
AT_ONCE = 15
"""Conversations that an agent has at once, at most."""


class Agent:
    """Works until told that it is enough. Everything random comes from `dice`."""

    def __init__(
        self,
        name: str,
        password: str,
        urls: Sequence[str],
        origin: str,
        journal: Journal,
        dice: Random,
        pace: float,
        polling: float,
    ) -> None:
        """`origin`: the console's. `pace`: seconds between two things that the agent does, on average. `polling`: the
        share of lines without WebSocket."""
        self.name = name
        self._password = password
        self._origin = origin
        self._dice = dice
        self._pace = pace
        self._marks = 0
        self._cookie: str | None = None
        self._signing_in = asyncio.Lock()
        self._waiting = 0
        self._mine: set[str] = set()
        self._seen: set[str] = set()
        door = Door(urls, "/agent", self._prove, polling)
        self.windows = [
            Window(f"{name}.{place}", door, journal, Random(dice.random()), width=dice.choice((1, 3)))
            for place in range(2 if dice.random() < 0.5 else 1)
        ]
        for window in self.windows:
            window.opened = lambda window=window: self._open(window)  # type: ignore[misc]
            window.refused = self._refuse
            window.heard = lambda event, payload, window=window: self._hear(window, event, payload)  # type: ignore[misc]
        self._keeping: list[asyncio.Task[None]] = []

    async def live(self, enough: asyncio.Event) -> None:
        """Work until it is `enough`; then until everything said is kept or refused."""
        self._keeping = [asyncio.create_task(window.keep()) for window in self.windows]
        while not enough.is_set():
            await pause(enough, self._dice.expovariate(1 / self._pace))
            if not enough.is_set():
                await self._act()
        await asyncio.gather(*(window.outbox.emptied() for window in self.windows))

    async def leave(self) -> None:
        """Read everything once more, and close the consoles."""
        for window in self.windows:
            for followed in sorted(window.following):
                await window.read_anew(followed)
        await self.close()

    async def close(self) -> None:
        """Close the consoles, whatever they show."""
        for keeping in self._keeping:
            keeping.cancel()
        await asyncio.gather(*self._keeping, return_exceptions=True)

    async def _prove(self, session: aiohttp.ClientSession, url: str) -> tuple[Mapping[str, Any], dict[str, str]]:
        async with self._signing_in:
            if self._cookie is None:
                async with session.post(
                    f"{url}/api/sign-in",
                    json={"login": self.name, "password": self._password},
                    headers={"Origin": self._origin},
                    timeout=aiohttp.ClientTimeout(total=15),
                ) as response:
                    response.raise_for_status()
                    self._cookie = response.headers["Set-Cookie"].split(";")[0]
            return {"protocol": 1}, {"Cookie": self._cookie, "Origin": self._origin}

    async def _open(self, window: Window) -> None:
        answer = await window.ask_at_once("queue.watch", {})
        if answer is None:
            return
        if "error" in answer:
            self._cookie = None
            return
        queue = answer["ok"]["queue"]
        self._note_queue(queue)
        await window.ask_at_once("availability.set", {"accepting": True})
        for conversation in sorted(self._mine | self._seen):
            await self._look(window, conversation)

    async def _look(self, window: Window, conversation: str) -> None:
        self._seen.add(conversation)
        answer = await window.follow("conversation.show", {"conversation": conversation}, LOGS)
        if answer is not None and "error" in answer:
            window.unfollow(conversation)

    def _hear(self, window: Window, event: str, payload: Any) -> None:
        match event:
            case "queue":
                self._note_queue(payload)
            case "assignment.ended":
                window.unfollow(payload["conversation"])
            case "signed_out":
                self._cookie = None

    def _refuse(self, code: str) -> None:
        if code == "not_signed_in":
            self._cookie = None

    def _note_queue(self, queue: Mapping[str, Any]) -> None:
        self._waiting = len(queue["waiting"])
        self._mine = {each["conversation"] for each in queue["mine"]}

    async def _act(self) -> None:
        window = self._dice.choice(self.windows)
        chance = self._dice.random()
        if not self._mine or (chance < 0.3 and self._waiting and len(self._mine) < AT_ONCE):
            if self._waiting:
                await self._take(window)
            return
        conversation = self._dice.choice(sorted(self._mine))
        if (conversation, "shared") not in window.following:
            await self._look(window, conversation)
        elif chance < 0.75:
            self._say(window, conversation, "message.post", "Goedemorgen, ik kijk het na.")
        elif chance < 0.90:
            self._say(window, conversation, "note.post", "Belt morgen terug.")
        elif chance < 0.92:
            await window.outbox.repeat()
        elif chance < 0.96:
            await window.try_asking("conversation.transfer", {"conversation": conversation, "team": "central"})
        else:
            await window.try_asking("conversation.close", {"conversation": conversation, "outcome": "answered"})

    async def _take(self, window: Window) -> None:
        answer = await window.try_asking("conversation.take", {})
        taken = (answer or {}).get("ok", {}).get("conversation")
        if taken is not None:
            self._mine.add(taken)
            for each in self.windows:
                await self._look(each, taken)

    def _say(self, window: Window, conversation: str, event: str, words: str) -> None:
        self._marks += 1
        client_id = f"{window.name.replace('.', '-')}-{self._marks}-{self._dice.randbytes(4).hex()}"
        window.outbox.put(Said(event, conversation, client_id, f"{words} [{client_id}]"))
