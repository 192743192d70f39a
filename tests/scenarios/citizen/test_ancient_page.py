"""A page that is too old says so in the reader's language, and loading it again costs nothing that was written."""

import pytest
from playwright.async_api import expect

from tests.scenarios.ancient import serve_ancient_pages, serve_present_pages
from tests.scenarios.citizen.other_device import OtherDevice
from tests.scenarios.people import CitizenScreen, Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def ancient_page(town: Town, language: str = "nl") -> CitizenScreen:
    citizen = await town.citizen_on_desk(language, width=360, height=640)
    await serve_ancient_pages(citizen.page.context)
    await citizen.page.reload()
    return citizen


async def test_what_was_written_on_it_is_sent_once_it_is_loaded_again(town: Town) -> None:
    citizen = await ancient_page(town)
    await expect(citizen.screen.get_by_text("Er is een nieuwe versie van deze pagina.", exact=False)).to_be_visible()
    assert await violations(citizen.page) == []
    await citizen.say("Mijn fiets is gisteren gestolen")
    await expect(citizen.log().get_by_title("Wordt verstuurd")).to_have_count(1)
    await citizen.screen.get_by_label("Uw bericht").fill("en ook nog")
    await serve_present_pages(citizen.page.context)
    await citizen.button("Laad de pagina opnieuw").click()
    await expect(citizen.log().get_by_text("Mijn fiets is gisteren gestolen", exact=True)).to_have_count(1)
    await expect(citizen.log().get_by_title("Wordt verstuurd")).to_have_count(0)
    await expect(citizen.screen.get_by_label("Uw bericht")).to_have_value("en ook nog")
    await expect(citizen.button("Laad de pagina opnieuw")).to_have_count(0)
    async with await OtherDevice.of(citizen, town) as device:
        assert (await device.texts()).count("Mijn fiets is gisteren gestolen") == 1


@pytest.mark.parametrize(
    ("language", "button"), [("fr", "Recharger la page"), ("en", "Reload the page"), ("de", "Seite neu laden")]
)
async def test_it_says_so_in_the_readers_language(town: Town, language: str, button: str) -> None:
    citizen = await ancient_page(town, language)
    await expect(citizen.button(button)).to_be_visible()


async def test_a_guests_page_says_so_and_finds_its_link_again(town: Town) -> None:
    page = await town.visitor(f"{town.desk.origin}/desk")
    await serve_ancient_pages(page.context)
    await page.goto(f"{town.desk.origin}/join#code={'x' * 43}")
    await expect(page.get_by_text("Er is een nieuwe versie van deze pagina.", exact=False)).to_be_visible()
    assert await violations(page) == []
    await serve_present_pages(page.context)
    await page.get_by_role("button", name="Laad de pagina opnieuw").click()
    await expect(page.get_by_text("Er is een nieuwe versie", exact=False)).to_have_count(0)
    await expect(page.get_by_role("button", name="Bekijk eerst uw camera")).to_be_visible()


async def test_the_page_that_tests_a_connection_says_so_and_blames_no_network(town: Town) -> None:
    page = await town.visitor(f"{town.desk.origin}/desk")
    await serve_ancient_pages(page.context)
    await page.goto(f"{town.desk.origin}/check")
    await page.get_by_role("button", name="Begin de test").click()
    await expect(page.get_by_text("Er is een nieuwe versie van deze pagina.", exact=False)).to_be_visible()
    await expect(page.get_by_text("Er is geen verbinding met het loket.", exact=False)).to_have_count(0)
    assert await violations(page) == []
