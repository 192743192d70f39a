"""A line to the desk: one namespace, over a WebSocket or by long-polling. Written from docs/protocol.md alone, so that
it shares no mistake with the library that the desk is made of."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from tests.faults.carrier import GONE, Carrier

OPENING = 15.0
"""Seconds within which a line is open, or is given up."""

Heard = Callable[[str, Any], None]


class LineClosed(Exception):
    """The line could not be opened, or is cut. `code` is the refusal's, where the desk said no."""

    def __init__(self, code: str | None = None) -> None:
        super().__init__(code or "closed")
        self.code = code


class Line:
    """Opened by `open`, then used until `cut` is set; never opened again."""

    def __init__(self, carrier: Carrier, namespace: str, heard: Heard) -> None:
        """`heard` is called with every event and its payload, in order. It must not block."""
        self.cut = asyncio.Event()
        self._carrier = carrier
        self._namespace = namespace
        self._heard = heard
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._asked = 0
        self._sending: set[asyncio.Task[None]] = set()
        self._silence = OPENING
        self._reading: asyncio.Task[None] | None = None

    async def open(self, url: str, auth: Any, headers: dict[str, str]) -> None:
        """Connect and introduce ourselves. Raises LineClosed."""
        try:
            async with asyncio.timeout(OPENING):
                opened = json.loads((await self._carrier.open(url, headers)).removeprefix("0"))
                self._silence = (opened["pingInterval"] + opened["pingTimeout"]) / 1000
                await self._greet(auth)
        except GONE as error:
            await self.close()
            raise LineClosed from error
        except LineClosed:
            await self.close()
            raise
        self._reading = asyncio.create_task(self._read())

    def ask(self, event: str, payload: Any) -> "asyncio.Future[Any]":
        """Send a command; its acknowledgement, or None where the line was cut before there was one.

        Commands go out in the order in which they are asked.
        """
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        if self.cut.is_set():
            answer.set_result(None)
            return answer
        self._asked += 1
        self._answers[self._asked] = answer
        packet = f"42{self._namespace},{self._asked}{json.dumps([event, payload])}"
        sending = asyncio.create_task(self._send(packet))
        self._sending.add(sending)
        sending.add_done_callback(self._sending.discard)
        return answer

    async def close(self) -> None:
        """Hang up."""
        self._end()
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        for sending in self._sending:
            sending.cancel()
        await self._carrier.close()

    async def _greet(self, auth: Any) -> None:
        await self._carrier.send(f"40{self._namespace},{json.dumps(auth)}")
        while True:
            packet = await self._carrier.receive(OPENING)
            if packet == "2":
                await self._carrier.send("3")
            elif packet.startswith("44"):
                said = json.loads(packet[packet.index("{") :])
                raise LineClosed((said.get("data") or {}).get("code", "refused"))
            elif packet.startswith("40"):
                return

    async def _read(self) -> None:
        try:
            while True:
                await self._take(await self._carrier.receive(self._silence))
        except GONE:
            # Cut, silent for too long, or closed in good order: the same to whoever waits for answers.
            self._end()

    async def _take(self, packet: str) -> None:
        kind, content = packet[:2], packet[packet.find(",") + 1 :]
        match kind:
            case "2":
                await self._send("3")
            case "42":
                event, *payload = json.loads(content)
                self._heard(event, payload[0] if payload else None)
            case "43":
                number, values = content.split("[", 1)
                answer = self._answers.pop(int(number), None)
                if answer is not None and not answer.done():
                    answer.set_result(json.loads("[" + values)[0])
            case "1" | "41":
                raise ValueError("the desk hung up")

    async def _send(self, packet: str) -> None:
        try:
            await self._carrier.send(packet)
        except GONE:
            self._end()

    def _end(self) -> None:
        self.cut.set()
        for answer in self._answers.values():
            if not answer.done():
                answer.set_result(None)
        self._answers.clear()
