"""Two nodes on one database: what one commits reaches those who are connected to the other, also after a gap."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest

from server.bus.hints import (
    AnyHint,
    AudienceChanged,
    CallReplaced,
    PhotoMoved,
    ReportMoved,
    SignInEnded,
    StreamsChanged,
)
from server.domain.actor import Agent
from server.protocol import commands as c
from server.store import sign_ins
from server.store.sign_ins import SignIn
from tests.bus import stage
from tests.desk.calling import FarEnd
from tests.desk.harness import Listener
from tests.desk.two_nodes import Node, met, until


def numbers(listener: Listener) -> list[int]:
    return [entry["number"] for entry in listener.events("entry") if entry["log"] == "shared"]


async def test_citizen_and_agent_talk_across_nodes(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    await here.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await there.agent()
    await there.do(agent, c.TakeConversation(conversation=conversation))
    await there.do(agent, c.ShowConversation(conversation=conversation))
    await met(conversation, here, there)
    for text in ("een", "twee", "drie"):
        await here.say(citizen, conversation, text)
    await there.say(agent, conversation, "vier")
    # What is said on another node may come after what was said later on one's own, and the newest twice to who joined.
    await until(lambda: set(numbers(citizen)) == {2, 3, 4, 5, 6, 7})
    await until(lambda: set(numbers(agent)) == {3, 4, 5, 6, 7})


async def test_notes_cross_nodes_to_agents_only(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, agent, conversation = await here.helped()
    colleague = await there.agent("Karim")
    await there.do(colleague, c.ShowConversation(conversation=conversation))
    await met(conversation, here, there)
    await here.do(agent, c.PostNote(conversation=conversation, client_id="note-0001", text="let op"))
    await until(lambda: [entry for entry in colleague.events("entry") if entry["log"] == "staff"])
    assert "let op" not in str(citizen.heard)


async def test_after_a_gap_everybody_gets_the_newest_entry_and_so_sees_what_is_missing(
    nodes: tuple[Node, Node],
) -> None:
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    window = there.connect(citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    await met(conversation, here, there)
    await there.fanout.stop()
    for text in ("een", "twee", "drie"):
        await here.say(citizen, conversation, text)
    assert numbers(window) == []
    there.fanout.start(nodes[1].relay)
    # What was on its way when the node stopped listening may still come first.
    await until(lambda: numbers(window)[-1:] == [4])


@dataclass
class Apart:
    """Citizen and agent on one node, and another window of the citizen's on the other."""

    nodes: tuple[Node, Node]
    citizen: Listener
    agent: Listener
    window: Listener
    conversation: str
    ear: stage.Node

    @asynccontextmanager
    async def away(self, missed: type[AnyHint]) -> AsyncIterator[None]:
        """The other node is deaf until such a hint has gone out; the window has heard nothing yet."""
        _, there = self.nodes
        await there.desk.fanout.stop()
        self.window.heard.clear()
        self.ear.heard.clear()
        yield
        await until(lambda: any(isinstance(hint, missed) for hint in self.ear.heard))
        there.desk.fanout.start(there.relay)


