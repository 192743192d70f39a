"""Arrivals: an address that brings too many is told to wait, and nobody else is."""

import json
import secrets
from asyncio import Transport
from collections.abc import AsyncIterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from server.protocol.errors import Refusal
from server.transport.address import Addresses
from server.transport.arrivals import CONNECTIONS, CONVERSATIONS, OPEN, TESTS, Arrivals
from tests.transport.node import ServedNode, served_node
from tests.transport.wire import wired


@pytest.fixture(scope="module")
async def node(tmp_path_factory: pytest.TempPathFactory, redis_server: Any) -> AsyncIterator[ServedNode]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with served_node(folder, redis_server.url, trusted_proxies=("127.0.0.0/8", "::1/128")) as served:
        yield served


def coming_from(address: str) -> dict[str, str]:
    return {"X-Forwarded-For": address}


async def begin(node: ServedNode, address: str, token: str | None = None) -> Any:
    """Let another citizen in from there, and open a conversation."""
    return await ask(node, address, "conversation.open", {"language": "nl"}, token)


async def ask(node: ServedNode, address: str, event: str, payload: dict[str, str], token: str | None = None) -> Any:
    """Let another citizen in from there, and send one command."""
    async with wired(node.origin, coming_from(address)) as wire:
        await wire.enter(token or secrets.token_urlsafe(32))
        await wire.socket.send_str(f"42/citizen,1{json.dumps([event, payload])}")
        return await wire.acknowledged(1)


async def test_one_address_opens_so_many_conversations(node: ServedNode) -> None:
    known = secrets.token_urlsafe(32)
    here = "203.0.113.5"
    assert "ok" in await begin(node, here, known)
    answers = [await begin(node, here) for _ in range(int(CONVERSATIONS.burst) + 40)]
    refused = [answer["error"] for answer in answers if "error" in answer]
    assert refused
    assert {each["code"] for each in refused} == {"too_many_requests"}
    assert all(each["retry_after"] > 0 for each in refused)
    assert "ok" in await begin(node, here, known), "who comes back opens nothing new"
    assert "ok" in await begin(node, "203.0.113.6")


async def test_one_address_tests_the_network_so_often(node: ServedNode) -> None:
    here, token = "203.0.113.9", secrets.token_urlsafe(32)
    answers = [await ask(node, here, "test.start", {}, token) for _ in range(int(TESTS.burst) + 5)]
    refused = [answer["error"] for answer in answers if "error" in answer]
    assert refused
    assert {each["code"] for each in refused} == {"too_many_requests"}
    assert all(each["retry_after"] > 0 for each in refused)
    assert "ok" in await ask(node, "203.0.113.10", "test.start", {})


async def test_one_address_connects_so_often(node: ServedNode) -> None:
    url = f"{node.origin}/socket.io/?EIO=4&transport=polling"
    async with aiohttp.ClientSession() as session:

        async def knock(address: str | None) -> aiohttp.ClientResponse:
            async with session.get(url, headers=coming_from(address) if address else {}) as response:
                await response.read()
                return response

        statuses = [(await knock("203.0.113.7")).status for _ in range(int(CONNECTIONS.burst) + 200)]
        assert statuses[: int(CONNECTIONS.burst)] == [HTTPStatus.OK] * int(CONNECTIONS.burst)
        assert HTTPStatus.TOO_MANY_REQUESTS in statuses
        last = await knock("203.0.113.7")
        if last.status != HTTPStatus.OK:
            assert int(last.headers["Retry-After"]) > 0
        assert (await knock("203.0.113.8")).status == HTTPStatus.OK
        assert (await knock(None)).status == HTTPStatus.OK


async def test_one_address_has_so_many_open_at_once() -> None:
    now = 0.0
    arrivals = Arrivals(Addresses(), lambda: now)

    async def let_in(request: web.Request) -> web.StreamResponse:
        return web.Response()

    def coming(address: str) -> web.Request:
        return make_mocked_request("GET", "/socket.io/?EIO=4", transport=_From(address))

    first = coming("203.0.113.9")
    for _ in range(OPEN):
        now += 1
        await arrivals.limit(first, let_in)
        arrivals.came(first)
    with pytest.raises(Refusal) as refused:
        await arrivals.limit(first, let_in)
    assert refused.value.refused.retry_after
    await arrivals.limit(coming("203.0.113.10"), let_in)
    arrivals.went(first)
    await arrivals.limit(first, let_in)


class _From(Transport):
    """A transport that comes from an address."""

    def __init__(self, address: str) -> None:
        super().__init__({"peername": (address, 1234)})
