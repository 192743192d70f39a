"""A database that lets nobody in: whoever comes or tells something is told to try again, and is not left waiting."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import socketio

from server.media.placement import LEASE
from tests.support.postgres import PostgresServer
from tests.support.redis import RedisServer
from tests.transport.node import Client, served_node

pytestmark = pytest.mark.postgres


@contextlib.asynccontextmanager
async def away(server: PostgresServer, name: str) -> AsyncIterator[None]:
    """Nobody is connected to the database any more, and nobody can connect."""
    hidden = server.socket.with_name("hidden")
    outside = await asyncpg.connect(server.url("postgres").replace("+asyncpg", ""))
    server.socket.rename(hidden)
    try:
        await outside.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name)
        yield
    finally:
        hidden.rename(server.socket)
        await outside.close()


async def keep_announcing(worker: Client, announced: dict[str, Any]) -> None:
    """Go on being there: a worker of which nothing is heard is no longer heard."""
    while True:
        assert "ok" in await worker.ask("worker.announce", announced)
        await asyncio.sleep(LEASE / 5)


async def test_whoever_comes_or_tells_something_is_told_to_try_again(
    tmp_path: Path, redis_server: RedisServer, postgres_server: PostgresServer
) -> None:
    name = postgres_server.create()
    async with served_node(tmp_path, redis_server.url, database_url=postgres_server.url(name)) as node:
        cookie = await node.cookie()
        worker = await node.client("/service", {"key": node.key, "kind": "media", "protocol": 1})
        announced = {"worker": "w_12345678", "addresses": ["127.0.0.1"], "port": 9, "capacity": 9}
        assert "ok" in await worker.ask("worker.announce", announced)
        announcing = asyncio.create_task(keep_announcing(worker, announced))
        event = {"call": "k_0123456789", "kind": "connected", "party": "p_0123456789"}
        headers = {"Cookie": cookie, "Origin": node.origin}
        async with away(postgres_server, name), asyncio.timeout(20):
            # At first what is cut is noticed, then that nothing is there: errors of other kinds.
            for _ in range(3):
                telling = asyncio.create_task(worker.ask("media.event", event))
                agent = Client("/agent")
                with pytest.raises(socketio.exceptions.ConnectionError):
                    await agent.connect(node.origin, {"protocol": 1}, dict(headers))  # the library takes the cookie out
                assert agent.refused["data"]["code"] == "unavailable"
                assert (await telling)["error"]["code"] == "unavailable"
        assert "ok" in await worker.ask("media.event", event)
        await node.client("/agent", {"protocol": 1}, headers=dict(headers))
        assert not announcing.done()
        announcing.cancel()
    postgres_server.drop(name)
