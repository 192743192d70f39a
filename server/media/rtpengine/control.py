"""The connection to an rtpengine: commands of its `ng` protocol, over UDP.

https://rtpengine.readthedocs.io/en/latest/ng_control_protocol.html
"""

import asyncio
import secrets
from collections.abc import Mapping
from contextlib import suppress

from server.media.rtpengine.bencode import NotBencode, Value, decode, encode

FIRST_WAIT = 0.1
"""Seconds until a command is sent again. The engine knows it by its cookie, and carries it out once."""
PATIENCE = 1.5
"""Seconds after which an engine that does not answer is gone."""

Answer = Mapping[str, Value]


class EngineGone(ConnectionError):
    """The engine does not answer."""


class EngineRefusal(Exception):
    """The engine answered that it does not do this."""


class Control(asyncio.DatagramProtocol):
    """Sends commands and waits for what is answered; opened by `connect`, and to be `close`d."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._transport: asyncio.DatagramTransport | None = None
        self._waiting: dict[bytes, asyncio.Future[Answer]] = {}

    @classmethod
    async def connect(cls, host: str, port: int, *, patience: float = PATIENCE) -> "Control":
        """Raises OSError where there is no such host, and EngineGone where no engine answers."""
        loop = asyncio.get_running_loop()
        _, control = await loop.create_datagram_endpoint(lambda: cls(patience), remote_addr=(host, port))
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
        answered = self._waiting[cookie] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(self._patience):
                answer = await _ask(transport, packet, answered)
        except TimeoutError as error:
            raise EngineGone(f"no answer to {name}") from error
        finally:
            del self._waiting[cookie]
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


async def _ask(transport: asyncio.DatagramTransport, packet: bytes, answered: asyncio.Future[Answer]) -> Answer:
    """Send a command again and again, until it is answered."""
    wait = FIRST_WAIT
    while True:
        transport.sendto(packet)
        with suppress(TimeoutError):
            return await asyncio.wait_for(asyncio.shield(answered), wait)
        wait *= 2
