"""What a conversation needs: as somebody states it, or as it follows from what happened. Either way an entry says what
is kept, because whoever corrects one part of it states the rest again as the log has it."""

from msgspec.structs import replace

from server.desk.ledger import DESK_AUTHOR, Change
from server.domain.routing import RANK
from server.protocol.entries import NeedStated
from server.protocol.words import Author, Need
from server.store import conversations
from server.store.conversations import Conversation
from server.zone.topic import Topic


def kept(conversation: Conversation, need: Need, topic: Topic | None, by: Author) -> Need:
    """What is kept of a need that is stated: the languages known so far where it names none; at least the urgency that
    the zone gives its topic.

    An agent may say that a topic is less urgent this time, and take back an emergency that is none. What a bot makes of
    the conversation does neither.
    """
    urgency = need.urgency
    if topic is not None and (by.kind != "agent" or need.topic != conversation.topic):
        urgency = min(urgency, topic.urgency, key=lambda each: RANK[each])
    if by.kind != "agent" and conversation.urgency == "emergency":
        urgency = "emergency"
    return replace(need, urgency=urgency, languages=need.languages or conversation.languages)


async def follows(change: Change, conversation: Conversation, need: Need) -> None:
    """Keep a need that follows from what happened: danger, a wish for a call, another language. `conversation` is as it
    was before.
    """
    if need == conversation.need:
        return
    await conversations.change(
        change.connection,
        conversation.id,
        languages=list(need.languages),
        urgency=need.urgency,
        video=need.video,
    )
    await change.append(conversation.id, DESK_AUTHOR, NeedStated(need=need))
    change.queue_changed = True
