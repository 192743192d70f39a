"""Whoever speaks to our classes hears, packet for packet, what the library's own would have said."""

import asyncio
import contextlib
import json
import re
from collections.abc import Sequence
from typing import Any

import pytest

from server.transport.desk_server import DeskServer
from tests.transport.socketio.lines import Line, opened
from tests.transport.socketio.servers import Ours, serving, stock

SAID = [
    '42/one,["before it was let in"]',
    '40/one,{"name":"nobody"}',
    "40/nowhere,",
    '40/one,{"name":"an"}',
    "40/one,",
    '40/two,{"name":"bram"}',
    '42/one,1["echo",{"text":"één","deep":[1,2.5,true,null,{"a":[]}]}]',
    '42/one,["echo","nobody asks for an answer"]',
    '42/one,2["echo"]',
    '42/one,3["several",1,"two",{"three":3}]',
    '42/one,4["nothing"]',
    '42/one,5["enter","red"]',
    '42/one,6["rooms"]',
    '42/two,7["rooms"]',
    '42/one,8["say","red",{"text":"to those in it"}]',
    '42/one,9["say others","red","a","b"]',
    '42/one,10["say","blue","to nobody"]',
    '42/one,11["say all"]',
    '42/two,12["say all"]',
    '42/one,13["leave","red"]',
    '42/one,14["say","red","to nobody any more"]',
    '42/one,15["ask","how are you"]',
    '43/one,1["fine",{"really":true}]',
    '43/one,99["nobody asked"]',
    '42/two,16["leave for good"]',
    '42/two,17["echo","too late"]',
    "41/two",
    "40/two,",
    "41/two",
    "40/two,",
    '42/two?token=1,18["echo"]',
    '42/one,99999999999["echo"]',
]

OTHERWISE = {
    '42/one,["before it was let in"]',
    "40/one,",
    '42/one,3["several",1,"two",{"three":3}]',
    '42/one,4["nothing"]',
    '43/one,99["nobody asked"]',
}
"""What the desk's own server answers in its own way: every command has one answer, and what is not expected a pause."""


@pytest.mark.parametrize("transport", ["websocket", "polling", "upgrade"])
async def test_a_whole_conversation(transport: str) -> None:
    heard = []
    for server in (stock(), Ours()):
        async with serving(server) as url, opened(url, transport) as (line, opening):
            heard.append([_read(opening), *await _conversation(line, "/one")])
    assert heard[0] == heard[1]
    assert len(heard[0]) > len(SAID) / 2


# Over polling it answers whoever takes the answers, and here all is sent before anything is read.
@pytest.mark.parametrize("transport", ["websocket", "upgrade"])
async def test_the_desks_own_server_says_the_same_to_whoever_behaves(transport: str) -> None:
    said = [packet.replace("/one", "/citizen").replace("/two", "/agent") for packet in SAID if packet not in OTHERWISE]
    assert len(said) == len(SAID) - len(OTHERWISE)
    heard = []
    for server in (stock(), DeskServer()):
        async with serving(server, ("/citizen", "/agent")) as url, opened(url, transport) as (line, _):
            heard.append(await _conversation(line, "/citizen", said))
    assert heard[0] == heard[1]
    assert len(heard[0]) > len(said) / 2


@pytest.mark.parametrize("transport", ["websocket", "polling", "upgrade"])
async def test_a_client_that_leaves_is_gone_from_all_namespaces(transport: str) -> None:
    reasons: list[list[tuple[str, str]]] = []
    for server in (stock(), Ours()):
        gone: list[tuple[str, str]] = []
        async with serving(server) as url, opened(url, transport) as (line, _):
            for namespace in ("/one", "/two"):
                server.on("disconnect", _noting(gone, namespace), namespace=namespace)
                await line.send(f"40{namespace},")
                await line.send(f'42{namespace},1["echo"]')
                await _until(line, f"43{namespace},1")
            await line.send("1")
            async with asyncio.timeout(10):
                while len(gone) < 2 or server.environ:
                    await asyncio.sleep(0.01)
        assert server.manager.rooms == {}
        reasons.append(sorted(gone))
    assert reasons[0] == reasons[1]


@pytest.mark.parametrize(
    "query",
    ["", "&transport=telegram", "&transport=websocket", "&transport=polling&sid=nobody", "&transport=polling&j=0"],
)
async def test_requests_that_are_no_session(query: str) -> None:
    import aiohttp

    answers = []
    for server in (stock(), Ours()):
        async with serving(server) as url, aiohttp.ClientSession() as session:
            for address in (url + query, url.replace("EIO=4", "EIO=3") + query):
                async with session.get(address) as response:
                    text = re.sub(r'sid\\?":\\?"[\w-]+', "", await response.text())
                    answers.append((address.partition("?")[2], response.status, response.content_type, text))
    half = len(answers) // 2
    assert answers[:half] == answers[half:]


async def test_what_is_too_large_ends_the_connection() -> None:
    async with serving(server := Ours()) as url:
        for transport in ("websocket", "polling"):
            async with opened(url, transport) as (line, _):
                await _fails(line, '42/one,["echo","' + 20_000 * "x" + '"]')
        assert server.eio.sockets == {}


def _noting(gone: list[tuple[str, str]], namespace: str) -> Any:
    async def disconnect(sid: str, reason: str) -> None:
        gone.append((namespace, reason))

    return disconnect


async def _conversation(line: Line, last: str, said: Sequence[str] = SAID) -> list[Any]:
    heard = []
    for packet in said:
        await line.send(f"4{packet.removeprefix('4')}")
    await line.send(f'42{last},1000["echo","that was all"]')
    while True:
        packet = await line.receive()
        if packet != "6":
            heard.append(_read(packet))
        if packet.startswith(f"43{last},1000"):
            return heard


async def _fails(line: Line, packet: str) -> None:
    with contextlib.suppress(ConnectionError):
        await line.send(packet)
        while True:
            await line.receive()


async def _until(line: Line, beginning: str) -> None:
    while not (await line.receive()).startswith(beginning):
        pass


def _read(packet: str) -> tuple[str, Any]:
    """A packet, with what its JSON means instead of how it is spelt, and without names that are new every time."""
    found = re.fullmatch(r"([0-9]+(?:/[^,]*,)?[0-9]*)(.*)", packet, re.DOTALL)
    assert found is not None, packet
    meant = json.loads(found[2]) if found[2] else None
    if isinstance(meant, dict) and "sid" in meant:
        meant["sid"] = "…"
    return found[1], meant
