"""The heartbeat: who is asked when, and who is given up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from server.transport.socketio.heartbeat import Heartbeat, Pace
from tests.transport.socketio.lines import Line, opened
from tests.transport.socketio.servers import Ours, serving


@dataclass
class Socket:
    pace: Pace
    due: int = 0
    asked: bool = False
    heard: bool = False
    busy: bool = False
    happened: list[str] = field(default_factory=list)

    def ask(self) -> None:
        self.happened.append("asked")

    def give_up(self) -> None:
        self.happened.append("given up")


@asynccontextmanager
async def beating(*sockets: Socket) -> AsyncIterator[tuple[Heartbeat, int]]:
    """A heartbeat that only a test turns, and the second it stands at."""
    heart = Heartbeat()
    for socket in sockets:
        heart.watch(socket)
    await heart.stop()
    yield heart, sockets[0].due - sockets[0].pace.interval


async def test_who_answers_is_asked_every_interval() -> None:
    socket = Socket(Pace(interval=10, patience=5))
    async with beating(socket) as (heart, start):
        asked: list[int] = []
        for second in range(1, 41):
            heart.turn(start + second)
            if len(socket.happened) > len(asked):
                asked.append(second)
                socket.heard = True
    assert asked == [10, 20, 30, 40]
    assert set(socket.happened) == {"asked"}


async def test_whoever_waits_for_an_answer_is_there() -> None:
    socket = Socket(Pace(interval=10, patience=5), busy=True)
    async with beating(socket) as (heart, start):
        heart.turn(start + 60)
        assert set(socket.happened) == {"asked"}
        socket.busy = False
        heart.turn(start + 80)
        assert socket.happened[-1] == "given up"


async def test_who_is_silent_is_given_up_once_after_patience() -> None:
    socket = Socket(Pace(interval=10, patience=5))
    async with beating(socket) as (heart, start):
        heart.turn(start + 14)
        assert socket.happened == ["asked"]
        heart.turn(start + 15)
        heart.turn(start + 99)
        assert socket.happened == ["asked", "given up"]


async def test_each_has_a_pace_of_its_own_and_may_change_it() -> None:
    calm, brisk = Socket(Pace(25, 20)), Socket(Pace(10, 5))
    async with beating(calm, brisk) as (heart, start):
        heart.turn(start + 15)
        assert (calm.happened, brisk.happened) == ([], ["asked", "given up"])
        calm.pace = Pace(10, 5)
        heart.watch(calm)
        await heart.stop()
        heart.turn(start + 30)
        assert calm.happened == ["asked", "given up"]


async def test_who_was_forgotten_is_left_alone() -> None:
    socket = Socket(Pace(10, 5))
    async with beating(socket) as (heart, start):
        heart.forget(socket)
        heart.turn(start + 100)
        assert socket.happened == []


async def test_a_node_that_did_not_listen_itself_blames_nobody() -> None:
    socket = Socket(Pace(10, 5))
    async with beating(socket) as (heart, start):
        heart.turn(start + 10)
        heart.turn(start + 60, late=True)
        assert socket.happened == ["asked"]
        heart.turn(start + 65)
        assert socket.happened == ["asked", "given up"]


async def _open_and_enter(line: Line) -> None:
    await line.send("40/one,")
    while not (await line.receive()).startswith("40/one"):
        pass


@pytest.mark.parametrize("transport", ["websocket", "polling", "upgrade"])
async def test_a_client_that_falls_silent_is_gone(transport: str) -> None:
    server = Ours(Pace(interval=2, patience=1))
    gone: list[Any] = []
    async with serving(server) as url, opened(url, transport) as (line, _):
        server.on("disconnect", lambda sid, reason: gone.append(reason), namespace="/one")
        await _open_and_enter(line)
        async with asyncio.timeout(60):
            while not gone:
                await asyncio.sleep(0.05)
        assert server.eio.sockets == {}
    assert len(gone) == 1


@pytest.mark.parametrize("transport", ["websocket", "polling", "upgrade"])
async def test_a_client_that_answers_stays(transport: str) -> None:
    server = Ours(Pace(interval=2, patience=1))
    async with serving(server) as url, opened(url, transport) as (line, _):
        await _open_and_enter(line)
        asked = 0
        while asked < 3:
            if await line.receive() == "2":
                await line.send("3")
                asked += 1
        await line.send('42/one,1["echo","still here"]')
        while (packet := await line.receive()) in ("2", "6"):
            pass
        assert packet == '43/one,1[["still here"]]'
