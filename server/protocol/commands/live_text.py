"""What the parties of a call show each other while it lasts: text as it is typed, and that somebody signs."""

from typing import ClassVar

from server.protocol.commands.command import IN_CALL, Command
from server.protocol.words import ClientId, Identifier, LiveLine, Number


class ShowWriting(Command, frozen=True, kw_only=True):
    """Show those in the call what stands in your line of live text now; empty where it was taken back.

    A line goes by an id that you make, and by a `sequence` that grows. Send the whole line at the first change, and
    then at most five times a second. Once it has ended, post it by `message.post`, with its id as `client_id`.
    """

    event: ClassVar[str] = "writing.show"
    by: ClassVar = IN_CALL
    conversation: Identifier
    call: Identifier
    line: ClientId
    sequence: Number
    text: LiveLine


class ShowSigning(Command, frozen=True, kw_only=True):
    """Show those in the call that you speak in sign language now, or no longer do. Repeat it every four seconds."""

    event: ClassVar[str] = "signing.show"
    by: ClassVar = IN_CALL
    conversation: Identifier
    call: Identifier
    signing: bool
