"""A page of a version that the desk no longer speaks with, as one that stayed open for months."""

import re

from playwright.async_api import BrowserContext, Route

from tests.support.desk import TREE

PROTOCOL_MODULE = TREE / "web" / "static" / "shared" / "protocol.js"
ITS_ADDRESS = re.compile(r"/static/shared/protocol\.js$")


async def serve_ancient_pages(context: BrowserContext) -> None:
    """From now on this browser gets the pages of long ago, until `serve_present_pages`."""

    ancient, times = re.subn(r"PROTOCOL = \d+;", "PROTOCOL = 0;", PROTOCOL_MODULE.read_text())
    assert times == 1

    async def answer(route: Route) -> None:
        await route.fulfill(body=ancient, content_type="text/javascript", headers={"Cache-Control": "no-store"})

    await context.route(ITS_ADDRESS, answer)


async def serve_present_pages(context: BrowserContext) -> None:
    await context.unroute(ITS_ADDRESS)
