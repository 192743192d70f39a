"""A long conversation: the newest messages at once, the others as the citizen goes back, each once and in order."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.scenarios.citizen.agent import Agent
from tests.scenarios.people import CitizenScreen, Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

FIRST = "mijn fiets is al lang weg"
MESSAGES = 160
EARLIER = "Toon eerdere berichten"
TO_END = """() => { const log = document.querySelector('[role=log]');
  return log.scrollHeight - log.scrollTop - log.clientHeight }"""
TOP_OF = """text => [...document.querySelectorAll('.bubble-text')].find(each => each.textContent === text)
  ?.getBoundingClientRect().top"""


class Readings:
    """What a page asks of logs over its sockets."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        page.on("websocket", lambda socket: socket.on("framesent", self._note))

    def _note(self, frame: str | bytes) -> None:
        if isinstance(frame, str) and "log.sync" in frame:
            self.asked.append(frame)


async def in_a_long_conversation(town: Town, agent: Agent, citizen: CitizenScreen) -> str:
    """The citizen was helped by an agent who had a lot to say; the conversation."""
    await citizen.say(FIRST)
    await citizen.button("Een mens, graag").click()
    conversation = await agent.take(FIRST)
    for number in range(1, MESSAGES + 1):
        await agent.say(conversation, f"bericht {number}")
    await citizen.sees(f"bericht {MESSAGES}")
    return conversation


async def numbers(citizen: CitizenScreen) -> list[int]:
    """The agent's messages on the screen, in order."""
    texts = await citizen.log().locator(".bubble-text").all_inner_texts()
    return [int(found[1]) for text in texts if (found := re.fullmatch(r"bericht (\d+)", text))]


async def test_the_newest_are_there_at_once_and_the_first_word_is_found_by_scrolling(town: Town, agent: Agent) -> None:
    citizen = await town.citizen_on_desk()
    conversation = await in_a_long_conversation(town, agent, citizen)
    readings = Readings(citizen.page)
    await citizen.page.reload()
    await citizen.sees(f"bericht {MESSAGES}")
    assert (await numbers(citizen))[-1] == MESSAGES
    assert 40 < len(await numbers(citizen)) <= 50
    assert readings.asked == []  # the end came along as the conversation was opened
    assert await citizen.screen.evaluate(TO_END) <= 1
    await expect(citizen.screen.get_by_text("Bram", exact=False).first).to_be_visible()

    await citizen.screen.evaluate("() => { document.querySelector('[role=log]').scrollTop = 300 }")
    held = f"bericht {MESSAGES - 40}"
    before = await citizen.screen.evaluate(TOP_OF, held)
    await expect(citizen.log().get_by_text(f"bericht {MESSAGES - 80}", exact=True)).to_be_attached()
    assert await citizen.screen.evaluate(TOP_OF, held) == pytest.approx(before, abs=1)

    await agent.say(conversation, f"bericht {MESSAGES + 1}")
    await expect(citizen.button("1 nieuw bericht")).to_be_visible()
    while await citizen.button(EARLIER).count():
        await citizen.log().hover()
        await citizen.page.mouse.wheel(0, -4000)
        await citizen.page.wait_for_timeout(50)
    await citizen.sees(FIRST)
    assert await numbers(citizen) == list(range(1, MESSAGES + 2))
    await expect(citizen.log().get_by_text(FIRST, exact=True)).to_have_count(1)


async def test_going_back_by_keyboard_alone_in_the_widget(town: Town, agent: Agent) -> None:
    citizen = await town.citizen_on_site(width=1280, height=700)
    await in_a_long_conversation(town, agent, citizen)
    await citizen.page.reload()
    again = await town.in_widget(citizen.page)
    await again.sees(f"bericht {MESSAGES}")
    await again.log().focus()
    await again.page.keyboard.press("Tab")
    await expect(again.button(EARLIER)).to_be_focused()
    assert await violations(again.screen) == []
    for _ in range(12):
        if not await again.button(EARLIER).count():
            break
        await again.page.keyboard.press("Enter")
        await again.page.wait_for_timeout(100)
    await again.sees(FIRST)
    await expect(again.log()).to_be_focused()
    assert await numbers(again) == list(range(1, MESSAGES + 1))
    await again.page.keyboard.press("End")
    await again.say("ik heb alles nagelezen")
    assert await again.screen.evaluate(TO_END) <= 1
