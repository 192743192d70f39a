"""The process of a worker whose calls an engine carries, in the service of a desk node."""

import asyncio
import signal

import pytest

from server.media.process import WorkerProcess
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint
from tests.media.test_process import KEY, Desk
from tests.support.ports import free_port
from tests.support.rtpengine import RtpEngine


async def test_it_serves_a_desk_until_the_engine_is_gone(pair: tuple[Endpoint, Endpoint]) -> None:
    with RtpEngine() as engine:
        async with Desk(free_port()) as desk:
            process = WorkerProcess(
                addresses=["127.0.0.1"],
                port=0,
                key=KEY,
                desk_urls=[desk.url],
                rtpengine=("127.0.0.1", engine.port),
            )
            run = asyncio.create_task(process.run(asyncio.Event(), drain_seconds=0))
            (announced, *_) = await desk.wait_for("announced")
            assert announced["port"] == engine.port
            for party in pair:
                answer = await desk.ask("media.offer", call=CALL, party=party.name, sdp=party.describe())
                party.learn(answer["sdp"])
                await party.connect()
            (changed, *_) = await desk.wait_for("events")
            assert (changed["kind"], changed["party"]) == ("changed", pair[0].name)
            engine.send(signal.SIGKILL)
            with pytest.raises(ConnectionAbortedError):
                await asyncio.wait_for(run, 15)
