"""The end of a conversation: what to take away, what is asked, and that nothing stays."""

import pytest
from playwright.async_api import expect

from tests.scenarios.citizen.agent import Agent
from tests.scenarios.people import Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def test_ended_rated_taken_away_and_begun_anew(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    page = citizen.page
    await citizen.say("Tot ziens en bedankt")
    await citizen.button("Opties").click()
    await citizen.button("Stop het gesprek").click()
    await citizen.button("Ja, stop").click()
    await expect(page.get_by_role("heading", name="Het gesprek is afgelopen")).to_be_visible()
    await expect(page.get_by_label("Uw bericht")).to_have_count(0)
    assert await page.evaluate("({...sessionStorage, ...localStorage})") == {}

    await citizen.button("Verstuur uw mening").click()
    await expect(page.get_by_text("Kies eerst een cijfer.")).to_be_visible()
    await page.get_by_role("radio", name="4 · goed").check()
    await page.get_by_label("Wilt u er iets bij zeggen?").fill("Vlug geholpen")
    await citizen.button("Verstuur uw mening").click()
    await expect(page.get_by_text("Bedankt voor uw mening.")).to_be_visible()

    async with page.expect_download() as saving:
        await citizen.button("Bewaar het gesprek als bestand").click()
    assert (await (await saving.value).path()).stat().st_size > 1_000

    await citizen.button("Begin een nieuw gesprek").click()
    await expect(citizen.button("Ik heb een vraag")).to_be_visible()
    await expect(citizen.log()).not_to_contain_text("Tot ziens en bedankt")
    await citizen.say("Nog een vraag")


async def test_a_person_answers_reads_and_ends_it(town: Town, agent: Agent) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.say("ik wil een mens spreken over mijn groene muts")
    status = citizen.screen.get_by_role("status").first
    await expect(status).to_contain_text("U bent nummer")
    conversation = await agent.take("ik wil een mens spreken over mijn groene muts")
    await expect(status).to_contain_text("U praat met Bram")
    await agent.send("typing.show", conversation=conversation, typing=True)
    await expect(citizen.screen.get_by_text("Bram typt…")).to_be_visible()
    await agent.say(conversation, "Is het een wollen muts?")
    await citizen.sees("Is het een wollen muts?")
    await expect(citizen.screen.get_by_text("Bram typt…")).to_have_count(0)
    await citizen.say("Ja, van wol")
    await expect(citizen.log().get_by_title("Verstuurd", exact=True).last).to_be_visible()
    shown = await agent.send("log.sync", conversation=conversation)
    await agent.send("read.mark", conversation=conversation, number=shown["last"])
    await expect(citizen.log().get_by_title("Verstuurd", exact=True)).to_have_count(0)
    await expect(citizen.log().get_by_title("Gelezen").last).to_be_visible()
    await agent.close(conversation)
    await expect(citizen.screen.get_by_role("heading", name="Het gesprek is afgelopen")).to_be_visible()


async def test_who_goes_on_about_the_same_need_not_be_recognised(town: Town, agent: Agent) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.say("Dank u, tot later")
    await citizen.button("Opties").click()
    await citizen.button("Stop het gesprek").click()
    await citizen.button("Ja, stop").click()
    await citizen.button("Ga verder over hetzelfde").click()
    await citizen.say("ik wil een mens spreken over mijn gele sjaal")
    conversation = await agent.take("ik wil een mens spreken over mijn gele sjaal")
    noted = await agent.send("log.sync", conversation=conversation, log="staff")
    (linked,) = [entry["body"] for entry in noted["entries"] if entry["body"]["type"] == "contact.linked"]
    assert linked["earlier"]["conversation"] != conversation
    await agent.close(conversation)
