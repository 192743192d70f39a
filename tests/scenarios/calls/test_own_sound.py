"""What people learn about microphones: that their own is off, or silent; talking all the same; and who speaks."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.hardware import is_heard
from tests.scenarios.calls.people import InCall
from tests.scenarios.people import Person
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MUTED = "Uw microfoon staat uit. Niemand hoort u."
TALKING = "U wordt gehoord zolang u de spatiebalk ingedrukt houdt."
HINT = "Houd de spatiebalk ingedrukt om even te praten."


async def is_warned_and_talks(person: Person, other: Person, field: str) -> None:
    """The camera's microphone of a test beeps twice a second, which is loud enough to count as speech."""
    speaks = other.screen.locator(".call-speaking").get_by_role("img", name="Spreekt nu")
    await expect(speaks).to_be_visible()
    await person.button("Zet microfoon uit").click()
    await is_heard(person, False)
    await expect(speaks).to_be_hidden()
    await expect(person.screen.get_by_role("status").filter(has_text=MUTED)).to_be_visible()
    assert await violations(person.page) == []

    keys = person.page.keyboard
    await expect(person.screen.get_by_text(HINT, exact=False)).to_be_visible()
    await expect(person.button("Zet microfoon aan")).to_be_focused()
    await keys.down("Space")
    await expect(person.screen.get_by_text(TALKING)).to_be_visible()
    await is_heard(person, True)
    await person.page.wait_for_timeout(400)  # longer than a press of the button
    await keys.up("Space")
    await is_heard(person, False)
    await expect(person.screen.get_by_text(TALKING)).to_be_hidden()

    await person.screen.get_by_label(field, exact=False).fill("ja")
    await person.screen.get_by_label(field, exact=False).press("Space")
    await is_heard(person, False)
    await expect(person.screen.get_by_label(field, exact=False)).to_have_value("ja ")
    await person.screen.get_by_label(field, exact=False).fill("")

    await person.button("Zet microfoon aan").press("Enter")
    await is_heard(person, True)
    await expect(speaks).to_be_visible()
    await expect(person.screen.get_by_text(MUTED)).to_be_hidden()
    await person.button("Zet microfoon uit").press("Space")
    await person.button("Zet microfoon aan").press("Space")
    await is_heard(person, True)
    await expect(person.button("Zet microfoon uit")).to_be_visible()


async def test_whoever_speaks_is_marked_and_while_muted_is_told_and_may_hold_the_space_bar(call: InCall) -> None:
    await is_warned_and_talks(call.citizen, call.agent, "Uw bericht")
    await is_warned_and_talks(call.agent, call.citizen, "Antwoord aan de burger")


async def test_a_microphone_from_which_nothing_comes_is_missed(call: InCall) -> None:
    citizen = call.citizen
    await citizen.button("Hang op").click()
    await citizen.sees("Einde van het gesprek met geluid of beeld")
    await citizen.screen.evaluate("window.silent = true")
    await citizen.button("Liever videobellen?").click()
    await expect(citizen.screen.get_by_text("Wij horen niets van uw microfoon.", exact=False)).to_be_visible()
    await citizen.button("Stel het gesprek voor").click()
    await call.agent.button("Bekijk eerst uw camera").click()
    await call.agent.button("Begin het gesprek").click()
    silent = citizen.screen.get_by_role("status").filter(has_text="Wij horen niets van uw microfoon.")
    await expect(silent).to_be_visible()
    await citizen.button("Zet microfoon uit").click()
    await expect(silent).to_be_hidden()
