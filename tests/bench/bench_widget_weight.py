"""What a citizen's phone pays for opening the widget, at first and again: bytes over the wire, compressed.

Counted in a real browser on the demo municipality's page, from the click on the button until nothing more comes. The
socket's own traffic is not in it.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.async_api import BrowserContext, Request

from tests.bench.result import Result
from tests.support.chromium import chromium
from tests.support.desk import ServedDesk


def measure() -> Iterator[Result]:
    with ServedDesk() as desk:
        first, again = asyncio.run(_weigh(desk))
    yield Result(name="widget_weight", value=sum(first.bodies), unit="B")
    yield Result(name="widget_transfer", value=sum(first.transferred), unit="B")
    yield Result(name="widget_requests", value=len(first.bodies), unit="requests")
    yield Result(name="widget_transfer_again", value=sum(again.transferred), unit="B")


@dataclass
class Opening:
    """What came from the desk while the widget opened: bodies as compressed, and all bytes with the headers."""

    bodies: list[int]
    transferred: list[int]


async def _weigh(desk: ServedDesk) -> tuple[Opening, Opening]:
    async with chromium() as browser:
        context = await browser.new_context(locale="nl-BE")
        return await _open(context, desk), await _open(context, desk)


async def _open(context: BrowserContext, desk: ServedDesk) -> Opening:
    page = await context.new_page()
    await page.goto(desk.demo_origin, wait_until="networkidle")
    answered: list[Request] = []

    def note(request: Request) -> None:
        answered.append(request)

    context.on("requestfinished", note)
    await page.locator("onlineloket-desk button").click()
    await page.frame_locator("onlineloket-desk iframe").get_by_role("log").wait_for()
    await page.wait_for_load_state("networkidle")
    context.remove_listener("requestfinished", note)
    ours = [each for each in answered if each.url.startswith(desk.origin) and "/socket.io/" not in each.url]
    sizes = [await each.sizes() for each in ours]
    await page.close()
    # The body's size is what came less the headers: below nothing where all came from the cache.
    return Opening(
        bodies=[max(0, size["responseBodySize"]) for size in sizes],
        transferred=[max(0, size["responseBodySize"] + size["responseHeadersSize"]) for size in sizes],
    )
