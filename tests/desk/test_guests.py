"""Guests: a link for one use, a door, an agent who says yes or no; and nothing of the conversation but the call."""

import asyncio
import secrets

from sqlalchemy import select
from structlog.testing import capture_logs

from server.domain.actor import Guest
from server.protocol import commands as c
from server.protocol.errors import Refusal
from server.protocol.words import Kind
from server.store import schema
from server.store.tokens import hashed
from tests.desk.calling import FarEnd, InCall, running
from tests.desk.harness import Bench, Listener


async def link(found: InCall, name: str | None = None) -> str:
    """The code of a link that the agent made."""
    minted = await found.desk.do(found.agent, c.InviteGuest(**found.names, name=name))
    return str(minted.link).removeprefix("https://desk.test/join#code=")


def page(desk: Bench) -> Listener:
    """A guest's page, with a token that it made."""
    return desk.connect(Guest(hashed(secrets.token_urlsafe(32))))


def standing(listener: Listener) -> tuple[str, str]:
    """The guest's name and state, as somebody was told last."""
    shown = listener.events("call")[-1]["view"]["parties"]
    return next(
        (each["participant"]["name"], each["state"]) for each in shown if each["participant"]["kind"] == "guest"
    )


async def at_the_door(found: InCall) -> tuple[Listener, str]:
    guest = page(found.desk)
    shown = await found.desk.do(guest, c.EnterCall(code=await link(found), name="Samira"))
    return guest, shown.participant


