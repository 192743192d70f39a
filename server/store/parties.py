"""Parties of calls: who is in one or on the way into it, a row for each. Only hashes of a guest's secrets are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.call import TAKES_PART, PartyState
from server.protocol.words import Author, CallInvitation, CallParty, CallView, Kind, Need
from server.store import schema
from server.store.calls import Call
from server.store.questions import Question, Reading

_table = schema.call_parties
_participants = schema.participants
_calls = schema.calls
_conversations = schema.conversations


@dataclass(frozen=True, slots=True)
class Party:
    """A participant of a conversation as party of one of its calls."""

    call: str
    participant: str
    state: PartyState
    connected: bool
    held: bool
    invited_by: str | None
    since: datetime
    kind: Kind
    agent: str | None
    name: str | None
    role: str | None

    @property
    def author(self) -> Author:
        return Author(participant=self.participant, kind=self.kind, name=self.name, role=self.role)

    @property
    def takes_part(self) -> bool:
        return self.state in TAKES_PART

    @property
    def view(self) -> CallParty:
        """Raises TypeError for one who has left."""
        if self.state != "invited" and self.state != "waiting" and self.state != "in":
            raise TypeError(f"who has {self.state} is not shown")
        return CallParty(participant=self.author, state=self.state, connected=self.connected, held=self.held)


_COLUMNS = [
    *(_table.c[name] for name in ("call", "participant", "state", "connected", "held", "invited_by", "since")),
    *(_participants.c[name] for name in ("kind", "agent", "name", "role")),
]
_ALL = select(*_COLUMNS).select_from(_table.join(_participants, _participants.c.id == _table.c.participant))
_UNDER_WAY = _table.c.call.in_(select(_calls.c.id).where(_calls.c.ended_at.is_(None)))
"""In a call that is not over. Asked so, databases begin with those few calls, not with every party there ever was."""

_OF = Question(_ALL.where(_table.c.call == bindparam("call")).order_by(_table.c.since, _table.c.participant))


async def of(connection: Reading, call: str) -> Sequence[Party]:
    """All who have a seat in a call, in the order in which they came to where they are."""
    found = [Party(*row) for row in await _OF.rows(connection, call=call)]
    return [each for each in found if each.takes_part]


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is in a call: an agent by id, a guest by the hash of their page's token."""

    participant: str
    kind: Kind
    agent: str | None
    token_hash: str | None


_PRESENT = Question(
    select(_table.c.participant, _participants.c.kind, _participants.c.agent, _table.c.token_hash)
    .select_from(_table.join(_participants, _participants.c.id == _table.c.participant))
    .where(_table.c.call == bindparam("call"), _table.c.state == "in")
)


async def present(connection: Reading, call: str) -> Sequence[Present]:
    """All who are in a call, and not on the way into it."""
    return [Present(*row) for row in await _PRESENT.rows(connection, call=call)]


async def seats_taken(connection: AsyncConnection, call: str, now: datetime) -> int:
    """How many seats of a call are taken or kept. None is kept for a link that nobody used in time."""
    query = (
        select(func.count())
        .select_from(_table)
        .where(
            _table.c.call == call,
            _table.c.state.in_(TAKES_PART),
            or_(_table.c.state != "invited", _table.c.link_expires_at.is_(None), _table.c.link_expires_at > now),
        )
    )
    return int((await connection.execute(query)).scalar_one())


async def find(connection: AsyncConnection, call: str, participant: str) -> Party | None:
    """A participant as party of a call, also one who has left."""
    query = _ALL.where(_table.c.call == call, _table.c.participant == participant)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else Party(*row)


async def view(connection: Reading, call: Call) -> CallView:
    """A call with its parties, as people see it."""
    parties = await of(connection, call.id) if call.state in ("accepted", "running") else ()
    return call.view(each.view for each in parties)


async def seat(
    connection: AsyncConnection,
    call: str,
    participant: str,
    state: PartyState,
    now: datetime,
    *,
    invited_by: str | None = None,
    link_hash: str | None = None,
    link_expires_at: datetime | None = None,
) -> None:
    """Give somebody a seat in a call, also one who has left it before."""
    values: dict[str, Any] = {
        "state": state,
        "since": now,
        "connected": False,
        "held": False,
        "invited_by": invited_by,
        "link_hash": link_hash,
        "link_expires_at": link_expires_at,
    }
    if await find(connection, call, participant) is None:
        await connection.execute(_table.insert().values(call=call, participant=participant, **values))
    else:
        await change(connection, call, participant, **values)


async def change(connection: AsyncConnection, call: str, participant: str, **values: Any) -> None:
    """Set columns of a party, in a transaction that has locked the conversation."""
    await connection.execute(
        update(_table).where(_table.c.call == call, _table.c.participant == participant).values(**values)
    )


