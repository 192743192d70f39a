"""Admission: finds the conversation an actor names, and the actor's seat in it, and asks whether it may do this."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime

from server.desk.identity import new_id
from server.desk.ledger import DESK_AUTHOR
from server.domain import permission
from server.domain.actor import Actor, Agent, Citizen, Desk, Guest
from server.protocol.errors import Refusal
from server.protocol.words import Author
from server.store import audit, conversations, participants, parties, tokens
from server.store.conversations import Conversation
from server.store.database import Database
from server.store.participants import Participant
from server.store.questions import Reading, writing
from server.store.tokens import Token

NAMED: frozenset[permission.Action] = frozenset(
    {
        "read_shared",
        "read_staff",
        "read_report",
        "take",
        "transfer",
        "close",
        "start_report",
        "fill_report",
        "confirm_report",
        "record_pv_number",
    }
)
"""Actions for which the use case itself writes the audit line, with more in it than the action."""


@dataclass(frozen=True, slots=True)
class Seat:
    """An actor's place in a conversation; `participant` is None for one who never took part. `token`: the citizen's."""

    conversation: Conversation
    participant: Participant | None
    facts: permission.Facts
    token: Token | None = None

    @property
    def author(self) -> Author:
        """The author of what this actor adds; the desk where it is nobody's."""
        return self.participant.author if self.participant else DESK_AUTHOR


def looking(database: Database, actor: Actor) -> AbstractAsyncContextManager[Reading]:
    """A transaction in which this actor reads a conversation: one that writes for staff, whose look leaves a line."""
    return database.write() if isinstance(actor, Agent) else database.asking()


async def admit(
    connection: Reading,
    actor: Actor,
    conversation_id: str,
    action: permission.Action,
    now: datetime,
    *,
    lock: bool = False,
) -> Seat:
    """The actor's seat, after asking `domain/permission.py`; with `lock` for a transaction that changes something.

    A change by an agent leaves an audit line; what is only said stands in the log, under its author.

    Raises Refusal: `no_such_conversation`, `token_expired`, or whatever the permission check raises.
    """
    conversation = await conversations.load(connection, conversation_id, lock=lock)
    token, opens = None, False
    if isinstance(actor, Citizen):
        token = await tokens.find(connection, actor.token_hash)
        if token is not None and token.conversation == conversation_id:
            if not token.is_good(now):
                raise Refusal("token_expired")
            opens = True
    facts = conversation.facts(token_opens=opens, called_in=await is_called_in(connection, actor, conversation))
    permission.check(actor, action, facts)
    if lock and isinstance(actor, Agent) and action not in NAMED:
        await audit.record(writing(connection), actor, f"change.{action}", now, conversation=conversation_id)
    return Seat(conversation, await participant(connection, actor, conversation_id), facts, token)


async def is_called_in(connection: Reading, actor: Actor, conversation: Conversation) -> bool:
    """Whether an actor has a seat in the conversation's call by invitation, at its door or in it. Who has the
    conversation needs none."""
    match actor:
        case Agent() if conversation.agent != actor.id:
            found = await participants.of_agent(connection, conversation.id, actor.id)
            return found is not None and found.called_in
        case Guest():
            guest = await parties.of_guest(connection, actor.token_hash)
            return guest is not None and guest[0] == conversation.id and guest[1].takes_part
    return False


async def seat_of_agent(connection: Reading, seat: Seat, agent: Agent, now: datetime) -> Participant:
    """The agent as participant: the one there is, or a new one who only looks in."""
    if seat.participant is not None:
        return seat.participant
    return await participants.insert(
        writing(connection),
        new_id("p"),
        seat.conversation.id,
        "agent",
        now=now,
        agent=agent.id,
        name=agent.name,
        role=agent.role,
        left=True,
    )


async def note_read(connection: Reading, actor: Actor, action: str, conversation: str, now: datetime) -> None:
    """Leave an audit line for a read by staff; a citizen's reading of their own words leaves none."""
    if isinstance(actor, Agent):
        await audit.record(writing(connection), actor, action, now, conversation=conversation)


async def participant(connection: Reading, actor: Actor, conversation: str) -> Participant | None:
    """Who the actor is in a conversation, whether they may see it or not; None for one who never took part."""
    match actor:
        case Agent():
            return await participants.of_agent(connection, conversation, actor.id)
        case Guest():
            guest = await parties.of_guest(connection, actor.token_hash)
            return await participants.load(connection, guest[1].participant) if guest else None
        case Desk():
            return None
        case _:
            return await participants.of_kind(connection, conversation, actor.kind)
