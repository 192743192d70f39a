"""Whoever is in a call is asked for signs of life briskly, also after loading the page again, and calmly afterwards."""

import asyncio
import secrets
from pathlib import Path

from server.transport.desk_server import BRISK, CALM
from server.transport.socketio.heartbeat import Pace
from tests.support.redis import RedisServer
from tests.transport.node import Client, ServedNode, served_node


async def test_a_citizen_in_a_call_is_asked_more_often(tmp_path: Path, redis_server: RedisServer) -> None:
    async with served_node(tmp_path, redis_server.url) as node:
        worker = await node.client("/service", {"key": node.key, "kind": "media", "protocol": 1, "worker": "test"})
        announced = {"worker": "w_12345678", "addresses": ["127.0.0.1"], "port": 9, "capacity": 9}
        token = secrets.token_urlsafe(32)
        citizen, conversation = await node.citizen(token)
        about = {"conversation": conversation}
        await citizen.ask("person.request", about)
        agent = await node.agent()
        assert "ok" in await agent.ask("conversation.take", about)
        call = (await agent.ask("call.propose", about))["ok"]["view"]["call"]
        assert pace_of(node, citizen) == CALM
        # A worker that has not been heard of for a while is not there any more.
        assert "ok" in await worker.ask("worker.announce", announced)
        assert "ok" in await citizen.ask("call.accept", {**about, "call": call})
        await until_pace(node, citizen, BRISK)

        await citizen.close()
        again, _ = await node.citizen(token)
        await until_pace(node, again, BRISK)
        assert "ok" in await again.ask("call.hang_up", {**about, "call": call})
        await until_pace(node, again, CALM)


def pace_of(node: ServedNode, client: Client) -> Pace:
    pace: Pace = node.node.server.eio.sockets[client.socket.eio.sid].pace
    return pace


async def until_pace(node: ServedNode, client: Client, pace: Pace) -> None:
    async with asyncio.timeout(20):
        while pace_of(node, client) != pace:
            await asyncio.sleep(0.01)
