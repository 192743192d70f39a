"""The queue: who gets what, and what happens when two want the same."""

import asyncio
import json

from server.desk.ledger import DESK_AUTHOR
from server.protocol import commands as c
from server.protocol.entries import LanguageChosen
from server.protocol.errors import Refusal
from server.protocol.wire import encode_json
from server.protocol.words import Need
from server.store import conversations
from tests.desk.harness import Bench, Listener


async def queued(desk: Bench, **need: object) -> str:
    bot = desk.bot()
    _, conversation = await desk.citizen()
    await desk.do(
        bot,
        c.TransferConversation(conversation=conversation, need=Need(**need), why="requested"),  # type: ignore[arg-type]
    )
    desk.connections.remove(bot.connection.id)
    return conversation


async def test_of_two_agents_who_take_the_same_one_gets_it(desk: Bench) -> None:
    conversation = await queued(desk)
    rivals = [await desk.agent(f"Agent{number}") for number in range(4)]

    async def take(rival: Listener) -> str:
        try:
            await desk.do(rival, c.TakeConversation(conversation=conversation))
        except Refusal as refusal:
            return refusal.code
        return "taken"

    outcomes = await asyncio.gather(*(take(rival) for rival in rivals))
    assert outcomes.count("taken") == 1
    assert set(outcomes) <= {"taken", "already_taken", "not_allowed"}
    assert (await desk.types(conversation)).count("participant.joined") == 1


async def test_an_agent_never_has_more_than_the_capacity_also_when_taking_at_once(desk: Bench) -> None:
    for _ in range(6):
        await queued(desk)
    agent = await desk.agent()
    results = await asyncio.gather(*(desk.do(agent, c.TakeConversation()) for _ in range(6)), return_exceptions=True)
    refusals = [result for result in results if isinstance(result, Refusal)]
    assert len(refusals) == 3
    assert {refusal.code for refusal in refusals} == {"at_capacity"}


async def test_an_emergency_is_taken_first_and_also_by_a_busy_agent(desk: Bench) -> None:
    for _ in range(4):
        await queued(desk)
    agent = await desk.agent()
    for _ in range(3):
        await desk.do(agent, c.TakeConversation())
    urgent = await queued(desk, urgency="emergency")
    assert (await desk.do(agent, c.TakeConversation())).conversation == urgent


async def test_taking_again_what_one_has_changes_nothing(desk: Bench) -> None:
    conversation = await queued(desk)
    agent = await desk.agent()
    for _ in range(2):
        assert (await desk.do(agent, c.TakeConversation(conversation=conversation))).conversation == conversation
    assert (await desk.types(conversation)).count("participant.joined") == 1


async def test_nothing_waits_means_nothing_taken(desk: Bench) -> None:
    assert (await desk.do(await desk.agent(), c.TakeConversation())).conversation is None


