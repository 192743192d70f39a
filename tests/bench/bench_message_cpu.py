"""What a message costs the desk: stored, acknowledged, delivered to one other.

Beside it python-socketio as it comes, which passes the message on and stores nothing.
"""

import asyncio
import secrets
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator

import psutil
import socketio

from tests.bench.result import Result
from tests.support.desk import TREE, ServedDesk
from tests.support.ports import free_port

PAIRS = 40
EACH = 50
"""Messages of each pair: as many as the desk takes from one citizen at once."""

WARM_UP = 5

Sender = Callable[[int], Awaitable[object]]


def measure() -> Iterator[Result]:
    with ServedDesk() as desk:
        served = psutil.Process(desk.process.pid if desk.process else None)
        node = next(child for child in served.children() if child.cmdline()[-1] == "desk")
        ours = asyncio.run(_desk(desk.origin, node))
    port = free_port()
    relay = subprocess.Popen([sys.executable, "-m", "tests.bench.relay", str(port)], cwd=TREE)
    try:
        theirs = asyncio.run(_relay(f"http://localhost:{port}", psutil.Process(relay.pid)))
    finally:
        relay.terminate()
        relay.wait()
    yield Result(
        name="message_cpu", value=ours, unit="µs", peer="python-socketio relay, nothing stored", peer_value=theirs
    )


async def _desk(origin: str, process: psutil.Process) -> float:
    """Each conversation is open in two windows: what one of them posts is delivered to the other too."""
    clients: list[socketio.AsyncClient] = []
    senders: list[Sender] = []
    for _ in range(PAIRS):
        auth = {"token": secrets.token_urlsafe(32), "protocol": 1}
        pair = [await _connect(origin, "/citizen", auth) for _ in range(2)]
        clients += pair
        opened = [await each.call("conversation.open", {"language": "nl"}, namespace="/citizen") for each in pair]
        conversation = opened[0]["ok"]["conversation"]
        # In the queue no bot follows: what is measured is one message, not the bot's answer to it.
        await pair[0].call("person.request", {"conversation": conversation}, namespace="/citizen")
        senders.append(_poster(pair[0], conversation))
    return await _cpu_of_each(process, senders, clients)


def _poster(client: socketio.AsyncClient, conversation: str) -> Sender:
    async def post(number: int) -> object:
        said = {"conversation": conversation, "client_id": f"message-{number:04}", "text": f"Bericht {number}"}
        answer = await client.call("message.post", said, namespace="/citizen")
        assert "ok" in answer, answer
        return answer

    return post


async def _relay(origin: str, process: psutil.Process) -> float:
    await _until_it_listens(origin)
    clients = [await _connect(origin, "/", None) for _ in range(2 * PAIRS)]
    senders: list[Sender] = []
    for number in range(PAIRS):
        for client in clients[2 * number : 2 * number + 2]:
            await client.call("enter", str(number))
        senders.append(_relayed(clients[2 * number], number))
    return await _cpu_of_each(process, senders, clients)


async def _until_it_listens(origin: str) -> None:
    async with asyncio.timeout(30):
        while True:
            try:
                await (await _connect(origin, "/", None)).disconnect()
            except socketio.exceptions.ConnectionError:
                await asyncio.sleep(0.1)
            else:
                return


def _relayed(client: socketio.AsyncClient, room: int) -> Sender:
    async def post(number: int) -> object:
        return await client.call("post", {"room": str(room), "text": f"Bericht {number}"})

    return post


async def _connect(origin: str, namespace: str, auth: object) -> socketio.AsyncClient:
    client = socketio.AsyncClient(reconnection=False)
    await client.connect(origin, namespaces=[namespace], auth=auth, transports=["websocket"], wait_timeout=30)
    return client


async def _cpu_of_each(process: psutil.Process, senders: list[Sender], clients: list[socketio.AsyncClient]) -> float:
    """CPU of the server for each message, in microseconds, while all send at once."""

    async def send(sender: Sender, numbers: range) -> None:
        for number in numbers:
            await sender(number)

    await asyncio.gather(*(send(sender, range(WARM_UP)) for sender in senders))
    before = sum(process.cpu_times()[:2])
    await asyncio.gather(*(send(sender, range(WARM_UP, EACH)) for sender in senders))
    spent = sum(process.cpu_times()[:2]) - before
    for client in clients:
        await client.disconnect()
    return float(spent / (len(senders) * (EACH - WARM_UP)) * 1e6)
