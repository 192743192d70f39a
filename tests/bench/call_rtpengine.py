"""Calls through rtpengine in user space, as a SIP proxy would have it connect two browsers: the offer of one goes to
the other through it, and the answer back. It bundles nothing: each party has a connection for sound, and one for the
picture.
"""

import asyncio
import itertools
import re
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

from tests.bench.call_clip import Clip
from tests.bench.call_load import Calls, Party
from tests.bench.call_process import installed, running
from tests.support.ports import free_port

_STARTS_WITHIN = 30

_FIRST_PORT, _LAST_PORT = 20_000, 21_999

_AS_BROWSERS: dict[str, str | list[str]] = {
    "ICE": "force",
    "DTLS": "passive",
    "transport-protocol": "UDP/TLS/RTP/SAVPF",
    "rtcp-mux": ["require"],
}
"""How it speaks with both parties."""

Request = dict[str, str | list[str]]

Pair = tuple[Party, Party]
"""Of one party: who sends and gets the sound, and who the picture."""


@asynccontextmanager
async def through_rtpengine(calls: int, clip: Clip) -> AsyncIterator[Calls]:
    """Calls through rtpengine, with as many threads as it takes for itself on one core.

    Raises SkippedError where it is not installed.
    """
    program = installed("rtpengine", "rtpengine-daemon")
    port = free_port(socket.SOCK_DGRAM)
    argv = [
        "--config-file=none",
        "--foreground",
        "--log-stderr",
        "--log-level=4",
        "--table=-1",
        "--interface=127.0.0.1",
        f"--listen-ng=127.0.0.1:{port}",
        f"--port-min={_FIRST_PORT}",
        f"--port-max={_LAST_PORT}",
        "--timeout=3600",
    ]
    async with running(program, *argv) as process, _Control.at(port) as control:
        everybody: list[Party] = []
        numbers = itertools.count()
        for call in range(calls):
            caller, callee = (
                (
                    Party(f"s_{place}{call:03}", clip, number=number, sends=("audio",)),
                    Party(f"v_{place}{call:03}", clip, number=number, sends=("video",)),
                )
                for place, number in zip("ab", numbers, strict=False)
            )
            await control.connect(f"c_{call:08}", caller, callee)
            everybody += caller + callee
        async with Calls(process.pid, everybody, calls=calls, pictures=2 * calls) as load:
            yield load


def _describe(pair: Pair, setup: str = "actpass") -> str:
    """What a party offers or answers: the section for sound of the one, that for the picture of the other."""
    (head, sound, _), (_, _, picture) = (_sections(each.describe(setup)) for each in pair)
    return re.sub(r"(?m)^a=group:.*\n", "", head) + sound + picture


def _learn(pair: Pair, sdp: str) -> None:
    head, *sections = _sections(sdp)
    for each, section in zip(pair, sections, strict=True):
        each.learn(head + section)


def _sections(sdp: str) -> list[str]:
    return re.split(r"(?m)^(?=m=)", sdp)


class _Control(asyncio.DatagramProtocol):
    """Its `ng` protocol: dictionaries in bencode, each behind a cookie that the answer repeats."""

    def __init__(self) -> None:
        self._cookies = itertools.count()
        self._asked: dict[bytes, asyncio.Future[dict[str, str]]] = {}
        self._transport: Any = None

    @classmethod
    @asynccontextmanager
    async def at(cls, port: int) -> "AsyncIterator[_Control]":
        loop = asyncio.get_running_loop()
        transport, control = await loop.create_datagram_endpoint(cls, remote_addr=("127.0.0.1", port))
        try:
            await control.answers(_STARTS_WITHIN)
            yield control
        finally:
            transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    async def answers(self, within: float) -> None:
        """Wait until it does. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while True:
                with suppress(TimeoutError):
                    await self._ask({"command": "ping"}, within=0.2)
                    return

    async def connect(self, call: str, caller: Pair, callee: Pair) -> None:
        both: Request = {"call-id": call, "from-tag": "a", **_AS_BROWSERS}
        offered = await self._ask({"command": "offer", "sdp": _describe(caller), **both})
        _learn(callee, offered["sdp"])
        for each in callee:
            each.controlling = False
        answered = await self._ask({"command": "answer", "sdp": _describe(callee, "active"), "to-tag": "b", **both})
        _learn(caller, answered["sdp"])
        await asyncio.gather(*(each.connect() for each in caller + callee))

    async def _ask(self, request: Request, within: float = 20) -> dict[str, str]:
        cookie = b"%d" % next(self._cookies)
        answered = self._asked[cookie] = asyncio.get_running_loop().create_future()
        self._transport.sendto(cookie + b" " + _encoded(request))
        answer: dict[str, str] = await asyncio.wait_for(answered, within)
        if answer["result"] == "error":
            raise RuntimeError(f"rtpengine refuses {request['command']}: {answer['error-reason']}")
        return answer

    def datagram_received(self, data: bytes, _: object) -> None:
        cookie, _, answer = data.partition(b" ")
        if asked := self._asked.pop(cookie, None):
            asked.set_result(_decoded(answer))

    def error_received(self, _: Exception) -> None:
        """It has not started yet: who asks will ask again."""


def _encoded(value: object) -> bytes:
    match value:
        case str():
            text = value.encode()
            return b"%d:%s" % (len(text), text)
        case Mapping():
            return b"d%se" % b"".join(_encoded(key) + _encoded(entry) for key, entry in value.items())
        case list():
            return b"l%se" % b"".join(map(_encoded, value))
    raise TypeError(value)


def _decoded(answer: bytes) -> dict[str, str]:
    """The strings of an answer; there are no others in those that are asked for here."""
    texts = []
    rest = answer.removeprefix(b"d")
    while rest[:1].isdigit():
        length, _, rest = rest.partition(b":")
        texts.append(rest[: int(length)].decode())
        rest = rest[int(length) :]
    return dict(zip(texts[::2], texts[1::2], strict=True))
