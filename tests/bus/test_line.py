"""Hints over a Redis that Sentinel watches, through a failover, and over a Cluster: real servers on loopback."""

import asyncio
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError

from server.bus.fanout import channel
from server.bus.hints import Grown
from server.bus.line import open_line
from server.bus.registry import key
from server.supervise.lifeline import tied_to_this_process
from tests.bus.stage import TALK, Node, meet, nodes, until
from tests.support.ports import free_port
from tests.support.programs import require

PATIENCE = 60

_CLUSTERED = ("cluster-enabled yes", "cluster-node-timeout 1000", "repl-diskless-sync-delay 0")

TALKS = [f"c_some_talk_{number:03}" for number in range(20)]


class Servers:
    """Redis processes on TCP ports, in a folder that is gone afterwards."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="redis-"))
        self._processes: dict[int, subprocess.Popen[bytes]] = {}

    async def start(self, *options: str, port: int | None = None, sentinel: bool = False) -> int:
        """Start one; its port, once it answers."""
        port = port or free_port()
        own = self.folder / str(port)
        own.mkdir()
        configuration = own / "redis.conf"
        configuration.write_text(f"port {port}\nbind 127.0.0.1\ndir {own}\nsave ''\n" + "\n".join(options))
        arguments: list[str | Path] = [require("redis-server"), configuration, *(["--sentinel"] if sentinel else [])]
        self._processes[port] = subprocess.Popen(  # noqa: ASYNC220 it returns at once
            arguments, stdout=subprocess.DEVNULL, preexec_fn=tied_to_this_process()
        )
        async with asyncio.timeout(PATIENCE), Redis(port=port) as client:
            while not await answers(client):
                await asyncio.sleep(0.02)
        return port

    def kill(self, port: int) -> None:
        process = self._processes.pop(port)
        process.kill()
        process.wait()

    def close(self) -> None:
        for port in list(self._processes):
            self.kill(port)
        shutil.rmtree(self.folder)


async def answers(client: Redis) -> bool:
    try:
        return bool(await client.ping())
    except (RedisError, OSError):
        return False


@contextmanager
def servers() -> Iterator[Servers]:
    started = Servers()
    try:
        yield started
    finally:
        started.close()


class Cluster:
    """A Cluster of three masters, each with as many replicas as asked for."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self.ports: list[int] = []

    @property
    def url(self) -> str:
        return "redis+cluster://" + ",".join(f"127.0.0.1:{port}" for port in self.ports[:2])

    async def start(self, replicas: int) -> None:
        for _ in range(3 * (1 + replicas)):
            # The nodes of a Cluster speak with each other at their port and 10,000.
            port = free_port(also=10_000)
            self.ports.append(await self._servers.start(*_CLUSTERED, port=port))
        made = await asyncio.create_subprocess_exec(
            str(require("redis-cli")),
            *("--cluster", "create", *(f"127.0.0.1:{port}" for port in self.ports)),
            *("--cluster-replicas", str(replicas), "--cluster-yes"),
            stdout=subprocess.DEVNULL,
        )
        assert await made.wait() == 0
        async with asyncio.timeout(PATIENCE):
            for port in self.ports:
                while not await self._is_ready(port, replicas):
                    await asyncio.sleep(0.05)

    async def owner(self, name: str) -> int:
        """The port of the master that has a key or a sharded channel."""
        async with Redis(port=self.ports[0]) as client:
            slot = await client.cluster("KEYSLOT", name)
            ranges = await client.cluster("SLOTS")
        return next(int(master[1]) for first, last, master, *_ in ranges if first <= slot <= last)

    async def kill(self, port: int) -> None:
        """Kill a master that can be spared: all agree on who is who, so that they can agree on who follows, and its
        replica has all that it has."""
        async with asyncio.timeout(PATIENCE):
            while not (await self._agree() and await self._has_a_double(port)):
                await asyncio.sleep(0.02)
        self.ports.remove(port)
        self._servers.kill(port)

    async def _agree(self) -> bool:
        """Whether all servers that live see the cluster whole, with the same masters, which live."""
        views = set()
        for port in self.ports:
            async with Redis(port=port) as client:
                state = (await client.cluster("INFO"))["cluster_state"]
                ranges = await client.cluster("SLOTS")
            views.add((state, frozenset(int(master[1]) for _, _, master, *_ in ranges)))
        return len(views) == 1 and all(state == "ok" and masters <= {*self.ports} for state, masters in views)

    async def _has_a_double(self, port: int) -> bool:
        """Whether a replica of this master has all that it has."""
        async with Redis(port=port) as client:
            own = await client.info("replication")
        replicas = [own[f"slave{number}"] for number in range(own["connected_slaves"])]
        return any(each["state"] == "online" and each["offset"] == own["master_repl_offset"] for each in replicas)

    async def _is_ready(self, port: int, replicas: int) -> bool:
        async with Redis(port=port) as client:
            state = (await client.cluster("INFO"))["cluster_state"]
            own = await client.info("replication")
        if own["role"] == "slave":
            return bool(own["master_link_status"] == "up")
        in_step = sum(own[f"slave{number}"]["state"] == "online" for number in range(own["connected_slaves"]))
        return bool(state == "ok" and in_step == replicas)


