"""The gallery: the shared components in a real browser, on a page that no desk serves."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Page

HERE = Path(__file__).parent
WEB = HERE.parents[1] / "web"


def import_map() -> str:
    """Where the third-party modules lie, as a page of the desk would say it."""
    modules = json.loads((WEB / "vendor" / "manifest.json").read_text())["modules"]
    return json.dumps(
        {"imports": {each["specifier"]: f"/vendor/{each['file']}" for each in modules if "specifier" in each}}
    )


async def _page(_: web.Request) -> web.Response:
    html = (HERE / "gallery.html").read_text().replace("IMPORT_MAP", import_map())
    return web.Response(text=html, content_type="text/html")


@pytest.fixture
async def gallery_url() -> AsyncIterator[str]:
    """Where the gallery is served."""
    app = web.Application()
    app.router.add_get("/", _page)
    app.router.add_static("/tests", HERE)
    for folder in ("static", "vendor", "locales"):
        app.router.add_static(f"/{folder}", WEB / folder)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


@pytest.fixture
async def gallery(page: Page, gallery_url: str) -> Page:
    """The gallery in Dutch, drawn."""
    await page.goto(gallery_url)
    await page.wait_for_function("window.gallery !== undefined")
    return page
