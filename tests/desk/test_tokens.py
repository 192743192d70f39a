"""Tokens, tickets and quick exit: what opens a conversation, and what no longer does."""

import secrets

from sqlalchemy import update

from server.domain.actor import Citizen
from server.protocol import commands as c
from server.store import schema
from server.store.tokens import hashed
from tests.desk.harness import Bench


async def test_a_token_expires(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    desk.pass_time(hours=desk.zone.profile.limits.token_lifetime_hours)
    with desk.refused("token_expired"):
        await desk.say(citizen, conversation, "hallo")
    with desk.refused("token_expired"):
        await desk.do(citizen, c.OpenConversation(language="nl"))


async def test_a_window_left_open_is_shown_out_when_its_token_expires(desk: Bench) -> None:
    citizen, _ = await desk.citizen()
    desk.pass_time(hours=desk.zone.profile.limits.token_lifetime_hours - 1)
    newcomer, _ = await desk.citizen()
    await desk.audience.expire(desk.now)
    assert not citizen.closed
    desk.pass_time(hours=1)
    await desk.audience.expire(desk.now)
    assert citizen.closed
    assert citizen.events("revoked") == [{"reason": "expired"}]
    assert not newcomer.closed


async def test_a_window_that_could_not_be_looked_at_when_its_token_was_revoked_is_shown_out(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    window = desk.connect(citizen.connection.actor)
    await desk.do(window, c.OpenConversation(language="nl"))
    async with desk.database.write() as connection:
        await connection.execute(update(schema.tokens).values(revoked_at=desk.now))
    await desk.audience.expire(desk.now)
    assert window.closed
    assert window.events("revoked") == [{"reason": "quick_exit"}]
    with desk.refused("token_expired"):
        await desk.say(citizen, conversation, "hallo")


async def test_a_renewed_token_lives_a_whole_life_more(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    lifetime = desk.zone.profile.limits.token_lifetime_hours
    desk.pass_time(hours=lifetime - 1)
    assert (await desk.do(citizen, c.OpenConversation(language="nl"))).expires_in == 3_600
    assert (await desk.do(citizen, c.RenewToken(conversation=conversation))).expires_in == lifetime * 3_600
    desk.pass_time(hours=lifetime - 1)
    await desk.say(citizen, conversation, "ik ben er nog")


async def test_moving_to_another_window_works_once(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    code = (await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="move"))).code
    window = desk.connect(Citizen(hashed(secrets.token_urlsafe(32))))
    shown = await desk.do(window, c.OpenConversation(language="nl", code=code))
    assert shown.conversation == conversation
    again = desk.connect(Citizen(hashed(secrets.token_urlsafe(32))))
    with desk.refused("ticket_used"):
        await desk.do(again, c.OpenConversation(language="nl", code=code))


async def test_a_ticket_is_good_for_a_minute_and_for_its_purpose(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    minted = await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="transcript"))
    assert minted.path == f"/papers/{minted.code}"
    desk.pass_time(seconds=61)
    with desk.refused("ticket_used"):
        await desk.tickets.redeem(minted.code, desk.now)
    move = await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="move"))
    with desk.refused("ticket_used"):
        await desk.tickets.redeem(move.code, desk.now)
    transcript = await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="transcript"))
    assert (await desk.tickets.redeem(transcript.code, desk.now)).conversation == conversation
    with desk.refused("ticket_used"):
        await desk.tickets.redeem(transcript.code, desk.now)


async def test_an_agent_cannot_mint_a_ticket_that_moves(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    with desk.refused("not_allowed"):
        await desk.do(agent, c.MintTicket(conversation=conversation, purpose="move"))


async def test_quick_exit_ends_every_token_and_closes_every_window(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    code = (await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="move"))).code
    window = desk.connect(Citizen(hashed(secrets.token_urlsafe(32))))
    await desk.do(window, c.OpenConversation(language="nl", code=code))
    await desk.do(citizen, c.RevokeToken(conversation=conversation))
    assert citizen.closed
    assert window.closed
    assert window.events("revoked") == [{"reason": "quick_exit"}]
    for listener in (citizen, window):
        with desk.refused("token_expired"):
            await desk.do(listener, c.SyncLog(conversation=conversation))
    left = [entry["body"] for entry in agent.events("entry") if entry["body"]["type"] == "participant.left"]
    assert left[-1]["reason"] == "quick_exit"
    await desk.do(agent, c.PostNote(conversation=conversation, client_id="note-0001", text="terugbellen?"))


async def test_quick_exit_uses_up_the_tickets_that_were_made_before(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    move = (await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="move"))).code
    paper = (await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="transcript"))).code
    await desk.do(citizen, c.RevokeToken(conversation=conversation))
    window = desk.connect(Citizen(hashed(secrets.token_urlsafe(32))))
    with desk.refused("ticket_used"):
        await desk.do(window, c.OpenConversation(language="nl", code=move))
    with desk.refused("ticket_used"):
        await desk.tickets.redeem(paper, desk.now)


async def test_quick_exit_from_the_queue_leaves_nobody_waiting(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    await desk.do(citizen, c.RevokeToken(conversation=conversation))
    assert (await desk.board.snapshot()).queue == []
    assert (await desk.types(conversation))[-2:] == ["participant.left", "conversation.closed"]
