"""Somebody at a browser, without one: connects again whenever the line is cut, keeps what was written until it is
acknowledged, and asks for what is missing in the numbers."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Protocol

import aiohttp
import socketio
from socketio.exceptions import SocketIOError

from server.protocol import PROTOCOL

PATIENCE = 30.0


class Person:
    """A citizen, or an agent: who has a cookie."""

    def __init__(self, url: str, *, cookie: str | None = None, origin: str = "", transports: str = "websocket") -> None:
        self.url = url
        self.conversation = ""
        self.entries: dict[int, dict[str, Any]] = {}
        self.heard: list[tuple[str, Any]] = []
        self.refused: list[Any] = []
        self.connections = 0
        self._namespace = "/citizen" if cookie is None else "/agent"
        self._auth = {"protocol": PROTOCOL} | ({} if cookie else {"token": secrets.token_urlsafe(32)})
        self._headers = {"Cookie": cookie, "Origin": origin} if cookie else {}
        self._transports = transports.split(",")
        self._client: socketio.AsyncClient | None = None
        self.there = asyncio.Event()
        self._cut = asyncio.Event()

    async def live(self) -> None:
        """Be connected, again and again, until cancelled."""
        try:
            while True:
                with suppress(SocketIOError, TimeoutError):
                    await self._connect()
                    self.connections += 1
                    await self._come_in()
                    self.there.set()
                    await self._cut.wait()
                self.there.clear()
                await asyncio.sleep(0.05)
        finally:
            if self._client is not None:
                await self._client.disconnect()

    async def ask(self, event: str, **payload: Any) -> Any:
        """What was acknowledged, however often it has to be sent. A refusal is remembered, and returned as None."""
        while True:
            await asyncio.wait_for(self.there.wait(), PATIENCE)
            with suppress(SocketIOError, TimeoutError):
                answer = await self._call(event, payload)
                if answer is not None and "ok" in answer:
                    return answer["ok"]
                if answer is not None:
                    self.refused.append(answer["error"])
                    return None
            await asyncio.sleep(0.05)

    async def post(self, text: str) -> int:
        """Say something, once; its number."""
        posted = await self.ask(
            "message.post", conversation=self.conversation, client_id=secrets.token_hex(8), text=text
        )
        assert posted is not None, self.refused
        return int(posted["number"])

    def texts(self) -> list[str]:
        """What people said, in order, as far as it has arrived."""
        return [each["body"]["text"] for each in self._said() if each["author"]["kind"] != "bot"]

    def answers(self) -> list[str]:
        """What the bot said, likewise; by the ids that it gave."""
        return [each["client_id"] for each in self._said() if each["author"]["kind"] == "bot"]

    def events(self, name: str) -> list[Any]:
        return [data for event, data in self.heard if event == name]

    async def until(self, happened: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not happened():
                await asyncio.sleep(0.02)

    async def until_heard(self, texts: list[str]) -> None:
        """Wait until exactly this was said, each once."""
        await self.until(lambda: sorted(self.texts()) == sorted(texts))

    def _said(self) -> list[dict[str, Any]]:
        entries = [self.entries[number] for number in sorted(self.entries)]
        return [each for each in entries if each["body"]["type"] == "message.posted"]

    async def _connect(self) -> None:
        if self._client is not None:
            await self._client.disconnect()
        self._cut = asyncio.Event()
        self._client = socketio.AsyncClient(reconnection=False, ssl_verify=False, handle_sigint=False)
        self._client.on("*", self._hear, namespace=self._namespace)
        self._client.on("disconnect", lambda *_, cut=self._cut: cut.set(), namespace=self._namespace)
        await self._client.connect(
            self.url,
            namespaces=[self._namespace],
            auth=self._auth,
            headers=dict(self._headers),  # the client takes the cookie out
            transports=self._transports,
            wait_timeout=10,
        )

    async def _come_in(self) -> None:
        if self._namespace == "/citizen":
            opened = await self._call("conversation.open", {"language": "nl"})
            self.conversation = opened["ok"]["conversation"]
        else:
            await self._call("queue.watch", {})
            if self.conversation:
                await self._call("conversation.show", {"conversation": self.conversation})
        if self.conversation:
            await self._sync()

    async def _call(self, event: str, payload: dict[str, Any]) -> Any:
        assert self._client is not None
        asking = asyncio.ensure_future(self._client.call(event, payload, namespace=self._namespace, timeout=10))
        cut = asyncio.ensure_future(self._cut.wait())
        try:
            await asyncio.wait({asking, cut}, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                raise TimeoutError("cut")
            return asking.result()
        finally:
            for each in (asking, cut):
                each.cancel()
            await asyncio.gather(asking, cut, return_exceptions=True)

    async def _hear(self, event: str, data: Any = None) -> None:
        if event != "entry":
            self.heard.append((event, data))
        elif data["log"] == "shared" and data["conversation"] == self.conversation:
            self.entries[data["number"]] = data
            if len(self.entries) < max(self.entries):
                with suppress(SocketIOError, TimeoutError):
                    await self._sync()

    async def _sync(self) -> None:
        have = next((number for number in range(len(self.entries) + 1) if number + 1 not in self.entries), 0)
        answer = await self._call("log.sync", {"conversation": self.conversation, "log": "shared", "after": have})
        for entry in answer["ok"]["entries"]:
            self.entries[entry["number"]] = entry


class Desk(Protocol):
    """Where people sign in."""

    origin: str

    def password(self, login: str) -> str: ...


async def signed_in(desk: Desk, login: str) -> str:
    """The cookie of a demo agent."""
    sign_in = {"login": login, "password": desk.password(login)}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{desk.origin}/api/sign-in", json=sign_in, headers={"Origin": desk.origin}, ssl=False) as answer,
    ):
        assert answer.status == 200
        return answer.headers["Set-Cookie"].split(";")[0]


@asynccontextmanager
async def present(*people: Person) -> AsyncIterator[None]:
    """As long as the block lasts, these people are at their browsers."""
    lives = [asyncio.create_task(person.live()) for person in people]
    try:
        for person in people:
            await asyncio.wait_for(person.there.wait(), PATIENCE)
        yield
    finally:
        for life in lives:
            life.cancel()
        await asyncio.gather(*lives, return_exceptions=True)


async def helped(citizen: Person, agent: Person) -> None:
    """The agent takes the citizen's conversation."""
    await citizen.ask("person.request", conversation=citizen.conversation)
    taken = await agent.ask("conversation.take", conversation=citizen.conversation)
    assert taken is not None, agent.refused
    agent.conversation = citizen.conversation
    await agent.ask("conversation.show", conversation=citizen.conversation)
