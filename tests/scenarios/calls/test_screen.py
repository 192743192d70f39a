"""Somebody shows the others a page or a window of theirs, until it ends."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.hardware import BROWSER_BAR, lets_go
from tests.scenarios.calls.people import InCall, receives_from
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SHARED = "U deelt uw scherm."


async def test_a_screen_is_shown_and_ends_by_the_button_or_by_the_browser_s_own_bar(call: InCall) -> None:
    for one, other, whose, own_page in (
        (call.agent, call.citizen, "An", "include"),  # where the report stands
        (call.citizen, call.agent, "de burger", "exclude"),
    ):
        shown = other.screen.get_by_label(f"Scherm van {whose}")
        await one.button("Deel uw scherm").click()
        await expect(one.screen.get_by_role("status").filter(has_text=SHARED)).to_be_visible()
        await expect(shown).to_be_visible()
        await receives_from(other, 2)
        picking = await one.screen.evaluate("window.picking")
        assert (picking["selfBrowserSurface"], picking["monitorTypeSurfaces"]) == (own_page, "exclude")
        assert await violations(one.page) == []
        assert await violations(other.page) == []

        await one.button("Stop met delen").click()
        await expect(shown).to_be_hidden()
        await expect(one.screen.get_by_text(SHARED, exact=False)).to_be_hidden()

        await one.button("Deel uw scherm").click()
        await expect(shown).to_be_visible()
        await one.screen.evaluate(BROWSER_BAR)
        await expect(shown).to_be_hidden()
        await expect(one.button("Deel uw scherm")).to_be_visible()
        await other.receives_picture_and_sound()


async def test_when_the_call_ends_nothing_is_left_running(call: InCall) -> None:
    await call.agent.button("Deel uw scherm").click()
    await expect(call.citizen.screen.get_by_label("Scherm van An")).to_be_visible()
    await call.citizen.button("Zet microfoon uit").click()
    await call.citizen.button("Hang op").click()
    await call.agent.sees("Einde van het gesprek met geluid of beeld")
    for person in (call.citizen, call.agent):
        await lets_go(person)
        assert await person.screen.evaluate("window.peers.every(({connectionState}) => connectionState === 'closed')")
