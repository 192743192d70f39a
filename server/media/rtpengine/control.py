"""The connection to an rtpengine: commands of its `ng` protocol, over UDP.

https://rtpengine.readthedocs.io/en/latest/ng_control_protocol.html
"""

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress

from server.media.rtpengine.bencode import NotBencode, Value, decode, encode

WAITS = (0.1, 0.2, 0.4, 0.8)
"""Seconds for which an answer is waited for, each time after which a command is sent again. The engine knows it by its
cookie, and carries it out once. One that answers none is gone; where we were away ourselves, only one wait is lost."""

Answer = Mapping[str, Value]


class EngineGone(ConnectionError):
    """The engine does not answer."""


class EngineRefusal(Exception):
    """The engine answered that it does not do this."""


class Control(asyncio.DatagramProtocol):
    """Sends commands and waits for what is answered; opened by `connect`, and to be `close`d."""

    def __init__(self, waits: Sequence[float] = WAITS) -> None:
        self._waits = waits
        self._transport: asyncio.DatagramTransport | None = None
        self._waiting: dict[bytes, asyncio.Future[Answer]] = {}

    @classmethod
    async def connect(cls, host: str, port: int, *, waits: Sequence[float] = WAITS) -> "Control":
        """Raises OSError where there is no such host, and EngineGone where no engine answers."""
        loop = asyncio.get_running_loop()
        _, control = await loop.create_datagram_endpoint(lambda: cls(waits), remote_addr=(host, port))
        try:
            await control.command("ping")
        except EngineGone:
            control.close()
            raise
        return control

    async def command(self, name: str, **arguments: Value) -> Answer:
        """What the engine answers to a command; `_` in names of arguments stands for `-`.

        Raises EngineGone and EngineRefusal.
        """
        transport = self._transport
        if transport is None or transport.is_closing():
            raise EngineGone("not connected")
        cookie = secrets.token_hex(8).encode()
        words = {argument.replace("_", "-"): value for argument, value in arguments.items()}
        packet = cookie + b" " + encode({**words, "command": name})
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[cookie] = answered
        try:
            for wait in self._waits:
                transport.sendto(packet)
                await asyncio.wait((answered,), timeout=wait)
                if answered.done():
                    break
            else:
                raise EngineGone(f"no answer to {name}")
        finally:
            del self._waiting[cookie]
        answer = answered.result()
        if answer.get("result") == "error":
            raise EngineRefusal(str(answer.get("error-reason")))
        return answer

    def close(self) -> None:
        """Whoever waits for an answer gets none."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def datagram_received(self, data: bytes, addr: object) -> None:
        cookie, _, encoded = data.partition(b" ")
        answered = self._waiting.get(cookie)
        if answered is None or answered.done():
            return
        with suppress(NotBencode):
            answer = decode(encoded)
            if isinstance(answer, dict):
                answered.set_result(answer)

    def error_received(self, exc: Exception) -> None:
        """Nobody listens there, for now: it may be starting, and the command is sent again."""