async def test_a_guest_waits_until_the_agent_says_yes(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    guest, participant = await at_the_door(found)
    with desk.refused("not_allowed"):
        await desk.do(guest, c.OfferMedia(**found.names, sdp="early"))
    assert standing(found.agent) == ("Samira", "waiting")
    for _ in range(2):
        await desk.do(found.agent, c.AdmitGuest(**found.names, participant=participant))
    assert standing(guest) == ("Samira", "in")
    await desk.do(guest, c.OfferMedia(**found.names, sdp="now"))
    assert [payload["sdp"] for payload in worker.told("media.offer")] == ["now"]
    assert (await desk.types(found.conversation))[-1] == "call.joined"
    assert (await desk.types(found.conversation, "staff"))[-2:] == ["invitation.made", "guest.arrived"]


async def test_a_guest_sees_nothing_of_the_conversation_but_the_call(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    guest, participant = await at_the_door(found)
    await desk.do(found.agent, c.AdmitGuest(**found.names, participant=participant))
    await desk.say(found.citizen, found.conversation, "mijn rekeningnummer is geheim")
    await desk.do(found.agent, c.PostNote(conversation=found.conversation, client_id="note-0001", text="stil"))
    assert {event for event, _ in guest.heard} == {"call"}
    kind: Kind = "guest"
    theirs = {command.event for command in c.COMMANDS if kind in command.by}
    assert {event for event in theirs if event.startswith("call.")} == {
        "call.enter",
        "call.offer",
        "call.incident",
        "call.hold",
        "call.hang_up",
    }
    # What is recorded of them is theirs to decide too, they may need a way through their firewall, and in the call they
    # may type and sign.
    assert {event for event in theirs if not event.startswith("call.")} == {
        "recording.answer",
        "recording.pause",
        "recording.resume",
        "recording.stop",
        "turn.mint",
        "writing.show",
        "signing.show",
        "message.post",
    }
    for command in (
        c.ShowConversation(conversation=found.conversation),
        c.SyncLog(conversation=found.conversation, log="shared"),
    ):
        with desk.refused("not_allowed"):
            await desk.do(guest, command)


async def test_what_a_guest_says_outside_the_call_is_refused_and_holds_up_nobody(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    guests = [page(desk), *[(await at_the_door(found))[0] for _ in range(2)]]
    with capture_logs() as logged:
        refusals = await asyncio.gather(
            *(
                desk.do(guest, c.PostMessage(conversation=found.conversation, client_id="guest-0001", text="hallo"))
                for guest in guests
            ),
            desk.say(found.citizen, found.conversation, "ik ook"),
            return_exceptions=True,
        )
    assert [each.code for each in refusals[:-1] if isinstance(each, Refusal)] == ["not_allowed"] * 3
    assert await desk.texts(found.conversation) == ["ik ook"]
    assert logged == []


async def test_a_link_is_good_once_and_a_reload_keeps_the_place(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    code = await link(found)
    guest = page(desk)
    first = await desk.do(guest, c.EnterCall(code=code))
    again = desk.connect(guest.connection.actor)
    assert (await desk.do(again, c.EnterCall())).participant == first.participant
    assert (await desk.do(again, c.EnterCall(code=code))).participant == first.participant
    with desk.refused("invitation_over"):
        await desk.do(page(desk), c.EnterCall(code=code))
    with desk.refused("invitation_over"):
        await desk.do(page(desk), c.EnterCall())
    with desk.refused("invitation_over"):
        await desk.do(page(desk), c.EnterCall(code="A" * 43))


async def test_only_hashes_of_the_secrets_are_kept(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    code = await link(found)
    async with desk.database.read() as connection:
        tables = schema.metadata.tables.values()
        rows = [str(row) for table in tables for row in await connection.execute(select(table))]
    assert not any(code in row for row in rows)
    assert any(hashed(code) in row for row in rows)


async def test_a_link_expires_and_ends_with_the_call(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    late, unused = await link(found), await link(found)
    desk.pass_time(minutes=61)
    with desk.refused("invitation_over"):
        await desk.do(page(desk), c.EnterCall(code=late))
    await desk.do(found.citizen, c.HangUp(**found.names))
    with desk.refused("invitation_over"):
        await desk.do(page(desk), c.EnterCall(code=unused))


async def test_a_link_that_nobody_used_in_time_keeps_no_seat(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    for _ in range(2):
        await link(found)
    with desk.refused("call_full"):
        await link(found)
    desk.pass_time(minutes=61)
    await desk.do(page(desk), c.EnterCall(code=await link(found)))


async def test_who_is_refused_or_removed_is_shown_out(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    for state in ("refused", "removed"):
        guest, participant = await at_the_door(found)
        if state == "removed":
            await desk.do(found.agent, c.AdmitGuest(**found.names, participant=participant))
        await desk.do(found.agent, c.RemoveParty(**found.names, participant=participant))
        assert guest.events("revoked") == [{"reason": state}]
        assert guest.closed == [True]
        with desk.refused("no_such_conversation"):
            await desk.do(guest, c.OfferMedia(**found.names, sdp="back"))
        with desk.refused("invitation_over"):
            await desk.do(guest, c.EnterCall())
    assert len(worker.told("media.leave")) == 1


async def test_a_withdrawn_link_opens_nothing(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    minted = await desk.do(found.agent, c.InviteGuest(**found.names))
    await desk.do(found.agent, c.RemoveParty(**found.names, participant=minted.participant))
    with desk.refused("invitation_over"):
        await desk.do(page(desk), c.EnterCall(code=str(minted.link).rpartition("=")[2]))


async def test_only_who_has_the_conversation_lets_guests_in(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    _, participant = await at_the_door(found)
    colleague = await desk.agent("Bert")
    with desk.refused("not_allowed"):
        await desk.do(colleague, c.AdmitGuest(**found.names, participant=participant))
    with desk.refused("not_allowed"):
        await desk.do(found.agent, c.AdmitGuest(**found.names, participant="p_nobodyatall"))


async def test_a_guest_leaves_and_the_call_goes_on(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    guest, participant = await at_the_door(found)
    await desk.do(found.agent, c.AdmitGuest(**found.names, participant=participant))
    await desk.do(guest, c.HangUp(**found.names))
    assert (await found.view()).state == "running"
    assert worker.told("media.leave") == [{"call": found.call, "party": participant}]
