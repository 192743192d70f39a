"""Calls: proposed, accepted, ended; declined without consequence; a call takes an agent's whole capacity."""

from server.protocol import commands as c
from server.protocol.call_entries import CallIncident
from tests.desk.calling import FarEnd, accepted, running
from tests.desk.harness import Bench


async def test_both_offer_to_the_worker_and_are_answered_at_once(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await accepted(desk)
    for who, sdp in ((found.agent, "one"), (found.citizen, "two")):
        answered = await desk.do(who, c.OfferMedia(**found.names, sdp=sdp))
        assert answered.sdp == f"answer to {sdp}"
    first, second = worker.told("media.offer")
    assert first["party"] != second["party"]
    assert {first["party"], second["party"]} == set(await found.participants())


async def test_nobody_else_offers_and_nobody_before_it_is_accepted(desk: Bench) -> None:
    worker = FarEnd(desk)
    citizen, agent, conversation = await desk.helped()
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    with desk.refused("not_allowed"):
        await desk.do(agent, c.OfferMedia(conversation=conversation, call=call, sdp="early"))
    await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))
    for stranger in (await desk.agent("Ann"), await desk.agent("Bert", teams=("prevention",))):
        with desk.refused("not_allowed" if "Ann" in stranger.connection.actor.name else "no_such_conversation"):  # type: ignore[union-attr]
            await desk.do(stranger, c.OfferMedia(conversation=conversation, call=call, sdp="curious"))
    assert worker.told("media.offer") == []


async def test_started_and_ended_are_in_the_record_with_the_duration(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    assert found.citizen.events("call")[-1]["view"]["state"] == "running"
    desk.pass_time(seconds=90)
    for _ in range(2):
        await desk.do(found.citizen, c.HangUp(**found.names))
    assert (await desk.types(found.conversation))[-4:] == [
        "call.proposed",
        "call.accepted",
        "call.started",
        "call.ended",
    ]
    assert (await desk.log(found.conversation))[-1].body.seconds == 90  # type: ignore[union-attr]
    assert worker.told("media.close") == [{"call": found.call}]
    assert found.agent.events("call")[-1]["view"]["state"] == "ended"


async def test_declining_has_no_consequence(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    await desk.do(citizen, c.DeclineCall(conversation=conversation, call=call))
    await desk.say(citizen, conversation, "liever niet")
    with desk.refused("call_over"):
        await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))
    await desk.do(citizen, c.ProposeCall(conversation=conversation, video=False))


async def test_one_call_at_a_time(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    first = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view
    assert (await desk.do(agent, c.ProposeCall(conversation=conversation))).view == first
    with desk.refused("call_in_progress"):
        await desk.do(citizen, c.ProposeCall(conversation=conversation))
    with desk.refused("not_allowed"):
        await desk.do(agent, c.AcceptCall(conversation=conversation, call=first.call))


async def test_without_a_worker_it_says_so_the_record_too_and_the_proposal_stands(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    for _ in range(2):
        with desk.refused("no_media_worker"):
            await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))
    incidents = [entry.body for entry in await desk.log(conversation) if isinstance(entry.body, CallIncident)]
    assert incidents == [CallIncident(call=call, incident="no_worker")]
    assert "call.incident" in [entry["body"]["type"] for entry in agent.events("entry")]
    FarEnd(desk)
    assert (await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))).view.state == "accepted"


async def test_a_citizen_may_walk_into_a_video_call_from_the_bot(desk: Bench) -> None:
    FarEnd(desk)
    citizen, conversation = await desk.citizen()
    call = (await desk.do(citizen, c.ProposeCall(conversation=conversation))).view.call
    agent = await desk.agent()
    assert (await desk.do(agent, c.TakeConversation())).conversation == conversation
    shown = await desk.do(agent, c.ShowConversation(conversation=conversation))
    assert (shown.call.call, shown.need.video) == (call, True)
    await desk.do(agent, c.AcceptCall(conversation=conversation, call=call))


async def test_closing_the_conversation_ends_the_call(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await accepted(desk)
    outcome = desk.zone.outcomes[0].id
    await desk.do(found.agent, c.CloseConversation(conversation=found.conversation, outcome=outcome))
    assert (await desk.types(found.conversation))[-2:] == ["call.ended", "conversation.closed"]
    assert worker.told("media.close") == [{"call": found.call}]


async def test_a_call_takes_the_agents_whole_capacity(desk: Bench) -> None:
    FarEnd(desk)
    found = await accepted(desk)
    other, waiting = await desk.citizen()
    await desk.do(other, c.RequestPerson(conversation=waiting))
    with desk.refused("at_capacity"):
        await desk.do(found.agent, c.TakeConversation(conversation=waiting))


async def test_an_agent_with_two_conversations_is_in_one_call(desk: Bench) -> None:
    FarEnd(desk)
    citizen, agent, conversation = await desk.helped()
    other, second = await desk.citizen()
    await desk.do(other, c.RequestPerson(conversation=second))
    await desk.do(agent, c.TakeConversation(conversation=second))
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))
    asked = (await desk.do(other, c.ProposeCall(conversation=second))).view.call
    with desk.refused("in_another_call"):
        await desk.do(agent, c.AcceptCall(conversation=second, call=asked))
    await desk.do(agent, c.HangUp(conversation=conversation, call=call))
    await desk.do(agent, c.AcceptCall(conversation=second, call=asked))


async def test_an_agent_who_proposed_two_calls_is_in_the_one_that_was_accepted_first(desk: Bench) -> None:
    FarEnd(desk)
    citizen, agent, conversation = await desk.helped()
    other, second = await desk.citizen()
    await desk.do(other, c.RequestPerson(conversation=second))
    await desk.do(agent, c.TakeConversation(conversation=second))
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    waiting = (await desk.do(agent, c.ProposeCall(conversation=second))).view.call
    await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))
    with desk.refused("no_media_worker"):
        await desk.do(other, c.AcceptCall(conversation=second, call=waiting))
    await desk.do(agent, c.HangUp(conversation=conversation, call=call))
    await desk.do(other, c.AcceptCall(conversation=second, call=waiting))
