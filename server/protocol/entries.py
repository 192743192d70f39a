"""Entries: what a conversation's two logs hold. Past tense, append-only, numbered per log.

Each class names its log. A field is only ever added with a default, so that old entries stay readable.
"""

from datetime import datetime
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.body import Body
from server.protocol.bot_entries import AnswerMarked, AnswerUnmarked, ContactLinked, TriageDecided
from server.protocol.call_entries import (
    CallAccepted,
    CallDeclined,
    CallEnded,
    CallIncident,
    CallJoined,
    CallLeft,
    CallProposed,
    CallStarted,
    GuestArrived,
    InvitationEnded,
    InvitationMade,
)
from server.protocol.photo_entries import PhotoAsked, PhotoDeclined, PhotoErased, PhotoTaken
from server.protocol.recording_entries import (
    RecordingAnswered,
    RecordingErased,
    RecordingHeld,
    RecordingOpened,
    RecordingPaused,
    RecordingProposed,
    RecordingResumed,
    RecordingStarted,
    RecordingStopped,
    RecordingStored,
)
from server.protocol.words import (
    Author,
    Choice,
    ClientId,
    CloseReason,
    FieldValue,
    Identifier,
    Language,
    Link,
    LogName,
    MessageText,
    Name,
    Need,
    QueueReason,
    Remark,
    ShortText,
    Slug,
    Word,
)


class ConversationOpened(Body, frozen=True, kw_only=True, tag="conversation.opened"):
    """A citizen opened the conversation, in this language, from this site (an origin, or the desk's own page)."""

    language: Language
    site: ShortText | None = None


class MessagePosted(Body, frozen=True, kw_only=True, tag="message.posted"):
    """Somebody said something. `choices` are answers offered with it; `choice` is the one this message takes.

    `text` may hold any Unicode but control characters; `answer` names the curated answer it was taken from, as
    `topic@version`.
    """

    text: MessageText
    choices: Annotated[tuple[Choice, ...], Meta(max_length=12)] = ()
    choice: Annotated[str, Meta(max_length=80)] | None = None
    links: Annotated[tuple[Link, ...], Meta(max_length=12)] = ()
    answer: ShortText | None = None


class ParticipantJoined(Body, frozen=True, kw_only=True, tag="participant.joined"):
    """Somebody takes part from now on."""

    participant: Author


class ParticipantLeft(Body, frozen=True, kw_only=True, tag="participant.left"):
    """Somebody no longer takes part. `lost`: stayed away too long; `quick_exit`: the citizen left in a hurry."""

    participant: Author
    reason: Literal["left", "transfer", "lost", "quick_exit"]


class LanguageChosen(Body, frozen=True, kw_only=True, tag="language.chosen"):
    """The citizen goes on in another language."""

    language: Language


class ConversationQueued(Body, frozen=True, kw_only=True, tag="conversation.queued"):
    """The conversation waits for a person of this team. `reason` says why, in the desk's words."""

    team: Slug
    reason: QueueReason


class EmergencyRaised(Body, frozen=True, kw_only=True, tag="emergency.raised"):
    """Danger was recognised: tier 1 shows the 112/101 card, tier 2 asks whether it is happening now."""

    tier: Literal[1, 2]


class ConversationClosed(Body, frozen=True, kw_only=True, tag="conversation.closed"):
    """The conversation ended. Nothing can be said in it any more, but it can be rated, read and its papers fetched."""

    reason: CloseReason


class ConversationRated(Body, frozen=True, kw_only=True, tag="conversation.rated"):
    """How the citizen felt helped, 1 (badly) to 5 (very well)."""

    score: Annotated[int, Meta(ge=1, le=5)]
    comment: Remark = ""


class ReportStarted(Body, frozen=True, kw_only=True, tag="report.started"):
    """A report was begun on this form."""

    report: Identifier
    form: Slug
    form_version: Annotated[int, Meta(ge=1)]


class ReportChanged(Body, frozen=True, kw_only=True, tag="report.changed"):
    """Fields of a report were filled or corrected; `revision` is the report's new one.

    With `form_version`, by the desk: the form has changed, and the report goes on by this version of it. `fields` are
    then those that the form no longer has, each without an answer from now on.
    """

    report: Identifier
    revision: Annotated[int, Meta(ge=1)]
    fields: dict[Slug, FieldValue]
    form_version: Annotated[int, Meta(ge=1)] | None = None


class ReportOffered(Body, frozen=True, kw_only=True, tag="report.offered"):
    """The citizen is asked to read the report, correct it, and confirm it."""

    report: Identifier
    revision: Annotated[int, Meta(ge=1)]


class ReportFiled(Body, frozen=True, kw_only=True, tag="report.filed"):
    """The citizen confirmed this revision and it is stored under this reference."""

    report: Identifier
    revision: Annotated[int, Meta(ge=1)]
    reference: ShortText


class PvNumberRecorded(Body, frozen=True, kw_only=True, tag="pv_number.recorded"):
    """An officer recorded the number of the official report (proces-verbaal)."""

    report: Identifier
    pv_number: ShortText


class NotePosted(Body, frozen=True, kw_only=True, tag="note.posted"):
    """A note among staff."""

    log: ClassVar[LogName] = "staff"
    text: MessageText


class NeedStated(Body, frozen=True, kw_only=True, tag="need.stated"):
    """The need, as it is kept from now on. By bot or agent: as they stated it, and the zone's rules raised it. By the
    desk: as it follows from what happened."""

    log: ClassVar[LogName] = "staff"
    need: Need


class TransferMade(Body, frozen=True, kw_only=True, tag="transfer.made"):
    """An agent or bot handed the conversation to a team or an agent, and why."""

    log: ClassVar[LogName] = "staff"
    team: Slug
    agent: Name | None = None
    reason: Remark = ""


class OutcomeRecorded(Body, frozen=True, kw_only=True, tag="outcome.recorded"):
    """How the conversation ended, for the figures and the file."""

    log: ClassVar[LogName] = "staff"
    outcome: Slug
    remark: Remark = ""


AnyBody = (
    ConversationOpened
    | MessagePosted
    | ParticipantJoined
    | ParticipantLeft
    | LanguageChosen
    | ConversationQueued
    | EmergencyRaised
    | ConversationClosed
    | ConversationRated
    | CallProposed
    | CallAccepted
    | CallDeclined
    | CallStarted
    | CallIncident
    | CallEnded
    | CallJoined
    | CallLeft
    | InvitationMade
    | GuestArrived
    | InvitationEnded
    | RecordingProposed
    | RecordingAnswered
    | RecordingStarted
    | RecordingPaused
    | RecordingResumed
    | RecordingStopped
    | RecordingStored
    | RecordingOpened
    | RecordingHeld
    | RecordingErased
    | PhotoAsked
    | PhotoDeclined
    | PhotoTaken
    | PhotoErased
    | ReportStarted
    | ReportChanged
    | ReportOffered
    | ReportFiled
    | PvNumberRecorded
    | NotePosted
    | NeedStated
    | TriageDecided
    | AnswerMarked
    | AnswerUnmarked
    | ContactLinked
    | TransferMade
    | OutcomeRecorded
)


class Entry(Word, frozen=True, kw_only=True):
    """One numbered line of a log, as it is stored and as everybody allowed receives it."""

    conversation: Identifier
    log: LogName
    number: Annotated[int, Meta(ge=1)]
    at: datetime
    author: Author
    client_id: ClientId | None = None
    body: AnyBody
