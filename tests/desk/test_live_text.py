"""Live text: read while it is typed by those in the call and by nobody else, kept when a line ends."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select

from server.domain.actor import Guest
from server.protocol import commands as c
from server.protocol.words import Link
from server.store import schema
from tests.desk.calling import FarEnd, InCall, running
from tests.desk.harness import Bench, Listener
from tests.desk.test_guests import at_the_door, link
from tests.desk.test_parties import asked, joined
from tests.desk.two_nodes import Node, met, until

LINE = "line-000001"


@dataclass
class Full:
    """A call with all who can be in one."""

    found: InCall
    colleague: Listener
    guest: Listener
    guest_id: str

    @property
    def everybody(self) -> tuple[Listener, ...]:
        return self.found.citizen, self.found.agent, self.colleague, self.guest


async def full(desk: Bench) -> Full:
    found = await running(desk, FarEnd(desk))
    await desk.do(found.agent, c.ShowConversation(conversation=found.conversation))
    colleague = await joined(found)
    await desk.do(colleague, c.ShowConversation(conversation=found.conversation))
    guest, participant = await at_the_door(found)
    await desk.do(found.agent, c.AdmitGuest(**found.names, participant=participant))
    return Full(found, colleague, guest, participant)


def line(found: InCall, text: str, sequence: int = 1, name: str = LINE) -> c.ShowWriting:
    return c.ShowWriting(**found.names, line=name, sequence=sequence, text=text)


def ended(found: InCall, text: str, name: str = LINE) -> c.PostMessage:
    return c.PostMessage(conversation=found.conversation, call=found.call, client_id=name, text=text)


def read(listener: Listener) -> list[tuple[str | None, str, bool]]:
    """What reached somebody: who wrote it, the text, and whether it is finished."""
    return [
        (each["author"].get("name") or each["author"]["kind"], each["text"], each.get("finished", False))
        for each in listener.events("writing")
    ]


async def test_everybody_in_the_call_reads_along_whoever_types(desk: Bench) -> None:
    there = await full(desk)
    names = ("citizen", "Sofie", "Bert", "Samira")
    for name, writer in zip(names, there.everybody, strict=True):
        await desk.do(writer, line(there.found, f"ik ben {name}", name=f"line-of-{name:_<8}"))
    for reader in there.everybody:
        assert read(reader) == [(name, f"ik ben {name}", False) for name in names]


async def test_nobody_else_does(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    supervisor = await desk.agent("Els", supervisor=True)
    onlooker = await desk.agent("Kurt")
    for each in (supervisor, onlooker):
        await desk.do(each, c.ShowConversation(conversation=found.conversation))
    removed, participant = await at_the_door(found)
    await desk.do(found.agent, c.AdmitGuest(**found.names, participant=participant))
    await desk.do(found.agent, c.RemoveParty(**found.names, participant=participant))
    late = await asked(found)
    await desk.do(late, c.ShowConversation(conversation=found.conversation))
    waiting, _ = await at_the_door(found)
    await desk.do(found.citizen, line(found, "alleen voor u"))
    await desk.do(found.citizen, c.ShowSigning(**found.names, signing=True))
    for each in (supervisor, onlooker, late, waiting, removed):
        assert not {"writing", "signing"} & {event for event, _ in each.heard}
    for each, why in (
        (supervisor, "not_allowed"),
        (onlooker, "not_allowed"),
        (late, "not_allowed"),
        (waiting, "not_allowed"),
        (removed, "no_such_conversation"),
    ):
        with desk.refused(why):  # type: ignore[arg-type]
            await desk.do(each, line(found, "ik ook"))
        with desk.refused(why):  # type: ignore[arg-type]
            await desk.do(each, c.ShowSigning(**found.names, signing=True))
    assert [text for _, text, _ in read(found.agent)] == ["alleen voor u"]


async def test_nothing_of_an_unfinished_line_is_kept(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    before = await desk.types(found.conversation), await desk.types(found.conversation, "staff")
    await desk.do(found.citizen, line(found, "mijn pincode is geheim"))
    await desk.do(found.citizen, line(found, "", 2))
    assert (await desk.types(found.conversation), await desk.types(found.conversation, "staff")) == before
    async with desk.database.read() as connection:
        tables = schema.metadata.tables.values()
        rows = [str(row) for table in tables for row in await connection.execute(select(table))]
    assert not any("pincode" in row for row in rows)


async def test_it_is_cleaned_and_bounded_as_messages_are(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    await desk.do(found.citizen, line(found, "een \u202etxet\x00\x07 e\u0301\nregel "))
    assert read(found.citizen) == [("citizen", "een txet \u00e9\nregel", False)]


async def test_a_line_that_ends_is_a_message_and_is_kept_once(desk: Bench) -> None:
    there = await full(desk)
    found = there.found
    await desk.do(found.citizen, line(found, "mijn fiets is we"))
    posted = await desk.do(found.citizen, ended(found, "mijn fiets is weg"))
    assert await desk.do(found.citizen, ended(found, "mijn fiets is weg")) == posted
    entry = (await desk.log(found.conversation))[-1]
    assert (entry.number, entry.author.kind, entry.client_id) == (posted.number, "citizen", LINE)
    assert await desk.texts(found.conversation) == ["mijn fiets is weg"]
    for reader in there.everybody:
        assert read(reader)[:2] == [("citizen", "mijn fiets is we", False), ("citizen", "mijn fiets is weg", True)]
    assert "writing" not in await desk.types(found.conversation, "staff")


async def test_what_a_guest_types_is_kept_under_their_name_and_nothing_but_that(desk: Bench) -> None:
    there = await full(desk)
    found, guest = there.found, there.guest
    posted = await desk.do(guest, ended(found, "zij zegt dat het gisteren was"))
    assert await desk.do(guest, ended(found, "zij zegt dat het gisteren was")) == posted
    with desk.refused("client_id_reused"):
        await desk.do(guest, ended(found, "iets anders"))
    with desk.refused("malformed"):
        await desk.do(guest, ended(found, " \u200e ", "line-000002"))
    stranger = replace(found, call="k_another000")
    with desk.refused("no_such_call"):
        await desk.do(guest, ended(stranger, "x", "line-000003"))
    entry = (await desk.log(found.conversation))[-1]
    assert (entry.author.kind, entry.author.name, entry.number) == ("guest", "Samira", posted.number)
    assert [each["author"].get("name") for each in found.citizen.events("entry")][-1] == "Samira"
    assert {event for event, _ in guest.heard} <= {"call", "writing"}, "a guest gets no entries"
    linked = ended(found, "kijk hier")
    await desk.do(
        guest,
        c.PostMessage(
            conversation=linked.conversation,
            call=linked.call,
            client_id="line-000004",
            text=linked.text,
            links=(Link(href="https://elsewhere.example/", label="hier"),),
        ),
    )
    assert (await desk.log(found.conversation))[-1].body.links == ()  # type: ignore[union-attr]


async def test_a_line_is_finished_after_the_call_by_whoever_may_still_write(desk: Bench) -> None:
    there = await full(desk)
    found = there.found
    await desk.do(found.agent, c.HangUp(**found.names))
    for each in (found.citizen, found.agent):
        with desk.refused("call_over"):
            await desk.do(each, line(found, "te laat"))
    await desk.do(found.citizen, ended(found, "ik wou nog"))
    assert (await desk.texts(found.conversation))[-1] == "ik wou nog"
    with desk.refused("no_such_conversation"):
        await desk.do(there.guest, ended(found, "ik ook"))


async def test_who_signs_shows_it(desk: Bench) -> None:
    there = await full(desk)
    for signing in (True, False):
        await desk.do(there.guest, c.ShowSigning(**there.found.names, signing=signing))
    for each in there.everybody:
        assert [(one["participant"], one["signing"]) for one in each.events("signing")] == [
            (there.guest_id, True),
            (there.guest_id, False),
        ]


async def test_a_call_of_another_conversation_is_none(desk: Bench) -> None:
    found, other = await running(desk, FarEnd(desk)), await running(desk, FarEnd(desk))
    with desk.refused("no_such_call"):
        await desk.do(found.citizen, line(replace(found, call=other.call), "hallo"))


@pytest.mark.parametrize("left", [False, True])
async def test_before_and_after_a_call_nothing_is_shown(desk: Bench, left: bool) -> None:
    citizen, agent, conversation = await desk.helped()
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    if left:
        await desk.do(citizen, c.DeclineCall(conversation=conversation, call=call))
    with desk.refused("call_over" if left else "not_allowed"):
        await desk.do(agent, c.ShowSigning(conversation=conversation, call=call, signing=True))


async def test_live_text_crosses_nodes_to_those_in_the_call_only(nodes: tuple[Node, Node]) -> None:
    here, there = (node.desk for node in nodes)
    found = await running(here, FarEnd(here))
    window = there.connect(found.citizen.connection.actor)
    await there.do(window, c.OpenConversation(language="nl"))
    console = there.connect(found.agent.connection.actor)
    onlooker = await there.agent("Karim")
    for each in (console, onlooker):
        await there.do(each, c.ShowConversation(conversation=found.conversation))
    waiting, inside = there.connect(Guest("a" * 64)), there.connect(Guest("b" * 64))
    seats = [await there.do(each, c.EnterCall(code=await link(found))) for each in (waiting, inside)]
    await here.do(found.agent, c.AdmitGuest(**found.names, participant=seats[1].participant))
    await met(found.conversation, here, there)
    await here.do(found.citizen, c.ShowWriting(**found.names, line="line-0001", sequence=1, text="ik ben hi"))
    await here.do(found.citizen, c.ShowSigning(**found.names, signing=True))
    await there.do(
        inside, c.PostMessage(conversation=found.conversation, call=found.call, client_id="line-0002", text="goed")
    )
    await until(lambda: found.citizen.events("writing")[1:])
    for each in (window, console, inside):
        await until(lambda each=each: each.events("signing"))  # type: ignore[misc]
        assert {one["text"] for one in each.events("writing")} == {"ik ben hi", "goed"}
    assert [one.get("finished", False) for one in found.citizen.events("writing")] == [False, True]
    for each in (onlooker, waiting):
        assert not {"writing", "signing"} & {event for event, _ in each.heard}
