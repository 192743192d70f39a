"""Values that recur in entries, signals and commands."""

from datetime import datetime
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

Language = Literal["nl", "fr", "en", "de"]
"""A language the desk itself speaks."""

LANGUAGES: tuple[Language, ...] = get_args(Language)

LogName = Literal["shared", "staff"]
"""`shared`: what citizen and staff see. `staff`: what only agents see, and bots may append to."""

Kind = Literal["citizen", "agent", "bot", "desk", "guest"]
"""Who a participant is. `desk` is the desk itself: the author of what no person did. `guest`: an interpreter, who takes
part in one call by a link and in nothing else."""

Phase = Literal["triage", "waiting", "active", "closed"]
"""Where a conversation stands: `triage` (the bot has it) -> `waiting` (in the queue) -> `active` (an agent has it)
-> `closed`.

A transfer leads from `active` back to `waiting`; `triage` and `waiting` may also end in `closed`. Nothing leaves
`closed`.
"""

Urgency = Literal["routine", "priority", "emergency"]
"""`emergency` goes before `priority`, `priority` before `routine`; within one, who came first."""

QueueReason = Literal["requested", "emergency", "unsure", "sensitive", "transfer", "agent_lost", "bot_silent", "form"]
"""Why a conversation waits for a person."""

HandoverReason = Literal["requested", "emergency", "unsure", "sensitive", "transfer", "form"]
"""Why a bot or an agent hands a conversation over."""

CloseReason = Literal["agent", "citizen", "bot", "expired"]
"""Who closed a conversation, or that nobody went on with it."""

TriageAction = Literal["answer", "clarify", "handover", "emergency", "form", "greet", "wait"]
"""What the bot decided to do about a message."""

TriageReply = Literal["helped", "not_helped", "chose_topic", "none_of_these", "asked_person"]
"""What a citizen's reply says of what the bot did before: it helped or not, one of the topics that were offered is the
right one, none of them is, or a person has to come."""

MarkReason = Literal["wrong_topic", "wrong_text", "unclear", "should_hand_over", "missed_danger"]
"""Why an agent marks a bot's answer as wrong: it is about something else, what it says is not right or no longer, this
citizen cannot follow it, a person should have taken over, or danger was not seen."""

Cause = Literal["unanswered", "not_helped", "wrong", "recontact"]
"""Why a supervisor should look at what a citizen said: the bot had no answer (it handed over because it was unsure, or
asked back in vain), the answer did not help, an agent marked it as wrong, or a new contact followed within seven
days."""

Incident = Literal["connection_lost", "worker_lost", "no_worker", "device_lost", "negotiation_failed", "reconnected"]
"""What can go wrong in a call, and that it came right again."""

PhotoPurpose = Literal["identity_card", "damage", "other"]
"""What a photo is asked for in a call."""

TicketPurpose = Literal["move", "transcript", "report", "certificate"]
"""What a ticket is for: to go on in another window, or to fetch a paper."""

Identifier = Annotated[
    str, Meta(pattern=r"^[a-z]{1,3}_[A-Za-z0-9_-]{8,40}$", description="An opaque id made by the desk.")
]
ClientId = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z0-9_-]{8,40}$",
        description="Made by the client, once for each thing it wants kept: repeating the same id is safe.",
    ),
]
Number = Annotated[
    int, Meta(ge=0, le=2**53 - 1, description="Position in one log of one conversation; the first entry is 1.")
]
Slug = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]{0,63}$", description="An id from zone data.")]
LanguageTag = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$", description="ISO 639 code of a language.")]
MessageText = Annotated[str, Meta(min_length=1, max_length=4000)]
LiveLine = Annotated[str, Meta(max_length=1000)]
ShortText = Annotated[str, Meta(max_length=200)]
Remark = Annotated[str, Meta(max_length=2000)]
Name = Annotated[str, Meta(min_length=1, max_length=80)]
Secret = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{43}$", description="256 random bits, base64url without padding.")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$", description="A SHA-256, in hexadecimal.")]
_MOST = 10**15
FieldValue = (
    Annotated[str, Meta(max_length=4000)]
    | bool
    | Annotated[int, Meta(ge=-_MOST, le=_MOST)]
    | Annotated[float, Meta(ge=-_MOST, le=_MOST)]
    | None
)
"""What one field of a form holds; `None` empties it. Numbers have bounds: NaN and infinity, which not every reader of
JSON takes, lie outside."""
Origin = Annotated[
    str,
    Meta(
        pattern=r"^https?://[A-Za-z0-9.:\[\]-]{1,190}$",
        description="Scheme, host and port of a site, as a browser writes them.",
    ),
]
ChoiceValue = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_.:-]{0,79}$", description="Names an answer that is offered.")]


