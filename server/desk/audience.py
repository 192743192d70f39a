"""The audience of a conversation: who receives what is added to it, for as long as they may see it and no longer."""

from dataclasses import dataclass
from datetime import datetime

from server.bus.fanout import Fanout
from server.bus.hints import AudienceChanged
from server.desk import admission
from server.desk.connections import Connection, Connections
from server.domain.actor import Actor, Citizen, Guest
from server.domain.permission import may
from server.protocol.body import Body
from server.protocol.entries import (
    ConversationClosed,
    ConversationQueued,
    NeedStated,
    ParticipantJoined,
    ParticipantLeft,
    TransferMade,
)
from server.protocol.signals import AssignmentEnded, Revoked
from server.store import conversations, parties, tokens
from server.store.conversations import Conversation
from server.store.database import Database
from server.store.questions import Reading

_DECISIVE = (ConversationClosed, ConversationQueued, NeedStated, ParticipantJoined, ParticipantLeft, TransferMade)

_AT_ONCE = 500
"""Tokens asked about in one query: databases bound how many."""


def changes_audience(body: Body) -> bool:
    """Whether such an entry may mean that somebody can no longer see the conversation."""
    return isinstance(body, _DECISIVE)


@dataclass
class Audience:
    """Who follows what on this node.

    A conversation is reviewed after each commit that may take it from somebody, and once more after somebody begins to
    follow it: permission that was lost between being shown a conversation and following it is found either way.
    """

    database: Database
    connections: Connections
    fanout: Fanout

    async def review_everywhere(self, conversation: str) -> None:
        """Review it on all nodes, also where the log says nothing of it."""
        self.fanout.hint(AudienceChanged(conversation=conversation))
        await self.review(conversation)

    async def review(self, conversation: str) -> Conversation | None:
        """Let go whoever may no longer see the conversation: staff loses the conversation, a citizen the connection.

        The conversation as it stands, where anybody here follows it.
        """
        followers = self.connections.everybody_at(conversation)
        if not followers:
            return None
        async with self.database.asking() as connection:
            found = await conversations.load(connection, conversation)
            gone = [each for each in followers if not await _may_stay(connection, each.actor, found)]
        for each in gone:
            await self._let_go(each, conversation)
        return found

    async def expire(self, now: datetime) -> None:
        """Show out the citizens whose tokens have expired, so that an open window wipes what it keeps; and whose were
        revoked, where that could not be seen when it was done."""
        here = self.connections.of_citizens()
        for first in range(0, len(here), _AT_ONCE):
            some = here[first : first + _AT_ONCE]
            async with self.database.read() as connection:
                ended = await tokens.ended(connection, {citizen.token_hash for citizen, _ in some}, now)
            for citizen, each in some:
                if citizen.token_hash in ended:
                    each.signal(Revoked(reason=ended[citizen.token_hash]))
                    await each.close()

    async def _let_go(self, follower: Connection, conversation: str) -> None:
        if conversation not in follower.follows:
            return
        self.connections.unfollow(follower, conversation)
        if isinstance(follower.actor, Citizen):
            follower.signal(Revoked(reason="quick_exit"))
            await follower.close()
        elif isinstance(follower.actor, Guest):
            await self._show_out(follower, follower.actor)
        else:
            follower.signal(AssignmentEnded(conversation=conversation))

    async def _show_out(self, follower: Connection, guest: Guest) -> None:
        async with self.database.asking() as connection:
            found = await parties.of_guest(connection, guest.token_hash)
        # Whose call ended, or who left, knows it already.
        if found is not None and (found[1].state == "refused" or found[1].state == "removed"):
            follower.signal(Revoked(reason=found[1].state))
        await follower.close()


async def _may_stay(connection: Reading, actor: Actor, conversation: Conversation) -> bool:
    opens = False
    if isinstance(actor, Citizen):
        token = await tokens.find(connection, actor.token_hash)
        opens = token is not None and token.conversation == conversation.id and token.revoked_at is None
    facts = conversation.facts(
        token_opens=opens, called_in=await admission.is_called_in(connection, actor, conversation)
    )
    return may(actor, "be_in_call" if isinstance(actor, Guest) else "read_shared", facts)
