"""What people ask about a call."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.commands.command import PEOPLE, Command
from server.protocol.results import CallShown
from server.protocol.words import ClientId, Identifier


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
    """Say that something technical went wrong in a call; it is noted in the record. With a `client_id` it may be
    repeated."""

    event: ClassVar[str] = "call.incident"
    by: ClassVar = PEOPLE
    conversation: Identifier
    call: Identifier
    incident: Literal["connection_lost", "device_lost", "negotiation_failed", "reconnected"]
    client_id: ClientId | None = None


class HangUp(Command, frozen=True, kw_only=True):
    """End a call, for both."""

    event: ClassVar[str] = "call.hang_up"
    by: ClassVar = PEOPLE
    conversation: Identifier
    call: Identifier
