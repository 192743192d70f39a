"""The citizen's screens: small, magnified, dark, in every language, and without a broken rule."""

import pytest
from playwright.async_api import Page, expect

from server.protocol.words import LANGUAGES
from tests.scenarios.people import CitizenScreen, Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

TOO_SMALL = """() => [...document.querySelectorAll("button, a[href], select, summary, input, textarea")]
  .filter(element => element.checkVisibility() && !element.closest("label, p, .bubble, .unseen"))
  .map(element => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
  .filter(([, {width, height}]) => width > 1 && (width < 24 || height < 24))
  .map(([html]) => html)"""

WITHOUT_EDGE = """() => [...document.querySelectorAll(".button")]
  .filter(button => button.checkVisibility() && parseFloat(getComputedStyle(button).borderTopWidth) < 1)
  .map(button => button.outerHTML.slice(0, 120))"""
"""Buttons that are told from text by their colour alone, which is gone in forced colours."""


async def is_sound(page: Page, width: int) -> None:
    """Nothing sticks out, nothing is too small to hit, and axe finds nothing."""
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert await page.evaluate(TOO_SMALL) == []
    assert await violations(page) == []


async def numbers_in_sight(page: Page) -> None:
    """Whom to call when it cannot wait stands there without scrolling."""
    for number in ("112", "101"):
        await expect(page.locator(f".urgent a[href='tel:{number}']")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
async def test_every_state_of_the_screen(town: Town, width: int, scheme: str) -> None:
    citizen = await town.citizen_on_desk(width=width, height=700, color_scheme=scheme)
    page = citizen.page
    await expect(citizen.button("Ik ben slachtoffer")).to_be_visible()
    await is_sound(page, width)
    await numbers_in_sight(page)
    await citizen.button("Ik ben slachtoffer").click()
    await expect(citizen.log().get_by_role("button").first).to_be_visible()
    await is_sound(page, width)
    await citizen.say("er staat iemand aan mijn deur te rommelen")
    await expect(citizen.log().get_by_role("link", name="112").first).to_be_visible()
    await is_sound(page, width)
    await numbers_in_sight(page)
    await citizen.button("Opties").click()
    await is_sound(page, width)
    await citizen.button("Stop het gesprek").click()
    await citizen.button("Ja, stop").click()
    await expect(page.get_by_role("heading", name="Het gesprek is afgelopen")).to_be_visible()
    await is_sound(page, width)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_widget_on_another_site(town: Town, scheme: str) -> None:
    citizen = await town.citizen_on_site(color_scheme=scheme)
    await expect(citizen.button("Ik ben slachtoffer")).to_be_visible()
    assert await violations(citizen.screen) == []
    await citizen.button("Ik ben slachtoffer").click()
    await citizen.say("er staat iemand aan mijn deur te rommelen")
    await expect(citizen.log().get_by_role("link", name="112").first).to_be_visible()
    assert await violations(citizen.screen) == []
    await citizen.button("Opties").click()
    await expect(citizen.button("Stop het gesprek")).to_be_visible()
    assert await violations(citizen.screen) == []
    assert await violations(citizen.page) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_fits_a_small_phone(town: Town, language: str) -> None:
    citizen = await town.citizen_on_desk(language, width=320, height=568)
    await expect(citizen.screen.locator(".doors button").first).to_be_visible()
    await citizen.screen.locator(".doors button").first.click()
    await expect(citizen.log().get_by_role("button").first).to_be_visible()
    await is_sound(citizen.page, 320)
    assert await citizen.page.title() in {"Onlineloket", "Guichet en ligne", "Online desk", "Online-Schalter"}


async def test_magnified_four_times_everything_scrolls_as_one(town: Town) -> None:
    citizen = await town.citizen_on_desk(width=320, height=256)
    await citizen.say("Kan ik dit lezen?")
    await expect(citizen.log().get_by_role("button").first).to_be_visible()
    field = citizen.screen.get_by_label("Uw bericht")
    await field.scroll_into_view_if_needed()
    await expect(field).to_be_in_viewport()
    assert await citizen.page.evaluate("document.documentElement.scrollHeight > innerHeight")
    assert await citizen.page.evaluate("document.documentElement.scrollWidth") <= 320


async def test_text_twice_as_large_loses_nothing(town: Town) -> None:
    citizen = await town.citizen_on_desk(width=640, height=900)
    await expect(citizen.button("Ik ben slachtoffer")).to_be_visible()
    await citizen.page.evaluate("document.documentElement.style.fontSize = '200%'")
    await citizen.button("Ik ben slachtoffer").click()
    await citizen.say("Leest dit nog goed?")
    await expect(citizen.screen.get_by_label("Uw bericht")).to_be_in_viewport()
    assert await citizen.page.evaluate("document.documentElement.scrollWidth") <= 640


async def test_forced_colours_keep_every_button_seen(town: Town) -> None:
    citizen = await town.citizen_on_desk(forced_colors="active")
    await expect(citizen.button("Ik heb een vraag")).to_be_visible()
    assert await citizen.page.evaluate(WITHOUT_EDGE) == []
    await citizen.button("Ik ben slachtoffer").click()
    await citizen.say("er staat iemand aan mijn deur te rommelen")
    await expect(citizen.log().get_by_role("link", name="112").first).to_be_visible()
    assert await citizen.page.evaluate(WITHOUT_EDGE) == []
    assert await violations(citizen.page) == []


async def test_a_message_written_from_right_to_left_reads_so_in_a_dutch_page(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.say("سرقت دراجتي")
    bubble = citizen.log().get_by_text("سرقت دراجتي")
    assert await bubble.evaluate("text => getComputedStyle(text).direction") == "rtl"


async def test_the_language_changes_in_the_middle_of_a_conversation(town: Town) -> None:
    citizen: CitizenScreen = await town.citizen_on_desk()
    await citizen.say("Ik spreek beter Frans")
    await citizen.screen.get_by_label("Taal").select_option("fr")
    await expect(citizen.screen.get_by_label("Votre message")).to_be_visible()
    assert await citizen.page.evaluate("document.documentElement.lang") == "fr"
    await citizen.sees("Vous continuez en français")
