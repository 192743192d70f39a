"""Handing over: from whoever has a conversation to a team's queue, with the need filled in."""

from dataclasses import dataclass, replace

from msgspec import structs

from server.desk import needs
from server.desk.audience import Audience
from server.desk.board import Board
from server.desk.ledger import DESK_AUTHOR, Change
from server.desk.parties import Parties
from server.desk.zones import ZoneSource
from server.domain.call import UNDER_WAY
from server.protocol.entries import ConversationQueued, NeedStated, ParticipantJoined, ParticipantLeft, TransferMade
from server.protocol.words import Author, Need, QueueReason
from server.store import assignments, calls, conversations, participants
from server.store.conversations import Conversation
from server.store.participants import Participant


@dataclass
class Handover:
    """Changes who has a conversation, inside a change that holds it locked."""

    zone: ZoneSource
    board: Board
    audience: Audience
    parties: Parties

    async def state_need(
        self, change: Change, conversation: Conversation, need: Need, by: Author, client_id: str | None = None
    ) -> Conversation:
        """Set the need, as `needs.kept` has it; the conversation as it is then. What is sensitive stays so."""
        topic = self.zone().topic(need.topic) if need.topic else None
        kept = needs.kept(conversation, need, topic, by)
        stated = replace(
            conversation,
            topic=kept.topic,
            languages=kept.languages,
            neighbourhood=kept.neighbourhood,
            urgency=kept.urgency,
            video=kept.video,
            sensitive=conversation.sensitive or (topic is not None and topic.sensitive),
        )
        await conversations.change(
            change.connection,
            conversation.id,
            topic=stated.topic,
            languages=list(stated.languages),
            neighbourhood=stated.neighbourhood,
            urgency=stated.urgency,
            video=stated.video,
            sensitive=stated.sensitive,
        )
        await change.append(conversation.id, by, NeedStated(need=kept), client_id)
        change.afterwards(lambda: self.audience.review(conversation.id))
        return stated

    async def queue(
        self,
        change: Change,
        conversation: Conversation,
        by: Author,
        why: QueueReason,
        *,
        team: str | None = None,
        offered_to: str | None = None,
    ) -> None:
        """Put a conversation in a team's queue, or in that of whoever takes over while that team is closed.

        Who waited before keeps the place of the first time.
        """
        zone = self.zone()
        team = zone.open_team(team or zone.team_for(conversation.topic, conversation.neighbourhood).id, change.now)
        await self._let_go(change, conversation, lost=why == "agent_lost")
        await conversations.change(
            change.connection,
            conversation.id,
            phase="waiting",
            agent=None,
            team=team,
            offered_to=offered_to,
            offered_at=change.now if offered_to else None,
            queued_at=conversation.queued_at or change.now,
        )
        await change.append(conversation.id, by, ConversationQueued(team=team, reason=why))
        change.queue_changed = True
        change.afterwards(lambda: self.audience.review(conversation.id))
        change.afterwards(lambda: self.board.tell(conversation.id))

    async def give(self, change: Change, conversation: Conversation, to: Participant, team: str) -> None:
        """Give a conversation at once to an agent who is in its call: nobody waits, and the call goes on."""
        if to.agent is None:
            raise TypeError("a conversation is given to an agent")
        await self._let_go(change, conversation, lost=False)
        await conversations.change(
            change.connection, conversation.id, agent=to.agent, team=team, taken_at=change.now, offered_to=None
        )
        await participants.rejoin(change.connection, to.id)
        await participants.call_in(change.connection, to.id, False)
        await assignments.begin(change.connection, conversation.id, to.agent, change.now)
        await change.append(conversation.id, to.author, ParticipantJoined(participant=to.author))
        change.queue_changed = True
        change.afterwards(lambda: self.audience.review(conversation.id))
        change.afterwards(lambda: self.board.tell(conversation.id))

    async def overflow(self, change: Change, conversation: Conversation) -> None:
        """Bring a waiting conversation to whoever takes over from its team, which is closed by now. Whom it was handed
        to by name may still take it."""
        team = self.zone().open_team(conversation.team, change.now)
        if team != conversation.team:
            await conversations.change(change.connection, conversation.id, team=team)
            await change.append(conversation.id, DESK_AUTHOR, TransferMade(team=team))
            change.queue_changed = True
            change.afterwards(lambda: self.audience.review(conversation.id))

    async def _let_go(self, change: Change, conversation: Conversation, *, lost: bool) -> None:
        """Whoever has the conversation no longer has it. In a call, they step out of it, and the citizen stays."""
        await assignments.end(change.connection, conversation.id, "lost" if lost else "transfer", change.now)
        if conversation.agent is None:
            return
        leaving = await participants.of_agent(change.connection, conversation.id, conversation.agent)
        if leaving is not None:
            await participants.leave(change.connection, leaving.id, change.now)
            await change.append(
                conversation.id,
                DESK_AUTHOR if lost else leaving.author,
                ParticipantLeft(participant=leaving.author, reason="lost" if lost else "transfer"),
            )
            call = await calls.current(change.connection, conversation.id)
            if call is not None and call.state in UNDER_WAY:
                await self.parties.step_out(change, call, leaving.author, "lost" if lost else "transfer")
                # Whoever looks at the queue is to see that somebody sits before a camera.
                seen = conversation.need.video or call.video
                await needs.follows(change, conversation, structs.replace(conversation.need, video=seen))
