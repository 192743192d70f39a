"""Signals: what the desk says once, to those connected, and never stores. Present tense. Missing one does no harm."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.words import (
    Author,
    CallInvitation,
    CallView,
    ClientId,
    Colleague,
    Identifier,
    Link,
    LogName,
    Number,
    Overview,
    Phase,
    PhotoView,
    RecordingView,
    ReportView,
    ShortText,
    Word,
)


class Signal(Word, frozen=True, kw_only=True):
    """Base of all signals; `event` is the Socket.IO event it travels as."""

    event: ClassVar[str]
    for_guests: ClassVar[bool] = False
    """Whether a guest of the conversation's call hears it too."""


class Typing(Signal, frozen=True, kw_only=True):
    """Somebody is typing; good for six seconds unless repeated."""

    event: ClassVar[str] = "typing"
    conversation: Identifier
    log: LogName
    author: Author
    typing: bool


class Writing(Signal, frozen=True, kw_only=True):
    """What stands in somebody's line of live text, for those in the call: the whole line, each time.

    A line goes by its author and its id. Of one line the highest `sequence` counts; `finished`, which comes once,
    counts more than any. Good for fifteen seconds unless repeated, if it is not finished. An empty one was taken back.
    """

    event: ClassVar[str] = "writing"
    conversation: Identifier
    call: Identifier
    author: Author
    line: ClientId
    sequence: Number
    text: Annotated[str, Meta(max_length=4000)]
    finished: bool = False


class Signing(Signal, frozen=True, kw_only=True):
    """Somebody speaks in sign language, for those in the call; good for ten seconds unless repeated."""

    event: ClassVar[str] = "signing"
    conversation: Identifier
    call: Identifier
    participant: Identifier
    signing: bool


class Reading(Signal, frozen=True, kw_only=True):
    """How far a participant has read a log."""

    event: ClassVar[str] = "reading"
    conversation: Identifier
    log: LogName
    participant: Identifier
    kind: Literal["citizen", "agent", "bot"]
    number: Number


class Standing(Signal, frozen=True, kw_only=True):
    """Where a conversation stands, for the citizen: the place in the queue counts from 1; the minutes are an estimate.

    `staffed` is false when nobody is accepting conversations now; `ways` are the other ways on.
    """

    event: ClassVar[str] = "standing"
    conversation: Identifier
    phase: Phase
    sensitive: bool = False
    position: Annotated[int, Meta(ge=1)] | None = None
    minutes: tuple[int, int] | None = None
    staffed: bool = True
    ways: tuple[Link, ...] = ()


class QueueStands(Signal, frozen=True, kw_only=True):
    """All that waits, for an agent who watches the queue; most urgent first.

    `team` is what others have, longest first. A long list is cut; the counts say how many there are. `invited`: calls a
    colleague asks the agent into.
    """

    event: ClassVar[str] = "queue"
    waiting: tuple[Overview, ...]
    waiting_count: Annotated[int, Meta(ge=0)]
    mine: tuple[Overview, ...]
    team: tuple[Overview, ...]
    team_count: Annotated[int, Meta(ge=0)]
    colleagues: tuple[Colleague, ...]
    at: datetime
    invited: tuple[CallInvitation, ...] = ()


class CallStands(Signal, frozen=True, kw_only=True):
    """How a call stands; sent whenever it changes."""

    event: ClassVar[str] = "call"
    for_guests: ClassVar[bool] = True
    conversation: Identifier
    view: CallView


class CallMoved(Signal, frozen=True, kw_only=True):
    """A call is on another media worker, because the one it was on is gone: offer anew, on a fresh connection.

    Also said while no worker is free, before the call ends or goes on. `view.placement` tells the same to whoever
    missed this.
    """

    event: ClassVar[str] = "call.moved"
    for_guests: ClassVar[bool] = True
    conversation: Identifier
    view: CallView


class StreamsChange(Signal, frozen=True, kw_only=True):
    """What the others send one party of a call is something else now: that party offers again. Offering once more after
    a reconnect finds what was missed."""

    event: ClassVar[str] = "call.streams"
    for_guests: ClassVar[bool] = True
    conversation: Identifier
    call: Identifier
    party: Identifier


class RecordingStands(Signal, frozen=True, kw_only=True):
    """How the recording of a call stands; sent whenever it changes."""

    event: ClassVar[str] = "recording"
    for_guests: ClassVar[bool] = True
    conversation: Identifier
    view: RecordingView


class PhotoStands(Signal, frozen=True, kw_only=True):
    """How a photo that was asked for stands; sent whenever it changes."""

    event: ClassVar[str] = "photo"
    conversation: Identifier
    view: PhotoView


class ReportStands(Signal, frozen=True, kw_only=True):
    """How a report stands; sent whenever it changes."""

    event: ClassVar[str] = "report"
    conversation: Identifier
    view: ReportView


class AssignmentMade(Signal, frozen=True, kw_only=True):
    """To a bot: this conversation is yours from now on. Follow it with `log.sync`."""

    event: ClassVar[str] = "assignment"
    conversation: Identifier


class AssignmentEnded(Signal, frozen=True, kw_only=True):
    """To a bot or agent: this conversation is no longer yours."""

    event: ClassVar[str] = "assignment.ended"
    conversation: Identifier


class SignedOut(Signal, frozen=True, kw_only=True):
    """To an agent: the sign-in ended, or a supervisor ended it; the connection closes after this."""

    event: ClassVar[str] = "signed_out"
    reason: ShortText


class Revoked(Signal, frozen=True, kw_only=True):
    """To a citizen: this token no longer opens the conversation; wipe what is stored. To a guest: `refused` at the
    door, or `removed` from the call. The connection then closes."""

    event: ClassVar[str] = "revoked"
    reason: Literal["quick_exit", "expired", "refused", "removed"]


SIGNALS: tuple[type[Signal], ...] = (
    Typing,
    Writing,
    Signing,
    Reading,
    Standing,
    QueueStands,
    CallStands,
    CallMoved,
    StreamsChange,
    RecordingStands,
    PhotoStands,
    ReportStands,
    AssignmentMade,
    AssignmentEnded,
    SignedOut,
    Revoked,
)
