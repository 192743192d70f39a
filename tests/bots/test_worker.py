"""A worker on a real line: what it says, and that it says it once, whatever happens to the line."""

import asyncio

import pytest

from bots.triage.dialogue import Dialogue
from bots.triage.state import Said, State
from bots.triage.turn import Turn
from server.protocol import commands
from server.protocol.words import Need
from tests.bots.at_work import heard, working
from tests.bots.stand_in_desk import StandInDesk


async def test_a_citizen_is_greeted_answered_and_handed_over(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        assert "Ik ben een bot" in conversation.said()[0].text
        await desk.say(conversation, "mijn fiets is gestolen")
        await desk.until(lambda: heard(conversation, 3))
        answer, offer = conversation.said()[1:]
        assert answer.answer is not None
        assert answer.answer.startswith("bike_theft@")
        assert [choice.value for choice in offer.choices] == ["form.yes", "form.no", "person"]
        await desk.say(conversation, "een medewerker graag")
        await desk.until(lambda: conversation.phase == "waiting")
    (transfer,) = conversation.of(commands.TransferConversation)
    assert (transfer.why, transfer.need) == ("requested", Need(topic="bike_theft", languages=("nl",)))
    records = conversation.of(commands.RecordTriage)
    assert [record.action for record in records] == ["greet", "answer", "handover"]
    assert records[1].message == 3
    assert records[1].model
    assert records[1].scores["bike_theft"] == max(records[1].scores[topic] for topic in records[1].topics)
    bot_says = [each.number for each in conversation.entries if each.body in conversation.said()]
    assert [number for record in records for number in record.said] == bot_says
    assert [record.handover for record in records] == [*[None] * (len(records) - 1), "requested"]


async def test_the_worker_proves_itself_and_is_refused_with_another_key(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url, key="wrong") as connected:
        await desk.until(lambda: len(desk.auths) >= 2)
        assert not connected.is_set()
    assert desk.auths[0] == {"key": "wrong", "kind": "bot", "protocol": 1, "worker": "test"}


async def test_one_desk_that_is_away_keeps_nobody_from_another(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, "http://127.0.0.1:9", desk.url) as connected:
        async with asyncio.timeout(20):
            await connected.wait()


async def test_what_was_said_while_the_line_was_cut_is_answered_once(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.cut()
        await desk.say(conversation, "wanneer zijn jullie open?")
        await desk.until(lambda: heard(conversation, 3))
        await desk.stop()
        await desk.start()
        await desk.say(conversation, "bedankt")
        await desk.until(lambda: heard(conversation, 5))
    ids = [entry.client_id for entry in conversation.entries if entry.author.kind == "bot"]
    assert len(ids) == len(set(ids))
    assert len(conversation.said()) == 5


async def test_a_lost_acknowledgement_does_not_make_it_speak_twice(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        desk.lose_acknowledgements = 3
        await desk.say(conversation, "mijn gsm is gestolen")
        await desk.until(lambda: any(record.message == 3 for record in conversation.of(commands.RecordTriage)))
    assert len(conversation.said()) == 3


async def test_an_unavailable_desk_is_asked_again(desk: StandInDesk, dialogue: Dialogue) -> None:
    desk.unavailable = 3
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("fr")
        await desk.until(lambda: heard(conversation, 1))


async def test_a_gap_is_read_from_the_log(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        desk.swallow_entries = True
        await desk.say(conversation, "wanneer zijn jullie open?")
        desk.swallow_entries = False
        await desk.say(conversation, "bedankt")
        await desk.until(lambda: heard(conversation, 5))
    assert [message.answer for message in conversation.said() if message.answer] == [
        conversation.said()[1].answer,
        conversation.said()[3].answer,
    ]
    assert str(conversation.said()[1].answer).startswith("opening_hours@")


async def test_another_worker_goes_on_where_the_first_one_stopped(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.say(conversation, "mijn fiets is gisteren gestolen")
        await desk.until(lambda: heard(conversation, 3))
        await desk.say(conversation, "ja")
        await desk.until(lambda: heard(conversation, 5))
    await desk.say(conversation, "ja")
    async with working(dialogue, desk.url):
        await desk.until(lambda: heard(conversation, 6))
    await desk.say(conversation, "12/3/2026")
    async with working(dialogue, desk.url):
        await desk.until(lambda: heard(conversation, 7))
    assert conversation.report == {"last_seen": "2026-03-11", "noticed": "2026-03-12"}
    assert conversation.said()[6].choices[0].value.startswith("field.")
    assert len(conversation.said()) == 7


async def test_what_the_citizen_writes_in_the_report_itself_is_not_asked(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.say(conversation, "mijn fiets is gestolen")
        await desk.until(lambda: heard(conversation, 3))
        await desk.say(conversation, "ja")
        await desk.until(lambda: heard(conversation, 5))
        await desk.fill(conversation, noticed="2026-03-12", place_kind="shop")
        await desk.say(conversation, "11/3/2026")
        await desk.until(lambda: heard(conversation, 6))
    assert conversation.report == {"noticed": "2026-03-12", "place_kind": "shop", "last_seen": "2026-03-11"}
    assert "straat" in conversation.said()[5].text


async def test_two_workers_on_one_conversation_say_everything_once(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as first, working(dialogue, desk.url) as second:
        await first.wait()
        await second.wait()
        conversation = await desk.open("en")
        await desk.until(lambda: heard(conversation, 1))
        await desk.say(conversation, "my bike was stolen")
        await desk.until(lambda: len(conversation.of(commands.RecordTriage)) >= 4)
    assert len(conversation.said()) == 3


async def test_a_step_half_done_is_completed(desk: StandInDesk, dialogue: Dialogue) -> None:
    """The first worker dies between its two messages: the second one says what is missing, and only that."""
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.say(conversation, "wanneer zijn jullie open?")
        await desk.until(lambda: heard(conversation, 3))
    lost = conversation.entries.pop()
    async with working(dialogue, desk.url):
        await desk.until(lambda: heard(conversation, 3))
    assert conversation.entries[-1].body == lost.body
    assert conversation.entries[-1].client_id == lost.client_id


async def test_danger_shows_the_card_before_a_word_is_said(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.say(conversation, "help er is iemand in mijn huis met een mes")
        await desk.until(lambda: conversation.phase == "waiting")
    done = [type(command) for command in conversation.asked if not isinstance(command, commands.MarkRead)]
    assert done[-4:] == [
        commands.RaiseEmergency,
        commands.PostMessage,
        commands.RecordTriage,
        commands.TransferConversation,
    ]
    (transfer,) = conversation.of(commands.TransferConversation)
    assert transfer.need is not None
    assert (transfer.why, transfer.need.urgency) == ("emergency", "emergency")


class Faulty(Dialogue):
    """Stumbles over a word."""

    def __init__(self, sound: Dialogue) -> None:
        vars(self).update(vars(sound))

    def hear(self, state: State, said: Said) -> Turn:
        if "struikel" in said.text:
            raise KeyError(said.text)
        return super().hear(state, said)


async def test_a_fault_brings_a_person_and_tells_the_log_nothing_of_what_was_said(
    desk: StandInDesk, dialogue: Dialogue, capsys: pytest.CaptureFixture[str]
) -> None:
    async with working(Faulty(dialogue), desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.say(conversation, "ik struikel over mijn woorden")
        await desk.until(lambda: conversation.phase == "waiting")
        # Who waits is looked after all the same.
        await desk.say(conversation, "hij staat hier met een mes, help")
        await desk.until(lambda: bool(conversation.of(commands.RaiseEmergency)))
    assert len(conversation.of(commands.TransferConversation)) == 1
    logged = capsys.readouterr().out
    assert "KeyError" in logged
    assert "struikel" not in logged


async def test_many_conversations_are_kept_apart(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        opened = [await desk.open("nl", f"c_conversation{number}") for number in range(10, 40)]
        await desk.until(lambda: all(heard(each, 1) for each in opened))
        for each in opened:
            await desk.say(each, "ik wil een medewerker")
        await desk.until(lambda: all(each.phase == "waiting" for each in opened))
    assert all(len(each.said()) == 2 for each in opened)


async def test_a_language_that_is_picked_stays(desk: StandInDesk, dialogue: Dialogue) -> None:
    async with working(dialogue, desk.url) as connected:
        await connected.wait()
        conversation = await desk.open("nl")
        await desk.until(lambda: heard(conversation, 1))
        await desk.choose(conversation, "fr")
        await desk.until(lambda: heard(conversation, 2))
        await desk.say(conversation, "wanneer zijn jullie open op zaterdag?")
        await desk.until(lambda: heard(conversation, 4))
    assert conversation.said()[1].text == "Je continue en français."
    assert "guichet" in conversation.said()[2].text