@asynccontextmanager
async def cluster(replicas: int = 0) -> AsyncIterator[Cluster]:
    with servers() as started:
        made = Cluster(started)
        await made.start(replicas)
        yield made


async def hear_again(sender: Node, hearer: Node, topic: str = TALK) -> None:
    """Whoever makes its subscription anew may have missed what was hinted at meanwhile: it looks by itself, and hears
    of what comes."""
    looked, last = hearer.joined.count(topic), 2

    def has_heard(number: int) -> bool:
        grown = [hint for hint in hearer.heard if isinstance(hint, Grown) and hint.conversation == topic]
        return any(hint.first <= number <= hint.last for hint in grown)

    sender.grow(last, topic)
    async with asyncio.timeout(PATIENCE):
        while not any(has_heard(number) for number in range(2, last + 1)):
            await asyncio.sleep(0.1)
            last += 1
            sender.grow(last, topic)
        while not has_heard(2) and hearer.joined.count(topic) == looked:
            await asyncio.sleep(0.01)


async def test_hints_cross_a_cluster() -> None:
    async with cluster() as made, nodes(made.url, "one", "two", "idle") as (one, two, idle):
        for talk in TALKS:
            await meet(one, two, topic=talk)
        for number, talk in enumerate(TALKS, start=1):
            one.grow(number, talk)
        await until(lambda: len(two.heard) == 20)
        assert idle.heard == []
        await one.line.ping()


async def test_what_one_server_of_a_cluster_forgot_is_joined_anew() -> None:
    async with cluster() as made, nodes(made.url, "one") as (one,):
        talks = {await made.owner(key(talk)): talk for talk in TALKS}
        assert len(talks) == 3
        for port, talk in talks.items():
            await meet(one, topic=talk)
            async with Redis(port=port) as client, asyncio.timeout(PATIENCE):
                await client.flushall()
                while not await client.exists(key(talk)):
                    await asyncio.sleep(0.01)


async def test_hints_go_on_after_a_failover_in_a_cluster() -> None:
    async with cluster(replicas=1) as made, nodes(made.url, "one", "two", "late") as (one, two, late):
        await meet(one, two)
        first = await made.owner(channel(two.fanout.node))
        talk = TALKS[0]
        while await made.owner(key(talk)) == first:
            talk = TALKS[TALKS.index(talk) + 1]
        await made.kill(first)
        await hear_again(one, two)
        # Now what dies has the set of a conversation that one node is in, and another enters afterwards.
        await meet(one, topic=talk)
        await made.kill(await made.owner(key(talk)))
        late.fanout.follow(talk)
        await until(lambda: late.fanout.peers.has(talk) and one.fanout.peers.has(talk), PATIENCE)
        await hear_again(late, one, talk)


async def test_hints_go_on_after_a_failover() -> None:
    with servers() as started:
        master = await started.start()
        await started.start(f"replicaof 127.0.0.1 {master}")
        watched = f"sentinel monitor desk 127.0.0.1 {master} 1"
        times = ("sentinel down-after-milliseconds desk 1000", "sentinel failover-timeout desk 5000")
        sentinel = await started.start(watched, *times, sentinel=True)
        async with asyncio.timeout(PATIENCE), Redis(port=sentinel, decode_responses=True) as client:
            while not await client.sentinel_slaves("desk"):
                await asyncio.sleep(0.1)
        async with nodes(f"redis+sentinel://127.0.0.1:{sentinel}/desk/0", "one", "two") as (one, two):
            await meet(one, two)
            first = one.grow(1)
            await until(lambda: first in two.heard)
            started.kill(master)
            await hear_again(one, two)


@pytest.mark.parametrize("url", ["redis+sentinel://127.0.0.1:1", "mongodb://127.0.0.1"])
def test_a_url_that_names_no_redis_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"master|scheme"):
        open_line(url)
