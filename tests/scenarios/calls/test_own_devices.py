"""Other cameras and microphones before and in a call, and those that are unplugged."""

import pytest
from playwright.async_api import Page, expect

from tests.scenarios.calls.hardware import UNPLUG, is_heard, lets_go, more
from tests.scenarios.calls.people import InCall, connections
from tests.scenarios.people import Person
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

USES = """id => window.peers.at(-1).getSenders().find(({track}) => track?.kind === "audio")
  .track.getSettings().deviceId === id"""


async def another_microphone(person: Person) -> str:
    """Chooses one that is not in use."""
    choice = person.screen.get_by_role("combobox", name="Microfoon")
    used = await choice.input_value()
    values = await choice.locator("option").evaluate_all("options => options.map(({value}) => value)")
    other = next(value for value in values if value != used)
    await choice.select_option(other)
    await expect(choice).to_have_value(other)
    return str(other)


async def test_another_microphone_and_speaker_in_the_call(call: InCall) -> None:
    for person in (call.agent, call.citizen):
        ways = await connections(person)
        await more(person)
        assert await violations(person.page) == []
        chosen = await another_microphone(person)
        await person.screen.wait_for_function(USES, arg=chosen)
        speaker = person.screen.get_by_role("combobox", name="Luidspreker")
        values = await speaker.locator("option").evaluate_all("options => options.map(({value}) => value)")
        await speaker.select_option(values[-1])
        await person.screen.wait_for_function(
            "id => [...document.querySelectorAll('audio')].some(each => each.sinkId === id)", arg=values[-1]
        )
        assert await connections(person) == ways
    await call.citizen.receives_picture_and_sound()
    await call.agent.receives_picture_and_sound()
    assert await kept(call.agent.page) is not None, "an agent's choice stays on the device"
    assert await kept(call.citizen.page) is None, "a citizen's does not"


async def kept(page: Page) -> str | None:
    found: str | None = await page.evaluate("localStorage.getItem('onlineloket-devices')")
    return found


async def test_a_device_that_is_unplugged(call: InCall) -> None:
    for person, other in ((call.citizen, call.agent), (call.agent, call.citizen)):
        await person.screen.evaluate(UNPLUG, "audio")
        status = person.screen.get_by_role("status")
        await expect(status.filter(has_text="Uw microfoon viel weg. U gebruikt nu Fake")).to_be_visible()
        await is_heard(person, True)
        await other.receives_picture_and_sound()

        await person.screen.evaluate(UNPLUG, "video")
        await expect(status.filter(has_text="Uw camera viel weg.")).to_be_visible()
        await expect(person.screen.get_by_label("Uw eigen beeld")).to_be_hidden()
        assert await violations(person.page) == []
        await person.button("Zet een camera aan").click()
        await expect(person.screen.get_by_label("Uw eigen beeld")).to_be_visible()
        await expect(status.filter(has_text="Uw camera viel weg.")).to_be_hidden()
        await other.receives_picture_and_sound()


async def test_a_camera_that_is_off_is_really_off(call: InCall) -> None:
    await call.citizen.button("Zet camera uit").click()
    await call.citizen.screen.wait_for_function(
        "() => window.tracks.filter(({kind}) => kind === 'video').every(({readyState}) => readyState === 'ended')"
    )
    await expect(call.agent.screen.get_by_label("Beeld van de burger")).to_be_hidden()
    await call.citizen.button("Zet camera aan").click()
    await expect(call.agent.screen.get_by_label("Beeld van de burger")).to_be_visible()
    await call.agent.receives_picture_and_sound()
    await call.citizen.button("Hang op").click()
    await lets_go(call.citizen)
