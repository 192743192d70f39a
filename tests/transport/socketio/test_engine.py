"""The engine: what it keeps of a request is all that the library reads of one."""

from typing import Any

import aiohttp
import pytest
from aiohttp import web
from engineio.async_drivers.aiohttp import translate_request
from structlog.testing import capture_logs

from server.transport.socketio.engine import environ_of
from tests.transport.socketio.lines import opened
from tests.transport.socketio.servers import Ours, serving


async def test_what_the_library_reads_of_a_request_stands_in_the_environ() -> None:
    kept: list[tuple[dict[str, Any], dict[str, Any]]] = []

    async def handle(request: web.Request) -> web.Response:
        kept.append((environ_of(request), translate_request(request)))
        return web.Response()

    application = web.Application()
    application.router.add_route("*", "/", handle)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    headers = [("Connection", "keep-alive, Upgrade"), ("Upgrade", "websocket"), ("Origin", "https://desk.example")]
    async with aiohttp.ClientSession() as session:
        await session.post(f"http://127.0.0.1:{port}/?EIO=4&x=%20", headers=headers, data=b"four")
        await session.get(f"http://127.0.0.1:{port}/")
    await runner.cleanup()
    for ours, theirs in kept:
        assert ours.items() <= theirs.items()
        read = {"REQUEST_METHOD", "QUERY_STRING", "wsgi.input", "aiohttp.request", "CONTENT_LENGTH"}
        read |= {"HTTP_ORIGIN", "HTTP_UPGRADE", "HTTP_CONNECTION", "HTTP_ACCEPT_ENCODING"}
        assert read & theirs.keys() == ours.keys()


async def test_no_websocket_is_compressed() -> None:
    async with serving(Ours()) as url, aiohttp.ClientSession() as session:
        offers = session.ws_connect(f"{url}&transport=websocket", compress=15)
        async with offers as socket:
            assert socket.compress == 0


async def test_nothing_is_left_of_whoever_came_and_went() -> None:
    async with serving(server := Ours()) as url:
        for transport in ("websocket", "polling", "upgrade"):
            async with opened(url, transport) as (line, _):
                await line.send("40/one,")
                await line.send("1")
        assert server.eio.sockets == {}
        assert server.environ == {}
        assert server.manager.rooms == {}


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_a_fault_is_logged_by_its_type_and_place_and_ends_no_session(transport: str) -> None:
    async def fail(sid: str) -> None:
        raise KeyError("what somebody wrote")

    with capture_logs() as logged:
        async with serving(server := Ours()) as url, opened(url, transport) as (line, _):
            server.on("fail", fail, namespace="/one")
            for packet in ("40/one,", '42/one,1["fail"]', '42/one,2["echo"]'):
                await line.send(packet)
            while not (await line.receive()).startswith("43/one,2"):
                pass
    (fault,) = [line for line in logged if line["event"] == "fault"]
    assert fault["error"] == "KeyError"
    assert fault["at"].startswith("test_engine.py:")
    assert "wrote" not in str(fault)
