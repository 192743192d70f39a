"""Entries of the recording of a call."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.body import Body
from server.protocol.words import Digest, Identifier, LogName, Remark


class RecordingProposed(Body, frozen=True, kw_only=True, tag="recording.proposed"):
    """One side would like to record the call, and asks everybody else in it. Saying no has no consequence."""

    recording: Identifier
    call: Identifier


class RecordingAnswered(Body, frozen=True, kw_only=True, tag="recording.answered"):
    """Somebody in the call agreed to the recording, or did not."""

    recording: Identifier
    agreed: bool


class RecordingStarted(Body, frozen=True, kw_only=True, tag="recording.started"):
    """Everybody in the call agreed: it is recorded from now on."""

    recording: Identifier


class RecordingPaused(Body, frozen=True, kw_only=True, tag="recording.paused"):
    """Nothing is recorded for now. `newcomer`: because somebody joined who has to be asked first."""

    recording: Identifier
    reason: Literal["asked", "newcomer"]


class RecordingResumed(Body, frozen=True, kw_only=True, tag="recording.resumed"):
    """It goes on."""

    recording: Identifier


class RecordingStopped(Body, frozen=True, kw_only=True, tag="recording.stopped"):
    """The recording is over, and why. `refused`: somebody who joined did not agree; `failed`: it could not be kept;
    `topic`: the conversation is about something else now, of which calls may not be recorded."""

    recording: Identifier
    reason: Literal["asked", "refused", "call_ended", "failed", "topic"]


class RecordingStored(Body, frozen=True, kw_only=True, tag="recording.stored"):
    """What became of a recording, by SHA-256: of its films' content, and of the sealed packets as they lie on disk.

    `whole`: false where an end is missing, because a worker stopped in the middle, where a part was changed, or where
    there is no film.
    """

    log: ClassVar[LogName] = "staff"
    recording: Identifier
    films: Annotated[tuple[Digest, ...], Meta(max_length=64)]
    dumps: Annotated[tuple[Digest, ...], Meta(max_length=64)]
    whole: bool


class RecordingOpened(Body, frozen=True, kw_only=True, tag="recording.opened"):
    """Somebody of staff opened the recording to look at it."""

    log: ClassVar[LogName] = "staff"
    recording: Identifier


class RecordingHeld(Body, frozen=True, kw_only=True, tag="recording.held"):
    """A recording is kept for a legal reason, or no longer."""

    log: ClassVar[LogName] = "staff"
    recording: Identifier
    held: bool
    reason: Remark = ""


class RecordingErased(Body, frozen=True, kw_only=True, tag="recording.erased"):
    """The key of the recording was destroyed: nobody can open it any more."""

    recording: Identifier
