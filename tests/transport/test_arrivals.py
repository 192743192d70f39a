"""Arrivals: an address that brings too many is told to wait, and nobody else is."""

import contextlib
import json
import secrets
from asyncio import Transport
from collections.abc import AsyncIterator
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from server.protocol.errors import Refusal
from server.transport.address import Addresses
from server.transport.arrivals import (
    CONNECTIONS,
    CONVERSATIONS,
    KNOWN,
    OPEN,
    OPEN_OF_KNOWN,
    OPEN_OF_ONE,
    TESTS,
    Arrivals,
)
from server.transport.doorstep import PLACES
from tests.transport.node import ServedNode, served_node
from tests.transport.site import ServedSite
from tests.transport.wire import wired


@pytest.fixture(scope="module")
async def node(tmp_path_factory: pytest.TempPathFactory, redis_server: Any) -> AsyncIterator[ServedNode]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with served_node(folder, redis_server.url, trusted_proxies=("127.0.0.0/8", "::1/128")) as served:
        yield served


def coming_by(address: str) -> dict[str, str]:
    return {"X-Forwarded-For": address}


async def begin(node: ServedNode, address: str, token: str | None = None) -> Any:
    """Let another citizen in from there, and open a conversation."""
    return await ask(node, address, "conversation.open", {"language": "nl"}, token)


async def ask(
    node: ServedNode | ServedSite, address: str, event: str, payload: dict[str, str], token: str | None = None
) -> Any:
    """Let another citizen in from there, and send one command."""
    async with wired(node.origin, coming_by(address)) as wire:
        await wire.enter(token or secrets.token_urlsafe(32))
        await wire.socket.send_str(f"42/citizen,1{json.dumps([event, payload])}")
        return await wire.acknowledged(1)


async def test_one_address_opens_so_many_conversations(node: ServedNode) -> None:
    known = secrets.token_urlsafe(32)
    here = "203.0.113.5"
    assert "ok" in await begin(node, here, known)
    answers = [await begin(node, here)]
    # Meanwhile there is room for more.
    while "ok" in answers[-1] and len(answers) < 600:
        answers.append(await begin(node, here))
    assert len(answers) >= CONVERSATIONS.burst
    assert answers[-1]["error"]["code"] == "too_many_requests"
    assert answers[-1]["error"]["retry_after"] > 0
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


async def test_what_tests_from_one_address_open_by_turn_counts_together(site: ServedSite) -> None:
    async def name(address: str) -> str:
        started = await ask(site, address, "test.start", {})
        return str(started["ok"]["servers"][0]["username"]).partition(":")[2]

    assert len({await name("203.0.113.9") for _ in range(3)}) == 1
    assert len({await name(f"203.0.113.{number}") for number in range(10)}) > 1


