"""The console's screens hold to WCAG 2.2 A and AA in light and dark, and keep what is on them at every size."""

import pytest
from playwright.async_api import Page, expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.people import SignedIn, Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


WITHOUT_EDGES = """() => [...document.querySelectorAll("button, select, input, textarea, [role=switch], [role=tab]")]
  .filter(control => control.checkVisibility() && !control.matches(".unseen, [type=radio], [type=checkbox]"))
  .map(control => [control, getComputedStyle(control)])
  .filter(([, style]) => parseFloat(style.borderTopWidth) < 1 && parseFloat(style.borderBottomWidth) < 1)
  .map(([control]) => control.outerHTML.slice(0, 120))"""
"""Controls that only their colour sets apart from what is around them."""


async def is_whole(page: Page) -> None:
    """Nothing breaks a rule, and nothing sticks out sideways."""
    assert await violations(page) == []
    assert await page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize(("scheme", "size"), [("light", (1440, 900)), ("dark", (1024, 768)), ("dark", (768, 1024))])
async def test_each_screen(
    town: Town, signed_in: SignedIn, citizen: Citizen, scheme: str, size: tuple[int, int]
) -> None:
    width, height = size
    page = await town.at_console(width=width, height=height, color_scheme=scheme)
    await expect(page.get_by_label("Gebruikersnaam")).to_be_visible()
    await is_whole(page)
    await page.context.close()

    agent = await signed_in("bram", width=width, height=height, color_scheme=scheme)
    page = agent.page
    await is_whole(page)
    await agent.take_next("mijn fiets is weg")
    await page.keyboard.press("Alt+i")
    await is_whole(page)
    await page.keyboard.press("Alt+r")
    await agent.button("Aangifte van fietsdiefstal").click()
    await expect(page.get_by_label("Merk", exact=False).first).to_be_attached()
    await is_whole(page)
    await page.keyboard.press("Alt+v")
    await expect(page.get_by_role("meter")).to_be_visible()
    await is_whole(page)
    await agent.button("Toch niet").click()
    for keys in ("Alt+t", "Alt+s", "Control+k"):
        await page.keyboard.press(keys)
        await expect(page.get_by_role("dialog")).to_be_visible()
        await is_whole(page)
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_forced_colours_keep_every_control_seen(signed_in: SignedIn, citizen: Citizen) -> None:
    agent = await signed_in("bram", forced_colors="active")
    await agent.take_next("mijn fiets is weg")
    for keys in ("Alt+i", "Alt+r", "Alt+t"):
        await agent.page.keyboard.press(keys)
        assert await agent.page.evaluate(WITHOUT_EDGES) == []
        assert await violations(agent.page) == []


async def test_four_times_as_large_it_reflows(signed_in: SignedIn, citizen: Citizen) -> None:
    agent = await signed_in("bram", width=320, height=640)
    await agent.take_next("mijn fiets is weg")
    await is_whole(agent.page)
    await agent.say("Dag, ik ben Bram.")


async def test_a_language_chosen_at_the_console_stays_on_the_device(signed_in: SignedIn) -> None:
    agent = await signed_in("bram")
    await agent.page.get_by_label("Taal").select_option("de")
    await expect(agent.page.get_by_role("heading", name="Wartend")).to_be_visible()
    await agent.page.reload()
    await expect(agent.page.get_by_role("heading", name="Wartend")).to_be_visible()
    assert await agent.page.evaluate("() => document.documentElement.lang") == "de"
