"""A citizen is helped from the first word to a filed report: in Dutch with a video call, in French without."""

import re
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from playwright.async_api import Browser, Download, expect
from pypdf import PdfReader

from tests.scenarios.form_filling import answer_all
from tests.scenarios.people import ConsoleScreen, Town, call
from tests.support.chromium import chromium
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

REFERENCE = re.compile(r"[A-Z]{2,6}-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")


@pytest.fixture
async def town(served_desk: ServedDesk, whole_browser: Browser) -> AsyncIterator[Town]:
    """Where citizens and agents have a browser process each, as they have in life."""
    async with chromium() as consoles:
        town = Town(served_desk, whole_browser, consoles)
        yield town
        faults = await town.close()
    assert faults == []


async def pages_of(download: Download) -> str:
    """The text of a PDF that a browser saved."""
    content = (await download.path()).read_bytes()
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


async def keeps_another_microphone(agent: ConsoleScreen) -> None:
    """A microphone that is chosen before a call is used from then on, also after the page was loaded anew."""
    choice = agent.screen.get_by_role("combobox", name="Microfoon")
    await agent.button("Videogesprek").click()
    used = await choice.input_value()
    values = await choice.locator("option").evaluate_all("options => options.map(({value}) => value)")
    chosen = next(value for value in values if value != used)
    await choice.select_option(chosen)
    await agent.screen.wait_for_function("id => localStorage['onlineloket-devices']?.includes(id)", arg=chosen)
    await agent.page.reload()
    await agent.button("Videogesprek").click()
    await expect(choice).to_have_value(chosen)
    await agent.button("Toch niet").click()


async def test_in_dutch_with_a_video_call(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await citizen.say("Wat moet ik doen als mijn fiets gestolen is?")
    await citizen.sees("Police-on-web")
    await citizen.say("ik wil een mens spreken over mijn gele fiets")
    await expect(citizen.screen.get_by_role("status").first).to_contain_text("in de rij")

    agent = await town.agent()
    await agent.take_next("mijn gele fiets")
    await agent.say("Dag, ik ben An. Ik help u verder.")
    await citizen.sees("Dag, ik ben An. Ik help u verder.")
    await citizen.sees("inspecteur van politie")

    await call(agent, citizen)
    await citizen.say("ik zie u goed")
    await agent.sees("ik zie u goed")
    await agent.button("Hang op").click()
    await citizen.sees("Einde van het gesprek met geluid of beeld")
    await keeps_another_microphone(agent)

    await agent.screen.get_by_role("tab", name="Aangifte").click()
    await agent.button("Aangifte van fietsdiefstal").click()
    await answer_all(agent.screen, agent.screen.get_by_text("Alle verplichte vragen zijn beantwoord"))
    await agent.button("Vraag de burger om te bevestigen").click()

    await citizen.screen.get_by_role("tab", name="Aangifte: lees na").click()
    municipality = citizen.screen.get_by_role("textbox", name="Gemeente (verplicht)", exact=True)
    await expect(municipality).to_have_value("Stationsstraat 12")
    await municipality.fill("Mechelen")
    await municipality.press("Tab")
    await expect(agent.screen.get_by_role("textbox", name="Gemeente (verplicht)", exact=True)).to_have_value("Mechelen")
    await expect(citizen.screen.get_by_text("Uw rechten bij een verklaring")).to_be_visible()
    assert not REFERENCE.search(await citizen.screen.locator("body").inner_text())
    await citizen.button("Ik bevestig deze aangifte").click()
    await expect(citizen.screen.get_by_role("definition").filter(has_text=REFERENCE)).to_be_visible()
    shown = REFERENCE.search(await citizen.screen.locator("body").inner_text())
    assert shown is not None
    await expect(agent.screen.get_by_text(shown[0]).first).to_be_visible()

    async with citizen.page.expect_download() as saving:
        await citizen.button("Bewaar de aangifte (pdf)").click()
    paper = await pages_of(await saving.value)
    assert shown[0] in paper
    assert "Mechelen" in paper
    assert "Aangifte van fietsdiefstal" in paper

    async with citizen.page.expect_download() as saving:
        await citizen.button("Bewaar het attest (pdf)").click()
    certificate = await pages_of(await saving.value)
    assert "Attest van klachtneerlegging" in certificate
    assert shown[0] in certificate
    assert "Gemeente" not in certificate, "it says what was reported"

    await agent.button("Sluit af").click()
    await agent.screen.get_by_role("dialog").get_by_role("radio").first.check()
    await agent.screen.get_by_role("dialog").get_by_role("button", name="Sluit het gesprek").click()
    await citizen.screen.get_by_role("tab", name="Gesprek").click()
    await citizen.sees("Het gesprek is afgelopen.")
    await citizen.screen.get_by_role("radio", name="5 · zeer goed").check()
    await citizen.button("Verstuur uw mening").click()
    await expect(citizen.screen.get_by_text("Bedankt voor uw mening.")).to_be_visible()


async def test_in_french_without_video(town: Town) -> None:
    citizen = await town.citizen_on_site("Police en ligne", "fr")
    await citizen.say("Que faire si on m'a volé mon vélo ?", "Votre message")
    await citizen.sees("Police-on-web")
    await citizen.say("je veux parler à une personne de mon vélo violet", "Votre message")

    agent = await town.agent("claire")
    await agent.take_next("mon vélo violet")
    await agent.say("Bonjour, je suis Claire.")
    await citizen.sees("Bonjour, je suis Claire.")

    await agent.screen.get_by_role("tab", name="Aangifte").click()
    await agent.button("Aangifte van fietsdiefstal").click()
    await answer_all(agent.screen, agent.screen.get_by_text("Alle verplichte vragen zijn beantwoord"))
    await agent.button("Vraag de burger om te bevestigen").click()

    await citizen.screen.get_by_role("tab", name=re.compile("Déclaration")).click()
    commune = citizen.screen.get_by_role("textbox", name="Commune (obligatoire)", exact=True)
    await commune.fill("Malines")
    await commune.press("Tab")
    await expect(agent.screen.get_by_role("textbox", name="Gemeente (verplicht)", exact=True)).to_have_value("Malines")
    await citizen.button("Je confirme", exact=False).click()
    await expect(citizen.screen.get_by_role("definition").filter(has_text=REFERENCE)).to_be_visible()
    async with citizen.page.expect_download() as saving:
        await citizen.button("Enregistrer la déclaration (pdf)").click()
    paper = await pages_of(await saving.value)
    assert "Déclaration de vol de vélo" in paper
    assert "Malines" in paper