async def disconnect(connection: AsyncConnection, call: str) -> None:
    """Nobody in the call is connected: it was placed elsewhere."""
    await connection.execute(update(_table).where(_table.c.call == call).values(connected=False))


async def connected_calls(connection: AsyncConnection) -> set[str]:
    """The calls that are not over and in which somebody is connected."""
    query = select(_table.c.call).where(_table.c.connected.is_(True), _UNDER_WAY).distinct()
    return set((await connection.execute(query)).scalars())


async def seated_in(connection: AsyncConnection, some: Sequence[str]) -> Sequence[tuple[str, str, str]]:
    """Who is in the calls of these conversations: conversation, call and party of each."""
    query = (
        select(_calls.c.conversation, _calls.c.id, _table.c.participant)
        .join(_calls, _calls.c.id == _table.c.call)
        .where(_calls.c.conversation.in_(list(some)), _calls.c.ended_at.is_(None), _table.c.state == "in")
    )
    return [(row[0], row[1], row[2]) for row in await connection.execute(query)]


async def agents_in(connection: AsyncConnection) -> set[str]:
    """Ids of the agents who are in a call."""
    query = (
        select(_participants.c.agent)
        .select_from(_table.join(_participants, _participants.c.id == _table.c.participant))
        .where(_participants.c.agent.is_not(None), _table.c.state == "in", _UNDER_WAY)
    )
    return set((await connection.execute(query)).scalars())


async def other_call_of(connection: AsyncConnection, agent: str, call: str | None) -> str | None:
    """A call that an agent is in, another than this one; nothing where there is none."""
    query = (
        select(_table.c.call)
        .join(_participants, _participants.c.id == _table.c.participant)
        .where(_participants.c.agent == agent, _table.c.state == "in", _UNDER_WAY, _table.c.call != (call or ""))
        .limit(1)
    )
    return (await connection.execute(query)).scalar_one_or_none()


async def invitations(connection: AsyncConnection) -> dict[str, list[CallInvitation]]:
    """The calls that agents are asked into, by agent, oldest first."""
    by = _participants.alias("by")
    needs = ("topic", "languages", "neighbourhood", "urgency", "video")
    need = [_conversations.c[each] for each in needs]
    query = (
        select(_participants.c.agent, _calls.c.conversation, _calls.c.id, _calls.c.video, by.c.name, *need)
        .select_from(_table.join(_calls, _calls.c.id == _table.c.call))
        .join(_participants, _participants.c.id == _table.c.participant)
        .join(_conversations, _conversations.c.id == _calls.c.conversation)
        .outerjoin(by, by.c.id == _table.c.invited_by)
        .where(_participants.c.agent.is_not(None), _table.c.state == "invited", _UNDER_WAY)
        .order_by(_table.c.since)
    )
    found: dict[str, list[CallInvitation]] = {}
    for agent, conversation, call, video, name, topic, languages, *rest in await connection.execute(query):
        asked = Need(**dict(zip(needs, (topic, tuple(languages), *rest), strict=True)))
        invitation = CallInvitation(conversation=conversation, call=call, video=video, by=name, need=asked)
        found.setdefault(agent, []).append(invitation)
    return found


async def of_link(connection: AsyncConnection, link_hash: str) -> tuple[str, str] | None:
    """The call that a link leads to, and the guest it was made for; whether it is still good is another question."""
    query = select(_table.c.call, _table.c.participant).where(_table.c.link_hash == link_hash)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1])


async def use_link(connection: AsyncConnection, link_hash: str, token_hash: str, now: datetime) -> bool:
    """Let the page with this token wait at the door, by a link that nobody used; one of two that race gets in. The same
    page may come again by the same link."""
    used = await connection.execute(
        update(_table)
        .where(
            _table.c.link_hash == link_hash,
            _table.c.state == "invited",
            _table.c.token_hash.is_(None),
            _table.c.link_expires_at > now,
        )
        .values(token_hash=token_hash, state="waiting", since=now)
    )
    return used.rowcount == 1


async def of_guest(connection: Reading, token_hash: str) -> tuple[str, Party] | None:
    """A guest by the token of their page: the conversation, and who they are in its call."""
    row = await _OF_GUEST.row(connection, token_hash=token_hash)
    return None if row is None else (row[0], Party(*row[1:]))


_OF_GUEST = Question(
    select(_calls.c.conversation, *_COLUMNS)
    .select_from(_table.join(_participants, _participants.c.id == _table.c.participant))
    .join(_calls, _calls.c.id == _table.c.call)
    .where(_table.c.token_hash == bindparam("token_hash"))
)
