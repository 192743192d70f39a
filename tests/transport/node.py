"""A whole desk node in the test's own process, listening on a real port, and clients that speak the real protocol."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import socketio
from aiohttp import web

from server.app import Node, build_node
from server.secret_files import SecretFile
from server.settings import Settings
from tests.support.ports import free_pair

PATIENCE = 30


class Client:
    """A Socket.IO client on one namespace that remembers what it hears."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace
        self.heard: list[tuple[str, Any]] = []
        self.socket = socketio.AsyncClient(reconnection=False)
        self.socket.on("*", self._hear, namespace=namespace)
        self.refused: Any = None
        self.socket.on("connect_error", self._refuse, namespace=namespace)

    async def connect(self, origin: str, auth: Any, headers: dict[str, str] | None = None, **options: Any) -> None:
        """Connect, or raise socketio's ConnectionError and have the reason in `refused`."""
        await self.socket.connect(
            origin,
            namespaces=[self.namespace],
            auth=auth,
            headers=headers or {},
            transports=options.pop("transports", ["websocket"]),
            wait_timeout=PATIENCE,
        )

    async def ask(self, event: str, payload: Any) -> Any:
        """Emit, and return what is acknowledged."""
        return await self.socket.call(event, payload, namespace=self.namespace, timeout=PATIENCE)

    def events(self, name: str) -> list[Any]:
        return [data for event, data in self.heard if event == name]

    async def close(self) -> None:
        await self.socket.disconnect()

    async def _hear(self, event: str, data: Any = None) -> None:
        self.heard.append((event, data))

    async def _refuse(self, data: Any = None) -> None:
        self.refused = data


class ServedNode:
    """A running node, and how to reach it as each kind of participant."""

    def __init__(self, node: Node, key: str) -> None:
        self.node = node
        self.key = key
        self.origin = node.settings.public_origin
        self._open: list[Client] = []

    async def client(self, namespace: str, auth: Any, **options: Any) -> Client:
        client = Client(namespace)
        self._open.append(client)
        await client.connect(self.origin, auth, **options)
        return client

    async def citizen(self, token: str | None = None, **options: Any) -> tuple[Client, str]:
        """A citizen, and the conversation that the token opens."""
        client = await self.client("/citizen", {"token": token or secrets.token_urlsafe(32), "protocol": 1}, **options)
        opened = await client.ask("conversation.open", {"language": "nl"})
        return client, opened["ok"]["conversation"]

    async def cookie(self, login: str = "an") -> str:
        """Sign a demo agent in; the cookie."""
        lines = self.node.settings.demo_agents_file.read_text().splitlines()
        password = next(line.split("\t")[1] for line in lines if line.startswith(f"{login}\t"))
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                f"{self.origin}/api/sign-in",
                json={"login": login, "password": password},
                headers={"Origin": self.origin},
            ) as response,
        ):
            assert response.status == 200
            return response.headers["Set-Cookie"].split(";")[0]

    async def agent(self, login: str = "an") -> Client:
        headers = {"Cookie": await self.cookie(login), "Origin": self.origin}
        return await self.client("/agent", {"protocol": 1}, headers=headers)

    async def bot(self) -> Client:
        return await self.client("/service", {"key": self.key, "kind": "bot", "protocol": 1, "worker": "test-bot"})

    async def close(self) -> None:
        for client in self._open:
            await client.close()


@asynccontextmanager
async def served_node(folder: Path, redis_url: str, **overrides: Any) -> AsyncIterator[ServedNode]:
    """A node with the demo zone. `overrides` go to its settings; without any it is on SQLite in `folder`."""
    port = free_pair()
    settings = Settings(
        data=folder,
        port=port,
        redis_url=redis_url,
        public_origin=f"http://localhost:{port}",
        **overrides,
    )
    key = SecretFile(settings.service_key_file).read_or_make()
    node = build_node(settings)
    async with node.running():
        runner = web.AppRunner(node.desk, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        served = ServedNode(node, key)
        try:
            yield served
        finally:
            await served.close()
            await runner.cleanup()
