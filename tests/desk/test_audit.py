"""Who did what can be found afterwards: each change stands in the log under its author, in the audit, or in both."""

from dataclasses import dataclass
from typing import Any

from server.protocol import commands as c
from server.protocol.words import Need
from tests.desk.calling import FarEnd
from tests.desk.harness import Bench, Listener
from tests.desk.photographed import agreed


@dataclass
class Traces:
    """What one conversation's logs and one agent's audit gained by a command."""

    desk: Bench
    agent: Listener
    conversation: str

    async def of(self, command: c.Command, by: Listener | None = None) -> tuple[list[str], list[str]]:
        """Types of the entries that bear the author's name, and audited actions."""
        entries, lines = await self._entries(), await self._lines()
        await self.desk.do(by or self.agent, command)
        kind = (by or self.agent).connection.actor.kind
        return (
            [type_ for type_, author in (await self._entries())[len(entries) :] if author == kind],
            (await self._lines())[len(lines) :],
        )

    async def _entries(self) -> list[tuple[str, str]]:
        logs = [entry for name in ("shared", "staff") for entry in await self.desk.log(self.conversation, name)]
        ordered = sorted(logs, key=lambda entry: entry.at)
        return [(str(entry.body.__struct_config__.tag), entry.author.kind) for entry in ordered]

    async def _lines(self) -> list[str]:
        return await self.desk.audit(self.agent.connection.actor)  # type: ignore[arg-type]


async def test_what_an_agent_changes(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await desk.agent()
    traces = Traces(desk, agent, conversation)
    named: dict[str, Any] = {"conversation": conversation}

    async def left(command: c.Command) -> tuple[list[str], list[str]]:
        desk.pass_time(seconds=1)
        return await traces.of(command)

    assert await left(c.SetAvailability(accepting=True)) == ([], ["availability.on"])
    assert await left(c.TakeConversation(**named)) == (["participant.joined"], ["conversation.take"])
    assert await left(c.PostMessage(**named, client_id="message-1", text="Dag")) == (["message.posted"], [])
    assert await left(c.PostNote(**named, client_id="note-0001", text="Kalm")) == (["note.posted"], ["change.note"])
    assert await left(c.StateNeed(**named, need=Need(topic="bike_theft"))) == (["need.stated"], ["change.state_need"])
    assert await left(c.RaiseEmergency(**named, tier=2)) == (["emergency.raised"], ["change.raise_emergency"])
    assert await left(c.ProposeCall(**named)) == (["call.proposed"], ["change.call"])
    assert await left(c.StartReport(**named, form="bike_theft")) == (["report.started"], ["report.start"])
    assert await left(c.MintTicket(**named, purpose="transcript")) == ([], ["ticket.transcript"])
    assert await left(c.MarkRead(**named, number=1)) == ([], [])
    assert await left(c.ShowTyping(**named, typing=True)) == ([], [])
    entries, lines = await left(c.TransferConversation(**named, team="central"))
    assert "transfer.made" in entries
    assert lines == ["conversation.transfer"]


async def test_what_an_agent_finds_out_about_the_bot(desk: Bench) -> None:
    bot = desk.bot()
    _, earlier = await desk.citizen()
    desk.pass_time(minutes=1)
    citizen, conversation = await desk.citizen()
    said = await desk.say(bot, conversation, "Bel Card Stop.")
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await desk.agent(supervisor=True)
    traces = Traces(desk, agent, conversation)
    named: dict[str, Any] = {"conversation": conversation}
    twice: dict[str, Any] = {**named, "client_id": "once-only-0"}
    marked = c.MarkAnswer(**twice, message=said, reason="unclear")
    assert await traces.of(marked) == (["answer.marked"], ["change.mark_answer"])
    unmarked = c.UnmarkAnswer(**{**twice, "client_id": "once-only-1"}, message=said)
    assert await traces.of(unmarked) == (["answer.unmarked"], ["change.mark_answer"])
    assert await traces.of(c.FindContacts(**named)) == ([], ["contact.find"])
    linked = c.LinkContact(**{**twice, "client_id": "once-only-2"}, earlier=earlier)
    assert await traces.of(linked) == (["contact.linked"], ["change.link_contact", "contact.link"])


async def test_what_an_agent_does_about_photos(desk: Bench) -> None:
    FarEnd(desk)
    found = await agreed(desk)
    traces = Traces(desk, found.call.agent, found.call.conversation)
    assert await traces.of(c.WithdrawPhoto(**found.names)) == ([], ["change.ask_photo"])
    ask = c.AskPhoto(**found.call.names, purpose="damage")
    assert await traces.of(ask) == (["photo.asked"], ["change.ask_photo"])
    another = await found.another()
    await another.answer()
    await another.send()
    assert await traces.of(c.RemovePhoto(**another.names)) == (["photo.erased"], ["change.remove_photo"])


async def test_what_a_citizen_changes_stands_in_the_log(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    traces = Traces(desk, agent, conversation)
    named: dict[str, Any] = {"conversation": conversation}
    for command, entry in (
        (c.PostMessage(**named, client_id="message-1", text="Dag"), "message.posted"),
        (c.ChooseLanguage(**named, language="fr"), "language.chosen"),
        (c.EndConversation(**named), "conversation.closed"),
        (c.RateConversation(**named, score=4), "conversation.rated"),
    ):
        desk.pass_time(seconds=1)
        assert await traces.of(command, citizen) == ([entry], [])


async def test_what_follows_from_time_stands_in_the_log_under_the_desk(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    desk.connections.remove(agent.connection.id)
    await desk.sweeps.run(desk.now)
    desk.pass_time(minutes=3)
    await desk.sweeps.run(desk.now)
    authors = {str(entry.body.__struct_config__.tag): entry.author.kind for entry in await desk.log(conversation)}
    assert authors["participant.left"] == authors["conversation.queued"] == "desk"
