"""In a call: what each side sees and can do, also where there is little room."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.hardware import is_heard
from tests.scenarios.people import CitizenScreen, SignedIn, Town, call
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


SAME_LINE = """links => new Set(links.map(link => link.getBoundingClientRect().top)).size === 1"""


async def presses(citizen: CitizenScreen, name: str, then: str) -> None:
    """Press a control with a finger, which finds nothing lying over it; it says `then` what pressing it again does."""
    control = citizen.button(name)
    await expect(control).to_be_in_viewport(ratio=1)
    await control.tap()
    await expect(citizen.button(then)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_on_a_small_phone_everything_is_within_reach(town: Town, signed_in: SignedIn, scheme: str) -> None:
    citizen = await town.citizen_on_desk(width=320, height=568, color_scheme=scheme, has_touch=True)
    words = f"ik wil een mens spreken over mijn blauwe step {scheme}"
    await citizen.say(words)
    await citizen.sees("U wacht op een medewerker.")
    agent = await signed_in("an", color_scheme=scheme)
    await agent.take_next(words)
    await call(agent, citizen)
    page = citizen.page

    await presses(citizen, "Zet microfoon uit", "Zet microfoon aan")
    await is_heard(citizen, False)
    await expect(citizen.screen.get_by_text("Uw microfoon staat uit.", exact=False)).to_be_visible()
    await expect(citizen.button("Zet microfoon aan")).to_be_in_viewport(ratio=1)
    await presses(citizen, "Zet microfoon aan", "Zet microfoon uit")
    await is_heard(citizen, True)
    await presses(citizen, "Zet camera uit", "Zet camera aan")
    await presses(citizen, "Zet camera aan", "Zet camera uit")
    assert await violations(page) == []
    assert await violations(agent.page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    assert await page.locator(".urgent a").evaluate_all(SAME_LINE)
    await expect(page.locator(".urgent a").first).to_be_in_viewport(ratio=1)

    await agent.button("Zet microfoon uit").click()
    await is_heard(agent, False)
    await expect(citizen.screen.get_by_label("Uw bericht")).to_be_in_viewport(ratio=1)
    await citizen.button("Hang op").tap()
    await citizen.sees("Einde van het gesprek met geluid of beeld")
