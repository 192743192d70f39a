"""The line to the desk: a client of the protocol on `/service` that comes back whenever it is cut."""

import asyncio
import random
from collections.abc import Callable
from typing import Any

import msgspec
import socketio
import structlog
from socketio.exceptions import SocketIOError

from server.protocol import PROTOCOL
from server.protocol.commands import Command
from server.protocol.errors import Code, Refusal, Refused
from server.protocol.wire import NAMESPACES
from server.protocol.words import Word

NAMESPACE = NAMESPACES["bot"]

OPENING = 15.0
"""Seconds within which a socket is open, or is given up: the library waits for ever for the first word."""

_PATIENCE = 10.0
"""Seconds to wait for an acknowledgement before asking again."""

_PAUSES = (0.2, 0.5, 1.0)
"""Seconds between attempts to connect, the last of them for ever; varied, so that workers do not come all at once. A
node that is back is of little use without them, and there are few of them."""

_PASSING: frozenset[Code] = frozenset({"unavailable", "too_many_requests"})
"""Refusals after which the same may be asked again."""

Heard = Callable[[str, Any], None]


class Connection:
    """One socket at a time, to one desk node.

    `ask` is safe to use while the line is down: it waits, and repeats until the desk has answered. All commands may be
    repeated without harm, and what must be kept once carries a `client_id`.
    """

    def __init__(self, url: str, key: str, worker: str, heard: Heard, *, opening: float = OPENING) -> None:
        """`heard` is called with every event and its payload, in order. It must not block."""
        self._url = url
        self._opening = opening
        self._auth = {"key": key, "kind": "bot", "protocol": PROTOCOL, "worker": worker}
        self._heard = heard
        self._line: asyncio.Future[_Line] = asyncio.get_running_loop().create_future()
        self._log = structlog.get_logger("bot.connection")

    async def keep(self, connected: Callable[[], None]) -> None:
        """Connect, and connect again whenever the line is cut, until cancelled. `connected` is called each time."""
        failures = 0
        while True:
            line = _Line(self._heard)
            try:
                async with asyncio.timeout(self._opening):
                    await line.open(self._url, self._auth)
            except Exception as error:  # noqa: BLE001 the library trips in many ways over a socket that ends too early
                self._log.warning("not_connected", attempt=failures, refused=line.refused, error=type(error).__name__)
            else:
                self._log.info("connected")
                failures = 0
                _heed_cancellation()
                self._line.set_result(line)
                connected()
                await line.cut.wait()
                self._line = asyncio.get_running_loop().create_future()
                self._log.warning("cut")
            finally:
                await line.close()
            _heed_cancellation()
            await asyncio.sleep(_PAUSES[min(failures, len(_PAUSES) - 1)] * random.uniform(0.5, 1.5))  # noqa: S311 no secret
            failures += 1

    async def ask(self, command: Command) -> Word:
        """The result of a command. Raises Refusal where the desk will not have it."""
        payload = msgspec.to_builtins(command)
        while True:
            line = await asyncio.shield(self._line)
            answer = await line.ask(command.event, payload)
            if answer is None:
                continue
            if "ok" in answer:
                return msgspec.convert(answer["ok"], type=command.result)
            refused = msgspec.convert(answer["error"], type=Refused)
            if refused.code not in _PASSING:
                raise Refusal(refused.code, field=refused.field, fields=refused.fields)
            await asyncio.sleep(refused.retry_after or _PAUSES[1])


class _Line:
    """One socket, from connecting to being cut."""

    def __init__(self, heard: Heard) -> None:
        self.cut = asyncio.Event()
        self.refused: str | None = None
        self._client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        self._client.on("*", lambda event, payload=None: heard(event, payload), namespace=NAMESPACE)
        self._client.on("disconnect", lambda *_: self.cut.set(), namespace=NAMESPACE)
        self._client.on("connect_error", self._note_refusal, namespace=NAMESPACE)

    async def open(self, url: str, auth: dict[str, Any]) -> None:
        """Raises one exception or another where nobody answers, or will not let us in; `refused` is the desk's code
        then."""
        url = f"{url}?pace=brisk"
        await self._client.connect(url, namespaces=[NAMESPACE], auth=auth, transports=["websocket"], wait_timeout=5)
        if NAMESPACE not in self._client.namespaces or self._client.eio.state != "connected":
            # Cut while we were let in: of that the library tells nobody.
            raise ConnectionError

    async def ask(self, event: str, payload: Any) -> dict[str, Any] | None:
        """The acknowledgement; None where none came and the question has to be put again."""
        asking = asyncio.ensure_future(self._client.call(event, payload, namespace=NAMESPACE, timeout=_PATIENCE))
        cut = asyncio.ensure_future(self.cut.wait())
        try:
            await asyncio.wait({asking, cut}, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                return None
            answer: dict[str, Any] = asking.result()
        except SocketIOError:
            # Not acknowledged in time, or cut between being handed to us and being used.
            await asyncio.sleep(_PAUSES[0])
            return None
        else:
            return answer
        finally:
            asking.cancel()
            cut.cancel()

    async def close(self) -> None:
        """Let go of the socket."""
        await self._client.disconnect()

    def _note_refusal(self, why: object = None) -> None:
        data = why.get("data") if isinstance(why, dict) else None
        self.refused = str(data["code"]) if isinstance(data, dict) and "code" in data else None


def _heed_cancellation() -> None:
    """The library waits by `asyncio.wait_for`, which in Python 3.11 loses a cancellation that meets its end."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
