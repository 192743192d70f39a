"""Commands: what a client may ask of the desk. Imperative. Each is a Socket.IO event that is acknowledged.

The acknowledgement is `{"ok": result}` or `{"error": refusal}`. A command that carries a `client_id` may be repeated
until it is acknowledged: the first answer comes back. All may be repeated without harm.
"""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.results import (
    AssignmentTaken,
    CallShown,
    ConversationShown,
    Done,
    LogSlice,
    Posted,
    QueueShown,
    ReportShown,
    TicketMinted,
    TokenRenewed,
)
from server.protocol.words import (
    Choice,
    ClientId,
    FieldValue,
    HandoverReason,
    Identifier,
    Kind,
    Language,
    Link,
    LogName,
    MessageText,
    Need,
    Number,
    Remark,
    ShortText,
    Slug,
    TicketPurpose,
    TriageAction,
    Word,
)

ANYONE: frozenset[Kind] = frozenset({"citizen", "agent", "bot"})
PEOPLE: frozenset[Kind] = frozenset({"citizen", "agent"})
STAFF: frozenset[Kind] = frozenset({"agent", "bot"})
CITIZEN: frozenset[Kind] = frozenset({"citizen"})
AGENT: frozenset[Kind] = frozenset({"agent"})
BOT: frozenset[Kind] = frozenset({"bot"})


class Command(Word, frozen=True, kw_only=True):
    """Base of all commands: its Socket.IO event, who may send it, and the struct of its result."""

    event: ClassVar[str]
    by: ClassVar[frozenset[Kind]]
    result: ClassVar[type[Word]] = Done


class OpenConversation(Command, frozen=True, kw_only=True):
    """Open a conversation under the token of this connection, or find the one it already opens.

    `code` is a single-use ticket for `move`: it lets this token into a conversation opened elsewhere, instead of a
    new one.
    """

    event: ClassVar[str] = "conversation.open"
    by: ClassVar = CITIZEN
    result: ClassVar = ConversationShown
    language: Language
    site: ShortText | None = None
    code: Annotated[str, Meta(max_length=80)] | None = None


class SyncLog(Command, frozen=True, kw_only=True):
    """Read a log from after a number, oldest first; or, with `last`, its newest entries."""

    event: ClassVar[str] = "log.sync"
    by: ClassVar = ANYONE
    result: ClassVar = LogSlice
    conversation: Identifier
    log: LogName = "shared"
    after: Number = 0
    limit: Annotated[int, Meta(ge=1, le=500)] = 200
    last: bool = False


class PostMessage(Command, frozen=True, kw_only=True):
    """Say something in a conversation. `choices`, `links` and `answer` are the bot's and the agents'."""

    event: ClassVar[str] = "message.post"
    by: ClassVar = ANYONE
    result: ClassVar = Posted
    conversation: Identifier
    client_id: ClientId
    text: MessageText
    choice: Annotated[str, Meta(max_length=80)] | None = None
    choices: Annotated[tuple[Choice, ...], Meta(max_length=12)] = ()
    links: Annotated[tuple[Link, ...], Meta(max_length=12)] = ()
    answer: ShortText | None = None


class PostNote(Command, frozen=True, kw_only=True):
    """Write a note that only staff sees."""

    event: ClassVar[str] = "note.post"
    by: ClassVar = STAFF
    result: ClassVar = Posted
    conversation: Identifier
    client_id: ClientId
    text: MessageText


class MarkRead(Command, frozen=True, kw_only=True):
    """Say how far a log was read. A lower number than before changes nothing."""

    event: ClassVar[str] = "read.mark"
    by: ClassVar = ANYONE
    conversation: Identifier
    log: LogName = "shared"
    number: Number


class ShowTyping(Command, frozen=True, kw_only=True):
    """Say that somebody types, or no longer does."""

    event: ClassVar[str] = "typing.show"
    by: ClassVar = ANYONE
    conversation: Identifier
    log: LogName = "shared"
    typing: bool


