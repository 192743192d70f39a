"""What nodes tell each other over Redis. Hints only: nothing here has authority, whoever gets one asks the database.

Some of them carry what they are about, because it is stored nowhere: that somebody types, what stands in a line of live
text, and how far somebody has read.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from server.protocol.entries import Entry
from server.protocol.signals import Reading, Signing, StreamsChange, Typing, Writing
from server.protocol.words import Identifier, LogName, ShortText

MOST = 500
"""Hints in one envelope."""

NODE = r"^n_[A-Za-z0-9_-]{8,40}$"
"""The name of a node."""

Last = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""The newest number of a log that a node knows of; 0 where it knows of none."""


class Hint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="hint"):
    """Base of all hints."""


class Directed(Hint, frozen=True, kw_only=True):
    """Base of hints about one conversation: they go to the nodes on which somebody follows it."""

    conversation: Identifier


class Grown(Directed, frozen=True, kw_only=True, tag="grown"):
    """A log grew: from `first` to `last` there is something new."""

    log: LogName
    first: Annotated[int, Meta(ge=1, le=2**53 - 1)]
    last: Annotated[int, Meta(ge=1, le=2**53 - 1)]

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a log grows forward")

    @classmethod
    def by(cls, entry: Entry) -> "Grown":
        """The log of this entry grew by it."""
        return cls(conversation=entry.conversation, log=entry.log, first=entry.number, last=entry.number)


class Joined(Directed, frozen=True, kw_only=True, tag="joined"):
    """Somebody on the sending node follows the conversation from now on. Who does so too answers with `Met`."""

    shared: Last = 0
    staff: Last = 0


class Met(Directed, frozen=True, kw_only=True, tag="met"):
    """The answer to `Joined`: from now on the sender tells the other node what it adds. Until now it knew this much."""

    shared: Last = 0
    staff: Last = 0


class Left(Directed, frozen=True, kw_only=True, tag="left"):
    """Nobody on the sending node follows the conversation any more."""


class CallMoved(Directed, frozen=True, kw_only=True, tag="call_moved"):
    """A call changed its state."""


class CallReplaced(Directed, frozen=True, kw_only=True, tag="call_replaced"):
    """A call lost its place on a media worker, and may have another."""


class StreamsChanged(Directed, frozen=True, kw_only=True, tag="streams_changed"):
    """What a party of a call receives changed: it is to offer again."""

    signal: StreamsChange


class RecordingMoved(Directed, frozen=True, kw_only=True, tag="recording_moved"):
    """The recording of a call changed its state."""

    recording: Identifier


class PhotoMoved(Directed, frozen=True, kw_only=True, tag="photo_moved"):
    """A photo that was asked for in a call changed its state."""

    photo: Identifier


class ReportMoved(Directed, frozen=True, kw_only=True, tag="report_moved"):
    """A report changed."""

    report: Identifier


class StandingMoved(Directed, frozen=True, kw_only=True, tag="standing_moved"):
    """The citizen is to be told anew where the conversation stands."""


class AudienceChanged(Directed, frozen=True, kw_only=True, tag="audience_changed"):
    """Somebody may no longer see the conversation."""


class Typed(Directed, frozen=True, kw_only=True, tag="typed"):
    """Somebody types."""

    signal: Typing


class Hearers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is in a call: whether the citizen is, which agents by id, and which guests by their `label`."""

    citizen: bool
    agents: tuple[Identifier, ...]
    guests: tuple[ShortText, ...]


class Wrote(Directed, frozen=True, kw_only=True, tag="wrote"):
    """Somebody writes live text in a call, for these and nobody else."""

    signal: Writing
    heard_by: Hearers


class Signed(Directed, frozen=True, kw_only=True, tag="signed"):
    """Somebody signs in a call, or no longer does, for these and nobody else."""

    signal: Signing
    heard_by: Hearers


class HasRead(Directed, frozen=True, kw_only=True, tag="has_read"):
    """Somebody has read so far."""

    signal: Reading


class QueueChanged(Hint, frozen=True, kw_only=True, tag="queue_changed"):
    """The queue, an assignment or somebody's availability changed."""


class SignInEnded(Hint, frozen=True, kw_only=True, tag="sign_in_ended"):
    """A sign-in ended: close its connections."""

    sign_in: ShortText


class Missed(Hint, frozen=True, kw_only=True, tag="missed"):
    """The sender had to drop hints: look for what is new in everything that is followed."""


AnyHint = (
    Grown
    | Joined
    | Met
    | Left
    | CallMoved
    | CallReplaced
    | StreamsChanged
    | RecordingMoved
    | PhotoMoved
    | ReportMoved
    | StandingMoved
    | AudienceChanged
    | Typed
    | Wrote
    | Signed
    | HasRead
    | QueueChanged
    | SignInEnded
    | Missed
)


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """What one node sends another at one moment; without hints, a node's sign of life to itself."""

    node: str
    hints: tuple[AnyHint, ...] = ()


class _Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    node: Annotated[str, Meta(pattern=NODE)]
    hints: Annotated[tuple[msgspec.Raw, ...], Meta(max_length=MOST)] = ()


_SEALED: msgspec.json.Decoder[_Sealed] = msgspec.json.Decoder(_Sealed)
_HINT: msgspec.json.Decoder[AnyHint] = msgspec.json.Decoder(AnyHint)


def decode(data: bytes) -> tuple[Envelope, int] | None:
    """The envelope, with the hints in it that are exactly one, and how many are not: a node of another version may know
    more. None for anything that is no envelope."""
    try:
        sealed = _SEALED.decode(data)
    except msgspec.DecodeError:
        return None
    hints = [hint for hint in map(_hint, sealed.hints) if hint is not None]
    return Envelope(node=sealed.node, hints=tuple(hints)), len(sealed.hints) - len(hints)


def _hint(data: msgspec.Raw) -> AnyHint | None:
    try:
        return _HINT.decode(data)
    except msgspec.DecodeError:
        return None


def encode(envelope: Envelope) -> bytes:
    return msgspec.json.encode(envelope)
