"""A worker's process in the service of desk nodes: real sockets, the desk's side played by the test."""

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from typing import Any

import msgspec
import pytest
import socketio
from aiohttp import web

from server.media.desk_link import ANSWER_SECONDS
from server.media.process import WorkerProcess
from server.media.relay.counters import Counters
from server.protocol.media import Described, WorkerTotals
from tests.media.endpoint import Endpoint
from tests.media.people import Person
from tests.support.ports import free_port

KEY = "made-up-service-key"
CALL = "c_0123456789"


class Desk:
    """A desk node as far as a worker sees it."""

    def __init__(self, port: int, key: str = KEY) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.announced: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.credentials: list[dict[str, Any]] = []
        self.unavailable = 0
        """How many of the next events it cannot write down."""
        self.cannot_take: str | None = None
        """The call of which it can write down nothing."""
        self.holds: asyncio.Event | None = None
        """Set once an event has come; with it none is ever answered."""
        self._port = port
        self._key = key
        self._worker: str | None = None
        self._changed = asyncio.Condition()
        self._server = socketio.AsyncServer(async_mode="aiohttp", namespaces=["/service"])
        self._server.on("connect", self._connect, namespace="/service")
        self._server.on("worker.announce", self._announce, namespace="/service")
        self._server.on("media.event", self._event, namespace="/service")

    async def __aenter__(self) -> "Desk":
        app = web.Application()
        self._server.attach(app)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._running = True
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def stop(self) -> None:
        if self._running:
            self._running = False
            await self._server.shutdown()
            await self._runner.cleanup()

    async def ask(self, event: str, **payload: Any) -> Any:
        return await self._server.call(event, payload, to=self._worker, namespace="/service", timeout=5)

    async def wait_for(self, what: str, count: int = 1) -> list[dict[str, Any]]:
        """Wait until that many of `announced`, `events` or `credentials` have come."""
        heard: list[dict[str, Any]] = getattr(self, what)
        async with asyncio.timeout(15), self._changed:
            await self._changed.wait_for(lambda: len(heard) >= count)
        return heard

    async def _connect(self, sid: str, _environ: dict[str, Any], auth: dict[str, Any]) -> None:
        await self._keep(self.credentials, auth)
        if auth.get("key") != self._key:
            raise socketio.exceptions.ConnectionRefusedError("wrong_credentials")
        self._worker = sid

    async def _announce(self, _sid: str, payload: dict[str, Any]) -> dict[str, Any]:
        await self._keep(self.announced, payload)
        return {"ok": {}}

    async def _event(self, _sid: str, payload: dict[str, Any]) -> dict[str, Any]:
        if self.holds is not None:
            self.holds.set()
            await asyncio.Event().wait()
        if payload["call"] == self.cannot_take:
            return {"error": {"code": "unavailable"}}
        if self.unavailable:
            self.unavailable -= 1
            return {"error": {"code": "unavailable"}}
        await self._keep(self.events, payload)
        return {"ok": {}}

    async def _keep(self, kept: list[dict[str, Any]], payload: dict[str, Any]) -> None:
        async with self._changed:
            kept.append(payload)
            self._changed.notify_all()


@asynccontextmanager
async def working(*urls: str, drain_seconds: float = 0) -> AsyncIterator[asyncio.Event]:
    """A worker's process at work, until the test has ended or set the event."""
    stop = asyncio.Event()
    process = WorkerProcess(addresses=["127.0.0.1"], port=0, key=KEY, desk_urls=urls)
    run = asyncio.create_task(process.run(stop, drain_seconds))
    yield stop
    stop.set()
    await run


async def call(desk: Desk, caller: Person, callee: Person) -> None:
    async def ask(party: str, sdp: str) -> Described:
        return msgspec.convert(await desk.ask("media.offer", call=CALL, party=party, sdp=sdp), Described)

    for person in (caller, callee, caller):
        await person.join(ask)


async def test_a_worker_introduces_itself_and_says_so_again() -> None:
    async with Desk(free_port()) as desk, working(desk.url):
        first, second = await desk.wait_for("announced", 2)
        assert desk.credentials == [{"key": KEY, "kind": "media", "protocol": 1}]
        assert first == second
        assert first["addresses"] == ["127.0.0.1"]
        assert first["port"] > 0
        assert "calls" not in first


async def test_the_desk_hears_of_what_was_dropped() -> None:
    async with Desk(free_port()) as desk, working(desk.url):
        (first, *_) = await desk.wait_for("announced")
        assert first["totals"] == {}
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
            for _ in range(3):
                stranger.sendto(b"\xff" * 100, ("127.0.0.1", first["port"]))
        heard = await desk.wait_for("announced", 3)
        assert heard[-1]["totals"] == {"garbage": 3}


def test_a_desk_can_be_told_of_everything_that_is_counted() -> None:
    assert [each.name for each in fields(Counters)] == list(WorkerTotals.__struct_fields__)


async def test_what_the_desk_could_not_write_down_is_told_again(people: tuple[Person, Person]) -> None:
    async with Desk(free_port()) as desk, working(desk.url):
        desk.unavailable = 2
        await desk.wait_for("announced")
        await call(desk, *people)
        assert len(await desk.wait_for("events", 3)) == 3
        assert desk.unavailable == 0


