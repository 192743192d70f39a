"""A conversation changes hands: the reason is read by the next agent, never by the citizen."""

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.people import ConsoleScreen, SignedIn

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_a_colleague_takes_over_with_the_reason_in_sight(
    signed_in: SignedIn, an: ConsoleScreen, citizen: Citizen
) -> None:
    claire = await signed_in("claire")
    await an.take_next("mijn fiets is weg")
    await an.button("Geef door").click()
    dialog = an.screen.get_by_role("dialog", name="Geef het gesprek door")
    await dialog.get_by_role("button", name="Geef door").click()
    await expect(dialog.get_by_text("Kies een team of een collega.")).to_be_visible()
    await dialog.get_by_role("radio", name="Claire").check()
    await dialog.get_by_label("Waarom").fill("spreekt beter Frans")
    await dialog.get_by_role("button", name="Geef door").click()
    await expect(an.screen.get_by_role("log")).to_have_count(0)

    await claire.take_next("mijn fiets is weg")
    await claire.sees("An (inspecteur van politie) gaf het gesprek door aan Claire.")
    await claire.sees("spreekt beter Frans")
    assert "spreekt beter" not in str(citizen.heard)


async def test_a_supervisor_looks_in_without_being_seen(
    signed_in: SignedIn, an: ConsoleScreen, citizen: Citizen
) -> None:
    await an.take_next("mijn fiets is weg")
    els = await signed_in("els")
    await els.screen.get_by_text("Bij collega’s").click()
    await els.screen.locator(".sidebar-more .queue-open").first.click()
    await els.sees("mijn fiets is weg")
    await expect(els.screen.get_by_text("Een collega heeft dit gesprek.", exact=False)).to_be_visible()
    await expect(els.screen.locator(".composer-reply")).to_have_count(0)
    await els.screen.get_by_label("Interne notitie").fill("kijk ook naar de camera’s")
    await els.screen.get_by_label("Interne notitie").press("Enter")
    await an.sees("kijk ook naar de camera’s")
    assert "Els" not in str(citizen.heard)


async def test_a_conversation_that_the_citizen_ends_can_be_read_and_put_away(
    an: ConsoleScreen, citizen: Citizen
) -> None:
    await an.take_next("mijn fiets is weg")
    await citizen.send("conversation.end")
    await an.sees("De burger sloot het gesprek.")
    await expect(an.screen.locator(".composer-reply")).to_have_count(0)
    await an.button("Haal van het scherm").click()
    await expect(an.screen.get_by_role("log")).to_have_count(0)
