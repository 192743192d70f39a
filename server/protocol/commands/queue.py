"""What staff asks of the queue: to watch it, to take and hand over conversations, to say what they need."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.commands.command import AGENT, BOT, STAFF, Command
from server.protocol.results import AssignmentTaken, Posted, QueueShown
from server.protocol.words import (
    ClientId,
    HandoverReason,
    Identifier,
    Need,
    Number,
    Remark,
    ShortText,
    Slug,
    Stage,
    TriageAction,
    TriageReply,
)


class WatchQueue(Command, frozen=True, kw_only=True):
    """Get the queue now and whenever it changes."""

    event: ClassVar[str] = "queue.watch"
    by: ClassVar = AGENT
    result: ClassVar = QueueShown


class SetAvailability(Command, frozen=True, kw_only=True):
    """Say whether you take conversations. Nothing but you or a supervisor changes it."""

    event: ClassVar[str] = "availability.set"
    by: ClassVar = AGENT
    accepting: bool


class TakeConversation(Command, frozen=True, kw_only=True):
    """Take a waiting conversation, or the next one that suits you when none is named."""

    event: ClassVar[str] = "conversation.take"
    by: ClassVar = AGENT
    result: ClassVar = AssignmentTaken
    conversation: Identifier | None = None


class StateNeed(Command, frozen=True, kw_only=True):
    """Say what a conversation asks for. With a `client_id` it may be repeated, also after somebody stated another."""

    event: ClassVar[str] = "need.state"
    by: ClassVar = STAFF
    conversation: Identifier
    need: Need
    client_id: ClientId | None = None


class TransferConversation(Command, frozen=True, kw_only=True):
    """Hand a conversation to a team's queue or, named by `agent`, to one who accepts. From the bot: to the people.

    With a `client_id` it may be repeated, also by one who cannot see the conversation any more because of it.
    """

    event: ClassVar[str] = "conversation.transfer"
    by: ClassVar = STAFF
    conversation: Identifier
    team: Slug | None = None
    agent: Identifier | None = None
    need: Need | None = None
    why: HandoverReason = "transfer"
    remark: Remark = ""
    client_id: ClientId | None = None


class CloseConversation(Command, frozen=True, kw_only=True):
    """Close a conversation with an outcome from the zone's list."""

    event: ClassVar[str] = "conversation.close"
    by: ClassVar = STAFF
    conversation: Identifier
    outcome: Slug
    remark: Remark = ""


class RaiseEmergency(Command, frozen=True, kw_only=True):
    """Show the emergency card (tier 1) or ask whether it happens now (tier 2). With a `client_id` it may be
    repeated."""

    event: ClassVar[str] = "emergency.raise"
    by: ClassVar = STAFF
    conversation: Identifier
    tier: Literal[1, 2]
    client_id: ClientId | None = None


class RecordTriage(Command, frozen=True, kw_only=True):
    """Store what the bot decided on one message, and why."""

    event: ClassVar[str] = "triage.record"
    by: ClassVar = BOT
    result: ClassVar = Posted
    conversation: Identifier
    client_id: ClientId
    message: Number
    action: TriageAction
    topics: Annotated[tuple[Slug, ...], Meta(max_length=5)] = ()
    language: Annotated[str, Meta(max_length=3)] | None = None
    rules: Annotated[tuple[ShortText, ...], Meta(max_length=20)] = ()
    scores: dict[Slug, float] = {}
    model: ShortText | None = None
    answer: ShortText | None = None
    said: Annotated[tuple[Number, ...], Meta(max_length=12)] = ()
    stages: Annotated[tuple[Stage, ...], Meta(max_length=12)] = ()
    reply: TriageReply | None = None
    handover: HandoverReason | None = None
