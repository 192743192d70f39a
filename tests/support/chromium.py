"""A real Chromium, whole or as its bare engine, with a camera and a microphone that make a known picture and sound."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from tests.support.programs import require

_WITHOUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
)
"""Features that Playwright switches off for a reason that holds for us too. It switches off one more, the partitioning
of what sites store in frames on other sites, and without that a frame may store nothing at all: unlike at home, where
the widget keeps its conversation."""

CAMERA = "--use-fake-device-for-media-stream=fps="

ARGUMENTS = (
    "--no-sandbox",  # tests run as root in a container
    # Ten pictures a second show all that is to be seen: each is encoded and decoded by the processor.
    f"{CAMERA}10",
    "--use-fake-ui-for-media-stream",
    "--disable-background-networking",
    "--disable-component-update",
    "--autoplay-policy=no-user-gesture-required",
    f"--disable-features={','.join(_WITHOUT)}",  # the last one counts: Playwright's own comes before
)


@asynccontextmanager
async def chromium(*more: str) -> AsyncIterator[Browser]:
    """A browser of its own, as people have it; make a context for each person. `more`: arguments beside the usual."""
    async with _started(require("chromium", "chromium-browser", "google-chrome"), more) as browser:
        yield browser


@asynccontextmanager
async def headless_shell(*more: str) -> AsyncIterator[Browser]:
    """The same engine without the browser around it, where a page costs a third: for what pages do by themselves."""
    # Drawing, in a process of its own, costs a tenth more.
    more = ("--in-process-gpu", *more)
    async with _started(require("chromium-headless-shell", "chrome-headless-shell"), more) as browser:
        yield browser


@asynccontextmanager
async def _started(program: Path, more: tuple[str, ...]) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS, *more])
        try:
            yield browser
        finally:
            await browser.close()
