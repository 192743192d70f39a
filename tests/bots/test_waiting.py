"""What the bot does while the citizen waits for a person: it looks out for danger, and says nothing."""

from bots.triage.dialogue import Dialogue
from server.protocol import commands
from tests.bots.at_work import ASKED_ABOUT, heard, working
from tests.bots.stand_in_desk import StandInDesk


async def test_danger_is_noticed_while_the_citizen_waits_for_a_person(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.queue(conversation)
        await desk.say(conversation, "hoelang duurt het nog?")
        await desk.say(conversation, "hij staat hier met een mes, help")
        await desk.until(lambda: bool(conversation.of(commands.RecordTriage)[1:]))
        (raised,) = conversation.of(commands.RaiseEmergency)
        assert raised.tier == 1
        assert conversation.of(commands.RecordTriage)[-1].message == 5
        await desk.say(conversation, "kom snel, hij slaat mij")
        await desk.take(conversation)
        await desk.say(conversation, "hij schiet")
    # Said once that it is urgent is enough, and what a person hears is not for the bot.
    assert len(conversation.of(commands.RaiseEmergency)) == 1
    assert len(conversation.said()) == 1


async def test_another_worker_watches_on_over_who_waits(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.say(conversation, "een medewerker graag")
        await desk.until(lambda: conversation.phase == "waiting")
    said = len(conversation.said())
    await desk.say(conversation, ASKED_ABOUT)
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        await desk.until(lambda: bool(conversation.of(commands.RaiseEmergency)))
        (asked,) = conversation.of(commands.RaiseEmergency)
        assert asked.tier == 2
        await desk.say(conversation, "ja nu", "emergency.yes")
        await desk.until(lambda: len(conversation.of(commands.RaiseEmergency)) == 2)
        assert conversation.of(commands.RaiseEmergency)[-1].tier == 1
    assert len(conversation.said()) == said


async def test_whose_danger_is_not_now_is_not_asked_again_while_waiting(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.queue(conversation)
        await desk.say(conversation, ASKED_ABOUT)
        await desk.until(lambda: bool(conversation.of(commands.RaiseEmergency)))
        await desk.say(conversation, "nee nu niet")
        await desk.say(conversation, ASKED_ABOUT)
        await desk.say(conversation, "er is brand in de keuken")
        await desk.until(lambda: len(conversation.of(commands.RaiseEmergency)) == 2)
    assert [raised.tier for raised in conversation.of(commands.RaiseEmergency)] == [2, 1]


async def test_danger_said_before_the_citizen_was_queued_is_raised_once(desk: StandInDesk, dialogue: Dialogue) -> None:
    conversation = await desk.open("nl")
    await desk.say(conversation, "er staat een man met een mes voor mijn deur")
    await desk.queue(conversation)
    for _ in range(2):
        async with working(dialogue, desk.url) as connected:
            await connected.wait()
            await desk.until(lambda: bool(conversation.of(commands.RecordTriage)))
            conversation.asked.clear()
    assert desk.raised(conversation) == [1]
    assert conversation.said() == []


async def test_danger_is_raised_though_the_citizen_waits_by_the_time_it_is_read(
    desk: StandInDesk, dialogue: Dialogue
) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        conversation.phase = "waiting"
        await desk.say(conversation, "er staat een man met een mes voor mijn deur")
        await desk.until(lambda: desk.raised(conversation) == [1])
    assert len(conversation.said()) == 1


async def test_what_an_agent_was_there_for_raises_no_alarm_later(desk: StandInDesk, dialogue: Dialogue) -> None:
    conversation = await desk.open("nl")
    await desk.queue(conversation)
    await desk.say(conversation, ASKED_ABOUT)
    await desk.answer(conversation, "Wij zoeken mee.")
    await desk.queue(conversation)
    await desk.say(conversation, "er is brand in de keuken")
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        await desk.until(lambda: desk.raised(conversation) != [])
    assert desk.raised(conversation) == [1]


async def test_of_a_long_conversation_only_what_came_after_a_person_is_read(
    desk: StandInDesk, dialogue: Dialogue
) -> None:
    conversation = await desk.open("nl")
    await desk.queue(conversation)
    await desk.answer(conversation, "Wat is er gebeurd?")
    await desk.say(conversation, "er staat een man met een mes voor mijn deur")
    for number in range(600):
        await desk.answer(conversation, f"Dat is genoteerd, {number}.")
    await desk.queue(conversation)
    await desk.say(conversation, "hoelang duurt het nog?")
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        await desk.until(lambda: bool(conversation.of(commands.SyncLog)))
        await desk.say(conversation, "hij staat hier weer met een mes, help")
        await desk.until(lambda: desk.raised(conversation) != [])
    assert desk.raised(conversation) == [1]
    assert conversation.said() == []
    # That there was danger before, a person knew: it neither raises the alarm again nor holds back the next.
    assert len(conversation.of(commands.SyncLog)) <= 2


async def test_a_long_talk_with_the_bot_alone_is_followed_from_its_first_word(
    desk: StandInDesk, dialogue: Dialogue
) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
    for _ in range(450):
        await desk.choose(conversation, "nl")
    await desk.say(conversation, "mijn fiets is gestolen")
    said, length = len(conversation.said()), len(conversation.entries)
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        await desk.until(lambda: len(conversation.said()) > said)
    asked = [each.before for each in conversation.of(commands.SyncLog) if each.before is not None]
    assert asked == [length - 199, length - 399]


async def test_danger_told_after_the_agent_was_gone_is_raised(desk: StandInDesk, dialogue: Dialogue) -> None:
    conversation = await desk.open("nl")
    await desk.queue(conversation)
    await desk.answer(conversation, "Wij zoeken mee.")
    await desk.say(conversation, "er staat een man met een mes voor mijn deur")
    await desk.queue(conversation)
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        await desk.until(lambda: desk.raised(conversation) != [])
    assert desk.raised(conversation) == [1]
