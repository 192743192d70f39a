"""An agent without a console: what a citizen's screen shows of one does not depend on how the agent's looks."""

import asyncio
import secrets
from typing import Any, Self

import aiohttp
import socketio

from server.protocol import PROTOCOL
from tests.support.desk import ServedDesk


class Agent:
    """An agent of the demo zone, signed in and accepting conversations for as long as the context lasts."""

    def __init__(self, desk: ServedDesk, cookie: str) -> None:
        self._desk = desk
        self._cookie = cookie
        self._socket = socketio.AsyncClient()
        self._taken: set[str] = set()

    async def __aenter__(self) -> Self:
        await self._socket.connect(
            self._desk.origin,
            headers={"Origin": self._desk.origin, "Cookie": self._cookie},
            auth={"protocol": PROTOCOL},
            namespaces=["/agent"],
            transports=["websocket"],
        )
        await self.send("availability.set", accepting=True)
        return self

    async def __aexit__(self, *_: object) -> None:
        for conversation in list(self._taken):
            await self.close(conversation)
        await self.send("availability.set", accepting=False)
        await self._socket.disconnect()

    async def send(self, event: str, **payload: object) -> dict[str, Any]:
        """Send a command; its result."""
        answer = await self._socket.call(event, payload, namespace="/agent")
        assert "ok" in answer, f"{event}: {answer}"
        return dict(answer["ok"])

    async def take(self, words: str) -> str:
        """Take the conversation in which these words were said, once it waits; its id."""
        async with asyncio.timeout(30):
            while (conversation := await self._find(words)) is None:
                await asyncio.sleep(0.2)
        await self.send("conversation.take", conversation=conversation)
        self._taken.add(conversation)
        return conversation

    async def _find(self, words: str) -> str | None:
        """Look into what waits, the newest first."""
        queue = (await self.send("queue.watch"))["queue"]["waiting"]
        for each in sorted(queue, key=lambda each: str(each["opened_at"]), reverse=True):
            conversation = str(each["conversation"])
            entries = (await self.send("log.sync", conversation=conversation, last=True))["entries"]
            if any(entry["body"].get("text") == words for entry in entries):
                return conversation
        return None

    async def close(self, conversation: str) -> None:
        """Close a conversation that was taken."""
        await self.send("conversation.close", conversation=conversation, outcome="answered")
        self._taken.discard(conversation)

    async def close_all(self) -> None:
        """Close every conversation that the agent has."""
        for each in (await self.send("queue.watch"))["queue"]["mine"]:
            await self.close(each["conversation"])

    async def say(self, conversation: str, text: str) -> None:
        await self.send("message.post", conversation=conversation, client_id=secrets.token_urlsafe(12), text=text)


async def sign_in(desk: ServedDesk, login: str, password: str) -> str:
    """The cookie of a new sign-in."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        answer = await http.post(
            f"{desk.origin}/api/sign-in",
            json={"login": login, "password": password},
            headers={"Origin": desk.origin},
        )
        return answer.headers["Set-Cookie"].partition(";")[0]
