"""The whole conversation by keyboard alone."""

import pytest
from playwright.async_api import expect

from tests.scenarios.keyboard import tab_to
from tests.scenarios.people import Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def test_from_the_first_word_to_a_new_conversation(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    page, keys = citizen.page, citizen.page.keyboard
    await expect(citizen.button("Ik heb een vraag")).to_be_visible()
    await tab_to(page, "Ik heb een vraag")
    await keys.press("Enter")
    await citizen.sees("Ik heb een vraag")

    await tab_to(page, "Uw bericht")
    await keys.type("eerste regel")
    await keys.press("Shift+Enter")
    await keys.type("tweede regel")
    await keys.press("Enter")
    await citizen.sees("tweede regel")
    assert await citizen.log().get_by_text("tweede regel").inner_text() == "eerste regel\ntweede regel"
    await expect(page.get_by_label("Uw bericht")).to_be_focused()

    await tab_to(page, "Een mens, graag")
    await keys.press("Space")
    await expect(page.get_by_text("in de rij").first).to_be_visible()

    await tab_to(page, "Opties")
    await keys.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await keys.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(citizen.button("Opties")).to_be_focused()
    await keys.press("Enter")
    await tab_to(page, "Stop het gesprek")
    await keys.press("Enter")
    await tab_to(page, "Ja, stop")
    await keys.press("Enter")
    await expect(page.get_by_role("heading", name="Het gesprek is afgelopen")).to_be_visible()

    await tab_to(page, "zeer slecht")
    for _ in range(3):
        await keys.press("ArrowDown")
    await tab_to(page, "Verstuur uw mening")
    await keys.press("Enter")
    await expect(page.get_by_text("Bedankt voor uw mening.")).to_be_visible()
    await tab_to(page, "Begin een nieuw gesprek")
    await keys.press("Enter")
    await expect(citizen.button("Ik heb een vraag")).to_be_visible()


async def test_the_widget_is_opened_and_put_away_by_keyboard(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    page = citizen.page
    await page.goto(f"{town.desk.demo_origin}/?language=nl")
    launcher = page.get_by_role("button", name="Politie online")
    await expect(launcher).to_be_visible()
    for _ in range(20):
        await page.keyboard.press("Tab")
        if await launcher.evaluate("button => button.getRootNode().activeElement === button"):
            break
    await page.keyboard.press("Enter")
    frame = page.frame_locator("iframe")
    await expect(frame.get_by_role("button", name="Ik heb een vraag")).to_be_visible()
    await frame.get_by_role("button", name="Sluit. Uw gesprek blijft bewaard").press("Enter")
    await expect(launcher).to_be_focused()
