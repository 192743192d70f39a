"""The direct socket: sending never waits, leaves in one piece, and is bounded."""

import asyncio
from typing import Any

import aiohttp
import pytest

from server.transport.socketio.body import MOST_PACKETS
from server.transport.socketio.socket import MOST_UNREAD, DirectSocket
from tests.transport.socketio.lines import Polls, opened, polled
from tests.transport.socketio.servers import Ours, serving


def only(server: Any) -> DirectSocket:
    (socket,) = server.eio.sockets.values()
    assert isinstance(socket, DirectSocket)
    return socket


@pytest.mark.parametrize("transport", ["websocket", "polling", "upgrade"])
async def test_what_is_said_at_once_arrives_in_order(transport: str) -> None:
    async with serving(server := Ours()) as url, opened(url, transport) as (line, _):
        said = [f"{number} {'é' * (number * 70)}" for number in range(100)]
        for each in said:
            only(server).say(each)
        heard: list[str] = []
        while len(heard) < len(said):
            packet = await line.receive()
            if packet != "6":
                heard.append(packet.removeprefix("4"))
        assert heard == said


async def test_what_is_said_in_one_turn_is_one_piece() -> None:
    async with serving(server := Ours()) as url, opened(url, "websocket") as (line, _):
        socket = only(server)
        written: list[bytes] = []
        transport = socket._transport  # noqa: SLF001 where the pieces go
        assert transport is not None
        socket._transport = _Noting(transport, written)  # type: ignore[assignment]  # noqa: SLF001
        for word in ("one", "two", "three"):
            socket.say(word)
        assert [await line.receive() for _ in range(3)] == ["4one", "4two", "4three"]
        assert len(written) == 1


class _Noting:
    def __init__(self, transport: asyncio.Transport, written: list[bytes]) -> None:
        self._transport = transport
        self._written = written

    def write(self, data: bytes) -> None:
        self._written.append(data)
        self._transport.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


@pytest.mark.parametrize("transport", ["websocket", "polling", "upgrade"])
async def test_who_does_not_read_is_dropped_at_the_bound(transport: str) -> None:
    async with serving(server := Ours()) as url, opened(url, transport):
        socket = only(server)
        for _ in range(20 * MOST_UNREAD // 10_000):
            socket.say(10_000 * "x")
            assert socket.unread < MOST_UNREAD + 100_000
            await asyncio.sleep(0)
        async with asyncio.timeout(20):
            while server.eio.sockets:
                await asyncio.sleep(0.01)
        assert socket.closed
        socket.say("to nobody, and without fault")


async def test_who_catches_up_is_waited_for() -> None:
    async with serving(server := Ours()) as url, opened(url, "websocket") as (line, _):
        socket = only(server)
        while socket.unread < MOST_UNREAD // 2:
            socket.say(10_000 * "x")
            await asyncio.sleep(0)
        waiting = asyncio.create_task(socket.taken())
        await asyncio.sleep(0)
        assert not waiting.done()
        while not waiting.done():
            await line.receive()
        assert not socket.closed


@pytest.mark.parametrize("what", ["ask", "say"])
async def test_two_requests_at_once_end_a_session(what: str) -> None:
    async with serving(server := Ours()) as url, aiohttp.ClientSession() as session:
        polls, _ = await polled(session, url)
        if what == "ask":
            first = asyncio.create_task(polls.receive())
            await _until(lambda: only(server)._polling)  # noqa: SLF001
            with pytest.raises(ConnectionError):
                await polls.receive()
            assert await first == "1"
        else:
            held = asyncio.Event()
            server.on("echo", lambda sid: held.wait(), namespace="/one")
            await polls.send("40/one,")
            server.handlers["/one"]["echo"] = _holding(held)
            first_said = asyncio.create_task(polls.send('42/one,["echo"]'))
            await _until(lambda: only(server)._posting)  # noqa: SLF001
            with pytest.raises(ConnectionError):
                await Polls(session, polls.url).send('42/one,["echo"]')
            held.set()
            await first_said
        await _until(lambda: not server.eio.sockets)


async def test_a_poll_that_is_made_twice_ends_a_session() -> None:
    async with serving(server := Ours()) as url, aiohttp.ClientSession() as session:
        polls, _ = await polled(session, url)
        bare, word = polls.url, "said"
        for mark in ("one", "two"):
            only(server).say(word)
            polls.url = f"{bare}&t={mark}"
            assert await polls.receive() == f"4{word}"
        only(server).say("more")
        with pytest.raises(ConnectionError):
            await polls.receive()
        await _until(lambda: not server.eio.sockets)


async def test_all_that_a_page_says_in_one_request_is_answered() -> None:
    async with serving(Ours()) as url, opened(url, "polling") as (line, _):
        await line.send("40/one,")
        said = [f'42/one,{number}["echo"]' for number in range(MOST_PACKETS)]
        await line.send("\x1e".join(said))
        answered: set[str] = set()
        while len(answered) < len(said):
            packet = await line.receive()
            if packet.startswith("43/one,"):
                answered.add(packet)
        assert answered == {f"43/one,{number}[[]]" for number in range(MOST_PACKETS)}


@pytest.mark.parametrize("body", ["\x1e".join(["4"] * (MOST_PACKETS + 1)), "4\x1ex", "4\x1e", "d=", "\ud800"])
async def test_a_body_that_cannot_be_read_ends_the_session(body: str) -> None:
    async with serving(server := Ours()) as url, aiohttp.ClientSession() as session:
        polls, _ = await polled(session, url)
        async with session.post(polls.url, data=body.encode(errors="surrogatepass")) as response:
            assert response.status == 400
        await _until(lambda: not server.eio.sockets)


def _holding(held: asyncio.Event) -> Any:
    async def hold(sid: str) -> None:
        await held.wait()

    return hold


async def _until(true: Any) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.01)


async def test_a_handshake_that_is_none_leaves_nothing() -> None:
    async with serving(server := Ours()) as url, aiohttp.ClientSession() as session:
        headers = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": "x"}
        async with session.get(f"{url}&transport=websocket", headers=headers) as response:
            assert response.status == 400
        await _until(lambda: not server.eio.sockets and not server.environ)


@pytest.mark.parametrize("packet", ["", "é", "9", "6", "0{}", "b!", "3" + 9_000 * "[", "5", "2probe"])
async def test_nonsense_reaches_nobody_and_costs_at_most_the_session(packet: str) -> None:
    async with serving(server := Ours()) as url:
        for transport in ("websocket", "polling"):
            async with opened(url, transport) as (line, _):
                await line.send("40/one,")
                try:
                    await line.send(packet)
                    await line.send('42/one,1["echo"]')
                    while await line.receive() != "43/one,1[[]]":
                        pass
                except ConnectionError:
                    await _until(lambda: not server.eio.sockets)


async def test_a_flood_leaves_everybody_their_turn() -> None:
    async with serving(server := Ours()) as url, opened(url, "websocket"):
        flood, taken = only(server), 0

        async def hear(sid: str, message: str) -> None:
            nonlocal taken
            taken += 1

        async def receive() -> aiohttp.WSMessage:
            return aiohttp.WSMessage(aiohttp.WSMsgType.TEXT, "4x", None)

        server.eio.hear = hear
        reading = asyncio.create_task(flood._read(receive))  # noqa: SLF001 as if all of it stood in the buffer
        most = 0
        for _ in range(200):
            before = taken
            await asyncio.sleep(0)
            most = max(most, taken - before)
        reading.cancel()
        assert 0 < most <= 10
