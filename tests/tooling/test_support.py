"""The servers and the browser that other tests lean on are real, private and clean."""

import os
import subprocess
import sys
import time
from pathlib import Path

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


LANES = """
from tests.support.scheduling import PackageScheduling, give_way

def pytest_xdist_make_scheduler(config, log):
    return PackageScheduling(config, log, ["together"], {"gw0": ["flows"], "gw1": ["waits"]})

def pytest_configure():
    give_way()
"""

RUNS = """
import os, pathlib, time

def test_one():
    time.sleep(0.3)

def test_two():
    pathlib.Path(__file__).with_suffix(".ran").write_text(f"{os.environ['PYTEST_XDIST_WORKER']} {os.nice(0)}")
"""


def test_each_worker_begins_with_its_lane_and_others_give_way_to_the_first(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]")
    (tmp_path / "conftest.py").write_text(LANES)
    for name in ("flows/test_a", "waits/test_b", "together/test_c", "together/test_d", "test_e"):
        file = tmp_path / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(RUNS)
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n3", "--dist=loadfile", "--no-loadscope-reorder"],
        cwd=tmp_path,
        env={**outside, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert run.returncode == 0
    ran = {file.stem: file.read_text().split() for file in tmp_path.rglob("*.ran")}
    assert ran["test_a"] == ["gw0", str(os.nice(0))]
    assert ran["test_b"] == ["gw1", str(min(19, os.nice(0) + 10))]
    assert ran["test_c"] == ran["test_d"]
