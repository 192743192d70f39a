"""What an agent writes beside a report stays until it is handed in."""

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.form_filling import LOST
from tests.scenarios.people import ConsoleScreen
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_a_number_that_is_mistyped_or_half_written_stays_to_be_gone_on_with(
    an: ConsoleScreen, citizen: Citizen
) -> None:
    await an.take_next("mijn fiets is weg")
    report, details = (an.screen.get_by_role("tab", name=name, exact=True) for name in ("Aangifte", "Gegevens"))
    await report.click()
    await an.button("Aangifte van verloren of gestolen documenten").click()
    started = (await citizen.hears_of("report.started"))["report"]
    view = (await citizen.send("report.show", report=started))["view"]
    view = (await citizen.send("report.fill", report=started, revision=view["revision"], fields=LOST))["view"]
    await an.button("Vraag de burger om te bevestigen").click()
    await citizen.hears_of("report.offered")
    await citizen.send("report.confirm", report=started, revision=view["revision"])

    number = an.screen.get_by_label("Nummer van het proces-verbaal")
    await number.fill("ME.18.L1")
    await details.click()
    await report.click()
    await expect(number).to_have_value("ME.18.L1")
    await an.button("Bewaar").click()
    await expect(number).to_have_attribute("aria-invalid", "true")
    await expect(number).to_have_value("ME.18.L1")
    await number.fill("ME.18.L1.012345/2026")
    await an.button("Bewaar").click()
    await citizen.hears_of("pv_number.recorded")


async def test_who_closes_or_hands_over_is_told_what_of_the_report_would_be_lost(
    an: ConsoleScreen, citizen: Citizen
) -> None:
    await an.take_next("mijn fiets is weg")
    await an.screen.get_by_role("tab", name="Aangifte", exact=True).click()
    await an.button("Aangifte van verloren of gestolen documenten").click()
    started = (await citizen.hears_of("report.started"))["report"]
    first_name = an.screen.get_by_label("Voornaam")
    await first_name.fill("Johan")
    view = (await citizen.send("report.show", report=started))["view"]
    await citizen.send("report.fill", report=started, revision=view["revision"], fields={"first_name": "Jean"})
    dialog, lost = an.screen.get_by_role("dialog"), an.screen.get_by_text("Anders gaat het verloren.", exact=False)
    for way in ("Sluit af", "Geef door"):
        await an.button(way).click()
        await expect(lost).to_be_visible()
        assert await violations(an.page) == []
        await dialog.get_by_role("button", name="Annuleer").click()
    await an.button("Gebruik mijn tekst").click()
    await expect(an.button("Gebruik mijn tekst")).to_have_count(0)
    await an.button("Sluit af").click()
    await expect(dialog).to_be_visible()
    await expect(lost).to_have_count(0)
