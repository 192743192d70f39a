"""Whether a real browser keeps a floor on a line that loses packets without being full, and gives it up on a full one.

When that is so: `tests/web/shared/floor.test.js`. What it is good for: `tests/bench/bench_frame_rate_10_loss.py`.
"""

import asyncio

import pytest

from server.media.worker import Worker
from tests.media.bad_line import BadLine
from tests.media.browsers import Exchange, Party
from tests.media.conftest import CALL

pytestmark = [pytest.mark.browser, pytest.mark.timeout(480)]

FLOOR = 250_000

SENDS = """async () => {
  const report = [...(await call.report()).values()];
  const pair = report.find(({ type, nominated }) => type === "candidate-pair" && nominated);
  return [report.some(({ sdpFmtpLine }) => /min-bitrate=250/.test(sdpFmtpLine)), pair?.availableOutgoingBitrate ?? 0];
}"""
"""Whether the browser was told to keep a floor, and what it thinks the line carries."""


async def both_send(parties: tuple[Party, Party], told: bool, least: float = 0, most: float = 10_000_000) -> None:
    """Each of them was told to keep a floor, or not, and thinks that the line carries so much. A floor that was lifted
    again, because by chance more was lost, is laid anew after a minute."""
    async with asyncio.timeout(150):
        for party in parties:
            while (sends := await party.page.evaluate(SENDS))[0] is not told or not least <= sends[1] <= most:
                await asyncio.sleep(0.2)


async def test_a_floor_holds_until_the_line_is_full(parties: tuple[Party, Party]) -> None:
    agent, citizen = parties
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=lambda event: exchange.on_event(event))
    await worker.start()
    try:
        async with BadLine.to(("127.0.0.1", worker.port), delay=0.02) as line:
            exchange = Exchange(worker, CALL, citizen, agent, line=line)
            for party in parties:
                await party.begin()
            await asyncio.gather(*(party.page.evaluate("call.connect()") for party in parties))
            for party in parties:
                await party.wait_for("connected")
            for party in parties:
                await party.sees_and_hears()
            line.become(loss=0.35, delay=0.02)
            await both_send(parties, told=False, most=FLOOR / 2)
            line.become(loss=0.1, delay=0.02)
            await both_send(parties, told=True, least=FLOOR)
            line.become(rate=100_000, delay=0.02)
            await both_send(parties, told=False, most=FLOOR)
            for party in parties:
                await party.sees_and_hears()
    finally:
        await worker.stop()
