"""A citizen of the script: opens a conversation in one or two windows, says things, asks for a person, may leave."""

import asyncio
import base64
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import aiohttp

from tests.faults.journal import Journal
from tests.faults.outbox import Said
from tests.faults.window import Door, Window

SENTENCES = (
    "Mijn fiets is gestolen aan het station.",
    "On a volé mon vélo hier soir.",
    "My neighbour is noisy every night.",
    "Ik wil een parkeerkaart aanvragen.",
    "Er staat een auto voor mijn garage.",
    "Ich habe meinen Ausweis verloren.",
    "ça va ?",
    "ok",
)
"""What a citizen says. A mark that occurs once in the whole run follows, by which each message is known again."""


class Citizen:
    """Lives through one conversation. Everything random comes from `dice`."""

    def __init__(
        self, name: str, urls: Sequence[str], journal: Journal, dice: Random, pace: float, polling: float = 0.0
    ) -> None:
        """`pace`: seconds between two things that the citizen does, on average. `polling`: the share of lines without
        WebSocket."""
        self.name = name
        self._dice = dice
        self._pace = pace
        self._marks = 0
        self._over = False
        token = base64.urlsafe_b64encode(dice.randbytes(32)).decode().rstrip("=")
        language = dice.choice(("nl", "fr", "en", "de"))

        async def proof(session: aiohttp.ClientSession, url: str) -> tuple[Mapping[str, Any], dict[str, str]]:
            return {"token": token, "protocol": 1}, {}

        self.windows = [
            Window(
                f"{name}.{place}",
                Door(urls, "/citizen", proof, polling),
                journal,
                Random(dice.random()),
                width=dice.choice((1, 1, 3)),
            )
            for place in range(2 if dice.random() < 0.25 else 1)
        ]
        for window in self.windows:
            window.opened = lambda window=window: self._open(window, language)  # type: ignore[misc]
            window.heard = self._hear
        self._keeping: list[asyncio.Task[None]] = []

    async def live(self, enough: asyncio.Event) -> None:
        """Talk until it is `enough`, or the conversation is over; then until everything said is kept or refused."""
        self._keeping = [asyncio.create_task(window.keep()) for window in self.windows]
        while not enough.is_set() and not self._over:
            await pause(enough, self._dice.expovariate(1 / self._pace))
            await self._act(self._dice.choice(self.windows), enough)
        await asyncio.gather(*(window.outbox.emptied() for window in self.windows))
        if self._over and not enough.is_set():
            await self.leave(early=True)

    async def leave(self, *, early: bool = False) -> None:
        """Read everything once more, and close the windows, once. `early`: before the others."""
        windows, self.windows = self.windows, []
        for window in windows:
            for followed in sorted(window.following):
                await window.read_anew(followed, early=early)
        await self.close()

    async def close(self) -> None:
        """Close the windows, whatever they show."""
        for keeping in self._keeping:
            keeping.cancel()
        await asyncio.gather(*self._keeping, return_exceptions=True)
        self._keeping = []

    async def _open(self, window: Window, language: str) -> None:
        await window.follow("conversation.open", {"language": language}, ["shared"])

    def _hear(self, event: str, payload: Any) -> None:
        if event == "entry" and payload["body"]["type"] == "conversation.closed":
            self._over = True

    async def _act(self, window: Window, enough: asyncio.Event) -> None:
        conversation = next((conversation for conversation, _ in window.following), None)
        if enough.is_set() or conversation is None:
            return
        chance = self._dice.random()
        if chance < 0.82:
            for _ in range(self._dice.choice((1, 1, 1, 4))):
                self._say(window, conversation)
        elif chance < 0.86:
            number = len(window.entries[conversation, "shared"])
            await window.try_asking("read.mark", {"conversation": conversation, "number": number})
        elif chance < 0.88:
            await window.try_asking("typing.show", {"conversation": conversation, "typing": True})
        elif chance < 0.90:
            await window.outbox.repeat()
        elif chance < 0.995:
            await window.try_asking("person.request", {"conversation": conversation})
        else:
            await window.try_asking("conversation.end", {"conversation": conversation})

    def _say(self, window: Window, conversation: str) -> None:
        self._marks += 1
        client_id = f"{window.name.replace('.', '-')}-{self._marks}-{self._dice.randbytes(4).hex()}"
        text = f"{self._dice.choice(SENTENCES)} [{client_id}]"
        window.outbox.put(Said("message.post", conversation, client_id, text))


async def pause(enough: asyncio.Event, seconds: float) -> None:
    """Wait, but not once it is enough."""
    try:
        async with asyncio.timeout(seconds):
            await enough.wait()
    except TimeoutError:
        return
