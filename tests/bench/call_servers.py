"""What benches of calls measure, each in a process of its own: our worker, and aiortc's MediaRelay.

`python -m tests.bench.call_servers worker|mediarelay [folder]` reads commands as lines of JSON, `{"do": name, …}`, and
answers each with a line. The worker knows `offer`, as a desk says it, `record`, where it was given a folder for that,
and `stop`; the other `join`, to be asked for both parties of a call at once.
"""

import asyncio
import base64
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aioice.ice
import uvloop
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.contrib.media import MediaRelay

from server.media.recording.dump import Spool
from server.media.worker import Worker

Command = Callable[..., Awaitable[object]]


class FrameRelay:
    """aiortc as its documentation connects two parties: each frame is decoded, handed on, and encoded anew."""

    def __init__(self) -> None:
        self._relay = MediaRelay()
        self._waiting: dict[str, tuple[RTCPeerConnection, asyncio.Future[RTCPeerConnection]]] = {}
        self._connections: list[RTCPeerConnection] = []

    async def join(self, call: str, _party: str, sdp: str) -> str:
        connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._connections.append(connection)
        await connection.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        other = await self._meet(call, connection)
        for transceiver in other.getTransceivers():
            connection.addTrack(self._relay.subscribe(transceiver.receiver.track))
        await connection.setLocalDescription(await connection.createAnswer())
        return str(connection.localDescription.sdp)

    async def _meet(self, call: str, connection: RTCPeerConnection) -> RTCPeerConnection:
        """The other party's connection, once both are there."""
        first = self._waiting.pop(call, None)
        if first is None:
            met: asyncio.Future[RTCPeerConnection] = asyncio.get_running_loop().create_future()
            self._waiting[call] = (connection, met)
            return await met
        other, met = first
        met.set_result(connection)
        return other


async def commands(kind: str, recordings: str | None) -> dict[str, Command]:
    if kind == "worker":
        spool = Spool(Path(recordings)) if recordings else None
        worker = Worker(addresses=["127.0.0.1"], port=0, on_event=lambda _: None, spool=spool)
        await worker.start()

        async def offer(call: str, party: str, sdp: str) -> str:
            return (await worker.offer(call, party, sdp)).sdp

        async def record(call: str, recording: str, key: str, agreed: list[str], *, keep: bool) -> None:
            worker.record(call, recording, base64.b64decode(key), agreed, keep=keep)

        return {"offer": offer, "record": record, "stop": worker.stop}
    aioice.ice.get_host_addresses = lambda use_ipv4, use_ipv6: ["127.0.0.1"]  # which aioice would leave out
    return {"join": FrameRelay().join}


async def serve(kind: str, recordings: str | None = None) -> None:
    known = await commands(kind, recordings)
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    answering: set[asyncio.Task[None]] = set()

    async def answer(command: dict[str, Any]) -> None:
        number, do = command.pop("id"), command.pop("do")
        match do:
            case "record":
                done: object = await known[do](**command)
            case _:
                done = await known[do](*command.values())
        print(json.dumps({"id": number, "done": done}), flush=True)

    while line := await lines.readline():
        task = asyncio.create_task(answer(json.loads(line)))
        answering.add(task)
        task.add_done_callback(answering.discard)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(*sys.argv[1:]))
