"""Who else is in a call: colleagues are asked, come, hold and leave; the conversation changes hands with the call going
on."""

from typing import Any

from server.protocol import commands as c
from tests.desk.calling import FarEnd, InCall, running
from tests.desk.harness import Bench, Listener


async def participant(found: InCall, who: Listener) -> str:
    return (await found.desk.do(who, c.ShowConversation(conversation=found.conversation))).participant  # type: ignore[no-any-return]


async def asked(found: InCall, name: str = "Bert", **values: Any) -> Listener:
    """A colleague of another team whom the agent asked in."""
    colleague = await found.desk.agent(name, **{"teams": ("prevention",), **values})
    agent = colleague.connection.actor.id  # type: ignore[union-attr]
    await found.desk.do(found.agent, c.InviteAgent(**found.names, agent=agent))
    return colleague


async def joined(found: InCall, name: str = "Bert") -> Listener:
    colleague = await asked(found, name)
    await found.desk.do(colleague, c.JoinCall(**found.names))
    return colleague


async def test_a_colleague_is_asked_sees_it_and_comes(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    stranger = await desk.agent("Kurt", teams=("prevention",))
    with desk.refused("no_such_conversation"):
        await desk.do(stranger, c.JoinCall(**found.names))
    colleague = await asked(found)
    queue = (await desk.do(colleague, c.WatchQueue())).queue
    assert [(each.call, each.by) for each in queue.invited] == [(found.call, "Sofie")]
    await desk.do(colleague, c.JoinCall(**found.names))
    await desk.do(colleague, c.OfferMedia(**found.names, sdp="third"))
    await desk.say(colleague, found.conversation, "Goedemiddag, ik ben Bert")
    assert (await desk.types(found.conversation))[-2:] == ["call.joined", "message.posted"]
    assert "invitation.made" in await desk.types(found.conversation, "staff")
    assert "call.invite" in await desk.audit(found.agent.connection.actor)  # type: ignore[arg-type]
    assert (await desk.do(colleague, c.WatchQueue())).queue.invited == ()


async def test_who_was_asked_in_and_left_has_no_part_in_the_conversation(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    colleague = await joined(found)
    await desk.do(colleague, c.ShowConversation(conversation=found.conversation))
    await desk.do(colleague, c.HangUp(**found.names))
    assert (await desk.types(found.conversation))[-1] == "call.left"
    assert (await found.view()).state == "running"
    assert len(worker.told("media.leave")) == 1
    assert colleague.events("assignment.ended")
    with desk.refused("no_such_conversation"):
        await desk.say(colleague, found.conversation, "nog iets")


async def test_saying_no_has_no_consequence(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    colleague = await asked(found)
    await desk.do(colleague, c.DeclineInvitation(**found.names))
    assert len(await found.participants()) == 2
    assert (await desk.types(found.conversation, "staff"))[-1] == "invitation.ended"
    assert (await desk.types(found.conversation))[-1] == "call.started"


async def test_four_have_a_seat_and_who_is_asked_has_one_kept(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    await asked(found, "Bert")
    await desk.do(found.agent, c.InviteGuest(**found.names))
    late = await desk.agent("Carla")
    with desk.refused("call_full"):
        await desk.do(found.agent, c.InviteAgent(**found.names, agent=late.connection.actor.id))  # type: ignore[union-attr]
    with desk.refused("call_full"):
        await desk.do(found.agent, c.InviteGuest(**found.names))


async def test_the_agent_takes_a_colleague_out_but_not_the_citizen(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    colleague = await joined(found)
    me = await participant(found, colleague)
    citizen = (await desk.log(found.conversation))[0].author.participant
    with desk.refused("not_allowed"):
        await desk.do(colleague, c.RemoveParty(**found.names, participant=citizen))
    with desk.refused("not_allowed"):
        await desk.do(found.agent, c.RemoveParty(**found.names, participant=citizen))
    for _ in range(2):
        await desk.do(found.agent, c.RemoveParty(**found.names, participant=me))
    assert worker.told("media.leave") == [{"call": found.call, "party": me}]
    with desk.refused("no_such_conversation"):
        await desk.do(colleague, c.OfferMedia(**found.names, sdp="back"))


async def test_a_second_agents_capacity_is_taken_too(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    colleague = await asked(found, teams=("central",))
    other, waiting = await desk.citizen()
    await desk.do(other, c.RequestPerson(conversation=waiting))
    await desk.do(colleague, c.JoinCall(**found.names))
    with desk.refused("at_capacity"):
        await desk.do(colleague, c.TakeConversation(conversation=waiting))
    await desk.do(colleague, c.HangUp(**found.names))
    await desk.do(colleague, c.TakeConversation(conversation=waiting))


async def test_an_agent_in_a_call_does_not_come_into_another(desk: Bench) -> None:
    FarEnd(desk)
    first = await running(desk, FarEnd(desk))
    second = await running(desk, FarEnd(desk))
    busy = second.agent.connection.actor.id  # type: ignore[union-attr]
    await desk.do(first.agent, c.InviteAgent(**first.names, agent=busy))
    with desk.refused("in_another_call"):
        await desk.do(second.agent, c.JoinCall(**first.names))


async def test_on_hold_the_others_are_told(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    await desk.do(found.agent, c.HoldCall(**found.names, held=True))
    shown = found.citizen.events("call")[-1]["view"]["parties"]
    assert [each.get("held", False) for each in shown if each["participant"]["kind"] == "agent"] == [True]
    await desk.do(found.agent, c.HoldCall(**found.names, held=False))
    assert not any(each.held for each in (await found.view()).parties)


async def test_a_transfer_leaves_the_citizen_in_the_call_for_who_takes_it(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    leaving = await participant(found, found.agent)
    await desk.do(found.agent, c.TransferConversation(conversation=found.conversation, client_id="hand-over-1"))
    assert worker.told("media.leave") == [{"call": found.call, "party": leaving}]
    assert worker.told("media.close") == []
    view = found.citizen.events("call")[-1]["view"]
    assert (view["state"], [each["participant"]["kind"] for each in view["parties"]]) == ("running", ["citizen"])
    with desk.refused("not_allowed"):
        await desk.do(found.agent, c.OfferMedia(**found.names, sdp="still there"))
    colleague = await desk.agent("Bert")
    await desk.do(colleague, c.TakeConversation(conversation=found.conversation))
    shown = await desk.do(colleague, c.ShowConversation(conversation=found.conversation))
    assert shown.need.video, "the queue showed that somebody sits before a camera"
    await desk.do(colleague, c.JoinCall(**found.names))
    await desk.do(colleague, c.OfferMedia(**found.names, sdp="here I am"))
    assert (await desk.types(found.conversation))[-1] == "call.joined"
    await desk.do(colleague, c.HangUp(**found.names))
    assert (await found.view()).state == "ended"


async def test_a_warm_hand_over_makes_nobody_wait(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    colleague = await joined(found)
    agent = colleague.connection.actor.id  # type: ignore[union-attr]
    given = c.TransferConversation(conversation=found.conversation, agent=agent, client_id="hand-over-1")
    for _ in range(2):
        await desk.do(found.agent, given)
    shown = await desk.do(colleague, c.ShowConversation(conversation=found.conversation))
    assert (shown.phase, shown.call.state) == ("active", "running")
    assert len(await found.participants()) == 2
    assert "conversation.queued" not in (await desk.types(found.conversation))[-6:]
    assert worker.told("media.close") == []
    assert [each["view"]["state"] for each in found.citizen.events("call")][-1] == "running"
    await desk.do(colleague, c.HangUp(**found.names))
    assert (await found.view()).state == "ended", "who has the conversation now ends the call for all"


async def test_an_agent_who_is_lost_leaves_the_call_to_the_next(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    await desk.sweeps.abandonment(desk.now)
    desk.pass_time(minutes=3)
    desk.connections.remove(found.agent.connection.id)
    worker.announce()
    await desk.sweeps.abandonment(desk.now)
    assert (await found.view()).state == "running"
    assert (await desk.types(found.conversation))[-2:] == ["call.left", "conversation.queued"]


async def test_a_proposal_of_the_citizen_survives_a_transfer_and_one_of_the_agent_does_not(desk: Bench) -> None:
    FarEnd(desk)
    for by_citizen in (True, False):
        citizen, agent, conversation = await desk.helped()
        await desk.do(citizen if by_citizen else agent, c.ProposeCall(conversation=conversation))
        await desk.do(agent, c.TransferConversation(conversation=conversation, client_id="hand-over-1"))
        assert citizen.events("call")[-1]["view"]["state"] == ("proposed" if by_citizen else "ended")


async def test_when_the_call_ends_so_does_what_it_let_a_colleague_see(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    colleague = await joined(found)
    await desk.do(colleague, c.ShowConversation(conversation=found.conversation))
    await desk.do(found.citizen, c.HangUp(**found.names))
    with desk.refused("no_such_conversation"):
        await desk.do(colleague, c.SyncLog(conversation=found.conversation, log="shared"))


async def test_that_somebody_left_is_told_before_the_worker_is(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    colleague = await joined(found)
    told_by_then = []

    async def note(event: str, payload: dict[str, Any]) -> Any:
        told_by_then.append((event, len(found.citizen.events("call")[-1]["view"]["parties"])))
        return {}

    worker.request = note  # type: ignore[method-assign]
    worker.announce(found.call)
    await desk.do(colleague, c.HangUp(**found.names))
    assert told_by_then == [("media.leave", 2)]
