"""Commands to an engine, over a wire on which packets get lost; the engine's side is played by the test."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import pytest

from server.media.rtpengine.bencode import Value, decode, encode
from server.media.rtpengine.control import Control, EngineGone, EngineRefusal
from tests.support.rtpengine import RtpEngine

Reply = Callable[[bytes, Value], list[bytes]]
"""What is sent back for a cookie and a command."""


class Played(asyncio.DatagramProtocol):
    def __init__(self, reply: Reply) -> None:
        self.heard: list[tuple[bytes, Value]] = []
        self._reply = reply
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        assert self._transport is not None
        cookie, _, command = data.partition(b" ")
        self.heard.append((cookie, decode(command)))
        for packet in self._reply(*self.heard[-1]):
            self._transport.sendto(packet, addr)


@asynccontextmanager
async def played(reply: Reply, waits: Sequence[float] = (0.1,) * 100) -> AsyncIterator[tuple[Control, Played]]:
    """A connection to an engine that answers the first ping, and then as the test says."""

    def reply_or_pong(cookie: bytes, command: Value) -> list[bytes]:
        if command == {"command": "ping"}:
            return [cookie + b" " + encode({"result": "pong"})]
        return reply(cookie, command)

    loop = asyncio.get_running_loop()
    transport, engine = await loop.create_datagram_endpoint(lambda: Played(reply_or_pong), local_addr=("127.0.0.1", 0))
    control = await Control.connect("127.0.0.1", transport.get_extra_info("sockname")[1], waits=waits)
    engine.heard.clear()
    yield control, engine
    control.close()
    transport.close()


async def test_a_command_is_answered_by_its_cookie() -> None:
    def reply(cookie: bytes, command: Value) -> list[bytes]:
        nonsense = [b"", b"noise", b"0000 d6:result2:oke", cookie + b" i1", cookie + b" i1e"]
        return [*nonsense, cookie + b" " + encode({"result": "ok", "heard": command})]

    async with played(reply) as (control, _):
        answers = await asyncio.gather(*(control.command("query", call_id=call) for call in ("one", "two")))
    assert [answer["heard"] for answer in answers] == [
        {"command": "query", "call-id": "one"},
        {"command": "query", "call-id": "two"},
    ]


async def test_a_command_that_was_lost_is_sent_again_as_the_same() -> None:
    heard = 0

    def reply(cookie: bytes, _: Value) -> list[bytes]:
        nonlocal heard
        heard += 1
        return [cookie + b" " + encode({"result": "ok"})] * 2 if heard == 3 else []

    async with played(reply) as (control, engine):
        assert await control.command("list") == {"result": "ok"}
        assert len({cookie for cookie, _ in engine.heard}) == 1


async def test_a_refusal_has_its_reason() -> None:
    def reply(cookie: bytes, _: Value) -> list[bytes]:
        return [cookie + b" " + encode({"result": "error", "error-reason": "Unknown call-id"})]

    async with played(reply) as (control, _):
        with pytest.raises(EngineRefusal, match="Unknown call-id"):
            await control.command("query", call_id="one")


async def test_an_engine_that_does_not_answer_is_gone() -> None:
    async with played(lambda _cookie, _command: [], waits=(0.1, 0.2)) as (control, _):
        with pytest.raises(EngineGone):
            await control.command("list")
        control.close()
        with pytest.raises(EngineGone):
            await control.command("list")


async def test_a_real_engine_says_what_it_does_not_know(engine: RtpEngine) -> None:
    control = await Control.connect("127.0.0.1", engine.port)
    with pytest.raises(EngineRefusal, match="call-id"):
        await control.command("query", call_id="unheard-of")
    control.close()
