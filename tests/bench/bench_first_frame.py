"""How soon people see each other: seconds from the citizen's click that accepts a call, who has seen the own picture
before, to the first frame of the agent on their page. `agent`: until the agent sees the citizen, from the same click.

A whole desk on loopback, and two real Chromium pages of it; a new conversation for each round.
"""

import asyncio
import statistics
from collections.abc import Iterator

from playwright.async_api import expect

from tests.bench.result import Result
from tests.scenarios.people import CitizenScreen, ConsoleScreen, Person, Town
from tests.support.chromium import CAMERA, chromium
from tests.support.desk import ServedDesk

ROUNDS = 5

WATCH = """() => {
  window.accepted = window.firstFrame = 0;
  document.addEventListener("click", () => (window.accepted = performance.timeOrigin + performance.now()), true);
  const watched = new WeakSet();
  const isOfTheOther = (video) =>
    window.peers.some((peer) => peer.getReceivers().some(({ track }) => video.srcObject?.getTracks().includes(track)));
  const watch = (video) =>
    video.requestVideoFrameCallback((shown) => {
      if (isOfTheOther(video)) window.firstFrame ||= performance.timeOrigin + shown;
      else watch(video);
    });
  clearInterval(window.watching);
  window.watching = setInterval(() => {
    for (const video of document.querySelectorAll("video")) {
      if (!watched.has(video)) watch(video);
      watched.add(video);
    }
  }, 5);
}"""
"""Notes when the page was last clicked, and when it first showed a frame of the other, in ms by the machine's clock."""


def measure() -> Iterator[Result]:
    with ServedDesk() as desk:
        waits = asyncio.run(_waits(desk))
    seconds = [citizen for citizen, _ in waits]
    yield Result(
        name="first_frame",
        value=statistics.median(seconds),
        unit="s",
        must=1.5,
        aim=0.8,
        beside={
            "lowest": min(seconds),
            "highest": max(seconds),
            "agent": statistics.median(agent for _, agent in waits),
        },
    )


async def _waits(desk: ServedDesk) -> list[tuple[float, float]]:
    """Of each round, how long the citizen waited and how long the agent."""
    expect.set_options(timeout=30_000)
    async with chromium(f"{CAMERA}30") as browser:
        town = Town(desk, browser)
        agent = await town.agent()
        waits = [await _call(agent, await town.citizen_on_desk(), f"mijn step {number}") for number in range(ROUNDS)]
        faults = await town.close()
    if faults:
        raise RuntimeError(f"a page failed: {faults}")
    return waits


async def _call(agent: ConsoleScreen, citizen: CitizenScreen, words: str) -> tuple[float, float]:
    await citizen.say(f"ik wil een mens spreken over {words}")
    await expect(citizen.screen.get_by_text("U bent nummer")).to_be_visible()
    await agent.take_next(words)
    await agent.button("Videogesprek").click()
    await expect(agent.screen.get_by_role("meter")).to_be_visible()
    await agent.button("Stel het gesprek voor").press("Enter")
    await citizen.button("Bekijk eerst uw camera").click()
    await expect(citizen.screen.get_by_role("meter")).to_be_visible()
    for person in (citizen, agent):
        await person.screen.evaluate(WATCH)
    await citizen.button("Begin het gesprek").press("Enter")
    shown = [await _first_frame(person) for person in (citizen, agent)]
    accepted: float = await citizen.screen.evaluate("window.accepted")
    await _close(agent)
    return (shown[0] - accepted) / 1_000, (shown[1] - accepted) / 1_000


async def _first_frame(person: Person) -> float:
    """When the page showed it. The page's policy lets nobody wait there for what a text of code says."""
    async with asyncio.timeout(30):
        while not (shown := await person.screen.evaluate("window.firstFrame")):
            await asyncio.sleep(0.1)
    return float(shown)


async def _close(agent: ConsoleScreen) -> None:
    """The agent closes the conversation, and the call with it."""
    await agent.button("Sluit af").click()
    dialog = agent.screen.get_by_role("dialog")
    await dialog.get_by_role("radio").first.check()
    await dialog.get_by_role("button", name="Sluit het gesprek").click()
    await expect(dialog).to_be_hidden()
