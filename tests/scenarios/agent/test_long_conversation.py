"""A long conversation at the console: the end of both logs at once, and all that the screen tells of the beginning."""

import re
import secrets

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.citizen.agent import Agent, sign_in
from tests.scenarios.people import ConsoleScreen, Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MESSAGES = 120
EARLIER = "Toon eerdere berichten"
BACK = "() => { document.querySelector('[role=log]').scrollTop = 0 }"


async def hand_over(town: Town, citizen: Citizen) -> None:
    """Bram says much, notes something every now and then, and gives the conversation back to the queue."""
    cookie = await sign_in(town.desk, "bram", town.password("bram"))
    async with Agent(town.desk, cookie) as bram:
        mine = {"conversation": citizen.conversation}
        await bram.send("conversation.take", **mine)
        for number in range(1, MESSAGES + 1):
            await bram.say(citizen.conversation, f"bericht {number}")
            if number % 10 == 0:
                await bram.send("note.post", **mine, client_id=secrets.token_urlsafe(12), text=f"notitie {number}")
        await bram.send("conversation.transfer", **mine, team="central")


def numbers(texts: list[str], word: str) -> list[int]:
    return [int(found[1]) for text in texts if (found := re.fullmatch(rf"{word} (\d+)", text))]


async def test_the_end_is_there_at_once_and_the_beginning_on_demand(
    town: Town, an: ConsoleScreen, citizen: Citizen
) -> None:
    await hand_over(town, citizen)
    await an.take_next(f"bericht {MESSAGES}")
    texts = await an.log().locator(".bubble-text").all_inner_texts()
    assert len(texts) <= 60
    assert numbers(texts, "bericht")[-1] == MESSAGES
    # What the first entries said is known without them.
    await expect(an.screen.get_by_text("mijn fiets is weg", exact=True)).to_have_count(0)
    await expect(an.screen.locator(".conversation-facts")).to_contain_text("sinds")
    assert await violations(an.page) == []

    await expect(an.button(EARLIER)).to_be_attached()
    while await an.button(EARLIER).count():
        await an.screen.evaluate(BACK)
        await an.page.wait_for_timeout(50)
    await an.sees("mijn fiets is weg")
    texts = await an.log().locator(".bubble-text").all_inner_texts()
    assert numbers(texts, "bericht") == list(range(1, MESSAGES + 1))
    assert numbers(texts, "notitie") == list(range(10, MESSAGES + 1, 10))
    for number in range(10, MESSAGES + 1, 10):
        assert texts.index(f"notitie {number}") == texts.index(f"bericht {number}") + 1
    await an.say("Dag, ik ben An.")
    await citizen.hears("Dag, ik ben An.")


async def test_the_log_is_read_back_by_keyboard(town: Town, an: ConsoleScreen, citizen: Citizen) -> None:
    await hand_over(town, citizen)
    await an.take_next(f"bericht {MESSAGES}")
    await an.page.keyboard.press("Alt+l")
    await expect(an.log()).to_be_focused()
    await expect(an.button(EARLIER)).to_be_attached()
    for _ in range(60):
        if not await an.button(EARLIER).count():
            break
        await an.page.keyboard.press("Home")
        await an.page.wait_for_timeout(100)
    await an.sees("mijn fiets is weg")
    await expect(an.log()).to_be_focused()
