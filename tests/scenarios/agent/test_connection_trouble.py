"""What goes wrong with the connection or the sign-in is said in one place, and costs nothing that was written."""

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.people import ConsoleScreen, Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

REPLY = ".composer-reply .composer-field"


async def test_without_a_connection_messages_are_kept_and_sent_later(an: ConsoleScreen, citizen: Citizen) -> None:
    await an.take_next("mijn fiets is weg")
    await an.page.context.set_offline(True)
    await expect(an.screen.get_by_text("Uw toestel heeft geen internet.", exact=False)).to_be_visible()
    await an.screen.locator(REPLY).fill("ik ben er zo weer")
    await an.screen.locator(REPLY).press("Enter")
    await expect(an.screen.locator(".mark").last).to_contain_text("Wordt verstuurd")
    await expect(an.screen.get_by_text("Laat deze pagina open", exact=False)).to_be_visible()
    await an.page.context.set_offline(False)
    await citizen.hears("ik ben er zo weer")
    await expect(an.screen.locator(".mark").last).not_to_contain_text("Wordt verstuurd")
    await expect(an.screen.get_by_text("Uw toestel heeft geen internet.", exact=False)).to_have_count(0)


async def test_what_is_filled_in_without_a_connection_is_stored_later_whatever_is_in_front(
    an: ConsoleScreen, citizen: Citizen
) -> None:
    await an.take_next("mijn fiets is weg")
    report, details = (an.screen.get_by_role("tab", name=name, exact=True) for name in ("Aangifte", "Gegevens"))
    field = an.screen.locator(".report-field input[inputmode=numeric]").first
    await report.click()
    await an.button("Aangifte van fietsdiefstal").click()
    await expect(field).to_be_visible()
    await an.page.context.set_offline(True)
    await expect(an.screen.get_by_text("Uw toestel heeft geen internet.", exact=False)).to_be_visible()
    await field.fill("80050100371")
    await details.click()
    await expect(field).to_have_count(0)
    await report.click()
    await expect(field).to_have_value("80050100371")
    await expect(an.screen.get_by_text("Wordt bewaard")).to_be_visible()
    await details.click()
    await an.page.context.set_offline(False)
    await expect(an.screen.get_by_text("U vulde de aangifte aan.")).to_be_visible()
    await an.page.reload()
    await report.click()
    await expect(field).to_have_value("80050100371")


async def test_a_sign_in_that_ends_leads_to_the_sign_in_screen_and_keeps_the_draft(
    town: Town, citizen: Citizen
) -> None:
    claire = await town.agent("claire")
    await claire.take_next("mijn fiets is weg")
    await claire.screen.locator(REPLY).fill("half een zin")
    await claire.page.evaluate("() => fetch('/api/sign-out', {method: 'POST'})")
    await expect(claire.screen.get_by_text("Uw aanmelding is afgelopen.", exact=False)).to_be_visible()
    await claire.sign_in("claire", town.password("claire"))
    await expect(claire.screen.locator(REPLY)).to_have_value("half een zin")


async def test_the_next_agent_at_this_screen_finds_nothing_of_the_last(town: Town, citizen: Citizen) -> None:
    els = await town.agent("els")
    await els.take_next("mijn fiets is weg")
    await els.screen.locator(REPLY).fill("half een zin")
    await els.button("Meld af").click()
    await els.screen.get_by_role("dialog").get_by_role("button", name="Meld af").click()
    await expect(els.screen.get_by_label("Gebruikersnaam")).to_be_visible()
    assert await els.page.evaluate("() => JSON.stringify(sessionStorage)") == "{}"
    await els.sign_in("karim", town.password("karim"))
    assert "half een zin" not in await els.page.evaluate("() => JSON.stringify(sessionStorage)")


async def test_a_wrong_password_is_said_beside_the_fields(town: Town) -> None:
    page = await town.at_console()
    await page.get_by_label("Gebruikersnaam").fill("an")
    await page.get_by_label("Wachtwoord").fill("dit is het niet")
    await page.get_by_label("Wachtwoord").press("Enter")
    await expect(page.get_by_text("De naam en het wachtwoord horen niet bij elkaar.", exact=False)).to_be_visible()
    await expect(page.get_by_label("Wachtwoord")).to_be_focused()
