"""The way that a call went is gone for good, and there is another: the browser finds it, and nobody clicks."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from server.media.worker import Worker
from tests.media.bad_line import BadLine
from tests.media.browsers import Exchange, Party
from tests.media.conftest import CALL

pytestmark = pytest.mark.browser

Roads = tuple[Exchange, BadLine]


@pytest.fixture
async def roads(parties: tuple[Party, Party]) -> AsyncIterator[Roads]:
    """The two, in a call: the citizen by a line that may be cut, and the worker behind it."""
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=lambda event: found.on_event(event))
    await worker.start()
    async with BadLine.to(("127.0.0.1", worker.port)) as line:
        agent, citizen = parties
        found = Exchange(worker, CALL, citizen, agent, line=line)
        for party in parties:
            await party.begin()
        await asyncio.gather(*(party.page.evaluate("call.connect()") for party in parties))
        for party in parties:
            await party.wait_for("connected")
            await party.sees_and_hears()
        yield found, line
    await worker.stop()


@pytest.mark.parametrize("told", [False, True], ids=["unnoticed", "noticed"])
async def test_it_is_found_without_a_click(parties: tuple[Party, Party], roads: Roads, told: bool) -> None:
    """`noticed`: the page says so, as it does when the browser tells of another network; else what does not arrive is
    missed."""
    _, citizen = parties
    exchange, first = roads
    offers = len(exchange.sent)
    async with BadLine.to(first.worker) as second:
        exchange.line = second
        first.become(loss=1)
        if told:
            await citizen.page.evaluate("call.reconnect()")
        async with asyncio.timeout(40):
            while not second.passed:
                await asyncio.sleep(0.1)
        await citizen.wait_for("connected")
        for party in parties:
            await party.sees_and_hears()
    assert len(exchange.sent) > offers
    assert ("reconnecting" in await citizen.page.evaluate("states")) is not told


async def test_it_is_found_however_late(parties: tuple[Party, Party], roads: Roads) -> None:
    _, citizen = parties
    _, line = roads
    await citizen.page.clock.install()
    line.become(loss=1)
    await citizen.wait_for("reconnecting")
    await citizen.page.clock.fast_forward(31_000)
    await citizen.wait_for("failed")
    line.become()
    await citizen.wait_for("connected")
    for party in parties:
        await party.sees_and_hears()
