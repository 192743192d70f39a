"""The pages in a real Chromium: nothing is blocked by their own policy, and the cookie is kept."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import msgspec
import pytest
from aiohttp import web
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.support.accessibility import violations
from tests.support.ports import free_port
from tests.transport.site import PASSWORD, ServedSite, serving

pytestmark = pytest.mark.browser

READ = ["/accessibility", "/privacy", "/nowhere"]


@asynccontextmanager
async def opened(context: BrowserContext) -> AsyncIterator[tuple[Page, list[str]]]:
    """A page, and what its console complains about. Policies that block something are told there too."""
    page = await context.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # The status of an answer is the desk's to give; the console would call a 404 page an error.
        if message.type in {"error", "warning"} and "the server responded with a status of" not in message.text:
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    await page.close()


@pytest.mark.parametrize("path", ["/widget", "/desk", "/console", "/", *READ])
async def test_nothing_is_blocked(site: ServedSite, browser_context: BrowserContext, path: str) -> None:
    async with opened(browser_context) as (page, complaints):
        await page.goto(f"{site.origin}{path}?language=nl", wait_until="networkidle")
        await expect(page.locator("h1, h2").first).to_be_visible()
        assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", *READ])
async def test_pages_to_read_break_no_rule(site: ServedSite, browser: Browser, path: str, scheme: str) -> None:
    context = await browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    async with opened(context) as (page, _):
        await page.goto(f"{site.origin}{path}?language=fr")
        assert await violations(page) == []
    await context.close()


async def test_pages_to_read_fit_a_small_phone(site: ServedSite, browser: Browser) -> None:
    context = await browser.new_context(viewport={"width": 320, "height": 568})
    async with opened(context) as (page, _):
        for path in READ:
            await page.goto(f"{site.origin}{path}?language=de")
            assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    await context.close()


async def test_the_policy_is_real(site: ServedSite, browser_context: BrowserContext) -> None:
    """What the policy forbids does not run, so the silence in the other tests means something."""
    async with opened(browser_context) as (page, complaints):
        await page.goto(f"{site.origin}/desk?language=nl", wait_until="networkidle")
        await page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))")
        await page.evaluate("document.body.setAttribute('style', 'color: red')")
        assert await page.evaluate("typeof ran") == "undefined"
        assert sum("Content Security Policy" in complaint for complaint in complaints) == 2


async def test_the_way_past_the_head_is_seen_by_who_comes_by_keyboard(
    site: ServedSite, browser_context: BrowserContext
) -> None:
    async with opened(browser_context) as (page, _):
        await page.goto(f"{site.origin}/privacy?language=nl")
        skip = page.get_by_role("link", name="Naar de tekst")
        shown = "link => getComputedStyle(link).clipPath === 'none'"
        assert not await skip.evaluate(shown)
        await page.keyboard.press("Tab")
        assert await skip.evaluate(shown)
        await page.keyboard.press("Enter")
        await expect(page).to_have_url(re.compile("#text$"))


async def test_the_browser_keeps_the_cookie_of_a_sign_in(site: ServedSite, browser_context: BrowserContext) -> None:
    """`__Host-` and Secure over plain HTTP on localhost: browsers make that one exception."""
    await site.add_agent()
    async with opened(browser_context) as (page, _):
        await page.goto(f"{site.origin}/privacy")
        sign_in = """async ([login, password]) => (await fetch("/api/sign-in", {
            method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({login, password}),
        })).status"""
        assert await page.evaluate(sign_in, ["an", PASSWORD]) == 200
        assert await page.evaluate("async () => (await fetch('/api/me')).status") == 200
        assert await page.evaluate("document.cookie") == ""
        (cookie,) = await browser_context.cookies()
        assert cookie["name"] == "__Host-onlineloket"
        assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Strict")
        assert await page.evaluate("async () => (await fetch('/api/sign-out', {method: 'POST'})).status") == 204
        assert await browser_context.cookies() == []


async def test_the_button_works_on_another_site_under_a_strict_policy(
    site: ServedSite, browser_context: BrowserContext
) -> None:
    async with opened(browser_context) as (page, complaints):
        await page.goto(f"{site.demo_origin}/?language=nl", wait_until="networkidle")
        await page.get_by_role("button").click()
        frame = page.frame_locator("iframe")
        await expect(frame.locator("#app")).not_to_be_empty()
        assert complaints == []


@asynccontextmanager
async def host(site: ServedSite, **headers: str) -> AsyncIterator[str]:
    """Another site that frames the widget; its origin."""

    async def page(request: web.Request) -> web.Response:
        html = f'<iframe src="{site.origin}/widget"></iframe>'
        return web.Response(text=html, content_type="text/html", headers=headers)

    application, port = web.Application(), free_port()
    application.add_routes([web.get("/", page)])
    async with serving(application, port):
        yield f"http://127.0.0.1:{port}"


async def test_a_site_that_is_not_listed_cannot_frame_the_widget(
    site: ServedSite, browser_context: BrowserContext
) -> None:
    async with host(site) as unlisted, opened(browser_context) as (page, complaints):
        await page.goto(unlisted, wait_until="networkidle")
        assert any("frame-ancestors" in complaint for complaint in complaints)
        assert await page.frame_locator("iframe").locator("#app").count() == 0


async def test_a_listed_site_that_isolates_itself_can(site: ServedSite, browser_context: BrowserContext) -> None:
    isolated = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
    async with host(site, **isolated) as listed, opened(browser_context) as (page, complaints):
        profile = msgspec.structs.replace(site.bench.zone.profile, embed_on=(listed,))
        site.bench.zone = replace(site.bench.zone, profile=profile)
        await page.goto(listed, wait_until="networkidle")
        assert await page.evaluate("crossOriginIsolated")
        await expect(page.frame_locator("iframe").locator("#app")).not_to_be_empty()
        assert complaints == []
