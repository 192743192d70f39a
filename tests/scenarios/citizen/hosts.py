"""Sites that show the desk, or may not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from playwright.async_api import Page, Route

from tests.support.desk import ServedDesk
from tests.support.ports import free_port

FORBID_CAMERA = "Object.defineProperty(HTMLIFrameElement.prototype, 'allow', {set() {}})"
"""Run in a page first, this does what a Permissions-Policy does that keeps the camera from frames of other sites."""


@asynccontextmanager
async def unlisted_site(desk: ServedDesk, policy: str | None = None) -> AsyncIterator[str]:
    """The address of a page with the desk's button, on a site that is not on the zone's list; `policy` is its CSP."""

    async def page(_: web.Request) -> web.Response:
        script = f'<script src="{desk.origin}/loader.js" async data-language="nl"></script>'
        headers = {"Content-Security-Policy": policy} if policy else {}
        text = f"<!doctype html><title>Elders</title>{script}"
        return web.Response(text=text, content_type="text/html", headers=headers)

    application, port = web.Application(), free_port()
    application.add_routes([web.get("/", page)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        await runner.cleanup()


async def stand_in_for_exit(page: Page) -> None:
    """The page that quick exit leads to is on the internet; here it is two words."""

    async def weather(route: Route) -> None:
        await route.fulfill(body="Het weer", content_type="text/plain")

    await page.context.route("https://www.meteo.be/**", weather)
