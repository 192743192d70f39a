"""Calls: proposed, accepted, connected, ended; declined without consequence; on record when something fails."""

from typing import Any

from server.protocol import commands as c
from server.protocol.entries import CallIncident
from server.protocol.media import MediaEvent, WorkerAnnounced
from server.store import calls
from tests.desk.harness import Bench, Listener

WORKER = WorkerAnnounced(worker="w_worker000", addresses=("127.0.0.1",), port=40000, capacity=10)


class Wire:
    """The far end of a media worker's connection: acknowledges as a worker does, and remembers what was asked."""

    def __init__(self, desk: Bench) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        desk.media.announce(WORKER, self.request, desk.now)

    async def request(self, event: str, payload: dict[str, Any]) -> Any:
        self.asked.append((event, payload))
        return {"sdp": f"rewritten {payload['sdp']}"} if "sdp" in payload else {}


async def accepted(desk: Bench) -> tuple[Listener, Listener, str, str]:
    """Citizen, agent, conversation and a call that the agent proposed and the citizen accepted."""
    citizen, agent, conversation = await desk.helped()
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))
    return citizen, agent, conversation, call


async def connect(desk: Bench, conversation: str, call: str) -> None:
    people = {
        entry.author.participant
        for entry in await desk.log(conversation)
        if entry.body.__struct_config__.tag in ("call.proposed", "call.accepted")
    }
    for party in people:
        await desk.calls.on_media_event(MediaEvent(call=call, kind="connected", party=party), desk.now)


async def test_an_offer_goes_through_the_worker_to_the_other_party_and_the_answer_back(desk: Bench) -> None:
    wire = Wire(desk)
    citizen, agent, conversation, call = await accepted(desk)
    describe = {"conversation": conversation, "call": call}
    await desk.do(agent, c.DescribeCall(**describe, kind="offer", sdp="offer"))
    (offer,) = citizen.events("call.description")
    assert (offer["kind"], offer["sdp"]) == ("offer", "rewritten offer")
    assert agent.events("call.description") == []
    await desk.do(citizen, c.DescribeCall(**describe, kind="answer", sdp="answer"))
    assert agent.events("call.description")[0]["sdp"] == "rewritten answer"
    assert [event for event, _ in wire.asked] == ["media.offer", "media.answer"]


async def test_who_comes_back_finds_the_description_that_waits(desk: Bench) -> None:
    Wire(desk)
    citizen, agent, conversation, call = await accepted(desk)
    await desk.do(agent, c.DescribeCall(conversation=conversation, call=call, kind="offer", sdp="offer"))
    back = desk.connect(citizen.connection.actor)
    await desk.do(back, c.OpenConversation(language="nl"))
    assert back.events("call.description")[0]["sdp"] == "rewritten offer"


async def test_started_and_ended_are_in_the_record_with_the_duration(desk: Bench) -> None:
    wire = Wire(desk)
    citizen, agent, conversation, call = await accepted(desk)
    await connect(desk, conversation, call)
    assert citizen.events("call")[-1]["view"]["state"] == "running"
    desk.pass_time(seconds=90)
    for _ in range(2):
        await desk.do(citizen, c.HangUp(conversation=conversation, call=call))
    assert (await desk.types(conversation))[-4:] == ["call.proposed", "call.accepted", "call.started", "call.ended"]
    assert (await desk.log(conversation))[-1].body.seconds == 90  # type: ignore[union-attr]
    assert wire.asked[-1] == ("media.close", {"call": call})
    assert agent.events("call")[-1]["view"]["state"] == "ended"


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
    Wire(desk)
    assert (await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))).view.state == "accepted"


async def test_a_citizen_may_walk_into_a_video_call_from_the_bot(desk: Bench) -> None:
    Wire(desk)
    citizen, conversation = await desk.citizen()
    call = (await desk.do(citizen, c.ProposeCall(conversation=conversation))).view.call
    agent = await desk.agent()
    assert (await desk.do(agent, c.TakeConversation())).conversation == conversation
    shown = await desk.do(agent, c.ShowConversation(conversation=conversation))
    assert (shown.call.call, shown.need.video) == (call, True)
    await desk.do(agent, c.AcceptCall(conversation=conversation, call=call))


async def test_a_lost_worker_ends_the_call_and_is_in_the_record(desk: Bench) -> None:
    Wire(desk)
    citizen, _, conversation, call = await accepted(desk)
    await connect(desk, conversation, call)
    desk.media.lost(WORKER.worker)
    await desk.sweeps.stranded_calls(desk.now)
    desk.pass_time(seconds=5)
    await desk.sweeps.stranded_calls(desk.now)
    assert (await desk.types(conversation))[-1] == "call.started", (
        "a worker that only lost its connection may come back"
    )
    desk.pass_time(seconds=5)
    for _ in range(2):
        await desk.sweeps.stranded_calls(desk.now)
    assert (await desk.types(conversation))[-2:] == ["call.incident", "call.ended"]
    assert citizen.events("call")[-1]["view"]["state"] == "ended"
    await desk.say(citizen, conversation, "we chatten verder")