class Word(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything on the wire: immutable, and an unknown field is an error."""


class Author(Word, frozen=True, kw_only=True):
    """Who wrote an entry. Agents are known by first name and role only."""

    participant: Identifier
    kind: Kind
    name: Name | None = None
    role: ShortText | None = None


class Choice(Word, frozen=True, kw_only=True):
    """An answer that is offered as a button, and stays readable as text."""

    value: ChoiceValue
    label: Annotated[str, Meta(min_length=1, max_length=120)]


class Link(Word, frozen=True, kw_only=True):
    """A page to read on, or a number to call (`https:`, `tel:`, `mailto:`, or a path on the desk)."""

    href: Annotated[str, Meta(pattern=r"^(https://|tel:|mailto:|/(?![/\\]))[^\s]*$", max_length=500)]
    label: Annotated[str, Meta(min_length=1, max_length=120)]


class Stage(Word, frozen=True, kw_only=True):
    """What one stage of the bot's triage came to: in a word, with the names it went by (rules, concepts, topics) and
    the figures behind it. It quotes nothing of the message."""

    name: Slug
    outcome: ShortText = ""
    names: Annotated[tuple[ShortText, ...], Meta(max_length=100)] = ()
    figures: dict[Slug, float] = {}


class EarlierContact(Word, frozen=True, kw_only=True):
    """A conversation that the same citizen had before, as far as anybody said so. `helped_by`: the bot closed it and no
    person was needed; a person took it; or it ended before either."""

    conversation: Identifier
    opened_at: datetime
    language: Language
    topic: Slug | None = None
    helped_by: Literal["bot", "person", "nobody"]


class Need(Word, frozen=True, kw_only=True):
    """What a conversation asks of whoever takes it."""

    topic: Slug | None = None
    languages: tuple[LanguageTag, ...] = ()
    neighbourhood: Slug | None = None
    urgency: Urgency = "routine"
    video: bool = False


class Colleague(Word, frozen=True, kw_only=True):
    """An agent as other staff see one."""

    agent: Identifier
    name: Name
    role: ShortText
    teams: tuple[Slug, ...]
    languages: tuple[LanguageTag, ...]
    accepting: bool
    load: Annotated[int, Meta(ge=0)]


class Overview(Word, frozen=True, kw_only=True):
    """A conversation as it stands in a list."""

    conversation: Identifier
    phase: Phase
    need: Need
    team: Slug
    opened_at: datetime
    queued_at: datetime | None = None
    agent: Identifier | None = None
    agent_name: Name | None = None


class ReportView(Word, frozen=True, kw_only=True):
    """A report as it stands: `draft` (being filled) -> `offered` (the citizen is asked to confirm) -> `filed`."""

    report: Identifier
    form: Slug
    form_version: Annotated[int, Meta(ge=1)]
    revision: Annotated[int, Meta(ge=0)]
    state: Literal["draft", "offered", "filed"]
    fields: dict[Slug, FieldValue]
    problems: dict[Slug, str] = {}
    reference: ShortText | None = None
    pv_number: ShortText | None = None


class CallParty(Word, frozen=True, kw_only=True):
    """Somebody in a call, or on the way into it: `invited` -> `waiting` (a guest, until an agent decides) -> `in`.

    `connected`: media flows to and from them. `held`: they hold the call, and send a still sign and silence.
    """

    participant: Author
    state: Literal["invited", "waiting", "in"]
    connected: bool = False
    held: bool = False


class RecordingView(Word, frozen=True, kw_only=True):
    """A recording of a call as it stands: `asked` -> `running` <-> `paused` -> `stopped` -> `stored` -> `erased`; or
    `refused`, or `lapsed` where the call was over before all had answered.

    `agreed`: the parties that said yes; `asked_by` is one of them. Whoever else is in the call is to answer, whenever.
    `paused_by`: the party that paused it, and lets it go on; none while somebody new has yet to answer. It is kept for
    `keep_days`, unless it is `held` for a legal reason.
    """

    recording: Identifier
    call: Identifier
    state: Literal["asked", "running", "paused", "stopped", "stored", "erased", "refused", "lapsed"]
    asked_by: Identifier
    agreed: tuple[Identifier, ...]
    paused_by: Identifier | None = None
    keep_days: Annotated[int, Meta(ge=1)]
    asked_at: datetime
    erase_at: datetime | None = None
    held: bool = False


class FilmView(Word, frozen=True, kw_only=True):
    """One film of a recording: whose, what it shows, its address until the opening ends, and its digest. `author`: who
    that is, also one who has left the conversation since.

    All films of a recording begin at the same moment.
    """

    party: Identifier
    shows: Literal["camera", "screen", "sound"]
    path: Annotated[str, Meta(max_length=400)]
    content_type: ShortText
    seconds: float
    sha256: Digest
    author: Author | None = None


class PhotoView(Word, frozen=True, kw_only=True):
    """A photo that was asked for in a call: `asked` -> `agreed` -> `taken` -> `erased`; or `declined`; or `lapsed`,
    where the agent withdrew the question or the call was over first.

    `report`: the report that it belongs to, or none yet. What follows is known once it was taken: `size` in bytes,
    `width` and `height` in pixels, the digest of the JPEG as it is kept.
    """

    photo: Identifier
    call: Identifier
    purpose: PhotoPurpose
    state: Literal["asked", "agreed", "taken", "declined", "lapsed", "erased"]
    asked_by: Identifier
    asked_at: datetime
    report: Identifier | None = None
    taken_at: datetime | None = None
    size: Annotated[int, Meta(ge=1)] | None = None
    width: Annotated[int, Meta(ge=1)] | None = None
    height: Annotated[int, Meta(ge=1)] | None = None
    sha256: Digest | None = None


class CallView(Word, frozen=True, kw_only=True):
    """A call as it stands: `proposed` -> `accepted` (being connected) -> `running` -> `ended`.

    `placement` counts the media workers that the call was placed on: a party whose connection was made for an earlier
    one offers anew, on a fresh connection. `parties` are empty until the call is accepted.
    """

    call: Identifier
    state: Literal["proposed", "accepted", "running", "ended"]
    video: bool
    proposed_by: Identifier
    accepted_by: Identifier | None = None
    placement: Annotated[int, Meta(ge=0)] = 0
    parties: tuple[CallParty, ...] = ()


class CallInvitation(Word, frozen=True, kw_only=True):
    """A colleague asks an agent into a call."""

    conversation: Identifier
    call: Identifier
    video: bool
    need: Need
    by: Name | None = None
