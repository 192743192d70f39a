"""What follows from time passing, also when something fails."""

import asyncio
import secrets
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from server.desk.passwords import Passwords
from server.desk.roster import Roster
from server.domain.actor import Agent, Citizen
from server.protocol import commands as c
from server.store import sign_ins
from server.store.sign_ins import SignIn
from server.store.tokens import hashed
from tests.desk.calling import FarEnd, running
from tests.desk.harness import Bench, without


async def test_what_one_sweep_stumbles_over_does_not_stop_the_others(desk: Bench) -> None:
    _, conversation = await desk.citizen()
    await desk.agent()
    desk.pass_time(minutes=desk.zone.profile.limits.abandoned_after_minutes + 1)
    async with without(desk.database, "sign_ins"):
        with pytest.raises(DBAPIError):
            await desk.sweeps.run(desk.now)
    assert (await desk.types(conversation))[-1] == "conversation.closed"


async def test_whose_account_is_taken_away_by_another_process_is_shown_out(desk: Bench) -> None:
    agent = await desk.agent(login="sofie")
    who = agent.connection.actor
    assert isinstance(who, Agent)
    agent.connection.sign_in = "hash"
    async with desk.database.write() as connection:
        good = SignIn("hash", who.id, desk.now, desk.now, desk.now + timedelta(hours=12))
        await sign_ins.insert(connection, good)
    await desk.sweeps.presence(desk.now)
    assert agent.closed == []
    await Roster(desk.database, Passwords(), desk.sign_ins).disable("sofie", desk.now)
    await desk.sweeps.presence(desk.now)
    assert (agent.closed, len(agent.events("signed_out"))) == ([True], 1)


async def test_a_long_call_ends_no_sign_in(desk: Bench) -> None:
    call = await running(desk, FarEnd(desk))
    actor = call.agent.connection.actor
    assert isinstance(actor, Agent)
    call.agent.connection.sign_in = "hash"
    async with desk.database.write() as connection:
        await sign_ins.insert(connection, SignIn("hash", actor.id, desk.now, desk.now, desk.now + timedelta(hours=12)))
    await desk.do(call.agent, c.SetAvailability(accepting=False))
    for _ in range(3):
        desk.pass_time(minutes=20)
        await desk.sweeps.presence(desk.now)
        await desk.sign_ins.sweep(desk.now)
    assert call.agent.closed == []
    await desk.do(call.agent, c.HangUp(**call.names))
    for _ in range(3):
        desk.pass_time(minutes=20)
        await desk.sweeps.presence(desk.now)
        await desk.sign_ins.sweep(desk.now)
    assert call.agent.closed == [True]


async def test_whoever_moves_during_quick_exit_is_out(desk: Bench) -> None:
    for _ in range(5):
        citizen, conversation = await desk.citizen()
        code = (await desk.do(citizen, c.MintTicket(conversation=conversation, purpose="move"))).code
        window = desk.connect(Citizen(hashed(secrets.token_urlsafe(32))))
        await asyncio.gather(
            desk.do(window, c.OpenConversation(language="nl", code=code)),
            desk.do(citizen, c.RevokeToken(conversation=conversation)),
            return_exceptions=True,
        )
        with desk.refused("token_expired" if window.closed else "ticket_used"):
            await desk.do(window, c.OpenConversation(language="nl", code=code))
