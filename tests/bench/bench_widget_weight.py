"""What a citizen's phone pays for opening the widget, at first and again: bytes over the wire, headers included.

Counted in a real browser on the demo municipality's page, from the click on the button until nothing more comes. The
socket's own traffic is not in it.
"""

import asyncio
from collections.abc import Iterator

from playwright.async_api import BrowserContext, Request

from tests.bench.result import Result
from tests.support.chromium import chromium
from tests.support.desk import ServedDesk


def measure() -> Iterator[Result]:
    with ServedDesk() as desk:
        first, again, requests = asyncio.run(_weigh(desk))
    yield Result(name="widget_weight", value=first, unit="B")
    yield Result(name="widget_weight_again", value=again, unit="B")
    yield Result(name="widget_requests", value=requests, unit="requests")


async def _weigh(desk: ServedDesk) -> tuple[int, int, int]:
    async with chromium() as browser:
        context = await browser.new_context(locale="nl-BE")
        first = await _open(context, desk)
        again = await _open(context, desk)
        return sum(first), sum(again), len(first)


async def _open(context: BrowserContext, desk: ServedDesk) -> list[int]:
    """The sizes of the responses from the desk, from the click on."""
    page = await context.new_page()
    await page.goto(desk.demo_origin, wait_until="networkidle")
    answered: list[Request] = []
    context.on("requestfinished", answered.append)
    await page.get_by_role("button", name="Onlineloket").click()
    await page.frame_locator("iframe").get_by_role("log").wait_for()
    await page.wait_for_load_state("networkidle")
    context.remove_listener("requestfinished", answered.append)
    sizes = [
        await request.sizes()
        for request in answered
        if request.url.startswith(desk.origin) and "/socket.io/" not in request.url
    ]
    await page.close()
    return [size["responseBodySize"] + size["responseHeadersSize"] for size in sizes]
