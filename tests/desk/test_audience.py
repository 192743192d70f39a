"""Who receives a conversation: whoever may see it, for as long as that is so, whatever happens at the same moment."""

import asyncio
from typing import Any

from server.desk.ledger import DESK_AUTHOR
from server.protocol import commands as c
from server.protocol.entries import LanguageChosen, NotePosted
from server.protocol.words import Need
from tests.desk.harness import Bench, Listener

SENSITIVE = "domestic_violence_past"


async def waiting(desk: Bench) -> tuple[Listener, str]:
    citizen, conversation = await desk.citizen()
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    return citizen, conversation


async def stranger(desk: Bench) -> Listener:
    """An agent of another team than the one that conversations wait for."""
    return await desk.agent("Vreemd", teams=("prevention",))


async def hears(desk: Bench, listener: Listener, conversation: str) -> bool:
    """Whether what is added to either log reaches this connection."""
    listener.heard.clear()
    async with desk.ledger.change(desk.now) as change:
        await change.append(conversation, DESK_AUTHOR, LanguageChosen(language="fr"))
        await change.append(conversation, DESK_AUTHOR, NotePosted(text="let op"))
    return bool(listener.events("entry"))


async def test_who_looked_at_what_waited_loses_it_when_another_takes_it(desk: Bench) -> None:
    _, conversation = await waiting(desk)
    onlooker = await stranger(desk)
    await desk.do(onlooker, c.ShowConversation(conversation=conversation))
    assert await hears(desk, onlooker, conversation)
    await desk.do(await desk.agent(), c.TakeConversation(conversation=conversation))
    assert onlooker.events("assignment.ended") == [{"conversation": conversation}]
    assert not await hears(desk, onlooker, conversation)


async def test_who_looked_at_what_waited_loses_it_when_it_turns_out_to_be_sensitive(desk: Bench) -> None:
    _, conversation = await waiting(desk)
    onlooker = await stranger(desk)
    await desk.do(onlooker, c.ShowConversation(conversation=conversation))
    supervisor = await desk.agent("Chef", supervisor=True)
    await desk.do(supervisor, c.StateNeed(conversation=conversation, need=Need(topic=SENSITIVE)))
    assert not await hears(desk, onlooker, conversation)


async def test_a_team_that_closed_loses_what_is_sensitive(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    await desk.do(
        bot,
        c.TransferConversation(conversation=conversation, need=Need(topic=SENSITIVE), team="victim_support"),
    )
    helper = await desk.agent("Hulp", teams=("victim_support",))
    await desk.do(helper, c.ShowConversation(conversation=conversation))
    assert await hears(desk, helper, conversation)
    desk.now = desk.now.replace(hour=2)
    await desk.sweeps.overflow(desk.now)
    assert not await hears(desk, helper, conversation)
    assert citizen.closed == []


async def test_an_agent_of_another_team_may_still_see_what_they_closed(desk: Bench) -> None:
    _, conversation = await waiting(desk)
    agent = await stranger(desk)
    await desk.do(agent, c.TakeConversation(conversation=conversation))
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=desk.zone.outcomes[0].id))
    assert await hears(desk, agent, conversation), "the number of the official report comes later"


async def test_permission_lost_between_being_shown_and_following_is_lost(desk: Bench) -> None:
    """All orders in which looking, taking and following may meet."""
    for _ in range(5):
        _, conversation = await waiting(desk)
        onlooker, agent = await stranger(desk), await desk.agent()
        await asyncio.gather(
            desk.do(onlooker, c.ShowConversation(conversation=conversation)),
            desk.do(agent, c.TakeConversation(conversation=conversation)),
            return_exceptions=True,
        )
        assert not await hears(desk, onlooker, conversation)


async def test_a_window_that_opens_during_quick_exit_does_not_stay(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    windows = [desk.connect(citizen.connection.actor) for _ in range(5)]
    await asyncio.gather(
        *(desk.do(window, c.OpenConversation(language="nl")) for window in windows[:2]),
        desk.do(citizen, c.RevokeToken(conversation=conversation)),
        *(desk.do(window, c.OpenConversation(language="nl")) for window in windows[2:]),
        return_exceptions=True,
    )
    for window in windows:
        assert not await hears(desk, window, conversation)


async def test_a_bot_that_connects_while_a_person_takes_the_conversation_does_not_follow(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await desk.agent()
    bot = desk.bot()
    await asyncio.gather(
        desk.router.triage.assign_all(bot.connection), desk.do(agent, c.TakeConversation(conversation=conversation))
    )
    assert not await hears(desk, bot, conversation)


async def test_a_bot_hears_who_waits_for_a_person_raises_the_alarm_and_says_nothing(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    await desk.say(citizen, conversation, "hij staat hier met een mes")
    assert bot.events("entry")[-1]["body"]["text"] == "hij staat hier met een mes"
    await desk.do(bot, c.RaiseEmergency(conversation=conversation, tier=1))
    with desk.refused("not_allowed"):
        await desk.say(bot, conversation, "Hallo")
    agent = await desk.agent()
    await desk.do(agent, c.TakeConversation())
    assert bot.events("assignment.ended") == [{"conversation": conversation}]
    # Whoever is put back into the queue is looked after again.
    await desk.do(agent, c.TransferConversation(conversation=conversation, team="central"))
    await desk.router.triage.claim()
    assert bot.events("assignment")[-1] == {"conversation": conversation}
    await desk.do(bot, c.RaiseEmergency(conversation=conversation, tier=1))


async def test_what_a_bot_should_have_been_given_and_was_not_is_given_to_it_later(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    desk.connections.unfollow(bot.connection, conversation)
    bot.heard.clear()
    for _ in range(2):
        await desk.router.triage.claim()
    assert bot.events("assignment") == [{"conversation": conversation}]
    await desk.say(citizen, conversation, "mijn fiets is weg")
    assert bot.events("entry")[-1]["body"]["text"] == "mijn fiets is weg"


async def test_what_changes_while_a_conversation_is_opened_is_shown(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    window = desk.connect(citizen.connection.actor)
    await asyncio.sleep(0.5)  # the last look at the queue is too old by now to be shared
    async with desk.board._looking:  # noqa: SLF001 as a look takes when many ask
        opening = asyncio.create_task(desk.do(window, c.OpenConversation(language="nl")))
        await asyncio.sleep(0.2)
        await desk.do(agent, c.StartReport(conversation=conversation, form="bike_theft"))
    assert [report.form for report in (await opening).reports] == ["bike_theft"]


async def test_a_citizen_never_learns_of_staff_that_only_looks_in(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    colleague = await desk.agent("Karim")
    await desk.do(colleague, c.ShowConversation(conversation=conversation))
    await desk.do(colleague, c.MarkRead(conversation=conversation, number=2))
    assert citizen.events("reading") == []
    await desk.do(agent, c.MarkRead(conversation=conversation, number=2))
    assert [each["kind"] for each in citizen.events("reading")] == ["agent"]
    desk.pass_time(seconds=1)
    await desk.do(agent, c.TransferConversation(conversation=conversation, team="central"))

    def readers(shown: Any) -> list[str]:
        return sorted(position.kind for position in shown.read if position.log == "shared")

    assert readers(await desk.do(citizen, c.OpenConversation(language="nl"))) == ["agent", "bot", "citizen"]
    assert len(readers(await desk.do(colleague, c.ShowConversation(conversation=conversation)))) == 4