class ChooseLanguage(Command, frozen=True, kw_only=True):
    """Go on in another language."""

    event: ClassVar[str] = "language.choose"
    by: ClassVar = CITIZEN
    conversation: Identifier
    language: Language


class RequestPerson(Command, frozen=True, kw_only=True):
    """Ask for a person instead of the bot."""

    event: ClassVar[str] = "person.request"
    by: ClassVar = CITIZEN
    conversation: Identifier


class EndConversation(Command, frozen=True, kw_only=True):
    """End the conversation as citizen."""

    event: ClassVar[str] = "conversation.end"
    by: ClassVar = CITIZEN
    conversation: Identifier


class RateConversation(Command, frozen=True, kw_only=True):
    """Say how you felt helped, once the conversation is closed. The first rating stays."""

    event: ClassVar[str] = "conversation.rate"
    by: ClassVar = CITIZEN
    conversation: Identifier
    score: Annotated[int, Meta(ge=1, le=5)]
    comment: Remark = ""


class MintTicket(Command, frozen=True, kw_only=True):
    """Get a code good for sixty seconds and one use: to fetch a paper by URL, or to move to another window."""

    event: ClassVar[str] = "ticket.mint"
    by: ClassVar = PEOPLE
    result: ClassVar = TicketMinted
    conversation: Identifier
    purpose: TicketPurpose
    report: Identifier | None = None


class RenewToken(Command, frozen=True, kw_only=True):
    """Ask for a longer life for the token of this connection."""

    event: ClassVar[str] = "token.renew"
    by: ClassVar = CITIZEN
    result: ClassVar = TokenRenewed
    conversation: Identifier


class RevokeToken(Command, frozen=True, kw_only=True):
    """Quick exit: the conversation's tokens open nothing from now on."""

    event: ClassVar[str] = "token.revoke"
    by: ClassVar = CITIZEN
    conversation: Identifier


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


class ShowConversation(Command, frozen=True, kw_only=True):
    """Look at a conversation: yours, your team's, or one that waits. Leaves a line in the audit log."""

    event: ClassVar[str] = "conversation.show"
    by: ClassVar = STAFF
    result: ClassVar = ConversationShown
    conversation: Identifier


class StateNeed(Command, frozen=True, kw_only=True):
    """Say what a conversation asks for."""

    event: ClassVar[str] = "need.state"
    by: ClassVar = STAFF
    conversation: Identifier
    need: Need


class TransferConversation(Command, frozen=True, kw_only=True):
    """Hand a conversation to a team's queue or, named by `agent`, to one who accepts. From the bot: to the people."""

    event: ClassVar[str] = "conversation.transfer"
    by: ClassVar = STAFF
    conversation: Identifier
    team: Slug | None = None
    agent: Identifier | None = None
    need: Need | None = None
    why: HandoverReason = "transfer"
    remark: Remark = ""


class CloseConversation(Command, frozen=True, kw_only=True):
    """Close a conversation with an outcome from the zone's list."""

    event: ClassVar[str] = "conversation.close"
    by: ClassVar = STAFF
    conversation: Identifier
    outcome: Slug
    remark: Remark = ""


class RaiseEmergency(Command, frozen=True, kw_only=True):
    """Show the emergency card (tier 1) or ask whether it happens now (tier 2)."""

    event: ClassVar[str] = "emergency.raise"
    by: ClassVar = STAFF
    conversation: Identifier
    tier: Literal[1, 2]


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


class ProposeCall(Command, frozen=True, kw_only=True):
    """Propose a call. There is one at a time in a conversation."""

    event: ClassVar[str] = "call.propose"
    by: ClassVar = PEOPLE
    result: ClassVar = CallShown
    conversation: Identifier
    video: bool = True


class AcceptCall(Command, frozen=True, kw_only=True):
    """Agree to a proposed call. The one who accepts then waits for the proposer's `offer`."""

    event: ClassVar[str] = "call.accept"
    by: ClassVar = PEOPLE
    result: ClassVar = CallShown
    conversation: Identifier
    call: Identifier