class Coming:
    """Sessions that come from one address and go again, with a clock that the test moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.arrivals = Arrivals(Addresses(), lambda: self.now)
        self.told_to_leave: list[str] = []

    def come(self, session: str, address: str = "203.0.113.9") -> float:
        """One more comes; how long it has to wait."""
        self.arrivals.came(session, coming(address), lambda: self.told_to_leave.append(session))
        return self.arrivals.wait(session, coming(address))

    def fill(self, count: int) -> None:
        """So many come, none too soon after another."""
        for number in range(count):
            self.now += 1
            assert self.come(f"session-{number}") == 0

    def go(self, session: str, address: str = "203.0.113.9") -> None:
        self.arrivals.went(session, coming(address))

    def let_in(self, session: str, who: str) -> None:
        self.arrivals.let_in(session, coming("203.0.113.9"), who)

    async def knock(self, address: str = "203.0.113.9") -> bool:
        """Whether a session may begin at all."""

        async def begun(request: web.Request) -> web.StreamResponse:
            return web.Response()

        with contextlib.suppress(Refusal):
            return (await self.arrivals.limit(coming(address), begun)).status == HTTPStatus.OK
        return False


@cache
def coming(address: str) -> web.Request:
    return make_mocked_request("GET", "/socket.io/?EIO=4", transport=_From(address))


def test_one_address_connects_so_often() -> None:
    there = Coming()
    for number in range(int(CONNECTIONS.burst)):
        assert there.come(f"session-{number}") == 0
    assert there.come("late") >= 1
    assert there.come("elsewhere", "203.0.113.10") == 0
    assert there.come("own", "127.0.0.1") == 0
    there.now += 1
    assert there.arrivals.wait("late", coming("203.0.113.9")) == 0, "there is room by now"
    for _ in range(int(CONNECTIONS.per_minute / 60) - 1):
        assert there.come("next") == 0
    assert there.come("too late") >= 1


def test_one_address_has_so_many_open_at_once() -> None:
    there = Coming()
    there.fill(OPEN)
    assert there.come("late") >= 1
    assert there.come("elsewhere", "203.0.113.10") == 0
    there.go("session-0")
    assert there.come("instead") == 0
    assert there.come("late again") >= 1


def test_who_is_no_stranger_is_let_in_so_often_and_so_many_times_at_once() -> None:
    there = Coming()
    there.fill(OPEN)
    for number in range(OPEN_OF_ONE):
        assert there.come(f"mine-{number}") >= 1
        there.let_in(f"mine-{number}", "citizen a")
    assert there.come("mine-more") >= 1
    with pytest.raises(Refusal, match="too_many_requests"):
        there.let_in("mine-more", "citizen a")
    assert there.come("another's") >= 1
    there.let_in("another's", "citizen b")
    for number in range(int(KNOWN.burst) - OPEN_OF_ONE):
        there.go(f"mine-{number}")
        assert there.come(f"mine-{number + OPEN_OF_ONE}") >= 1
        there.let_in(f"mine-{number + OPEN_OF_ONE}", "citizen a")
    there.go("another's")
    there.go(f"mine-{int(KNOWN.burst) - 1}")
    with pytest.raises(Refusal, match="too_many_requests") as refused:
        there.let_in("mine-more", "citizen a")
    assert refused.value.refused.retry_after
    there.now += 60 / KNOWN.per_minute
    there.let_in("mine-more", "citizen a")


def test_however_many_are_known_one_address_has_only_so_many_open() -> None:
    there = Coming()
    there.fill(OPEN)
    for number in range(OPEN_OF_KNOWN - OPEN):
        there.come(f"known-{number}")
        there.let_in(f"known-{number}", f"citizen {number}")
    assert there.come("one more") >= 1
    with pytest.raises(Refusal, match="too_many_requests"):
        there.let_in("one more", "citizen more")
    there.arrivals.let_in("one more", coming("203.0.113.9"))


async def test_the_doorstep_holds_so_many_and_each_for_a_second() -> None:
    there = Coming()
    there.fill(OPEN)
    for second in range(2):
        for number in range(PLACES // 2):
            assert await there.knock()
            assert there.come(f"stranger-{second}-{number}") >= 1
        assert not await there.knock()
        assert await there.knock("203.0.113.10")
        there.now += 1
    assert there.told_to_leave == []
    assert await there.knock()
    assert there.come("stranger-more") >= 1
    assert there.told_to_leave == ["stranger-0-0"]
    there.go("stranger-0-0")
    assert there.come("still too many") >= 1, "who left the doorstep was never in"
    assert there.told_to_leave == ["stranger-0-0", "stranger-0-1"]


async def test_who_comes_to_the_doorstep_and_goes_again_does_not_come_more_often() -> None:
    there = Coming()
    there.fill(OPEN)
    for _ in range(PLACES // 2):
        assert await there.knock()
        assert there.come("stranger") >= 1
        there.go("stranger")
    assert not await there.knock()


class _From(Transport):
    """A transport that comes from an address."""

    def __init__(self, address: str) -> None:
        super().__init__({"peername": (address, 1234)})
