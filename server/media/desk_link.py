"""A media worker's connection to one desk node: commands come in, announcements and events go out."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import msgspec
import socketio

from server.media.refusal import MediaRefusal
from server.protocol import PROTOCOL
from server.protocol.media import (
    Declined,
    MediaClose,
    MediaEvent,
    MediaLeave,
    MediaOffer,
    MediaRecord,
    MediaStopRecording,
    WorkerAnnounced,
)
from server.protocol.words import Word

logger = logging.getLogger(__name__)

NAMESPACE = "/service"

ANNOUNCE_SECONDS = 0.5
ANSWER_SECONDS = 5
"""How long a desk node may take to acknowledge. One that does not is left, and connected to anew."""
OPENING_SECONDS = 15
"""How long it may take until a connection is open. The library waits for ever for the first word."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 1.0
"""Seconds between attempts to connect. A node that is back can place no call before its workers have come."""

Command = MediaOffer | MediaLeave | MediaClose | MediaRecord | MediaStopRecording
COMMANDS: tuple[type[Command], ...] = (MediaOffer, MediaLeave, MediaClose, MediaRecord, MediaStopRecording)


class DeskLink:
    """Keeps connected to one desk node for as long as it `run`s.

    :param url: the node's address, e.g. `http://127.0.0.1:8080`.
    :param key: the service key.
    :param announcement: what the worker is now.
    :param serve: carries out a command that came over this link; may raise MediaRefusal.
    :param on_connect: called each time the desk node has taken an announcement after a connecting.
    :param opening: seconds within which a connection is open, or is given up.
    """

    def __init__(
        self,
        url: str,
        *,
        key: str,
        announcement: Callable[[], WorkerAnnounced],
        serve: Callable[["DeskLink", Command], Awaitable[Word]],
        on_connect: Callable[[], None],
        opening: float = OPENING_SECONDS,
    ) -> None:
        self.url = url
        self._opening = opening
        self._key = key
        self._announcement = announcement
        self._serve = serve
        self._on_connect = on_connect
        self._soon = asyncio.Event()
        self._announced = False
        self._cut = asyncio.Event()
        self._client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        self._client.on("disconnect", lambda *_: self._cut.set(), namespace=NAMESPACE)
        for command in COMMANDS:
            self._client.on(command.event, self._handler(command), namespace=NAMESPACE)

    @property
    def connected(self) -> bool:
        """Whether the desk node knows of the worker, and can be told things."""
        return self._announced and bool(self._client.connected)

    def announce(self) -> None:
        """Announce the worker now instead of in a while."""
        self._soon.set()

    async def take_leave(self) -> None:
        """Announce the worker for the last time; when this is over, what was said before has been heard."""
        if self.connected:
            with suppress(OSError, TimeoutError):
                await self._call(WorkerAnnounced.event, self._announcement())

    async def tell(self, event: MediaEvent) -> None:
        """Tell the desk node what happened. Raises OSError or TimeoutError when it was not heard."""
        answer = await self._call(event.event, event)
        refused = answer.get("error") if isinstance(answer, dict) else None
        if isinstance(refused, dict) and refused.get("code") == "unavailable":
            raise ConnectionError("the desk could not write it down")

    async def run(self) -> None:
        """Connect, announce, and connect again when the connection is lost, until cancelled."""
        pause = FIRST_PAUSE
        try:
            while True:
                try:
                    await self._connect()
                    pause = FIRST_PAUSE
                    await self._keep_announcing()
                except (OSError, TimeoutError) as error:
                    logger.info("no desk at %s: %s", self.url, error)
                    _heed_cancellation()
                self._announced = False
                await self._client.disconnect()
                await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311  # spreads load, hides nothing
                pause = min(LONGEST_PAUSE, pause * 2)
        finally:
            self._announced = False
            await self._client.disconnect()

    async def _connect(self) -> None:
        credentials = {"key": self._key, "kind": "media", "protocol": PROTOCOL}
        self._cut.clear()
        try:
            async with asyncio.timeout(self._opening):
                await self._client.connect(
                    f"{self.url}?pace=brisk",
                    namespaces=[NAMESPACE],
                    transports=["websocket"],
                    auth=credentials,
                    wait_timeout=ANSWER_SECONDS,
                )
        except Exception as error:  # the library trips in many ways over a socket that ends too early
            raise ConnectionError(f"{type(error).__name__}: {error}") from error

    async def _keep_announcing(self) -> None:
        while True:
            self._soon.clear()
            answer = await self._call(WorkerAnnounced.event, self._announcement())
            if isinstance(answer, dict) and "error" in answer:
                raise ConnectionRefusedError(f"the desk does not take this worker: {answer['error']}")
            if not self._announced:
                self._announced = True
                logger.info("announced to the desk at %s", self.url)
                self._on_connect()
            with suppress(TimeoutError):
                async with asyncio.timeout(ANNOUNCE_SECONDS):
                    await self._soon.wait()

    async def _call(self, name: str, word: Word) -> Any:
        asking = asyncio.ensure_future(
            self._client.call(name, msgspec.to_builtins(word), NAMESPACE, timeout=ANSWER_SECONDS)
        )
        cut = asyncio.ensure_future(self._cut.wait())
        try:
            # The library waits for an answer to the end, though nothing comes any more over a line that was cut.
            await asyncio.wait({asking, cut}, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                raise ConnectionError(f"cut before {name} was acknowledged")
            answer = asking.result()
        except socketio.exceptions.TimeoutError as error:
            raise TimeoutError(f"{name} was not acknowledged") from error
        except socketio.exceptions.SocketIOError as error:
            raise ConnectionError(str(error)) from error
        finally:
            asking.cancel()
            cut.cancel()
        _heed_cancellation()
        return answer

    def _handler(self, command: type[Command]) -> Callable[[Any], Awaitable[Any]]:
        async def handle(payload: object = None) -> Any:
            try:
                return msgspec.to_builtins(await self._serve(self, msgspec.convert(payload, command, strict=True)))
            except msgspec.ValidationError:
                return msgspec.to_builtins(Declined(error="malformed"))
            except MediaRefusal as refusal:
                return msgspec.to_builtins(Declined(error=refusal.code))

        return handle


def _heed_cancellation() -> None:
    """The client waits by `asyncio.wait_for`, which in Python 3.11 loses a cancellation that meets its end."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
