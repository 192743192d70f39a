"""TURN credentials: what coturn believes, for who is in a call, for minutes, and telling nobody who it is."""

import base64
import hashlib
import hmac
import secrets
from datetime import timedelta

from server.desk.turn import Turn
from server.domain.actor import Citizen, Guest
from server.protocol import commands as c
from server.protocol.results import TurnMinted
from server.store.tokens import hashed
from tests.desk.calling import FarEnd, InCall, accepted, running
from tests.desk.harness import START, Bench, Listener

SECRET = "a made-up secret"


async def minted(desk: Bench, who: Listener, found: InCall) -> TurnMinted:
    given: TurnMinted = await desk.do(who, c.MintTurn(**found.names))
    return given


def pseudonym(given: TurnMinted) -> str:
    return (given.servers[0].username or "").partition(":")[2]


async def test_a_party_gets_what_the_turn_server_computes_too(desk: Bench) -> None:
    FarEnd(desk)
    found = await accepted(desk)
    given = await minted(desk, found.citizen, found)
    (server,) = given.servers
    assert server.urls == ("turn:turn.test:3478",)
    assert server.username is not None
    assert int(server.username.partition(":")[0]) == int((desk.now + timedelta(minutes=10)).timestamp())
    assert given.seconds == 600
    expected = hmac.new(SECRET.encode(), server.username.encode(), hashlib.sha1).digest()
    assert server.credential == base64.b64encode(expected).decode()


async def test_the_name_is_nobody_s_and_always_the_same(desk: Bench) -> None:
    FarEnd(desk)
    found = await accepted(desk)
    citizen = await minted(desk, found.citizen, found)
    for known in (found.conversation, found.call, *await found.participants()):
        assert known not in repr(citizen)
    assert pseudonym(citizen) != pseudonym(await minted(desk, found.agent, found))
    desk.pass_time(minutes=9)
    later = await minted(desk, found.citizen, found)
    assert pseudonym(later) == pseudonym(citizen)
    assert later.servers != citizen.servers


async def test_nobody_else_gets_any(desk: Bench) -> None:
    FarEnd(desk)
    citizen, agent, conversation = await desk.helped()
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    found = InCall(desk, citizen, agent, conversation, call)
    with desk.refused("not_allowed"):
        await minted(desk, citizen, found)
    await desk.do(citizen, c.AcceptCall(**found.names))
    await minted(desk, agent, found)
    with desk.refused("no_such_conversation"):
        await minted(desk, desk.connect(Citizen(hashed(secrets.token_urlsafe(32)))), found)
    colleague = await desk.agent("Colette")
    with desk.refused("not_allowed"):
        await minted(desk, colleague, found)
    await desk.do(citizen, c.HangUp(**found.names))
    with desk.refused("call_over"):
        await minted(desk, citizen, found)


async def test_a_guest_at_the_door_gets_none(desk: Bench) -> None:
    found = await running(desk, FarEnd(desk))
    link = (await desk.do(found.agent, c.InviteGuest(**found.names))).link
    guest = desk.connect(Guest(hashed(secrets.token_urlsafe(32))))
    shown = await desk.do(guest, c.EnterCall(code=link.partition("code=")[2]))
    with desk.refused("not_allowed"):
        await minted(desk, guest, found)
    await desk.do(found.agent, c.AdmitGuest(**found.names, participant=shown.participant))
    assert (await minted(desk, guest, found)).servers


def test_a_stun_server_wants_no_credentials_and_a_desk_may_have_no_server() -> None:
    stun, turn = Turn(("stun:a.test", "turn:b.test", "turns:c.test:443?transport=tcp"), SECRET).mint("somebody", START)
    assert (stun.urls, stun.username, stun.credential) == (("stun:a.test",), None, None)
    assert turn.urls == ("turn:b.test", "turns:c.test:443?transport=tcp")
    assert Turn().mint("somebody", START) == ()


def test_the_secret_is_not_shown() -> None:
    assert SECRET not in repr(Turn(("turn:a.test",), SECRET))
