"""How a conversation closes, whoever closes it: its call ends, its assignment ends, nobody types any more."""

from dataclasses import dataclass
from typing import Literal

from server.desk.audience import Audience
from server.desk.connections import Connections
from server.desk.ledger import Change
from server.desk.media_workers import MediaWorkers
from server.protocol.entries import CallEnded, ConversationClosed
from server.protocol.signals import CallStands
from server.protocol.words import Author, CloseReason
from server.store import assignments, calls, conversations
from server.store.calls import Call
from server.store.conversations import Conversation


@dataclass
class Closing:
    """Closes conversations and calls inside a change that holds the conversation locked."""

    connections: Connections
    media: MediaWorkers
    audience: Audience

    async def close(
        self,
        change: Change,
        conversation: Conversation,
        author: Author,
        reason: CloseReason,
        outcome: str,
    ) -> None:
        """Close the conversation with an outcome."""
        await self.end_call_of(change, conversation, author)
        await conversations.change(
            change.connection,
            conversation.id,
            phase="closed",
            closed_at=change.now,
            outcome=outcome,
            closed_by=reason,
            offered_to=None,
        )
        await assignments.end(change.connection, conversation.id, "closed", change.now)
        await change.append(conversation.id, author, ConversationClosed(reason=reason))
        change.queue_changed = True
        change.afterwards(lambda: self.audience.review(conversation.id))

    async def end_call_of(self, change: Change, conversation: Conversation, author: Author) -> None:
        """End the call of a conversation, where it has one, because the conversation goes on without it."""
        call = await calls.current(change.connection, conversation.id)
        if call is not None:
            await self.end_call(change, call, author, "closed")

    async def end_call(
        self, change: Change, call: Call, author: Author, reason: Literal["hung_up", "lost", "failed", "closed"]
    ) -> None:
        """End a call; its media worker lets go of it after the commit."""
        seconds = max(0, int((change.now - call.started_at).total_seconds())) if call.started_at else 0
        await calls.change(change.connection, call.id, state="ended", ended_at=change.now, description=None)
        await change.append(call.conversation, author, CallEnded(call=call.id, reason=reason, seconds=seconds))
        change.queue_changed = True
        change.afterwards(lambda: self._tell_end(call))

    async def _tell_end(self, call: Call) -> None:
        view = call.view_as("ended")
        self.connections.signal(call.conversation, CallStands(conversation=call.conversation, view=view))
        if call.worker is not None:
            await self.media.close(call.worker, call.id)
