"""Calls through Janus and its VideoRoom, as its documentation connects two parties: each publishes over one connection
and subscribes to the other over a second one."""

import asyncio
import itertools
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self

import aiohttp

from tests.bench.call_clip import Clip
from tests.bench.call_load import Calls, Party
from tests.bench.call_process import installed, running
from tests.support.ports import free_port

_STARTS_WITHIN = 30

_GENERAL = """general: {{
  configs_folder = "{folder}"
  debug_level = 2
  session_timeout = 0
  event_loops = {event_loops}
}}
nat: {{ ice_enforce_list = "{address}" }}
plugins: {{ disable = "{plugins}" }}
transports: {{ disable = "{transports}" }}
"""

_OTHER_PLUGINS = "audiobridge duktape echotest lua nosip recordplay sip streaming textroom videocall voicemail"
_OTHER_TRANSPORTS = "http mqtt nanomsg pfunix rabbitmq"

_WEBSOCKETS = """general: {{
  ws = true
  ws_ip = "127.0.0.1"
  ws_port = {port}
}}
"""


@asynccontextmanager
async def through_janus(calls: int, clip: Clip, *, event_loops: int = 0) -> AsyncIterator[Calls]:
    """Calls through Janus as it comes; with `event_loops` it has so many threads instead of one for each connection.

    Raises SkippedError where Janus is not installed.
    """
    program = installed("janus", "janus")
    address, port = _address(), free_port()
    with tempfile.TemporaryDirectory(prefix="janus-") as folder:
        _configure(Path(folder), address, port, event_loops)
        async with (
            running(program, f"--configs-folder={folder}", f"--config={folder}/janus.jcfg") as process,
            _Janus.at(port) as janus,
        ):
            everybody: list[Party] = []
            numbers = itertools.count()
            for room in range(1, calls + 1):
                await janus.make_room(room)
                publishers = [
                    Party(f"p_{place}{room:03}", clip, number=next(numbers), address=address) for place in "ab"
                ]
                for feed, party in enumerate(publishers, start=1):
                    await janus.publish(room, feed, party)
                subscribers = [Party(f"s_{place}{room:03}", clip, sends=(), address=address) for place in "ab"]
                for feed, party in enumerate(subscribers, start=1):
                    await janus.subscribe(room, feed, party)
                everybody += publishers + subscribers
            async with Calls(process.pid, everybody, calls=calls, pictures=2 * calls) as load:
                yield load


def _address() -> str:
    """This machine's own, since Janus uses no loopback interface. What is sent there passes over loopback all the same.

    Raises RuntimeError on a machine without any network.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))  # nothing is sent
        except OSError as error:
            raise RuntimeError("Janus needs an address that is not loopback") from error
        address: str = probe.getsockname()[0]
        return address


def _configure(folder: Path, address: str, port: int, event_loops: int) -> None:
    general = _GENERAL.format(
        folder=folder,
        address=address,
        event_loops=event_loops,
        plugins=",".join(f"libjanus_{name}.so" for name in _OTHER_PLUGINS.split()),
        transports=",".join(f"libjanus_{name}.so" for name in _OTHER_TRANSPORTS.split()),
    )
    (folder / "janus.jcfg").write_text(general)
    (folder / "janus.transport.websockets.jcfg").write_text(_WEBSOCKETS.format(port=port))


class _Janus:
    """A session over its WebSocket (janus.conf.meetecho.com/docs/rest.html, videoroom.html)."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse) -> None:
        self._line = line
        self._transactions = itertools.count()
        self._asked: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._session: dict[str, int] = {}

    @classmethod
    @asynccontextmanager
    async def at(cls, port: int) -> AsyncIterator[Self]:
        async with aiohttp.ClientSession() as http, asyncio.timeout(_STARTS_WITHIN) as starting:
            line = None
            while line is None:
                with suppress(aiohttp.ClientConnectorError):
                    line = await http.ws_connect(f"http://127.0.0.1:{port}/", protocols=("janus-protocol",))
                await asyncio.sleep(0.05)
            starting.reschedule(None)
            janus = cls(line)
            listening = asyncio.create_task(janus._listen())
            janus._session = {"session_id": (await janus._ask(janus="create"))["data"]["id"]}
            try:
                yield janus
            finally:
                listening.cancel()
                await line.close()

    async def make_room(self, room: int) -> None:
        await self._message(await self._attach(), request="create", room=room, publishers=2)

    async def publish(self, room: int, feed: int, party: Party) -> None:
        handle = await self._attach()
        await self._message(handle, request="join", ptype="publisher", room=room, id=feed)
        offer = {"type": "offer", "sdp": party.describe()}
        party.learn((await self._message(handle, offer, request="publish"))["jsep"]["sdp"])
        await party.connect()

    async def subscribe(self, room: int, feed: int, party: Party) -> None:
        handle = await self._attach()
        streams = [{"feed": feed}]
        offer = await self._message(handle, request="join", ptype="subscriber", room=room, streams=streams)
        party.learn(offer["jsep"]["sdp"])
        party.controlling = False
        answer = {"type": "answer", "sdp": party.describe("active").replace("a=sendrecv", "a=recvonly")}
        await self._message(handle, answer, request="start")
        await party.connect()

    async def _attach(self) -> int:
        attached = await self._ask(janus="attach", plugin="janus.plugin.videoroom")
        handle: int = attached["data"]["id"]
        return handle

    async def _message(self, handle: int, jsep: dict[str, str] | None = None, **body: object) -> dict[str, Any]:
        more = {"jsep": jsep} if jsep else {}
        answer = await self._ask(janus="message", handle_id=handle, body=body, **more)
        if "error" in answer["plugindata"]["data"]:
            raise RuntimeError(f"Janus refuses {body}: {answer['plugindata']['data']['error']}")
        return answer

    async def _ask(self, **request: object) -> dict[str, Any]:
        transaction = str(next(self._transactions))
        answered = self._asked[transaction] = asyncio.get_running_loop().create_future()
        await self._line.send_json({"transaction": transaction, **self._session, **request})
        answer: dict[str, Any] = await asyncio.wait_for(answered, 20)
        if answer["janus"] == "error":
            raise RuntimeError(f"Janus refuses {request['janus']}: {answer['error']}")
        return answer

    async def _listen(self) -> None:
        async for message in self._line:
            answer = message.json()
            # An `ack` only says that the answer will come.
            if answer["janus"] != "ack" and (asked := self._asked.pop(answer.get("transaction"), None)):
                asked.set_result(answer)
