"""A citizen is helped from the first word to a filed report, and everybody hears what they should, no more."""

from server.protocol import commands as c
from server.protocol.words import Need
from tests.desk.harness import Bench


async def test_from_the_first_word_to_a_filed_report(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    assert bot.events("assignment") == [{"conversation": conversation}]
    await desk.say(citizen, conversation, "mijn fiets is gestolen")
    await desk.say(bot, conversation, "Wilt u aangifte doen?")
    await desk.do(
        bot,
        c.TransferConversation(conversation=conversation, need=Need(topic="bike_theft", languages=("nl",)), why="form"),
    )
    assert bot.events("assignment.ended") == []
    agent = await desk.agent()
    taken = await desk.do(agent, c.TakeConversation())
    assert taken.conversation == conversation
    assert bot.events("assignment.ended") == [{"conversation": conversation}]
    await desk.say(agent, conversation, "Dag, ik ben Sofie.")
    begun = (await desk.do(agent, c.StartReport(conversation=conversation, form="bike_theft"))).view
    assert begun.state == "draft"
    assert "missing" in begun.problems.values()
    assert await desk.texts(conversation) == ["mijn fiets is gestolen", "Wilt u aangifte doen?", "Dag, ik ben Sofie."]
    assert await desk.types(conversation) == [
        "conversation.opened",
        "message.posted",
        "message.posted",
        "conversation.queued",
        "participant.joined",
        "message.posted",
        "report.started",
    ]
    heard = [entry["number"] for entry in citizen.events("entry")]
    assert heard == sorted(heard)
    assert {entry["log"] for entry in citizen.events("entry")} == {"shared"}
    assert {entry["log"] for entry in bot.events("entry")} <= {"shared"}


async def test_opening_twice_under_one_token_is_one_conversation(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    again = await desk.do(citizen, c.OpenConversation(language="nl"))
    assert again.conversation == conversation
    assert await desk.types(conversation) == ["conversation.opened"]


async def test_everybody_who_follows_hears_an_entry_once(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    number = await desk.say(citizen, conversation, "hallo")
    for listener in (citizen, agent):
        assert [entry["number"] for entry in listener.events("entry")].count(number) == 1


async def test_notes_reach_agents_only(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    await desk.do(agent, c.PostNote(conversation=conversation, client_id="note-0001", text="familie gekend"))
    assert "note.posted" in [entry["body"]["type"] for entry in agent.events("entry")]
    assert "familie" not in str(citizen.heard)
    with desk.refused("not_allowed"):
        await desk.do(citizen, c.SyncLog(conversation=conversation, log="staff"))


async def test_a_bot_appends_to_the_staff_log_and_never_reads_it(desk: Bench) -> None:
    bot = desk.bot()
    _, conversation = await desk.citizen()
    await desk.do(bot, c.RecordTriage(conversation=conversation, client_id="triage-0001", message=1, action="greet"))
    assert await desk.types(conversation, "staff") == ["triage.decided"]
    with desk.refused("not_allowed"):
        await desk.do(bot, c.SyncLog(conversation=conversation, log="staff"))


async def test_a_bot_acts_only_in_what_it_was_given(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    other = desk.bot()
    for command in (
        c.ShowConversation(conversation=conversation),
        c.SyncLog(conversation=conversation),
        c.PostMessage(conversation=conversation, client_id="message-1", text="hallo"),
        c.MarkRead(conversation=conversation, number=1),
        c.ShowTyping(conversation=conversation, typing=True),
        c.RaiseEmergency(conversation=conversation, client_id="alarm-001", tier=1),
        c.RecordTriage(conversation=conversation, client_id="triage-0001", message=1, action="greet"),
        c.TransferConversation(conversation=conversation, why="unsure"),
        c.CloseConversation(conversation=conversation, outcome=desk.zone.outcomes[0].id),
    ):
        with desk.refused("no_such_conversation"):
            await desk.do(other, command)
    assert other.connection.follows == {}
    await desk.say(bot, conversation, "Dag")
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    # It still hears who waits, and has nothing more to say.
    with desk.refused("not_allowed"):
        await desk.say(bot, conversation, "Nog iets")
    assert await desk.texts(conversation) == ["Dag"]


async def test_nobody_acts_in_somebody_elses_conversation(desk: Bench) -> None:
    _, conversation = await desk.citizen()
    stranger, _ = await desk.citizen()
    for command in (
        c.SyncLog(conversation=conversation),
        c.PostMessage(conversation=conversation, client_id="message-1", text="hallo"),
        c.EndConversation(conversation=conversation),
        c.MintTicket(conversation=conversation, purpose="move"),
    ):
        with desk.refused("no_such_conversation"):
            await desk.do(stranger, command)


async def test_a_closed_conversation_takes_no_word_more_but_a_rating(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    with desk.refused("not_closed"):
        await desk.do(citizen, c.RateConversation(conversation=conversation, score=5))
    outcome = desk.zone.outcomes[0].id
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=outcome))
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=outcome))
    with desk.refused("conversation_closed"):
        await desk.say(citizen, conversation, "nog iets")
    await desk.do(citizen, c.RateConversation(conversation=conversation, score=4, comment="goed"))
    await desk.do(citizen, c.RateConversation(conversation=conversation, score=1))
    ratings = [
        entry.body for entry in await desk.log(conversation) if entry.body.__struct_config__.tag == "conversation.rated"
    ]
    assert [rating.score for rating in ratings] == [4]  # type: ignore[union-attr]


async def test_what_agents_read_and_change_leaves_audit_lines(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    await desk.do(agent, c.ShowConversation(conversation=conversation))
    await desk.do(agent, c.SyncLog(conversation=conversation, log="staff"))
    await desk.do(agent, c.RaiseEmergency(conversation=conversation, tier=1))
    assert await desk.audit(agent.connection.actor) == [  # type: ignore[arg-type]
        "conversation.take",
        "conversation.show",
        "log.sync.staff",
        "change.raise_emergency",
    ]
