"""The shared components hold to WCAG 2.2 A and AA, in light and dark, in every language."""

import pytest
from playwright.async_api import Browser, Page, expect

from server.protocol.words import LANGUAGES
from tests.support.accessibility import violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_axe_finds_nothing(browser: Browser, gallery_url: str, scheme: str, language: str) -> None:
    page = await browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    await page.goto(f"{gallery_url}?language={language}")
    await page.wait_for_function("window.gallery !== undefined")
    await page.evaluate("lang => { document.documentElement.lang = lang; gallery.nameMissing.value = true }", language)
    assert await violations(page) == []
    await page.evaluate("() => { gallery.dialog.value = true }")
    assert await violations(page) == []
    await page.close()


async def test_a_dialog_takes_the_focus_and_gives_it_back(gallery: Page) -> None:
    field = gallery.get_by_label("Bericht", exact=True)
    await field.focus()
    await gallery.evaluate("() => { gallery.dialog.value = true }")
    await expect(gallery.locator("#inside")).to_be_focused()
    await gallery.keyboard.press("Escape")
    await expect(gallery.get_by_role("dialog")).to_have_count(0)
    assert await gallery.evaluate("() => gallery.told.closed") == 1
    await expect(field).to_be_focused()


async def test_nothing_moves_for_those_who_asked_for_rest(browser: Browser, gallery_url: str) -> None:
    page = await browser.new_page(reduced_motion="reduce")
    await page.goto(gallery_url)
    await page.wait_for_function("window.gallery !== undefined")
    durations = await page.evaluate(
        "() => [...document.querySelectorAll('*')].map(e => parseFloat(getComputedStyle(e).transitionDuration))"
    )
    assert max(durations) < 0.001
    await page.close()


async def test_everything_pressed_is_large_enough_for_a_finger(gallery: Page) -> None:
    sizes = await gallery.evaluate(
        "() => [...document.querySelectorAll('button, select, .option')].map(e => e.getBoundingClientRect())"
        ".map(box => Math.min(box.width, box.height))"
    )
    assert min(sizes) >= 43.9


async def test_text_twice_as_large_reflows_in_a_narrow_window(browser: Browser, gallery_url: str) -> None:
    page = await browser.new_page(viewport={"width": 320, "height": 640})
    await page.goto(gallery_url)
    await page.wait_for_function("window.gallery !== undefined")
    await page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    frame = await page.evaluate(
        "() => { document.querySelector('.log-frame').style.inlineSize = '100%'; return innerWidth }"
    )
    assert await page.evaluate("() => document.documentElement.scrollWidth") <= frame
    await page.close()
