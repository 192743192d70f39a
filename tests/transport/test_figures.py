"""Figures: what Prometheus reads is what its own library would have written, and what media workers say."""

import asyncio
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client import CollectorRegistry, Histogram, generate_latest

from server.protocol.errors import Refusal
from server.protocol.media import WorkerAnnounced
from server.protocol.wire import decode_words
from server.transport.figures import Seconds
from tests.support.redis import RedisServer
from tests.transport.node import Client, ServedNode, served_node

TIMES = [0.0001, 0.002, 0.0021, 0.3, 4.9, 5, 60]


def test_times_are_told_as_the_librarys_histogram_tells_them() -> None:
    theirs, ours = CollectorRegistry(), CollectorRegistry()
    histogram = Histogram(
        "onlineloket_command_seconds",
        "Time that it took to carry out a command, refused or not.",
        ["command"],
        buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
        registry=theirs,
    )
    ours.register(seconds := Seconds())
    for command in ("message.post", "log.sync"):
        for time in TIMES:
            histogram.labels(command).observe(time)
            seconds.observe(command, time)
    told = [line for line in generate_latest(theirs).decode().splitlines() if "_created" not in line]
    assert generate_latest(ours).decode().splitlines() == told


ANNOUNCED: dict[str, Any] = {"worker": "w_12345678", "addresses": ["127.0.0.1"], "port": 9, "capacity": 9}


async def told_of_media(node: ServedNode) -> list[str]:
    """The lines of `/metrics` about media workers."""
    async with aiohttp.ClientSession() as session, session.get(f"{node.origin}/metrics") as response:
        return [line for line in (await response.text()).splitlines() if line.startswith("onlineloket_media")]


async def worker_at(node: ServedNode) -> Client:
    return await node.client("/service", {"key": node.key, "kind": "media", "protocol": 1})


async def test_what_media_workers_counted_is_told_as_long_as_they_are_there(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with served_node(tmp_path, redis_server.url) as node:
        assert await told_of_media(node) == []
        worker, gateway = await worker_at(node), await worker_at(node)
        totals = {"forwarded_packets": 40, "forwarded_bytes": 40_000, "garbage": 3, "forged": 1}
        assert "ok" in await worker.ask("worker.announce", {**ANNOUNCED, "totals": totals})
        assert "ok" in await gateway.ask("worker.announce", {**ANNOUNCED, "worker": "w_gateway00"})
        told = await told_of_media(node)
        assert 'onlineloket_media_forwarded_packets_total{worker="w_12345678"} 40.0' in told
        assert 'onlineloket_media_forwarded_bytes_total{worker="w_12345678"} 40000.0' in told
        dropped = [line for line in told if line.startswith("onlineloket_media_dropped_packets_total")]
        assert 'onlineloket_media_dropped_packets_total{reason="garbage",worker="w_12345678"} 3.0' in dropped
        assert 'onlineloket_media_dropped_packets_total{reason="forged",worker="w_12345678"} 1.0' in dropped
        assert len(dropped) == 11
        assert not any("gateway" in line for line in told)

        totals["garbage"] = 4
        assert "ok" in await worker.ask("worker.announce", {**ANNOUNCED, "totals": totals})
        assert any('reason="garbage"' in line and line.endswith(" 4.0") for line in await told_of_media(node))
        await worker.close()
        async with asyncio.timeout(10):
            while await told_of_media(node):
                await asyncio.sleep(0.01)


@pytest.mark.parametrize("totals", [{"garbage": -1}, {"garbage": 2**63}, {"garbage": 0.5}, {"from_space": 1}, [1]])
def test_totals_that_are_none_are_not_taken(totals: object) -> None:
    assert decode_words(json.dumps(ANNOUNCED).encode(), WorkerAnnounced).totals is None
    with pytest.raises(Refusal):
        decode_words(json.dumps({**ANNOUNCED, "totals": totals}).encode(), WorkerAnnounced)
