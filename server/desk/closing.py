"""How a conversation closes, whoever closes it: its call ends, its assignment ends, nobody types any more."""

from dataclasses import dataclass
from typing import Literal

from server.desk import photo_steps, recording_steps
from server.desk.audience import Audience
from server.desk.call_news import CallNews
from server.desk.ledger import Change
from server.desk.media_workers import MediaWorkers
from server.protocol.call_entries import CallEnded
from server.protocol.entries import ConversationClosed
from server.protocol.words import Author, CloseReason
from server.store import assignments, calls, conversations, participants, parties, recordings
from server.store.calls import Call
from server.store.conversations import Conversation


@dataclass
class Closing:
    """Closes conversations and calls inside a change that holds the conversation locked."""

    news: CallNews
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

    async def end_proposal_of_staff(self, change: Change, conversation: Conversation, author: Author) -> None:
        """End a call that an agent proposed and the citizen has not accepted, because that agent leaves. What the
        citizen proposed stands, and a call that is under way goes on, for whoever comes next."""
        call = await calls.current(change.connection, conversation.id)
        if call is not None and call.state == "proposed":
            by = await participants.load(change.connection, call.proposed_by)
            if by.kind != "citizen":
                await self.end_call(change, call, author, "closed")

    async def end_call(
        self, change: Change, call: Call, author: Author, reason: Literal["hung_up", "lost", "failed", "closed"]
    ) -> None:
        """End a call; its media worker lets go of it after the commit."""
        seconds = max(0, int((change.now - call.started_at).total_seconds())) if call.started_at else 0
        recording = await recordings.open_of_call(change.connection, call.id)
        if recording is not None:
            await recording_steps.stop(change, self.news.connections, recording, author, "call_ended")
        await photo_steps.lapse(change, self.news.connections, call.conversation, call.id)
        seated = await parties.of(change.connection, call.id)
        await calls.change(change.connection, call.id, state="ended", ended_at=change.now)
        for each in seated:
            await participants.call_in(change.connection, each.participant, False)
            await parties.change(change.connection, call.id, each.participant, state="left", since=change.now)
        await change.append(call.conversation, author, CallEnded(call=call.id, reason=reason, seconds=seconds))
        change.queue_changed = True
        await self.news.tell(change, call.conversation, call.id)
        worker = call.worker
        if worker is not None:
            change.afterwards(lambda: self.media.close(worker, call.id))
        # Who was asked in reads the conversation no longer, and a guest has no door to wait at.
        change.afterwards(lambda: self.audience.review_everywhere(call.conversation))
