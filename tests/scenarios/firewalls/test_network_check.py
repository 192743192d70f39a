"""The page that tests whether a call would work: each thing with its verdict, and what it comes to."""

import pytest
from playwright.async_api import Page, expect

from server.protocol.words import LANGUAGES
from tests.scenarios.citizen.test_screens import is_sound
from tests.scenarios.firewalls.networks import ONLY_TURN, only
from tests.scenarios.network import Network
from tests.scenarios.people import Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

PARTS = ("Verbinding met het loket", "Beeld en geluid, rechtstreeks", "Beeld en geluid, via een omweg")
NO_LEAVE = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError') }"


async def opened(town: Town, language: str = "nl", **options: object) -> Page:
    return await town.visitor(f"{town.desk.origin}/check?language={language}", language, **options)


async def outcomes(page: Page) -> list[str | None]:
    """What came of the parts of the network, once it was tested."""
    await page.get_by_role("button", name="Begin de test").click()
    await expect(page.get_by_role("button", name="Test opnieuw")).to_be_visible(timeout=60_000)
    return [await outcome(page, part) for part in PARTS]


async def outcome(page: Page, part: str) -> str | None:
    return await page.get_by_role("listitem").filter(has_text=part).first.get_attribute("data-outcome")


async def becomes(page: Page, part: str, expected: str) -> None:
    row = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=part, exact=True))
    await expect(row).to_have_attribute("data-outcome", expected)


async def with_devices(page: Page) -> None:
    await page.get_by_role("button", name="Test camera en microfoon").click()
    await becomes(page, "Camera", "good")
    await becomes(page, "Microfoon", "good")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
async def test_where_everything_works_it_says_so(town: Town, width: int, scheme: str) -> None:
    page = await opened(town, width=width, height=700, color_scheme=scheme)
    await is_sound(page, width)
    assert await outcomes(page) == ["good", "good", "good"]
    await with_devices(page)
    await is_sound(page, width)
    await expect(page.get_by_text("U kunt bellen met beeld.")).to_be_visible()
    await page.get_by_role("button", name="Speel een geluid af").click()
    await is_sound(page, width)
    await page.get_by_role("button", name="Ja").click()
    await becomes(page, "Luidspreker", "good")
    await is_sound(page, width)
    await page.get_by_role("button", name="Zet camera en microfoon uit").click()
    await expect(page.get_by_role("meter")).to_be_hidden()


async def test_it_works_by_keyboard_alone(town: Town) -> None:
    page = await opened(town)

    async def press(name: str) -> None:
        button = page.get_by_role("button", name=name, exact=True)
        for _ in range(20):
            if await button.evaluate("each => each === document.activeElement"):
                break
            await page.keyboard.press("Tab")
        await expect(button).to_be_focused()
        await page.keyboard.press("Enter")

    await expect(page.get_by_role("button", name="Begin de test")).to_be_visible()
    await press("Begin de test")
    await becomes(page, PARTS[2], "good")
    await press("Test camera en microfoon")
    await becomes(page, "Microfoon", "good")
    await press("Speel een geluid af")
    await press("Nee")
    await becomes(page, "Luidspreker", "bad")
    await expect(page.get_by_role("button", name="Speel het geluid opnieuw af")).to_be_focused()


async def test_a_network_without_websockets_is_slower_and_works(town: Town) -> None:
    async with Network("refuse") as network:
        page = await opened(town, proxy=network.proxy)
        assert await outcomes(page) == ["slow", "good", "good"]
        await page.context.close()


async def test_a_network_that_leaves_only_turn_still_lets_calls_through(town: Town) -> None:
    page = await opened(town, script=ONLY_TURN)
    assert await outcomes(page) == ["good", "bad", "good"]
    await with_devices(page)
    await expect(page.get_by_text("U kunt bellen met beeld.")).to_be_visible()
    assert await violations(page) == []


async def test_a_network_that_stops_calls_leaves_the_chat(town: Town) -> None:
    page = await opened(town, script=only("nothing of it", "at all"))
    assert await outcomes(page) == ["good", "bad", "bad"]
    await expect(page.get_by_text("De omweg werkt ook niet.", exact=False)).to_be_visible()
    await expect(page.get_by_text("Bellen lukt nu niet.", exact=False)).to_be_visible()
    assert await violations(page) == []


async def test_without_a_way_to_the_desk_the_numbers_to_call_are_there(town: Town) -> None:
    async with Network() as network:
        page = await opened(town, proxy=network.proxy)
        await expect(page.get_by_role("button", name="Begin de test")).to_be_visible()
        await network.cut()
        assert await outcomes(page) == ["bad", "untried", "untried"]
        await expect(page.get_by_text("niet te bereiken", exact=False)).to_be_visible()
        await expect(page.get_by_role("link", name="112").first).to_be_visible()
        await page.context.close()


async def test_without_leave_it_says_how_to_give_it(town: Town) -> None:
    page = await opened(town, script=NO_LEAVE)
    await page.get_by_role("button", name="Test camera en microfoon").click()
    await becomes(page, "Camera", "bad")
    await expect(page.get_by_text("De browser geeft geen toegang", exact=False).first).to_be_visible()
    assert await violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_fits_a_small_phone(town: Town, language: str) -> None:
    page = await opened(town, language, width=320, height=568)
    await expect(page.get_by_role("button").first).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == language
    await is_sound(page, 320)