async def test_what_the_desk_cannot_take_of_one_call_holds_up_no_other(people: tuple[Person, Person]) -> None:
    async with Desk(free_port()) as desk, working(desk.url):
        await desk.wait_for("announced")
        desk.cannot_take = CALL
        await call(desk, *people)
        lonely = Endpoint("p_lonely0000")
        answer = await desk.ask("media.offer", call="k_other00000", party=lonely.name, sdp=lonely.describe())
        lonely.learn(answer["sdp"])
        await lonely.connect()
        (event, *_) = await desk.wait_for("events")
        assert (event["call"], event["kind"]) == ("k_other00000", "connected")
        desk.cannot_take = None
        assert len(await desk.wait_for("events", 4)) == 4
        lonely.vanish()


async def test_what_was_under_way_when_a_desk_was_cut_goes_to_another_at_once(people: tuple[Person, Person]) -> None:
    async with Desk(free_port()) as one, Desk(free_port()) as other, working(one.url, other.url):
        await one.wait_for("announced")
        await other.wait_for("announced")
        one.holds = asyncio.Event()
        await call(one, *people)
        await one.holds.wait()
        async with asyncio.timeout(ANSWER_SECONDS - 1):
            await one.stop()
            assert len(await other.wait_for("events", 3)) == 3


async def test_a_call_is_made_through_the_desk(people: tuple[Person, Person]) -> None:
    async with Desk(free_port()) as desk, working(desk.url):
        await desk.wait_for("announced")
        await call(desk, *people)
        for person in people:
            await person.sees_and_hears()
        events = await desk.wait_for("events", 3)
        caller, callee = people
        expected = {("changed", caller.name), ("connected", caller.name), ("connected", callee.name)}
        assert {(event["kind"], event["party"]) for event in events} == expected
        assert (await desk.ask("media.leave", call=CALL, party=callee.name)) == {}
        assert (await desk.ask("media.close", call=CALL)) == {}
        assert (await desk.ask("media.close", call=CALL)) == {}


async def test_what_cannot_be_done_is_declined_with_a_code(people: tuple[Person, Person]) -> None:
    person, _ = people
    async with Desk(free_port()) as desk, working(desk.url):
        await desk.wait_for("announced")
        stranger = Endpoint(person.name)
        sdp = stranger.describe()
        stranger.vanish()
        assert await desk.ask("media.offer", call=CALL, party=person.name, sdp="v=0") == {
            "error": "description_unsupported"
        }
        assert await desk.ask("media.offer", call=CALL, party=person.name) == {"error": "malformed"}
        assert await desk.ask("media.offer", call=CALL, party=person.name, sdp=sdp, more=1) == {"error": "malformed"}


async def test_a_desk_that_restarts_ends_no_call_and_hears_of_it(people: tuple[Person, Person]) -> None:
    port = free_port()
    caller, callee = people
    async with Desk(port) as desk, working(desk.url):
        await desk.wait_for("announced")
        await call(desk, caller, callee)
        await desk.wait_for("events", 3)
        await desk.stop()
        await caller.sees_and_hears()
        await callee.close()
        async with Desk(port) as restarted:
            (announced, *_) = await restarted.wait_for("announced")
            assert announced["calls"] == [CALL]
            (event, *_) = await restarted.wait_for("events")
            assert (event["kind"], event["party"], event["reason"]) == ("lost", callee.name, "closed")


async def test_what_happens_in_a_call_goes_to_the_desk_that_spoke_of_it(people: tuple[Person, Person]) -> None:
    async with Desk(free_port()) as one, Desk(free_port()) as other, working(one.url, other.url):
        await one.wait_for("announced")
        await other.wait_for("announced")
        await call(other, *people)
        await other.wait_for("events", 3)
        assert one.events == []


async def test_a_wrong_key_gets_no_further() -> None:
    async with Desk(free_port(), key="another") as desk, working(desk.url):
        await desk.wait_for("credentials", 2)
        assert desk.announced == []


async def test_draining_lets_calls_end_and_takes_no_more(people: tuple[Person, Person]) -> None:
    caller, callee = people
    async with Desk(free_port()) as desk, working(desk.url, drain_seconds=20) as stop:
        await desk.wait_for("announced")
        await call(desk, caller, callee)
        before = len(desk.announced)
        stop.set()
        announced = await desk.wait_for("announced", before + 1)
        assert announced[-1]["draining"] is True
        refused = await desk.ask(
            "media.offer", call="c_9876543210", party=caller.name, sdp=caller.pc.localDescription.sdp
        )
        assert refused == {"error": "worker_draining"}
        await caller.sees_and_hears()
        await desk.ask("media.close", call=CALL)


PROGRAM = """
from server.media.process import run
run(addresses=["127.0.0.1"], port=0, key={key!r}, desk_urls=[{url!r}])
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_process(number: signal.Signals) -> None:
    async with Desk(free_port()) as desk:
        process = subprocess.Popen(  # noqa: ASYNC220
            [sys.executable, "-W", "error", "-c", PROGRAM.format(key=KEY, url=desk.url)],
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            await desk.wait_for("announced")
            process.send_signal(number)
            _, errors = await asyncio.to_thread(process.communicate, timeout=10)
        finally:
            process.kill()
        assert (process.returncode, errors) == (0, "")
