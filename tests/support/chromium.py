"""A real Chromium, with a camera and a microphone that make a known picture and sound."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

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
    """A browser process of its own; make a context for each person. `more`: arguments beside the usual ones."""
    program = require("chromium", "chromium-browser", "google-chrome")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS, *more])
        try:
            yield browser
        finally:
            await browser.close()
