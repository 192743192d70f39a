"""A citizen without a screen: what an agent's screen shows of one does not depend on how the citizen's looks."""

import asyncio
import secrets
from typing import Any, Self

import socketio

from server.protocol import PROTOCOL
from tests.support.desk import ServedDesk


class Citizen:
    """A citizen in a conversation of their own, for as long as the context lasts. `heard` is what its log said."""

    def __init__(self, desk: ServedDesk, language: str = "nl") -> None:
        self._desk = desk
        self._language = language
        self._socket = socketio.AsyncClient()
        self._socket.on("entry", self._hear, namespace="/citizen")
        self.conversation = ""
        self.heard: list[dict[str, Any]] = []

    async def __aenter__(self) -> Self:
        await self._socket.connect(
            self._desk.origin,
            auth={"token": secrets.token_urlsafe(32), "protocol": PROTOCOL},
            namespaces=["/citizen"],
            transports=["websocket"],
        )
        opened = await self._call("conversation.open", language=self._language)
        self.conversation = opened["conversation"]
        return self

    async def __aexit__(self, *_: object) -> None:
        # What waits would call the agents of the tests that follow.
        await self.send("conversation.end")
        await self._socket.disconnect()

    async def send(self, event: str, **payload: object) -> dict[str, Any]:
        """Send a command about the conversation; its result."""
        return await self._call(event, conversation=self.conversation, **payload)

    async def say(self, text: str) -> None:
        await self.send("message.post", client_id=secrets.token_urlsafe(12), text=text)

    async def wait_for_a_person(self, text: str) -> None:
        """Say something, and ask for a person."""
        await self.say(text)
        await self.send("person.request")

    async def hears(self, text: str) -> None:
        """Somebody else says this, within half a minute."""
        async with asyncio.timeout(30):
            while all(text not in entry["body"].get("text", "") for entry in self.heard):
                await asyncio.sleep(0.05)

    async def hears_of(self, what: str) -> dict[str, Any]:
        """The log says that this happened, within half a minute; what it says of it."""
        async with asyncio.timeout(30):
            while not (found := [entry["body"] for entry in self.heard if entry["body"]["type"] == what]):
                await asyncio.sleep(0.05)
        return dict(found[-1])

    async def _call(self, event: str, **payload: object) -> dict[str, Any]:
        answer = await self._socket.call(event, payload, namespace="/citizen")
        assert "ok" in answer, f"{event}: {answer}"
        return dict(answer["ok"])

    async def _hear(self, entry: dict[str, Any]) -> None:
        self.heard.append(entry)