async def test_a_call_that_never_connects_ends(desk: Bench) -> None:
    Wire(desk)
    _, _, conversation, _ = await accepted(desk)
    desk.pass_time(seconds=60)
    await desk.sweeps.stranded_calls(desk.now)
    incident, ended = (await desk.log(conversation))[-2:]
    assert incident.body.incident == "negotiation_failed"  # type: ignore[union-attr]
    assert ended.body.reason == "failed"  # type: ignore[union-attr]


async def test_closing_the_conversation_ends_the_call(desk: Bench) -> None:
    wire = Wire(desk)
    _, agent, conversation, call = await accepted(desk)
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=desk.zone.outcomes[0].id))
    assert (await desk.types(conversation))[-2:] == ["call.ended", "conversation.closed"]
    assert wire.asked[-1] == ("media.close", {"call": call})


async def test_a_call_takes_the_agents_whole_capacity(desk: Bench) -> None:
    Wire(desk)
    _, agent, _, _ = await accepted(desk)
    other, waiting = await desk.citizen()
    await desk.do(other, c.RequestPerson(conversation=waiting))
    with desk.refused("at_capacity"):
        await desk.do(agent, c.TakeConversation(conversation=waiting))


async def test_hanging_up_is_no_incident_though_the_connection_closes_first(desk: Bench) -> None:
    Wire(desk)
    citizen, _, conversation, call = await accepted(desk)
    await connect(desk, conversation, call)
    party = (await desk.log(conversation))[0].author.participant
    await desk.calls.on_media_event(MediaEvent(call=call, kind="lost", party=party, reason="closed"), desk.now)
    desk.pass_time(seconds=1)
    await desk.sweeps.stranded_calls(desk.now)
    await desk.do(citizen, c.HangUp(conversation=conversation, call=call))
    desk.pass_time(seconds=10)
    await desk.sweeps.stranded_calls(desk.now)
    assert "call.incident" not in await desk.types(conversation)


async def test_who_closes_the_page_in_a_call_is_missed_and_who_loads_it_again_is_not(desk: Bench) -> None:
    Wire(desk)
    _, _, conversation, call = await accepted(desk)
    await connect(desk, conversation, call)
    party = (await desk.log(conversation))[0].author.participant
    lost = MediaEvent(call=call, kind="lost", party=party, reason="closed")
    await desk.calls.on_media_event(lost, desk.now)
    await desk.calls.on_media_event(MediaEvent(call=call, kind="connected", party=party), desk.now)
    desk.pass_time(seconds=10)
    await desk.sweeps.stranded_calls(desk.now)
    assert "call.incident" not in await desk.types(conversation)
    await desk.calls.on_media_event(lost, desk.now)
    desk.pass_time(seconds=4)
    for _ in range(2):
        await desk.sweeps.stranded_calls(desk.now)
    assert (await desk.types(conversation)).count("call.incident") == 1


async def test_a_description_that_arrives_after_the_end_is_neither_kept_nor_passed_on(desk: Bench) -> None:
    class Slow(Wire):
        """A worker that is still thinking when the citizen hangs up."""

        async def request(self, event: str, payload: dict[str, Any]) -> Any:
            if event == "media.offer":
                await desk.do(citizen, c.HangUp(conversation=conversation, call=call))
            return await super().request(event, payload)

    Slow(desk)
    citizen, agent, conversation, call = await accepted(desk)
    with desk.refused("call_over"):
        await desk.do(agent, c.DescribeCall(conversation=conversation, call=call, kind="offer", sdp="offer"))
    assert citizen.events("call.description") == []
    async with desk.database.read() as connection:
        assert (await calls.load(connection, conversation, call)).description is None


async def test_a_worker_that_dropped_an_idle_call_is_not_asked_to(desk: Bench) -> None:
    """It waits for the desk's answer just then, and could not give its own."""
    wire = Wire(desk)
    citizen, _, conversation, call = await accepted(desk)
    await connect(desk, conversation, call)
    await desk.calls.on_media_event(MediaEvent(call=call, kind="idle"), desk.now)
    assert (await desk.types(conversation))[-1] == "call.ended"
    assert citizen.events("call")[-1]["view"]["state"] == "ended"
    assert wire.asked == []
