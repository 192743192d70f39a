"""The message log in a real browser: scrolling, announcing, choices."""

import pytest
from playwright.async_api import Page, expect

pytestmark = pytest.mark.browser

TO_END = """() => { const box = document.querySelector('[role=log]');
  return box.scrollHeight - box.scrollTop - box.clientHeight }"""
BEGINS = """() => [...document.querySelectorAll('.bubble-text')].at(-1).getBoundingClientRect().top
  - document.querySelector('[role=log]').getBoundingClientRect().top"""
"""How far below the top of the log the last message begins, in pixels."""
TOP_OF = """text => { const bubbles = [...document.querySelectorAll('.bubble-text')];
  return bubbles.find(bubble => bubble.textContent === text).getBoundingClientRect().top }"""


LONG = """number => { const { log, entry, said, BOT } = gallery;
  log.entries.value = [...log.entries.value, entry(number, BOT, said('begin\\n' + 'lang\\n'.repeat(60)))] }"""

LETTER = """() => { gallery.log.outgoing.value = [{client_id: 'letter-01', log: 'shared', text: 'onderweg',
  at: new Date().toISOString()}] }"""


async def settled(page: Page) -> None:
    """What comes now is new."""
    await page.evaluate("() => { gallery.log.settled.value = true }")
    await expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")


async def fill(page: Page, count: int) -> None:
    """A log of so many messages, read in."""
    await page.evaluate("count => { gallery.log.entries.value = gallery.talk(count) }", count)
    await expect(page.get_by_text(f"bericht {count}", exact=True)).to_be_attached()


async def add(page: Page, number: int, author: str = "BOT") -> None:
    """One more message."""
    await page.evaluate(
        """([number, author]) => { const { log, entry, said } = gallery;
          log.entries.value = [...log.entries.value, entry(number, gallery[author], said(`bericht ${number}`))] }""",
        [number, author],
    )
    await expect(page.get_by_text(f"bericht {number}", exact=True)).to_be_attached()


async def scroll_up(page: Page, top: int) -> None:
    """The reader goes back, once what came before is drawn; the log has noticed."""
    await page.evaluate(
        """async top => { const box = document.querySelector('[role=log]');
          const drawn = () => new Promise(frame => requestAnimationFrame(() => requestAnimationFrame(frame)));
          await drawn();
          const before = box.scrollTop, told = new Promise(tell => box.addEventListener('scroll', tell, {once: true}));
          box.scrollTop = top;
          // Where nothing moves, nothing is told.
          if (box.scrollTop !== before) await told;
          await drawn() }""",
        top,
    )


async def test_a_long_log_opens_at_its_end(gallery: Page) -> None:
    await fill(gallery, 1500)
    assert await gallery.evaluate(TO_END) <= 1


async def test_whoever_is_at_the_end_stays_there(gallery: Page) -> None:
    await fill(gallery, 60)
    await add(gallery, 61)
    assert await gallery.evaluate(TO_END) <= 1


async def test_whoever_is_at_the_end_stays_there_when_the_window_changes(gallery: Page) -> None:
    await fill(gallery, 30)
    await gallery.evaluate("() => { gallery.log.settled.value = true }")
    await expect(gallery.get_by_role("log")).to_have_attribute("aria-live", "polite")
    for height in (900, 350, 200, 600):
        await gallery.evaluate("height => document.querySelector('.log-frame').style.blockSize = `${height}px`", height)
        await gallery.wait_for_timeout(100)
        await gallery.evaluate("() => { gallery.log.read.value += 1 }")
        await gallery.wait_for_timeout(100)
        assert await gallery.evaluate(TO_END) <= 1
    await expect(gallery.locator(".message-log-behind")).to_have_count(0)


async def test_whoever_reads_back_is_left_in_peace_and_told(gallery: Page) -> None:
    await fill(gallery, 60)
    await scroll_up(gallery, 100)
    await add(gallery, 61)
    await add(gallery, 62)
    assert await gallery.evaluate("() => document.querySelector('[role=log]').scrollTop") == 100
    await gallery.get_by_role("button", name="2 nieuwe berichten").click()
    assert await gallery.evaluate(TO_END) <= 1
    await expect(gallery.locator(".message-log-behind")).to_have_count(0)


