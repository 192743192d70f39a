"""What is kept of what a conversation needs, and that the log says so."""

from msgspec.structs import replace

from server.protocol import commands as c
from server.protocol.entries import NeedStated
from server.protocol.words import Need
from tests.desk.harness import Bench, Listener


async def needs(desk: Bench, who: Listener, conversation: str) -> tuple[Need, Need]:
    """What is kept, and what the log says is."""
    stated = [each.body.need for each in await desk.log(conversation, "staff") if isinstance(each.body, NeedStated)]
    return (await desk.do(who, c.ShowConversation(conversation=conversation))).need, stated[-1]


async def test_an_agent_takes_a_false_alarm_back_and_a_bot_does_not(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    alarm = c.RaiseEmergency(conversation=conversation, tier=1, client_id="raise-0001")
    await desk.do(bot, alarm)
    assert await needs(desk, bot, conversation) == (Need(languages=("nl",), urgency="emergency"),) * 2
    await desk.do(bot, c.StateNeed(conversation=conversation, need=Need(topic="bike_theft")))
    kept = Need(topic="bike_theft", languages=("nl",), urgency="emergency")
    assert await needs(desk, bot, conversation) == (kept, kept)
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await desk.agent()
    await desk.do(agent, c.TakeConversation())
    calm = replace(kept, urgency="routine")
    await desk.do(agent, c.StateNeed(conversation=conversation, need=calm))
    assert await needs(desk, agent, conversation) == (calm, calm)


async def test_a_topic_brings_its_urgency_until_an_agent_says_otherwise(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    stated = Need(topic="stalking", languages=("nl",))
    await desk.do(agent, c.StateNeed(conversation=conversation, need=stated))
    kept = replace(stated, urgency="priority")
    assert await needs(desk, agent, conversation) == (kept, kept)
    await desk.do(agent, c.StateNeed(conversation=conversation, need=stated))
    assert await needs(desk, agent, conversation) == (stated, stated)


async def test_what_follows_from_what_a_citizen_does_stands_in_the_log_too(desk: Bench) -> None:
    """Else it is lost when an agent corrects anything else: the console states the rest again as the log has it."""
    citizen, agent, conversation = await desk.helped()
    await desk.do(citizen, c.ProposeCall(conversation=conversation))
    kept = Need(languages=("nl",), video=True)
    assert await needs(desk, agent, conversation) == (kept, kept)
    await desk.do(citizen, c.ChooseLanguage(conversation=conversation, language="fr"))
    kept = Need(languages=("fr",), video=True)
    assert await needs(desk, agent, conversation) == (kept, kept)


async def test_an_alarm_that_is_repeated_does_not_come_back_after_it_was_taken_back(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    alarm = c.RaiseEmergency(conversation=conversation, tier=1, client_id="raise-0001")
    await desk.do(agent, alarm)
    calm = Need(languages=("nl",))
    await desk.do(agent, c.StateNeed(conversation=conversation, need=calm))
    await desk.do(agent, alarm)
    assert await needs(desk, agent, conversation) == (calm, calm)
