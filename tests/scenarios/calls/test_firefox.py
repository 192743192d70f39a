"""A citizen in Firefox, an agent in Chromium: both see and hear each other."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import expect

from tests.scenarios.people import MEDIA, REMEMBER_PEERS, SignedIn
from tests.support.desk import ServedDesk
from tests.support.firefox import Bidi, firefox

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

RECEIVES = """async (before) => {
  const { video, audio } = await (MEDIA)();
  return (video?.frames ?? 0) > before.video.frames && (audio?.energy ?? 0) > before.audio.energy;
}""".replace("MEDIA", MEDIA)

CODECS = """async () => {
  const stats = await window.peers.at(-1).getStats();
  const media = [...stats.values()].filter(({ type }) => type === "inbound-rtp" || type === "outbound-rtp");
  return [...new Set(media.map(({ codecId }) => stats.get(codecId).mimeType))].sort();
}"""
"""What crosses, either way."""

SAID = "text => document.querySelector('[role=log]')?.textContent.includes(text)"


@pytest.fixture
async def bidi() -> AsyncIterator[Bidi]:
    async with firefox() as bidi:
        yield bidi
        assert bidi.faults == []


async def test_firefox_and_chromium_hold_a_call(served_desk: ServedDesk, signed_in: SignedIn, bidi: Bidi) -> None:
    agent = await signed_in("an")
    citizen = await bidi.tab(REMEMBER_PEERS)
    await citizen.goto(f"{served_desk.origin}/desk?language=nl")
    await citizen.write("Uw bericht", "ik wil een mens spreken over mijn gele bakfiets")
    await agent.take_next("mijn gele bakfiets")
    await agent.button("Videogesprek").click()
    await agent.button("Stel het gesprek voor").click()
    await citizen.click("Bekijk eerst uw camera")
    await citizen.click("Begin het gesprek")

    nothing = {"video": {"frames": 0}, "audio": {"energy": 0}}
    await citizen.waits_for(RECEIVES, nothing)
    await agent.receives_picture_and_sound()
    await citizen.waits_for(RECEIVES, await citizen.evaluate(MEDIA))
    assert await citizen.evaluate(CODECS) == ["audio/opus", "video/VP8"]

    await citizen.write("Uw bericht", "ik zie u goed")
    await agent.sees("ik zie u goed")
    await agent.say("ik u ook")
    await citizen.waits_for(SAID, "ik u ook")
    await citizen.click("Hang op")
    await agent.sees("Einde van het gesprek met geluid of beeld")
    await expect(agent.screen.get_by_label("Beeld van de burger")).to_have_count(0)