class DeclineCall(Command, frozen=True, kw_only=True):
    """Decline a proposed call, or take your own proposal back."""

    event: ClassVar[str] = "call.decline"
    by: ClassVar = PEOPLE
    conversation: Identifier
    call: Identifier


class DescribeCall(Command, frozen=True, kw_only=True):
    """Hand over a session description: an `offer` by the proposer once accepted, or an `answer`.

    Either side may offer again later, to restart ICE.
    """

    event: ClassVar[str] = "call.describe"
    by: ClassVar = PEOPLE
    conversation: Identifier
    call: Identifier
    kind: Literal["offer", "answer"]
    sdp: Annotated[str, Meta(max_length=65_536)]


class ReportIncident(Command, frozen=True, kw_only=True):
    """Say that something technical went wrong in a call; it is noted in the record."""

    event: ClassVar[str] = "call.incident"
    by: ClassVar = PEOPLE
    conversation: Identifier
    call: Identifier
    incident: Literal["connection_lost", "device_lost", "negotiation_failed", "reconnected"]


class HangUp(Command, frozen=True, kw_only=True):
    """End a call, for both."""

    event: ClassVar[str] = "call.hang_up"
    by: ClassVar = PEOPLE
    conversation: Identifier
    call: Identifier


class StartReport(Command, frozen=True, kw_only=True):
    """Begin a report on one of the zone's forms, or get the one that was begun."""

    event: ClassVar[str] = "report.start"
    by: ClassVar = STAFF
    result: ClassVar = ReportShown
    conversation: Identifier
    form: Slug
    fields: dict[Slug, FieldValue] = {}


class FillReport(Command, frozen=True, kw_only=True):
    """Fill or correct fields.

    `revision` is the one you saw: fields somebody else changed since are refused as `report_changed`.
    """

    event: ClassVar[str] = "report.fill"
    by: ClassVar = ANYONE
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier
    revision: Number
    fields: Annotated[dict[Slug, FieldValue], Meta(max_length=100)]


class ShowReport(Command, frozen=True, kw_only=True):
    """Read a report as it stands."""

    event: ClassVar[str] = "report.show"
    by: ClassVar = PEOPLE
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier


class OfferReport(Command, frozen=True, kw_only=True):
    """Ask the citizen to read and confirm a complete report."""

    event: ClassVar[str] = "report.offer"
    by: ClassVar = STAFF
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier


class ConfirmReport(Command, frozen=True, kw_only=True):
    """Confirm exactly this revision. The reference in the answer means that it is durably stored."""

    event: ClassVar[str] = "report.confirm"
    by: ClassVar = CITIZEN
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier
    revision: Number


class RecordPvNumber(Command, frozen=True, kw_only=True):
    """Record the number of the official report, e.g. `ME.18.L1.012345/2026`."""

    event: ClassVar[str] = "report.record_pv_number"
    by: ClassVar = AGENT
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier
    pv_number: Annotated[str, Meta(pattern=r"^[A-Z]{2}\.\d{2}\.[A-Z0-9]{2}\.\d{5,6}/(\d{2}|\d{4})$")]


COMMANDS: tuple[type[Command], ...] = (
    OpenConversation,
    SyncLog,
    PostMessage,
    PostNote,
    MarkRead,
    ShowTyping,
    ChooseLanguage,
    RequestPerson,
    EndConversation,
    RateConversation,
    MintTicket,
    RenewToken,
    RevokeToken,
    WatchQueue,
    SetAvailability,
    TakeConversation,
    ShowConversation,
    StateNeed,
    TransferConversation,
    CloseConversation,
    RaiseEmergency,
    RecordTriage,
    ProposeCall,
    AcceptCall,
    DeclineCall,
    DescribeCall,
    ReportIncident,
    HangUp,
    StartReport,
    FillReport,
    ShowReport,
    OfferReport,
    ConfirmReport,
    RecordPvNumber,
)
