"""What follows from time passing, also when something fails."""

import asyncio
import secrets

import pytest
from sqlalchemy.exc import DBAPIError

from server.domain.actor import Citizen
from server.protocol import commands as c
from server.store.tokens import hashed
from tests.desk.harness import Bench, without


async def test_what_one_sweep_stumbles_over_does_not_stop_the_others(desk: Bench) -> None:
    _, conversation = await desk.citizen()
    await desk.agent()
    desk.pass_time(minutes=desk.zone.profile.limits.abandoned_after_minutes + 1)
    async with without(desk.database, "sign_ins"):
        with pytest.raises(DBAPIError):
            await desk.sweeps.run(desk.now)
    assert (await desk.types(conversation))[-1] == "conversation.closed"


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
