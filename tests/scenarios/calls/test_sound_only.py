"""Sound alone, for less data; the whole screen, or a small window; how good the line is."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.hardware import more
from tests.scenarios.calls.people import InCall
from tests.scenarios.people import Person
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PICTURES_SENT = """async () => {
  const stats = [...(await window.peers.at(-1).getStats()).values()];
  return stats.filter(({type, kind}) => type === "outbound-rtp" && kind === "video")
    .reduce((sum, {packetsSent}) => sum + packetsSent, 0);
}"""


async def stops_sending_pictures(person: Person) -> None:
    sent = -1
    for _ in range(60):
        before, sent = sent, await person.screen.evaluate(PICTURES_SENT)
        if before == sent:
            return
        await person.page.wait_for_timeout(1_000)
    raise AssertionError("still sending pictures")


async def test_sound_alone_spares_data_both_ways_until_pictures_are_wanted_again(call: InCall) -> None:
    citizen, agent = call.citizen, call.agent
    await more(citizen)
    await citizen.button("Alleen geluid (minder data)").click()
    await expect(citizen.screen.get_by_role("status").filter(has_text="Alleen geluid.")).to_be_visible()
    for person in (citizen, agent):
        await stops_sending_pictures(person)
    await expect(agent.screen.get_by_label("Beeld van de burger")).to_be_hidden()
    await expect(agent.screen.get_by_label("Uw eigen beeld")).to_be_visible()
    assert await violations(citizen.page) == []
    heard = (await agent.media())["audio"]["energy"]
    await agent.page.wait_for_timeout(2_000)
    assert (await agent.media())["audio"]["energy"] > heard, "they still hear each other"

    await citizen.button("Weer met beeld").click()
    await citizen.receives_picture_and_sound()
    await agent.receives_picture_and_sound()

    await citizen.button("Zet camera uit").click()
    await expect(agent.screen.get_by_label("Beeld van de burger")).to_be_hidden()
    await citizen.button("Zet camera aan").click()
    await agent.receives_picture_and_sound()


async def test_how_good_the_line_is_stands_there_in_words(call: InCall) -> None:
    for person in (call.citizen, call.agent):
        await expect(person.screen.get_by_text("Uw verbinding: goed")).to_be_visible()
        await expect(person.screen.get_by_text("Komt goed door")).to_be_attached()


async def test_a_small_window_that_stays_in_sight(call: InCall) -> None:
    for person in (call.citizen, call.agent):
        await more(person)
        await person.button("Klein venster").click()
        await person.screen.wait_for_function("() => document.pictureInPictureElement !== null")
        await person.button("Sluit klein venster").click()
        await person.screen.wait_for_function("() => document.pictureInPictureElement === null")
        await person.button("Klein venster").click()
        await person.screen.wait_for_function("() => document.pictureInPictureElement !== null")
    await call.citizen.button("Hang op").click()
    for person in (call.citizen, call.agent):
        await person.screen.wait_for_function("() => document.pictureInPictureElement === null")


async def test_the_whole_screen_and_back(call: InCall) -> None:
    for person in (call.citizen, call.agent):
        await more(person)
        await person.button("Volledig scherm").click()
        await person.screen.wait_for_function("() => document.fullscreenElement !== null")
        await expect(person.button("Hang op")).to_be_in_viewport(ratio=1)
        assert await violations(person.page) == []
        await person.button("Meer").click()
        await expect(person.button("Volledig scherm", exact=False)).to_have_count(0)
        assert await person.screen.evaluate("document.fullscreenElement !== null"), "closing the drawer changes nothing"
        await person.button("Meer").click()
        await person.button("Sluit volledig scherm").click()
        await person.screen.wait_for_function("() => document.fullscreenElement === null")
    await expect(call.citizen.screen.get_by_role("link", name="Bel 112").first).to_be_visible()
