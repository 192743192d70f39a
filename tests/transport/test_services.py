"""What follows from what a media worker tells: it may be asked something because of it, and is heard meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from server.media.placement import LEASE
from server.secret_files import SecretFile
from tests.support.redis import RedisServer
from tests.transport.node import Client, ServedNode, served_node

WORKER = {"worker": "w_12345678", "addresses": ["127.0.0.1"], "port": 9, "capacity": 9}


class FarWorker:
    """A media worker that announces itself as workers do, and notes what it is asked."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.asked: list[tuple[str, Any]] = []
        for event in ("media.record", "media.close", "media.leave"):
            client.socket.on(event, self._serve(event), namespace="/service")
        self.answers = asyncio.Event()
        self.answers.set()

    async def keep_announcing(self) -> None:
        while True:
            assert "ok" in await self.client.ask("worker.announce", WORKER)
            await asyncio.sleep(LEASE / 4)

    async def tells(self, call: str, kind: str, party: str | None = None) -> Any:
        return await self.client.ask("media.event", {"call": call, "kind": kind, "party": party})

    def times(self, event: str) -> int:
        return sum(name == event for name, _ in self.asked)

    def _serve(self, event: str) -> Any:
        async def serve(payload: Any) -> Any:
            self.asked.append((event, payload))
            await self.answers.wait()
            return {}

        return serve


@asynccontextmanager
async def recording_node(folder: Path, redis_url: str) -> AsyncIterator[tuple[ServedNode, FarWorker]]:
    """A node that can record, and a media worker that comes to it."""
    key = folder / "recording.key"
    SecretFile(key).read_or_make()
    async with served_node(folder, redis_url, recording_key_file=key) as node:
        yield node, FarWorker(await node.client("/service", {"key": node.key, "kind": "media", "protocol": 1}))


async def in_recorded_call(node: ServedNode, worker: FarWorker) -> tuple[Client, dict[str, str], list[str]]:
    """A call that is recorded: its citizen, its names, and its parties."""
    citizen, conversation = await node.citizen()
    about = {"conversation": conversation}
    await citizen.ask("person.request", about)
    agent = await node.agent()
    assert "ok" in await agent.ask("conversation.take", about)
    need = {"topic": "bike_theft", "languages": ["nl"]}
    assert "ok" in await agent.ask("need.state", {**about, "need": need})
    call = (await agent.ask("call.propose", about))["ok"]["view"]["call"]
    names = {**about, "call": call}
    view = (await citizen.ask("call.accept", names))["ok"]["view"]
    parties = [each["participant"]["participant"] for each in view["parties"]]
    for party in parties:
        assert "ok" in await worker.tells(call, "connected", party)
    recording = (await agent.ask("recording.propose", names))["ok"]["view"]["recording"]
    answer = {**about, "recording": recording, "agree": True}
    assert "ok" in await citizen.ask("recording.answer", answer)
    return citizen, names, parties


async def test_a_worker_is_asked_because_of_its_news_and_stays(tmp_path: Path, redis_server: RedisServer) -> None:
    async with recording_node(tmp_path, redis_server.url) as (node, worker):
        announcing = asyncio.create_task(worker.keep_announcing())
        citizen, names, parties = await in_recorded_call(node, worker)
        assert worker.times("media.record") == 1
        worker.answers.clear()
        telling = asyncio.create_task(worker.tells(names["call"], "connected", parties[0]))
        # Longer than a worker may be silent: what it announces is read while the desk waits for its answer.
        await asyncio.sleep(LEASE + 1)
        assert worker.times("media.record") >= 2
        assert not telling.done()
        worker.answers.set()
        assert "ok" in await telling
        assert not announcing.done()
        assert "call.moved" not in [event for event, _ in citizen.heard]
        announcing.cancel()


async def test_what_a_worker_said_before_it_went_counts(tmp_path: Path, redis_server: RedisServer) -> None:
    async with recording_node(tmp_path, redis_server.url) as (node, worker):
        announcing = asyncio.create_task(worker.keep_announcing())
        citizen, names, _ = await in_recorded_call(node, worker)
        announcing.cancel()
        async with node.node.database.write():
            telling = asyncio.create_task(worker.tells(names["call"], "idle"))
            # It is read in order: that the worker is idle was heard before this is answered.
            await asyncio.sleep(0)
            assert "ok" in await worker.client.ask("worker.announce", WORKER)
            await worker.client.close()
            await asyncio.sleep(LEASE)
        telling.cancel()
        async with asyncio.timeout(20):
            while not citizen.events("call") or citizen.events("call")[-1]["view"]["state"] != "ended":
                await asyncio.sleep(0.01)
        assert "call.moved" not in [event for event, _ in citizen.heard]
