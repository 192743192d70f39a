"""An agent who uses no mouse: from the sign-in to the closed conversation."""

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.keyboard import tab_to
from tests.scenarios.people import SignedIn, Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_from_the_sign_in_to_the_closed_conversation(town: Town, citizen: Citizen) -> None:
    page = await town.at_console()
    keys = page.keyboard
    await expect(page.get_by_label("Gebruikersnaam")).to_be_visible()
    await tab_to(page, "Gebruikersnaam")
    await keys.type("bram")
    await keys.press("Tab")
    await keys.type(town.password("bram"))
    await keys.press("Enter")
    await expect(page.get_by_role("switch")).to_be_visible()
    if await page.get_by_role("switch").get_attribute("aria-checked") == "false":
        await keys.press("Alt+b")
    await expect(page.get_by_role("switch")).to_have_attribute("aria-checked", "true")

    await expect(page.get_by_text("Niemand wacht.").first).not_to_be_visible()
    await keys.press("Alt+n")
    await expect(page.get_by_role("log")).to_contain_text("mijn fiets is weg")
    await keys.press("Alt+a")
    await keys.type("Dag, ik ben Bram.")
    await keys.press("Shift+Enter")
    await keys.type("Waar stond uw fiets?")
    await keys.press("Enter")
    await citizen.hears("Dag, ik ben Bram.\nWaar stond uw fiets?")

    await keys.press("Alt+i")
    await keys.type("controleren in het register")
    await keys.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("controleren in het register")

    await keys.press("Alt+l")
    await expect(page.get_by_role("log")).to_be_focused()
    await keys.press("?")
    await expect(page.get_by_role("dialog", name="Toetsen")).to_contain_text("Alt")
    await keys.press("Escape")
    await expect(page.get_by_role("log")).to_be_focused()

    await keys.press("Control+k")
    await keys.type("sluit af")
    await keys.press("Enter")
    dialog = page.get_by_role("dialog", name="Sluit het gesprek")
    await expect(dialog).to_be_visible()
    await keys.press("Space")
    await tab_to(page, "Opmerking")
    await keys.type("Doorverwezen.")
    await tab_to(page, "Sluit het gesprek")
    await keys.press("Enter")
    await expect(page.get_by_role("log")).to_have_count(0)


async def test_every_part_can_be_reached_and_left_with_tab(signed_in: SignedIn, citizen: Citizen) -> None:
    agent = await signed_in("an")
    await agent.take_next("mijn fiets is weg")
    for name in ("Beschikbaar", "Meld af", "Berichten en notities", "Antwoord", "Sluit af", "Gegevens", "Onderwerp"):
        await tab_to(agent.page, name)
