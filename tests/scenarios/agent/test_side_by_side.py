"""Several conversations at once: each keeps its own draft, and nothing reaches the wrong person."""

import re

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.people import ConsoleScreen

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

REPLY = ".composer-reply .composer-field"


async def take_both(an: ConsoleScreen) -> None:
    """The one who waited longest stands in the first tab."""
    await an.take_next("mijn fiets is weg")
    await an.take_next("portefeuille gevonden")
    await expect(an.screen.get_by_role("tablist", name="Mijn gesprekken").get_by_role("tab")).to_have_count(2)


async def test_each_conversation_keeps_its_own_draft_and_receives_only_its_own(
    an: ConsoleScreen, citizen: Citizen, other: Citizen
) -> None:
    await take_both(an)
    await an.page.keyboard.press("Alt+1")
    await an.screen.locator(REPLY).fill("dit is voor de fiets")
    await an.page.keyboard.press("Alt+2")
    await expect(an.screen.locator(REPLY)).to_have_value("")
    await an.screen.locator(REPLY).fill("dit is voor de portefeuille")
    await an.page.keyboard.press("Alt+1")
    await expect(an.screen.locator(REPLY)).to_have_value("dit is voor de fiets")
    await an.screen.locator(REPLY).press("Enter")
    await citizen.hears("dit is voor de fiets")
    await an.page.keyboard.press("Alt+2")
    await an.screen.locator(REPLY).press("Enter")
    await other.hears("dit is voor de portefeuille")
    assert not [entry for entry in other.heard if "voor de fiets" in entry["body"].get("text", "")]


async def test_a_draft_survives_a_reload(an: ConsoleScreen, citizen: Citizen, other: Citizen) -> None:
    await take_both(an)
    await an.page.keyboard.press("Alt+2")
    await an.screen.locator(REPLY).fill("half een zin")
    await an.page.reload()
    await an.screen.get_by_role("tab").filter(has_text="2").first.click()
    await expect(an.screen.locator(REPLY)).to_have_value("half een zin")


async def test_what_is_said_in_another_conversation_is_marked_and_counted_in_the_title(
    an: ConsoleScreen, citizen: Citizen, other: Citizen
) -> None:
    await take_both(an)
    await citizen.say("bent u er nog?")
    await expect(an.screen.get_by_text("1 nieuw", exact=True)).to_be_visible()
    await expect(an.page).to_have_title("(1) 1 ongelezen · Onlineloket")
    await an.page.keyboard.press("Alt+1")
    await an.sees("bent u er nog?")
    await expect(an.screen.get_by_text("1 nieuw", exact=True)).to_have_count(0)
    await expect(an.page).to_have_title("Console · Onlineloket")


async def test_a_note_looks_different_and_reaches_no_citizen(an: ConsoleScreen, citizen: Citizen) -> None:
    await an.take_next("mijn fiets is weg")
    await an.page.keyboard.press("Alt+i")
    await expect(an.screen.get_by_text("Interne notitie: de burger ziet dit niet.")).to_be_visible()
    await expect(an.screen.locator(".composer-note")).to_have_css("border-top-style", "dashed")
    await an.page.keyboard.type("tweede melding deze week")
    await an.page.keyboard.press("Enter")
    await an.sees("tweede melding deze week")
    await expect(an.log()).to_contain_text("Interne notitie")
    await an.page.keyboard.press("Alt+a")
    await an.say("Dag, ik kijk het na.")
    await citizen.hears("Dag, ik kijk het na.")
    assert "tweede melding" not in str(citizen.heard)


async def test_a_ready_answer_comes_in_the_citizens_language(an: ConsoleScreen, citizen: Citizen) -> None:
    await citizen.send("language.choose", language="fr")
    await an.take_next("mijn fiets is weg")
    field = an.screen.get_by_label("Antwoord aan de burger, in het Frans")
    await field.fill("/begroet")
    await expect(an.screen.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    await field.press("Enter")
    await expect(field).to_have_value(re.compile("^Bonjour"))
