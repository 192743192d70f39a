"""The line to Redis: one server, a master that Sentinel names, or a Cluster; which, the URL says.

A Cluster's `PUBLISH` goes to all its nodes, over links that may lose it unnoticed. There each desk node's hints go over
a sharded channel, which only the owner of its slot carries.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from redis.asyncio import BlockingConnectionPool, Redis, RedisCluster, Sentinel
from redis.asyncio.cluster import ClusterNode
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisClusterException, RedisError

SENTINEL, CLUSTER = "redis+sentinel", "redis+cluster"

FAILURES = (RedisError, RedisClusterException, OSError, TimeoutError)
"""What is raised while Redis is away. A Cluster without nodes is no RedisError to redis-py."""

SIGN_OF_LIFE = 3.0
"""Seconds between two messages that a node sends itself, so that silence means a line that is dead."""

_SILENCE = 10.0
_PATIENCE = 5.0


def _options() -> dict[str, Any]:
    # No attempts of redis-py's own: a subscription that was broken and made anew behind our back has missed something.
    return {"socket_connect_timeout": 2, "socket_timeout": _PATIENCE, "retry": Retry(NoBackoff(), 0)}


class Line(Protocol):
    """What the fan-out needs of Redis. Every method raises one of FAILURES while Redis is away."""

    def pipeline(self) -> AbstractAsyncContextManager[Any]:
        """A context with commands that go out together."""

    async def publish(self, messages: Mapping[str, list[bytes]]) -> None:
        """Send messages to channels."""

    def listen(self, channel: str) -> Any:
        """A context in which the channel is subscribed; gives an async iterator of its messages."""

    async def ping(self) -> None:
        """Return when Redis answers."""

    async def close(self) -> None: ...


def open_line(url: str) -> Line:
    """The line for a URL, not yet connected. Raises ValueError for a URL that is none."""
    scheme = urlsplit(url).scheme
    if scheme == SENTINEL:
        return _master(urlsplit(url))
    if scheme == CLUSTER:
        return ClusterLine(urlsplit(url))
    pool = BlockingConnectionPool.from_url(url, max_connections=20, **_options())
    return SingleLine(Redis.from_pool(pool))


class SingleLine:
    """One Redis at a time; the one that the sentinels name, where there are any."""

    def __init__(self, redis: Redis, sentinels: Sequence[Redis] = ()) -> None:
        self._redis = redis
        self._sentinels = sentinels

    def pipeline(self) -> AbstractAsyncContextManager[Any]:
        return self._redis.pipeline(transaction=False)

    async def publish(self, messages: Mapping[str, list[bytes]]) -> None:
        async with self.pipeline() as pipeline:
            for channel, several in messages.items():
                for data in several:
                    pipeline.publish(channel, data)
            await pipeline.execute()

    @asynccontextmanager
    async def listen(self, channel: str) -> AsyncGenerator[AsyncGenerator[bytes]]:
        async with self._redis.pubsub() as pubsub:
            await pubsub.subscribe(channel)

            async def messages() -> AsyncGenerator[bytes]:
                while True:
                    yield _data(await pubsub.get_message(timeout=_SILENCE), "message")

            _data(await pubsub.get_message(timeout=_PATIENCE), "subscribe")
            yield messages()

    async def ping(self) -> None:
        await self._redis.ping()

    async def close(self) -> None:
        for each in (self._redis, *self._sentinels):
            await each.aclose()


class ClusterLine:
    """A Redis Cluster. After each failure it is asked anew who owns what: another server may have taken over from one
    that died, and redis-py looks again only where it tries again, which it is not to do."""

    def __init__(self, url: SplitResult) -> None:
        nodes = [ClusterNode(host, port) for host, port in _addresses(url, 6379)]
        self._cluster = RedisCluster(startup_nodes=nodes, **_credentials(url), **_options())

    @asynccontextmanager
    async def pipeline(self) -> AsyncIterator[Any]:
        async with self._looking_again(), self._cluster.pipeline() as pipeline:
            yield pipeline

    async def publish(self, messages: Mapping[str, list[bytes]]) -> None:
        async with self.pipeline() as pipeline:
            for channel, several in messages.items():
                for data in several:
                    pipeline.execute_command("SPUBLISH", channel, data)
            await pipeline.execute()

    @asynccontextmanager
    async def listen(self, channel: str) -> AsyncGenerator[AsyncGenerator[bytes]]:
        async with self._looking_again():
            await self._cluster.initialize()
            owner = self._cluster.get_node_from_key(channel)
            pubsub = self._cluster.pubsub()
            try:
                await pubsub.ssubscribe(channel)

                async def messages() -> AsyncGenerator[bytes]:
                    while True:
                        yield _data(await pubsub.get_sharded_message(timeout=_SILENCE, target_node=owner), "smessage")

                _data(await pubsub.get_sharded_message(timeout=_PATIENCE, target_node=owner), "ssubscribe")
                yield messages()
            finally:
                await pubsub.aclose()

    async def ping(self) -> None:
        async with self._looking_again():
            await self._cluster.ping()

    async def close(self) -> None:
        await self._cluster.aclose()

    @asynccontextmanager
    async def _looking_again(self) -> AsyncIterator[None]:
        try:
            yield
        except FAILURES:
            await self._cluster.aclose()
            raise


def _data(message: dict[str, Any] | None, kind: str) -> bytes:
    """What such a message carries. Raises TimeoutError for silence, ConnectionError where the subscription is not what
    it was: the slot moved, or the connection was made anew."""
    if message is None:
        raise TimeoutError("nothing is heard, not even from ourselves")
    if message["type"] != kind:
        raise ConnectionError(f"{message['type']}: subscribed no longer, or anew")
    data = message["data"]
    return data if isinstance(data, bytes) else b""


def _master(url: SplitResult) -> SingleLine:
    name, _, database = url.path.strip("/").partition("/")
    if not name:
        raise ValueError("name the master that the sentinels watch: redis+sentinel://host:26379/name")
    several = _addresses(url, 26379)
    credentials = _credentials(url)
    sentinel = Sentinel(  # type: ignore[no-untyped-call]
        several, sentinel_kwargs=_options(), db=int(database or 0), **credentials, **_options()
    )
    return SingleLine(sentinel.master_for(name), sentinel.sentinels)


def _addresses(url: SplitResult, usual: int) -> list[tuple[str, int]]:
    hosts = url.netloc.rpartition("@")[2].split(",")
    split = [urlsplit(f"//{host}") for host in hosts]
    return [(each.hostname or "", each.port or usual) for each in split]


def _credentials(url: SplitResult) -> dict[str, Any]:
    user, _, password = url.netloc.rpartition("@")[0].partition(":")
    secure = parse_qs(url.query).get("ssl") == ["true"]
    given: dict[str, Any] = {"ssl": True} if secure else {}
    if password:
        given |= {"username": unquote(user) or None, "password": unquote(password)}
    return given
