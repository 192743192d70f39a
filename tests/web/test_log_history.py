"""What a log says of its past, in a real browser: read as somebody goes back to it, kept in place, never announced."""

import pytest
from playwright.async_api import Page, expect

from tests.support.accessibility import violations

pytestmark = pytest.mark.browser

EARLIER = "Toon eerdere berichten"
TO_END = """() => { const box = document.querySelector('[role=log]');
  return box.scrollHeight - box.scrollTop - box.clientHeight }"""
TOP_OF = """text => { const bubbles = [...document.querySelectorAll('.bubble-text')];
  return bubbles.find(bubble => bubble.textContent === text).getBoundingClientRect().top }"""
SHOWN = "() => [...document.querySelectorAll('.bubble-text')].map(bubble => bubble.textContent)"
HEARD = """() => { window.heard = []; const log = document.querySelector('[role=log]');
  new MutationObserver(records => { for (const { type, addedNodes } of records) {
    const text = type === 'childList' ? [...addedNodes].map(node => node.textContent).join() : '';
    if (type === 'attributes') heard.push(`live ${log.getAttribute('aria-live')}`);
    else if (text !== '') heard.push(text); } }).observe(log,
    { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-live'] }) }"""
"""Notes what is added to the log, and each change of whether additions are announced."""


def messages(first: int, last: int) -> list[str]:
    return [f"bericht {number}" for number in range(first, last + 1)]


async def open_log(page: Page, count: int) -> None:
    """A log of so many messages, the newest fifty read in, and settled."""
    await page.evaluate("count => gallery.history(count)", count)
    await expect(page.get_by_text(f"bericht {count}", exact=True)).to_be_attached()
    await page.evaluate("() => { gallery.log.settled.value = true }")
    await expect(page.locator("[role=log]")).to_have_attribute("aria-live", "polite")


async def scroll_to(page: Page, top: int) -> None:
    await page.evaluate("top => { document.querySelector('[role=log]').scrollTop = top }", top)


async def test_the_newest_are_shown_at_once_and_nothing_else_is_read(gallery: Page) -> None:
    await open_log(gallery, 500)
    assert await gallery.evaluate(SHOWN) == messages(451, 500)
    assert await gallery.evaluate(TO_END) <= 1
    assert await gallery.evaluate("() => gallery.told.readings") == 0


async def test_who_scrolls_near_the_beginning_gets_what_came_before_without_a_jump(gallery: Page) -> None:
    await open_log(gallery, 500)
    await scroll_to(gallery, 350)
    before = await gallery.evaluate(TOP_OF, "bericht 460")
    await expect(gallery.get_by_text("bericht 401", exact=True)).to_be_attached()
    assert await gallery.evaluate(TOP_OF, "bericht 460") == pytest.approx(before, abs=1)
    assert await gallery.evaluate(SHOWN) == messages(401, 500)
    # Nobody asked for more: the beginning is out of sight again.
    await gallery.wait_for_timeout(200)
    assert await gallery.evaluate("() => gallery.told.readings") == 1
    await expect(gallery.locator(".message-log-behind")).to_have_count(0)


async def test_somebody_goes_back_to_the_very_first_word(gallery: Page) -> None:
    await open_log(gallery, 220)
    while await gallery.get_by_role("button", name=EARLIER).count():
        await scroll_to(gallery, 0)
        await gallery.wait_for_timeout(50)
    assert await gallery.evaluate(SHOWN) == messages(1, 220)


async def test_the_screen_is_filled_where_the_newest_do_not_fill_it(gallery: Page) -> None:
    await gallery.evaluate("() => { document.querySelector('.log-frame').style.blockSize = '9000px' }")
    await open_log(gallery, 130)
    await expect(gallery.get_by_text("bericht 1", exact=True)).to_be_attached()
    assert await gallery.evaluate(SHOWN) == messages(1, 130)


async def test_the_button_does_the_same_by_keyboard_and_the_focus_stays(gallery: Page) -> None:
    await open_log(gallery, 120)
    button = gallery.get_by_role("button", name=EARLIER)
    await gallery.get_by_role("log").focus()
    await gallery.keyboard.press("Tab")
    await expect(button).to_be_focused()
    await expect(gallery.get_by_text("bericht 21", exact=True)).to_be_attached()
    await expect(button).to_be_focused()
    await button.press("Enter")
    await expect(gallery.get_by_text("bericht 1", exact=True)).to_be_attached()
    await expect(button).to_have_count(0)
    await expect(gallery.get_by_role("log")).to_be_focused()


async def test_what_is_read_back_is_not_announced_and_what_comes_then_is(gallery: Page) -> None:
    await open_log(gallery, 500)
    await gallery.evaluate(HEARD)
    await scroll_to(gallery, 0)
    await expect(gallery.get_by_text("bericht 401", exact=True)).to_be_attached()
    await expect(gallery.get_by_role("log")).to_have_attribute("aria-live", "polite")
    heard = await gallery.evaluate("() => heard")
    assert heard[0] == "live off"
    assert heard[-1] == "live polite"
    assert any("bericht 401" in each for each in heard[1:-1])
    await gallery.evaluate(
        """() => { const { log, entry, said, BOT } = gallery;
          log.entries.value = [...log.entries.value, entry(501, BOT, said('bericht 501'))] }"""
    )
    await expect(gallery.get_by_role("button", name="1 nieuw bericht")).to_be_visible()
    assert "live off" not in await gallery.evaluate("length => heard.slice(length)", len(heard))


async def test_a_reading_that_fails_is_told_and_the_button_tries_again(gallery: Page) -> None:
    await open_log(gallery, 120)
    await gallery.evaluate("() => { gallery.answers.push('unavailable') }")
    await scroll_to(gallery, 0)
    await expect(gallery.locator(".message-log-earlier .field-problem")).to_be_visible()
    await scroll_to(gallery, 40)
    await scroll_to(gallery, 0)
    await gallery.wait_for_timeout(200)
    assert await gallery.evaluate("() => gallery.told.readings") == 1
    assert await violations(gallery) == []
    await gallery.get_by_role("button", name=EARLIER).click()
    await expect(gallery.get_by_text("bericht 21", exact=True)).to_be_attached()
    await expect(gallery.locator(".message-log-earlier .field-problem")).to_have_count(0)


async def test_who_is_at_the_end_stays_there_while_earlier_ones_come(gallery: Page) -> None:
    await open_log(gallery, 120)
    await gallery.evaluate("() => gallery.log.readBack()")
    await expect(gallery.get_by_text("bericht 21", exact=True)).to_be_attached()
    assert await gallery.evaluate(TO_END) <= 1
    await expect(gallery.locator(".message-log-behind")).to_have_count(0)


async def test_a_log_that_is_put_away_reads_nothing_back(gallery: Page) -> None:
    await gallery.evaluate("() => { document.querySelector('.log-frame').style.display = 'none' }")
    await open_log(gallery, 500)
    for read in range(3):
        await gallery.evaluate("read => { gallery.log.read.value = read }", read)
        await gallery.wait_for_timeout(50)
    assert await gallery.evaluate("() => gallery.told.readings") == 0
    await gallery.evaluate("() => { document.querySelector('.log-frame').style.display = '' }")
    await expect(gallery.get_by_text("bericht 500", exact=True)).to_be_in_viewport()
