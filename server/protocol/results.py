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
    Cause,
    Colleague,
    EarlierContact,
    FilmView,
    Identifier,
    Language,
    LogName,
    MarkReason,
    Need,
    Number,
    Phase,
    PhotoView,
    RecordingView,
    ReportView,
    ShortText,
    Slug,
    TriageAction,
    Word,
)

ServerUrl = Annotated[
    str, Meta(pattern=r"^(stun|turns?):", max_length=300, description="As RFC 7064 and RFC 7065 write it.")
]


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
    """A conversation as it stands, with all that a screen needs to show it. Its entries come by `log.sync`; where
    `conversation.open` asked for them, the last of the shared log stand in `entries`, oldest first.

    Staff is also told what the log's first entries said, because a screen begins with its last: `opened_at`, `site`,
    and `earlier`, the conversation that the citizen had before this one.
    """

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
    photos: tuple[PhotoView, ...] = ()
    rated: bool = False
    expires_in: int | None = None
    opened_at: datetime | None = None
    site: ShortText | None = None
    earlier: EarlierContact | None = None
    entries: tuple[Entry, ...] = ()


class AssignmentTaken(Word, frozen=True, kw_only=True):
    """The conversation is yours; nothing where none was waiting that suits you."""

    conversation: Identifier | None = None


class TicketMinted(Word, frozen=True, kw_only=True):
    """A code for one use, and where it leads, if it is fetched by URL."""

    code: str
    path: str | None = None
    expires_at: datetime


class TokenRenewed(Word, frozen=True, kw_only=True):
    """The token is good for so many seconds: whoever reads this may have a clock that is wrong."""

    expires_in: int


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


class IceServer(Word, frozen=True, kw_only=True):
    """A server as `RTCPeerConnection` takes it among its `iceServers`; a STUN server needs no credentials."""

    urls: Annotated[tuple[ServerUrl, ...], Meta(min_length=1, max_length=16)]
    username: ShortText | None = None
    credential: ShortText | None = None


class TurnMinted(Word, frozen=True, kw_only=True):
    """TURN and STUN servers, and for how long their credentials are good; none where the desk has none."""

    servers: tuple[IceServer, ...] = ()
    seconds: Annotated[int, Meta(ge=1, le=600)]


class NetworkTestStarted(Word, frozen=True, kw_only=True):
    """A test is open, with what it may test."""

    test: Identifier
    servers: tuple[IceServer, ...] = ()


class NetworkTestAnswered(Word, frozen=True, kw_only=True):
    """The media worker's answer to an offer of a test (SDP)."""

    sdp: SessionDescription


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


class PhotoShown(Word, frozen=True, kw_only=True):
    """The photo as it stands; also the answer to `PUT /api/photos/<photo>`."""

    view: PhotoView


class ReportShown(Word, frozen=True, kw_only=True):
    """The report as it stands."""

    view: ReportView


class ContactsFound(Word, frozen=True, kw_only=True):
    """Conversations that the citizen may have had before, the likeliest first."""

    contacts: tuple[EarlierContact, ...] = ()


class BotFigures(Word, frozen=True, kw_only=True):
    """How the bot did in one language.

    `conversations`: those that were opened in this time and in which the citizen said something, in the language of
    the screen; `by_bot`: of these, those that the bot closed, and no person was needed; `by_bot_recontact`: of these,
    those that were followed by a new contact within seven days, as far as anybody said so. `utterances`: what citizens
    said to the bot in their own words, in the language of the words; the others, by cause.
    """

    language: str
    conversations: int = 0
    by_bot: int = 0
    by_bot_recontact: int = 0
    utterances: int = 0
    unanswered: int = 0
    not_helped: int = 0
    wrong: int = 0
    missed_danger: int = 0
    recontact: int = 0


class BotReviewed(Word, frozen=True, kw_only=True):
    """How the bot did, by language."""

    figures: tuple[BotFigures, ...] = ()


class Lesson(Word, frozen=True, kw_only=True):
    """Training data made of one utterance."""

    text: str
    topic: Slug
    language: Language


class Utterance(Word, frozen=True, kw_only=True):
    """What a citizen said, what the bot did about it, and why that is worth a look.

    `masked` is the text with what looks like personal data replaced by `…`: to begin training data with. `topic`: what
    the bot took it for; `right_topic`: what an agent says it should have been.
    """

    conversation: Identifier
    message: Number
    at: datetime
    text: str
    masked: str
    language: str
    action: TriageAction
    causes: tuple[Cause, ...]
    topic: Slug | None = None
    answer: str | None = None
    wrong: MarkReason | None = None
    right_topic: Slug | None = None
    lesson: Lesson | None = None


class UtterancesListed(Word, frozen=True, kw_only=True):
    """Utterances, newest first. `next` asks for those that follow; none: these are the last."""

    utterances: tuple[Utterance, ...] = ()
    next: ShortText | None = None


class LessonsKept(Word, frozen=True, kw_only=True):
    """How many lessons are kept, and the folder on the desk's machine whose files hold them all."""

    count: int
    folder: str
