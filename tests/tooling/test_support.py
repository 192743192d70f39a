"""The servers and the browser that other tests lean on are real, private and clean."""

import subprocess
import sys
import time

import psutil
import pytest
from playwright.async_api import Page
from redis.asyncio import Redis
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.support.accessibility import violations
from tests.support.redis import RedisServer


@pytest.mark.parametrize("attempt", [1, 2])
async def test_redis_starts_empty(redis_url: str, attempt: int) -> None:
    async with Redis.from_url(redis_url) as client:
        assert await client.get("left over") is None
        await client.set("left over", attempt)


def test_redis_can_be_stopped_and_started() -> None:
    with RedisServer() as server:
        server.stop()
        server.start()
        server.flush()
    assert not server.folder.exists()


@pytest.mark.postgres
@pytest.mark.parametrize("attempt", [1, 2])
async def test_postgres_starts_empty(postgres_url: str, attempt: int) -> None:
    engine = create_async_engine(postgres_url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE left_over (attempt INTEGER)"))
    await engine.dispose()


def test_a_server_dies_with_the_test_run() -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", "from tests.support.redis import RedisServer; RedisServer().start(); input()"],
        stdin=subprocess.PIPE,
    )
    parent = psutil.Process(run.pid)
    deadline = time.monotonic() + 60
    while not (children := parent.children()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    run.kill()
    run.communicate()
    children[0].wait(timeout=60)


@pytest.mark.browser
async def test_axe_finds_what_breaks_a_rule_and_nothing_else(page: Page) -> None:
    head = '<!doctype html><html lang="nl"><title>Proef</title>'
    await page.set_content(f'{head}<p style="color: #ccc; background: #fff">bleek</p><img src="data:,">')
    found = await violations(page)
    assert sorted(line.split(":")[0] for line in found) == ["color-contrast", "image-alt"]

    await page.set_content(f"{head}<p>goed</p>")
    assert await violations(page) == []


@pytest.mark.browser
async def test_the_browser_has_a_camera_and_a_microphone(page: Page) -> None:
    await page.goto("about:blank")
    await page.route("**/*", lambda route: route.fulfill(body="<p>", content_type="text/html"))
    await page.goto("http://localhost/")
    kinds = await page.evaluate("""async () => {
        const stream = await navigator.mediaDevices.getUserMedia({audio: true, video: true});
        return stream.getTracks().map(track => track.kind);
    }""")
    assert sorted(kinds) == ["audio", "video"]
