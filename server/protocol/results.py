"""Results: what the acknowledgement of a command holds under `ok`."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from server.protocol.entries import Entry
from server.protocol.media import SessionDescription, Stream
from server.protocol.signals import QueueStands, Standing
from server.protocol.words import (
    Author,
    CallView,
    Colleague,
    FilmView,
    Identifier,
    Language,
    LogName,
    Need,
    Number,
    Phase,
    RecordingView,
    ReportView,
    Slug,
    Word,
)


class Done(Word, frozen=True, kw_only=True):
    """It is done, or already was."""


class Posted(Word, frozen=True, kw_only=True):
    """The entry is stored under this number."""

    number: Annotated[int, Meta(ge=1)]
    at: datetime


class LogSlice(Word, frozen=True, kw_only=True):
    """Part of a log, oldest first. `last` is the newest number there is."""

    log: LogName
    entries: tuple[Entry, ...]
    last: Number


class ReadPosition(Word, frozen=True, kw_only=True):
    """How far a participant has read a log."""

    participant: Identifier
    kind: str
    log: LogName
    number: Number


class ConversationShown(Word, frozen=True, kw_only=True):
    """A conversation as it stands, with all that a screen needs to show it; its entries come by `log.sync`."""

    conversation: Identifier
    participant: Identifier
    phase: Phase
    language: Language
    need: Need
    team: Slug
    sensitive: bool
    shared_last: Number
    staff_last: Number = 0
    participants: tuple[Author, ...] = ()
    read: tuple[ReadPosition, ...] = ()
    standing: Standing | None = None
    call: CallView | None = None
    recordings: tuple[RecordingView, ...] = ()
    reports: tuple[ReportView, ...] = ()
    rated: bool = False
    expires_at: datetime | None = None


class AssignmentTaken(Word, frozen=True, kw_only=True):
    """The conversation is yours; nothing where none was waiting that suits you."""

    conversation: Identifier | None = None


class TicketMinted(Word, frozen=True, kw_only=True):
    """A code for one use, and where it leads, if it is fetched by URL."""

    code: str
    path: str | None = None
    expires_at: datetime


class TokenRenewed(Word, frozen=True, kw_only=True):
    """The token is good until then."""

    expires_at: datetime


class QueueShown(Word, frozen=True, kw_only=True):
    """The queue as it stands, and who you are."""

    me: Colleague
    supervisor: bool
    capacity: int
    queue: QueueStands


class CallShown(Word, frozen=True, kw_only=True):
    """The call as it stands."""

    view: CallView


class CallAnswered(Word, frozen=True, kw_only=True):
    """The media worker's answer to an offer (SDP), and what the others send.

    `mid` of a stream is the section of your own description in which it comes; where it is missing, add a section that
    receives and offer again. A stream keeps its section as long as it lasts.
    """

    sdp: SessionDescription
    streams: tuple[Stream, ...] = ()


class InvitationMinted(Word, frozen=True, kw_only=True):
    """A link for one use: what follows the `#` never reaches a server or a log."""

    link: Annotated[str, Meta(max_length=500)]
    participant: Identifier
    expires_at: datetime


class GuestShown(Word, frozen=True, kw_only=True):
    """The call a guest was asked into, who the guest is in it, the conversation's language, and how the call is
    recorded."""

    conversation: Identifier
    participant: Identifier
    language: Language
    view: CallView
    recordings: tuple[RecordingView, ...] = ()


class RecordingShown(Word, frozen=True, kw_only=True):
    """The recording as it stands."""

    view: RecordingView


class RecordingToWatch(Word, frozen=True, kw_only=True):
    """The films of a recording, to be fetched with the sign-in of whoever opened it, until then."""

    films: tuple[FilmView, ...]
    until: datetime


class ReportShown(Word, frozen=True, kw_only=True):
    """The report as it stands."""

    view: ReportView