@pytest.mark.parametrize("looking_back", [False, True])
async def test_a_card_for_danger_is_shown_from_its_beginning_whatever_the_room(
    gallery: Page, looking_back: bool
) -> None:
    await fill(gallery, 60)
    if looking_back:
        await scroll_up(gallery, 100)
    await gallery.evaluate(
        """() => { const { log, entry, BOT } = gallery;
          log.entries.value = [...log.entries.value, entry(61, BOT, { type: "emergency.raised", tier: 2 })] }"""
    )
    heading = gallery.get_by_role("log").get_by_role("alert").get_by_role("heading")
    await expect(heading).to_be_in_viewport(ratio=1)
    # By few pixels too low for all of the card, and by many.
    height = await gallery.evaluate("() => document.querySelector('[role=log] [role=alert]').offsetHeight")
    for less in (0, 20, 40, 60, height // 2):
        await gallery.evaluate(
            "height => document.querySelector('.log-frame').style.blockSize = `${height}px`", height - less
        )
        await gallery.wait_for_timeout(100)
        await expect(heading).to_be_in_viewport(ratio=1)
    # Whoever moves away from it is not brought back.
    await scroll_up(gallery, 100)
    await gallery.evaluate("() => document.querySelector('.log-frame').style.blockSize = '300px'")
    await gallery.wait_for_timeout(100)
    assert await gallery.evaluate("() => document.querySelector('[role=log]').scrollTop") == 100


async def test_a_card_for_danger_is_brought_into_sight_once_whatever_stands_below_it(gallery: Page) -> None:
    await fill(gallery, 60)
    await settled(gallery)
    await gallery.evaluate(LETTER)
    await expect(gallery.get_by_text("onderweg", exact=True)).to_be_in_viewport()
    await scroll_up(gallery, 100)
    await gallery.evaluate(
        """() => { const { log, entry, BOT } = gallery;
          log.entries.value = [...log.entries.value, entry(61, BOT, { type: "emergency.raised", tier: 2 })] }"""
    )
    await expect(gallery.get_by_role("log").get_by_role("alert").get_by_role("heading")).to_be_in_viewport(ratio=1)
    await scroll_up(gallery, 100)
    await add(gallery, 62)
    assert await gallery.evaluate("() => document.querySelector('[role=log]').scrollTop") == 100


async def test_whoever_moves_a_little_at_the_end_still_gets_the_beginning_of_what_comes(gallery: Page) -> None:
    await fill(gallery, 30)
    await settled(gallery)
    await add(gallery, 31)
    await scroll_up(gallery, await gallery.evaluate("() => document.querySelector('[role=log]').scrollTop - 5"))
    await gallery.evaluate(LONG, 32)
    await expect(gallery.get_by_text("begin")).to_be_in_viewport()
    assert await gallery.evaluate(BEGINS) >= 0


async def test_of_something_new_and_long_the_beginning_is_shown(gallery: Page) -> None:
    await fill(gallery, 10)
    await settled(gallery)
    await gallery.evaluate(LONG, 11)
    await expect(gallery.locator(".message-author").last).to_be_in_viewport()
    await expect(gallery.get_by_role("button", name="1 nieuw bericht")).to_be_visible()


async def test_ones_own_message_brings_its_writer_to_the_end(gallery: Page) -> None:
    await fill(gallery, 60)
    await scroll_up(gallery, 0)
    await gallery.evaluate(LETTER)
    await expect(gallery.get_by_text("onderweg", exact=True)).to_be_in_viewport()
    await expect(gallery.locator(".mark").last).to_contain_text("Wordt verstuurd")


async def test_only_additions_are_announced(gallery: Page) -> None:
    log = gallery.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "off")
    await gallery.evaluate("() => { gallery.log.settled.value = true }")
    await expect(log).to_have_attribute("aria-live", "polite")
    assert await log.get_attribute("aria-relevant") == "additions"


async def test_a_mark_changes_in_place(gallery: Page) -> None:
    await gallery.evaluate(
        "() => { gallery.log.entries.value = [gallery.entry(1, gallery.CITIZEN, gallery.said('hallo'))] }"
    )
    mark = await gallery.locator(".mark").element_handle()
    assert mark is not None
    await gallery.evaluate("() => { gallery.log.read.value = 1 }")
    await expect(gallery.locator(".mark")).to_contain_text("Gelezen")
    assert await mark.evaluate("mark => mark.isConnected && mark.textContent.includes('Gelezen')")


async def test_a_choice_is_a_button_until_the_citizen_went_on_and_text_afterwards(gallery: Page) -> None:
    await gallery.evaluate("() => { gallery.log.entries.value = gallery.log.entries.value.slice(0, 1) }")
    await gallery.get_by_role("button", name="keuze 1").click()
    assert await gallery.evaluate("() => gallery.told.chosen") == ["keuze_1"]
    await gallery.evaluate(
        """() => { const { log, entry, said, CITIZEN } = gallery;
          log.entries.value = [...log.entries.value, entry(7, CITIZEN, said('keuze 1', {choice: 'keuze_1'}))] }"""
    )
    await expect(gallery.get_by_role("button", name="keuze 1")).to_have_count(0)
    choices = gallery.locator(".choices-past li")
    await expect(choices).to_have_count(2)
    await expect(choices.nth(1)).to_contain_text("(gekozen)")


async def test_text_of_any_language_keeps_its_direction(gallery: Page) -> None:
    direction = """text => { const bubbles = [...document.querySelectorAll('.bubble-text')];
      return getComputedStyle(bubbles.find(bubble => bubble.textContent.includes(text))).direction }"""
    assert await gallery.evaluate(direction, "مرحبا") == "rtl"
    assert await gallery.evaluate(direction, "Waarmee") == "ltr"


async def test_addresses_are_links_only_in_what_staff_wrote(gallery: Page) -> None:
    await expect(gallery.get_by_role("link", name="https://www.politie.be")).to_have_attribute(
        "rel", "noopener noreferrer"
    )
    await gallery.evaluate(
        """() => { const { log, entry, said, CITIZEN } = gallery;
          log.entries.value = [entry(1, CITIZEN, said('zie https://vals.example'))] }"""
    )
    await expect(gallery.locator(".bubble a")).to_have_count(0)


async def test_markup_in_a_message_is_text(gallery: Page) -> None:
    text = "<img src=x onerror='document.title=1'><b>vet</b>"
    await gallery.evaluate(
        "text => { gallery.log.entries.value = [gallery.entry(1, gallery.BOT, gallery.said(text))] }", text
    )
    await expect(gallery.locator(".bubble-text")).to_have_text(text)
    await expect(gallery.locator(".bubble img, .bubble b")).to_have_count(0)
