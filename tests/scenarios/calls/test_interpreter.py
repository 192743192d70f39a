"""An interpreter comes by a link: waits, is let in, hears the call and sees what is shown in it, and goes again."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import InCall, Line, receives_from
from tests.scenarios.people import Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_by_a_link_with_admission(town: Town, line: Line, call: InCall) -> None:
    await call.agent.button("Nodig een tolk uit").click()
    link = await call.agent.screen.get_by_label("Link voor de tolk").input_value()
    interpreter = await line.interpreter(link, "Samira")
    assert "code" not in interpreter.page.url
    assert await violations(interpreter.page) == []
    await expect(call.agent.screen.get_by_text("Samira (tolk) wacht", exact=False).first).to_be_visible()
    assert await interpreter.screen.evaluate("window.peers.length") == 0, "nobody is in before"

    await call.agent.button("Laat binnen").click()
    for person in (interpreter, call.citizen, call.agent):
        await receives_from(person, 2)
    await call.citizen.sees("Samira (tolk) neemt deel")
    await call.agent.button("Deel uw scherm").click()
    for person in (call.citizen, interpreter):
        await expect(person.screen.get_by_label("Scherm van An")).to_be_visible()
        await receives_from(person, 3)
    assert await violations(interpreter.page) == []

    stranger = await town.visitor(link)
    await stranger.get_by_role("button", name="Bekijk eerst uw camera").click()
    await stranger.get_by_role("button", name="Ga naar de wachtruimte").click()
    await expect(stranger.get_by_text("Deze link werkt niet meer.", exact=False)).to_be_visible()

    await interpreter.page.reload()
    await interpreter.button("Ga terug in het gesprek").click()
    await expect(interpreter.page.get_by_role("meter")).to_be_visible()
    await interpreter.button("Ga terug in het gesprek").click()
    await receives_from(interpreter, 3)
    await call.agent.button("Stop met delen").click()
    for person in (call.citizen, interpreter):
        await expect(person.screen.get_by_label("Scherm van An")).to_be_hidden()

    await call.agent.button("Haal uit het gesprek").click()
    await expect(interpreter.page.get_by_text("heeft u uit het gesprek gehaald", exact=False)).to_be_visible()
    await call.citizen.receives_picture_and_sound()
    await call.citizen.button("Hang op").click()
    await call.agent.sees("Einde van het gesprek met geluid of beeld")
