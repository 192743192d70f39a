"""How long the first screen of a long conversation takes: its last fifty entries, of ten thousand.

In a real browser, on the desk's own page: from the moment the page is connected and opens the conversation until the
fifty stand on the screen. The browser may use every core: it waits for the desk, and hardly takes from it.
Beside it, `on_one_core`: the same where all its threads share one; and the reading alone, as a client without a screen
sees it.
"""

import asyncio
import statistics
from collections.abc import Iterator

from playwright.async_api import BrowserContext

from tests.bench.load.citizens import Read, token_of
from tests.bench.load.processor import on_every_core
from tests.bench.result import Result
from tests.bench.servers import desk
from tests.support.chromium import chromium

ENTRIES = 10_000
SCREEN = 50
TIMES = 15

WATCH = """([token, screen]) => {
  sessionStorage["onlineloket.token"] = token;
  window.first = {reads: 0};
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (String(data).includes('"conversation.open"')) first.opens ??= performance.now();
    if (String(data).includes('"log.sync"')) first.reads += 1;
    return send.call(this, data);
  };
  new MutationObserver((_, observer) => {
    if (document.querySelectorAll(".message").length < screen) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (first.shown = performance.now())));
  }).observe(document, {subtree: true, childList: true});
}"""
"""Notes when the page opens its conversation, and when so many messages have been painted."""


def measure() -> Iterator[Result]:
    with desk(1, ENTRIES) as ours:
        read = Read(**ours.load("read", entries=ENTRIES, last=SCREEN, times=TIMES))
        address = f"http://localhost:{ours.port}/desk?language=nl"
        narrow = asyncio.run(_on_screen(address))
        with on_every_core():
            shown = asyncio.run(_on_screen(address))
    yield Result(
        name="sync_first_screen",
        value=statistics.median(opened for opened, _ in shown),
        unit="ms",
        must=50,
        aim=20,
        beside={
            "on_one_core": statistics.median(opened for opened, _ in narrow),
            "with_loading_the_page": statistics.median(whole for _, whole in shown),
            "read": read.p50,
            "read_p99": read.p99,
            "read_with_connecting": read.arriving,
        },
    )


async def _on_screen(address: str) -> list[tuple[float, float]]:
    """Milliseconds from opening the conversation, and from nothing at all, each time."""
    async with chromium() as browser:
        context = await browser.new_context(locale="nl-BE", viewport={"width": 420, "height": 800})
        await context.add_init_script(f"({WATCH})({[token_of(0), SCREEN]})")
        # The first page fills the browser's cache.
        return [await _open(context, address) for _ in range(TIMES + 1)][1:]


async def _open(context: BrowserContext, address: str) -> tuple[float, float]:
    page = await context.new_page()
    await page.goto(address)
    await page.wait_for_function("() => first.shown")
    first = await page.evaluate("() => first")
    texts = await page.locator(".bubble-text").all_inner_texts()
    if first["reads"] or [text.partition(".")[0] for text in texts] != _last_numbers():
        raise RuntimeError(f"the page showed something else than the end of the log, after {first['reads']} readings")
    await page.close()
    return first["shown"] - first["opens"], first["shown"]


def _last_numbers() -> list[str]:
    return [str(number) for number in range(ENTRIES - SCREEN + 1, ENTRIES + 1)]
