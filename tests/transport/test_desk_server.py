"""The desk's Socket.IO server: sessions are counted, and asked for signs of life at the pace they need."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import msgspec
import pytest
from aiohttp import web

from server.transport.desk_server import BRISK, CALM, DeskServer
from tests.support.ports import free_port
from tests.transport.socketio.lines import Polls, opened, polled


@asynccontextmanager
async def serving(server: DeskServer) -> AsyncIterator[str]:
    application = web.Application()
    server.attach(application)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}/socket.io/?EIO=4"
    finally:
        await server.shutdown()
        await runner.cleanup()


@pytest.mark.parametrize("transport", ["websocket", "polling", "upgrade"])
async def test_every_session_that_came_goes_once(transport: str) -> None:
    came: list[Any] = []
    went: list[Any] = []
    server = DeskServer(lambda *told: came.append(told[:2]), lambda *told: went.append(told))
    async with serving(server) as url:
        for _ in range(3):
            async with opened(url, transport) as (line, _):
                assert len(came) == len(went) + 1
                await line.send("1")
            async with asyncio.timeout(20):
                while len(went) < len(came):
                    await asyncio.sleep(0.01)
    assert went == came


@pytest.mark.parametrize(("asked", "pace"), [("", CALM), ("&pace=brisk", BRISK), ("&pace=slow", CALM)])
async def test_a_client_is_promised_the_pace_it_asks_for(asked: str, pace: Any) -> None:
    async with serving(server := DeskServer()) as url, opened(url + asked, "websocket") as (_, first):
        promised = msgspec.json.decode(first[1:])
        assert (promised["pingInterval"], promised["pingTimeout"]) == (pace.interval * 1000, pace.patience * 1000)
        (socket,) = server.eio.sockets.values()
        assert socket.pace == pace


async def test_a_line_may_be_hurried_for_a_while_but_never_below_what_was_promised() -> None:
    for asked, after in (("", CALM), ("&pace=brisk", BRISK)):
        async with serving(server := DeskServer()) as url, opened(url + asked, "websocket") as (line, _):
            entered: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            server.on("connect", lambda sid, *_, entered=entered: entered.set_result(sid), namespace="/citizen")
            await line.send("40/citizen,")
            there = server.line(await entered, "/citizen")
            (socket,) = server.eio.sockets.values()
            there.hurry(True)
            assert socket.pace == BRISK
            there.hurry(False)
            assert socket.pace == after


async def test_a_server_that_stops_leaves_time_to_those_who_are_going_already() -> None:
    server, leaving, done = DeskServer(), asyncio.Event(), asyncio.Event()

    async def left(sid: str, reason: object = None) -> None:
        leaving.set()
        await asyncio.sleep(0.1)
        done.set()

    server.on("connect", lambda *_: None, namespace="/service")
    server.on("disconnect", left, namespace="/service")
    async with serving(server) as url:
        async with opened(url, "websocket") as (line, _):
            await line.send("40/service,")
            while not server.manager.rooms.get("/service"):
                await asyncio.sleep(0.01)
        await leaving.wait()
        await server.drain()
    assert done.is_set()


async def test_a_later_answer_holds_up_nothing_and_is_waited_for_by_a_server_that_stops() -> None:
    server = DeskServer()
    later: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    async def carry_out(event: str, sid: str, *payload: Any) -> Any:
        return later if event == "slow" else {"ok": {}}

    server.on("connect", _let_in, namespace="/service")
    server.on("*", carry_out, namespace="/service")
    async with serving(server) as url, opened(url, "websocket") as (line, _):
        await line.send("40/service,")
        await line.receive()
        await line.send('42/service,1["slow"]')
        await line.send('42/service,2["quick"]')
        assert await line.receive() == '43/service,2[{"ok":{}}]'
        stopping = asyncio.create_task(server.drain())
        asyncio.get_running_loop().call_later(0.2, later.set_result, {"ok": {}})
        assert await line.receive() == '43/service,1[{"ok":{}}]'
        await stopping


@pytest.mark.parametrize("asked", ["before it begins", "while it lasts"])
async def test_a_command_under_way_holds_up_no_upgrade(asked: str) -> None:
    async with serving(server := DeskServer()) as url, aiohttp.ClientSession() as session:
        server.on("connect", _let_in, namespace="/citizen")
        server.on("*", _carry_out, namespace="/citizen")
        polls, _ = await polled(session, url)
        await polls.send("40/citizen,")
        await polls.receive()
        (there,) = server.eio.sockets.values()
        there.say("what nobody has taken yet")
        command = asyncio.create_task(Polls(session, polls.url).send('42/citizen,1["x"]'))
        if asked == "before it begins":
            async with asyncio.timeout(20):
                while not there._posting:  # noqa: SLF001 the request is there
                    await asyncio.sleep(0)
        async with session.ws_connect(polls.url.replace("=polling", "=websocket")) as socket:
            await socket.send_str("2probe")
            assert await socket.receive_str() == "3probe"
            # As engine.io-client does it: the change is made once what was asked is answered.
            async with asyncio.timeout(20):
                await command
                await socket.send_str("5")
                while await socket.receive_str() != '43/citizen,1[{"ok":{}}]':
                    pass


async def _let_in(sid: str, *_: Any) -> None:
    pass


async def _carry_out(event: str, sid: str, *_: Any) -> Any:
    return {"ok": {}}