@pytest.fixture
async def apart(nodes: tuple[Node, Node], redis_url: str) -> AsyncIterator[Apart]:
    here, there = (node.desk for node in nodes)
    citizen, agent, conversation = await here.helped()
    window = there.connect(citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    async with stage.nodes(redis_url, "ear") as (ear,):
        ear.fanout.follow(conversation)
        names = {here.fanout.node, there.fanout.node, ear.fanout.node}
        await until(
            lambda: all(
                each.peers.of(conversation) == names - {each.node} for each in (here.fanout, there.fanout, ear.fanout)
            )
        )
        yield Apart(nodes, citizen, agent, window, conversation, ear)


async def test_a_report_that_changed_meanwhile_is_shown_to_who_comes_back(apart: Apart) -> None:
    here = apart.nodes[0].desk
    begun = (await here.do(apart.agent, c.StartReport(conversation=apart.conversation, form="bike_theft"))).view
    await until(lambda: apart.window.events("report"))
    filled = c.FillReport(
        conversation=apart.conversation, report=begun.report, revision=begun.revision, fields={"brand": "Gazelle"}
    )
    async with apart.away(ReportMoved):
        await here.do(apart.agent, filled)
    await until(lambda: apart.window.events("report"))
    assert apart.window.events("report")[-1]["view"]["fields"]["brand"] == "Gazelle"


async def test_a_call_that_moved_is_shown_to_who_comes_back(apart: Apart) -> None:
    here = apart.nodes[0].desk
    worker = FarEnd(here)
    call = (await here.do(apart.agent, c.ProposeCall(conversation=apart.conversation, video=True))).view.call
    await here.do(apart.citizen, c.AcceptCall(conversation=apart.conversation, call=call))
    await until(lambda: [each["view"]["state"] for each in apart.window.events("call")][-1:] == ["accepted"])
    FarEnd(here, "w_worker001")
    here.media.lost(worker.worker)
    async with apart.away(CallReplaced):
        await here.places.worker_gone(worker.worker, here.now)
    await until(lambda: apart.window.events("call"))
    assert {each["view"]["placement"] for each in apart.window.events("call")} == {2}


async def test_who_comes_back_to_a_call_looks_what_the_others_send_by_now(apart: Apart) -> None:
    here = apart.nodes[0].desk
    worker = FarEnd(here)
    call = (await here.do(apart.agent, c.ProposeCall(conversation=apart.conversation, video=True))).view.call
    view = (await here.do(apart.citizen, c.AcceptCall(conversation=apart.conversation, call=call))).view
    parties = {each.participant.participant for each in view.parties}
    await until(lambda: [each["view"]["state"] for each in apart.window.events("call")][-1:] == ["accepted"])
    async with apart.away(StreamsChanged):
        for party in parties:
            await worker.notices(call, "changed", party=party)
    await until(lambda: {each["party"] for each in apart.window.events("call.streams")} == parties)


async def test_a_photo_is_asked_for_on_another_node_also_from_who_comes_back(apart: Apart) -> None:
    here = apart.nodes[0].desk
    FarEnd(here)
    call = (await here.do(apart.agent, c.ProposeCall(conversation=apart.conversation, video=True))).view.call
    await here.do(apart.citizen, c.AcceptCall(conversation=apart.conversation, call=call))
    ask = c.AskPhoto(conversation=apart.conversation, call=call, purpose="damage")
    photo = (await here.do(apart.agent, ask)).view.photo
    await until(lambda: apart.window.events("photo"))
    async with apart.away(PhotoMoved):
        await here.do(apart.citizen, c.AnswerPhoto(conversation=apart.conversation, photo=photo, agree=True))
    await until(lambda: apart.window.events("photo"))
    assert apart.window.events("photo")[-1]["view"]["state"] == "agreed"


async def test_whose_token_was_revoked_meanwhile_is_shown_out_on_coming_back(apart: Apart) -> None:
    here = apart.nodes[0].desk
    await here.do(apart.citizen, c.EndConversation(conversation=apart.conversation))
    await until(lambda: "conversation.closed" in str(apart.window.events("entry")))
    async with apart.away(AudienceChanged):
        await here.do(apart.citizen, c.RevokeToken(conversation=apart.conversation))
    await until(lambda: apart.window.closed)


async def test_a_sign_in_that_ends_here_ends_there(nodes: tuple[Node, Node]) -> None:
    nodes[0].desk.fanout.hint(SignInEnded(sign_in="hash"))
    await until(lambda: nodes[1].ended)
    assert nodes[1].ended == ["hash"]
    assert nodes[0].ended == []


async def test_a_hint_ends_no_sign_in_that_is_good(nodes: tuple[Node, Node]) -> None:
    here, there = nodes
    actor = (await here.desk.agent("Els")).connection.actor
    assert isinstance(actor, Agent)
    good = SignIn("good", actor.id, here.desk.now, here.desk.now, here.desk.now + timedelta(hours=1))
    async with here.desk.database.write() as connection:
        await sign_ins.insert(connection, good)
    for each in ("good", "ended"):
        here.desk.fanout.hint(SignInEnded(sign_in=each))
    await until(lambda: "ended" in there.ended)
    assert there.ended == ["ended"]


async def test_what_is_taken_away_here_is_taken_away_there(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    await here.do(citizen, c.RequestPerson(conversation=conversation))
    onlooker = await there.agent("Vreemd", teams=("prevention",))
    await there.do(onlooker, c.ShowConversation(conversation=conversation))
    window = there.connect(citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    await met(conversation, here, there)
    await here.do(await here.agent(), c.TakeConversation(conversation=conversation))
    await until(lambda: onlooker.events("assignment.ended"))
    await here.do(citizen, c.RevokeToken(conversation=conversation))
    await until(lambda: window.closed)
    assert there.connections.followers(conversation) == []


async def test_what_is_not_in_the_log_crosses_nodes_too(nodes: tuple[Node, Node]) -> None:
    """Typing, reading, a call and a report, from the citizen here to the agent there and back."""
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    await here.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await there.agent()
    await there.do(agent, c.TakeConversation(conversation=conversation))
    await until(lambda: any(each["phase"] == "active" for each in citizen.events("standing")))
    await met(conversation, here, there)

    await here.do(citizen, c.ShowTyping(conversation=conversation, typing=True))
    await here.do(citizen, c.MarkRead(conversation=conversation, number=2))
    await until(lambda: agent.events("typing") and agent.events("reading"))
    await there.do(agent, c.ShowTyping(conversation=conversation, log="staff", typing=True))
    await there.do(agent, c.ShowTyping(conversation=conversation, typing=False))
    await until(lambda: citizen.events("typing"))
    assert [each["log"] for each in citizen.events("typing")] == ["shared"], "what is typed among staff is not shown"

    proposed = (await there.do(agent, c.ProposeCall(conversation=conversation, video=True))).view
    await until(lambda: citizen.events("call"))
    await here.do(citizen, c.DeclineCall(conversation=conversation, call=proposed.call))
    await until(lambda: [each["view"]["state"] for each in agent.events("call")][-1:] == ["ended"])

    form = here.zone.forms[0].id
    report = (await there.do(agent, c.StartReport(conversation=conversation, form=form))).view
    await until(lambda: [each["view"]["report"] for each in citizen.events("report")] == [report.report])


async def test_who_is_in_a_call_hears_of_it_on_another_node(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, agent, conversation = await here.helped()
    window = there.connect(citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    await met(conversation, here, there)
    worker = FarEnd(here)
    call = (await here.do(agent, c.ProposeCall(conversation=conversation, video=True))).view.call
    accepted = (await here.do(citizen, c.AcceptCall(conversation=conversation, call=call))).view
    await worker.notices(call, "changed", party=accepted.accepted_by)
    await until(lambda: window.events("call.streams"))
    FarEnd(here, "w_worker001")
    here.media.lost(worker.worker)
    await here.places.worker_gone(worker.worker, here.now)
    await until(lambda: window.events("call.moved"))
    assert window.events("call.moved")[0]["view"]["placement"] == 2


async def test_quick_exit_after_the_end_closes_windows_on_other_nodes(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    citizen, conversation = await here.citizen()
    window = there.connect(citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    await met(conversation, here, there)
    await here.do(citizen, c.EndConversation(conversation=conversation))
    await here.do(citizen, c.RevokeToken(conversation=conversation))
    await until(lambda: window.closed)
