"""What people ask about the recording of a call."""

from typing import ClassVar

from server.protocol.commands.command import AGENT, IN_CALL, Command
from server.protocol.results import RecordingShown, RecordingToWatch
from server.protocol.words import Identifier, Remark


class ProposeRecording(Command, frozen=True, kw_only=True):
    """Ask everybody in a running call whether it may be recorded. To ask is to agree. The zone decides about which
    topics this may be asked."""

    event: ClassVar[str] = "recording.propose"
    by: ClassVar = AGENT
    result: ClassVar = RecordingShown
    conversation: Identifier
    call: Identifier


class AnswerRecording(Command, frozen=True, kw_only=True):
    """Agree to be recorded, or not. A no has no consequence but that nothing is recorded."""

    event: ClassVar[str] = "recording.answer"
    by: ClassVar = IN_CALL
    result: ClassVar = RecordingShown
    conversation: Identifier
    recording: Identifier
    agree: bool


class PauseRecording(Command, frozen=True, kw_only=True):
    """Keep nothing for now. Acknowledged once nothing is kept any more."""

    event: ClassVar[str] = "recording.pause"
    by: ClassVar = IN_CALL
    result: ClassVar = RecordingShown
    conversation: Identifier
    recording: Identifier


class ResumeRecording(Command, frozen=True, kw_only=True):
    """Let a recording go on that you paused yourself."""

    event: ClassVar[str] = "recording.resume"
    by: ClassVar = IN_CALL
    result: ClassVar = RecordingShown
    conversation: Identifier
    recording: Identifier


class StopRecording(Command, frozen=True, kw_only=True):
    """End a recording, or withdraw the question. Anybody in the call may. What was recorded is kept."""

    event: ClassVar[str] = "recording.stop"
    by: ClassVar = IN_CALL
    result: ClassVar = RecordingShown
    conversation: Identifier
    recording: Identifier


class OpenRecording(Command, frozen=True, kw_only=True):
    """Open a recording to look at it. Each opening is written down, with who and when."""

    event: ClassVar[str] = "recording.open"
    by: ClassVar = AGENT
    result: ClassVar = RecordingToWatch
    conversation: Identifier
    recording: Identifier


class HoldRecording(Command, frozen=True, kw_only=True):
    """Keep a recording beyond its time, for a legal reason that is written down, or no longer. Supervisors only."""

    event: ClassVar[str] = "recording.hold"
    by: ClassVar = AGENT
    result: ClassVar = RecordingShown
    conversation: Identifier
    recording: Identifier
    held: bool
    reason: Remark = ""