async def test_a_transfer_to_a_colleague_goes_to_that_colleague(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    colleague = await desk.agent("Karim")
    other = await desk.agent("Els")
    chosen = colleague.connection.actor
    await desk.do(agent, c.TransferConversation(conversation=conversation, agent=chosen.id))  # type: ignore[union-attr]
    assert (await desk.do(other, c.TakeConversation())).conversation is None
    assert (await desk.do(colleague, c.TakeConversation())).conversation == conversation
    left = [entry for entry in citizen.events("entry") if entry["body"]["type"] == "participant.left"]
    assert left[0]["body"]["participant"]["name"] == "Sofie"
    with desk.refused("not_allowed"):
        await desk.say(agent, conversation, "nog iets")


async def test_what_is_sensitive_goes_to_the_colleague_it_is_handed_to_also_after_hours(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    await desk.do(agent, c.StateNeed(conversation=conversation, need=Need(topic="stalking")))
    desk.now = desk.now.replace(day=1, hour=20, minute=15)
    assert not desk.zone.is_open("victim_support", desk.now), "a Sunday evening"
    colleague = await desk.agent("Nadia", teams=("victim_support",))
    bystander = await desk.agent("Mona", teams=("victim_support",))
    chosen = colleague.connection.actor
    await desk.do(agent, c.TransferConversation(conversation=conversation, agent=chosen.id))  # type: ignore[union-attr]
    assert await _waits_for(desk, colleague) == [conversation]
    assert await _waits_for(desk, bystander) == []
    desk.now = desk.now.replace(hour=2)
    await desk.sweeps.overflow(desk.now)
    await desk.do(colleague, c.ShowConversation(conversation=conversation))
    await desk.do(colleague, c.PostNote(conversation=conversation, client_id="note-0001", text="ik neem over"))
    await desk.do(colleague, c.MarkRead(conversation=conversation, number=1))
    with desk.refused("no_such_conversation"):
        await desk.do(bystander, c.TakeConversation(conversation=conversation))
    assert (await desk.do(colleague, c.TakeConversation())).conversation == conversation


async def _waits_for(desk: Bench, agent: Listener) -> list[str]:
    shown = encode_json((await desk.do(agent, c.WatchQueue())).queue)
    return [each["conversation"] for each in json.loads(shown)["waiting"]]


async def test_what_waited_long_is_left_to_the_colleague_it_is_handed_to(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    desk.pass_time(minutes=10)
    colleague, other = await desk.agent("Karim"), await desk.agent("Els")
    chosen = colleague.connection.actor
    await desk.do(agent, c.TransferConversation(conversation=conversation, agent=chosen.id))  # type: ignore[union-attr]
    assert (await desk.do(other, c.TakeConversation())).conversation is None
    desk.pass_time(minutes=3)
    assert (await desk.do(other, c.TakeConversation())).conversation == conversation


async def test_agents_who_ask_for_the_next_at_once_each_get_one(desk: Bench) -> None:
    waiting = {await queued(desk) for _ in range(4)}
    rivals = [await desk.agent(f"Agent{number}") for number in range(4)]
    rivals += [await desk.agent(f"Vreemd{number}", teams=("prevention",)) for number in range(2)]
    taken = await asyncio.gather(*(desk.do(rival, c.TakeConversation()) for rival in rivals))
    assert sorted(each.conversation or "" for each in taken) == ["", "", *sorted(waiting)]


async def test_two_windows_of_an_agent_may_look_and_write_at_once(desk: Bench) -> None:
    for _ in range(5):
        conversation = await queued(desk)
        agent = await desk.agent()
        await asyncio.gather(
            desk.do(agent, c.ShowConversation(conversation=conversation)),
            desk.do(agent, c.PostNote(conversation=conversation, client_id="note-0001", text="ik neem dit")),
            desk.do(agent, c.TakeConversation(conversation=conversation)),
            desk.do(agent, c.ShowConversation(conversation=conversation)),
        )


async def test_after_a_restart_agents_and_bots_have_time_to_come_back(desk: Bench) -> None:
    _, _, helped = await desk.helped()
    citizen, asking = await desk.citizen()
    await desk.say(citizen, asking, "help")
    desk.pass_time(minutes=10)
    await desk.sweeps.run(desk.now)
    desk.pass_time(seconds=5)
    await desk.sweeps.run(desk.now)
    for conversation in (helped, asking):
        assert (await desk.types(conversation))[-1] != "conversation.queued"


async def test_nobody_hands_to_a_colleague_who_does_not_accept(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    away = await desk.agent("Karim", accepting=False)
    with desk.refused("not_accepting"):
        await desk.do(
            agent,
            c.TransferConversation(conversation=conversation, agent=away.connection.actor.id),  # type: ignore[union-attr]
        )


async def test_who_is_transferred_keeps_the_place_of_the_first_time(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    desk.pass_time(minutes=10)
    later = await queued(desk)
    await desk.do(agent, c.TransferConversation(conversation=conversation, team="central"))
    queue = (await desk.board.snapshot()).queue
    assert [each.conversation for each in queue] == [conversation, later]


async def test_the_citizen_sees_the_place_in_the_queue(desk: Bench) -> None:
    first = await queued(desk)
    desk.pass_time(seconds=1)
    citizen, second = await desk.citizen()
    await desk.do(citizen, c.RequestPerson(conversation=second))
    standing = citizen.events("standing")[-1]
    assert (standing["phase"], standing["position"], standing["staffed"]) == ("waiting", 2, False)
    assert standing["ways"]
    await desk.do(await desk.agent(), c.TakeConversation(conversation=first))
    await desk.board.tell(second)
    standing = citizen.events("standing")[-1]
    assert standing["position"] == 1
    assert standing["minutes"][0] < standing["minutes"][1]
    assert standing.get("staffed", True)


async def test_asking_for_a_person_twice_queues_once(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    for _ in range(2):
        await desk.do(citizen, c.RequestPerson(conversation=conversation))
    assert (await desk.types(conversation)).count("conversation.queued") == 1


async def test_what_is_sensitive_is_not_shown_to_other_teams(desk: Bench) -> None:
    conversation = await queued(desk, topic="domestic_violence_past")
    stranger = await desk.agent("Karim", teams=("prevention",), kind="prevention")
    assert (await desk.do(stranger, c.WatchQueue())).queue.waiting == ()
    with desk.refused("no_such_conversation"):
        await desk.do(stranger, c.ShowConversation(conversation=conversation))


async def test_handing_over_to_a_team_takes_it_from_screens_that_may_not_show_it(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    await desk.do(
        agent,
        c.TransferConversation(
            conversation=conversation, need=Need(topic="domestic_violence_past"), team="victim_support"
        ),
    )
    assert agent.events("assignment.ended") == [{"conversation": conversation}]
    async with desk.ledger.change(desk.now) as change:
        await change.append(conversation, DESK_AUTHOR, LanguageChosen(language="fr"))
    assert "language.chosen" not in [entry["body"]["type"] for entry in agent.events("entry")]


async def test_an_agent_who_stays_away_gives_the_conversation_back(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    place = (await desk.board.snapshot()).active[0].queued_at
    desk.connections.remove(agent.connection.id)
    desk.pass_time(minutes=1)
    await desk.sweeps.run(desk.now)
    assert "conversation.queued" not in (await desk.types(conversation))[3:]
    desk.pass_time(minutes=2)
    await desk.sweeps.run(desk.now)
    await desk.sweeps.run(desk.now)
    assert (await desk.types(conversation))[3:] == ["participant.left", "conversation.queued"]
    assert citizen.events("standing")[-1]["phase"] == "waiting"
    assert (await desk.board.snapshot()).waiting[0].queued_at == place


async def test_a_silent_bot_is_noticed_and_the_citizen_goes_to_a_person(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    desk.pass_time(minutes=5)
    await desk.sweeps.run(desk.now)
    assert await desk.types(conversation) == ["conversation.opened"], "who has said nothing is not waiting for anybody"
    await desk.say(citizen, conversation, "help")
    desk.pass_time(seconds=8)
    await desk.sweeps.run(desk.now)
    await desk.say(bot, conversation, "Wat is er gebeurd?")
    desk.pass_time(seconds=30)
    await desk.sweeps.run(desk.now)
    assert "conversation.queued" not in await desk.types(conversation), "the bot answered"
    await desk.say(citizen, conversation, "help!")
    desk.pass_time(seconds=11)
    await desk.sweeps.run(desk.now)
    assert (await desk.types(conversation))[-1] == "conversation.queued"


async def test_a_conversation_with_the_bot_that_nobody_goes_on_with_is_closed(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    desk.pass_time(minutes=desk.zone.profile.limits.abandoned_after_minutes + 1)
    await desk.sweeps.run(desk.now)
    assert (await desk.types(conversation))[-1] == "conversation.closed"
    with desk.refused("conversation_closed"):
        await desk.say(citizen, conversation, "hallo?")


async def test_at_night_a_neighbourhoods_citizens_are_helped_by_who_is_there(desk: Bench) -> None:
    by_day = await queued(desk, topic="noise_nuisance", neighbourhood=desk.zone.neighbourhoods[0].id)
    async with desk.database.read() as connection:
        team = (await conversations.load(connection, by_day)).team
    assert team != desk.zone.central_team.id
    desk.now = desk.now.replace(hour=2)
    by_night = await queued(desk, topic="noise_nuisance", neighbourhood=desk.zone.neighbourhoods[0].id)
    await desk.sweeps.overflow(desk.now)
    await desk.sweeps.overflow(desk.now)
    async with desk.database.read() as connection:
        for conversation in (by_day, by_night):
            assert desk.zone.is_open((await conversations.load(connection, conversation)).team, desk.now)
    assert (await desk.types(by_day, "staff")).count("transfer.made") == 2
