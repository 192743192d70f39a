"""Health and figures: what does not answer is named, and not everybody reads the figures."""

import asyncio

import pytest
from prometheus_client import CollectorRegistry, Counter

from tests.desk.harness import Bench
from tests.transport.site import served


async def fine() -> None:
    return None


async def broken() -> None:
    raise ConnectionError("somewhere private")


async def stuck() -> None:
    await asyncio.Event().wait()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What answers does so in time, also on a busy machine."""
    monkeypatch.setattr("server.transport.health._PATIENCE", 30)


@pytest.mark.usefixtures("patient")
async def test_all_answer(bench: Bench) -> None:
    async with served(bench) as site:
        response = await site.get("/healthz")
        assert response.status == 200
        assert await response.json() == {"status": "ok", "checks": {"database": "ok", "redis": "ok"}}
        assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("patient")
async def test_without_redis_the_desk_works_on(bench: Bench) -> None:
    async with served(bench, lesser={"redis": broken}) as site:
        response = await site.get("/healthz")
        assert response.status == 200
        assert await response.json() == {"status": "degraded", "checks": {"database": "ok", "redis": "failed"}}
        assert "private" not in await response.text()


async def test_without_a_database_it_does_not(bench: Bench) -> None:
    async with served(bench, vital={"database": stuck}) as site:
        response = await site.get("/healthz")
        assert response.status == 503
        assert (await response.json())["checks"] == {"database": "failed", "redis": "ok"}


async def test_figures_are_for_this_machine_and_for_who_has_the_token(bench: Bench) -> None:
    registry = CollectorRegistry()
    Counter("onlineloket_test", "A figure.", registry=registry).inc()
    async with served(bench, registry=registry, metrics_token="s3cret") as site:
        assert "onlineloket_test_total 1.0" in await (await site.get("/metrics")).text()
        elsewhere = {"X-Forwarded-For": "198.51.100.9"}
        assert (await site.get("/metrics", headers=elsewhere)).status == 403
        assert (await site.get("/metrics", headers=elsewhere | {"Authorization": "Bearer wrong"})).status == 403
        assert (await site.get("/metrics", headers=elsewhere | {"Authorization": "Bearer s3cret"})).status == 200
