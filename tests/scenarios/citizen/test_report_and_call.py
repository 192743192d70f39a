"""A report and a call beside the conversation, as the citizen sees them."""

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import Route, expect

from tests.scenarios.citizen.agent import Agent
from tests.scenarios.form_filling import LOST
from tests.scenarios.people import CitizenScreen, Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def with_an_agent(town: Town, agent: Agent, words: str, **options: Any) -> tuple[CitizenScreen, str]:
    """A citizen on the desk's page whom the agent has taken, and the conversation."""
    citizen = await town.citizen_on_desk(**options)
    await citizen.say(f"ik wil een mens spreken over {words}")
    await expect(citizen.screen.get_by_text("U bent nummer")).to_be_visible()
    conversation = await agent.take(f"ik wil een mens spreken over {words}")
    await expect(citizen.screen.get_by_text("U praat met Bram")).to_be_visible()
    return citizen, conversation


async def is_sound(citizen: CitizenScreen, width: int) -> None:
    assert await citizen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert await violations(citizen.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_report_is_read_corrected_and_confirmed_on_a_small_phone(town: Town, agent: Agent, scheme: str) -> None:
    citizen, conversation = await with_an_agent(
        town, agent, f"mijn portefeuille {scheme}", width=320, height=640, color_scheme=scheme
    )
    started = await agent.send("report.start", conversation=conversation, form="lost_documents", fields=LOST)
    report = started["view"]["report"]
    await citizen.screen.get_by_role("tab", name="Aangifte").click()
    town_field = citizen.screen.get_by_label("Gemeente").first
    await expect(town_field).to_have_value("Mechelen")
    await is_sound(citizen, 320)

    await town_field.fill("Willebroek")
    await town_field.press("Tab")
    await expect(citizen.screen.get_by_text("Alles is bewaard").first).to_be_visible()
    await expect(citizen.button("Ik bevestig deze aangifte")).to_have_count(0)

    await agent.send("report.offer", conversation=conversation, report=report)
    await expect(citizen.screen.get_by_role("tab", name="Aangifte: lees na")).to_be_visible()
    await expect(citizen.screen.get_by_text("U bent niet verplicht om te ondertekenen")).to_be_visible()
    await is_sound(citizen, 320)
    assert (await agent.send("report.show", conversation=conversation, report=report))["view"].get("reference") is None

    await citizen.button("Ik bevestig deze aangifte").click()
    await expect(citizen.screen.get_by_text("Uw aangifte is bewaard.")).to_be_visible()
    filed = (await agent.send("report.show", conversation=conversation, report=report))["view"]
    assert filed["fields"]["municipality"] == "Willebroek"
    await expect(citizen.screen.locator(".pane-report").get_by_text(filed["reference"])).to_be_visible()
    await is_sound(citizen, 320)


async def test_what_is_being_typed_when_confirming_is_confirmed_too(town: Town, agent: Agent) -> None:
    citizen, conversation = await with_an_agent(town, agent, "mijn zwarte tas")
    started = await agent.send("report.start", conversation=conversation, form="lost_documents", fields=LOST)
    report = started["view"]["report"]
    await agent.send("report.offer", conversation=conversation, report=report)
    # From 960 pixels on, conversation and report stand side by side.
    await expect(citizen.screen.get_by_role("log")).to_be_visible()
    await expect(citizen.screen.get_by_role("tab", name="Aangifte: lees na")).to_be_hidden()
    assert await violations(citizen.page) == []
    await citizen.screen.get_by_label("Voornaam").fill("Johan")
    await citizen.button("Ik bevestig deze aangifte").click()
    # Either it is filed at once, or the citizen is asked once more; never is it filed as it was before.
    view = started["view"]
    async with asyncio.timeout(30):
        while view["state"] != "filed" and view["fields"]["first_name"] != "Johan":
            await asyncio.sleep(0.05)
            view = (await agent.send("report.show", conversation=conversation, report=report))["view"]
    assert view["fields"]["first_name"] == "Johan"


async def test_nothing_is_confirmed_while_somebody_else_wrote_in_the_same_field(town: Town, agent: Agent) -> None:
    citizen, conversation = await with_an_agent(town, agent, "mijn groene tas")
    started = await agent.send("report.start", conversation=conversation, form="lost_documents", fields=LOST)
    report, revision = started["view"]["report"], started["view"]["revision"]
    await agent.send("report.offer", conversation=conversation, report=report)
    await expect(citizen.button("Ik bevestig deze aangifte")).to_be_visible()
    await citizen.screen.get_by_label("Voornaam").fill("Johan")
    theirs = {"first_name": "Jean", "last_name": "Pieters"}
    await agent.send("report.fill", conversation=conversation, report=report, revision=revision, fields=theirs)
    await expect(citizen.screen.get_by_label("Familienaam")).to_have_value("Pieters")
    await citizen.button("Ik bevestig deze aangifte").click()
    await expect(citizen.screen.locator(".report-confirm .field-problem")).to_contain_text("Iemand anders")
    await expect(citizen.screen.get_by_label("Voornaam")).to_have_value("Johan")
    await citizen.button("Gebruik mijn tekst").click()
    await expect(citizen.screen.get_by_text("Alles is bewaard").first).to_be_visible()
    await citizen.button("Ik bevestig deze aangifte").click()
    await expect(citizen.screen.get_by_text("Uw aangifte is bewaard.")).to_be_visible()
    filed = (await agent.send("report.show", conversation=conversation, report=report))["view"]
    assert filed["fields"]["first_name"] == "Johan"


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_call_is_looked_at_first_and_declined_without_consequence(
    town: Town, agent: Agent, scheme: str
) -> None:
    citizen, conversation = await with_an_agent(
        town, agent, f"mijn rode jas {scheme}", width=375, height=740, color_scheme=scheme
    )
    await agent.send("call.propose", conversation=conversation, video=True)
    await expect(citizen.button("Bekijk eerst uw camera")).to_be_visible()
    await is_sound(citizen, 375)
    await citizen.button("Bekijk eerst uw camera").click()
    await expect(citizen.screen.get_by_role("meter")).to_be_visible()
    await expect(citizen.screen.get_by_text("Bent u op een rustige en veilige plek?")).to_be_visible()
    await is_sound(citizen, 375)
    await citizen.button("Nee, ik typ liever").click()
    await citizen.sees("U gaat verder zonder te bellen.")
    await expect(citizen.button("Liever videobellen?")).to_be_visible()
    await citizen.say("Ik typ liever verder")


async def test_a_part_of_the_page_that_did_not_come_at_first_comes_by_itself(town: Town, agent: Agent) -> None:
    citizen, conversation = await with_an_agent(town, agent, "mijn blauwe tas")
    part, refused = re.compile(r"/widget/report\.js"), 0

    async def refuse_twice(route: Route) -> None:
        nonlocal refused
        refused += 1
        await (route.abort() if refused <= 2 else route.continue_())

    await citizen.page.route(part, refuse_twice)
    await agent.send("report.start", conversation=conversation, form="lost_documents", fields=LOST)
    await expect(citizen.screen.get_by_label("Gemeente").first).to_have_value("Mechelen")
    assert refused == 3
