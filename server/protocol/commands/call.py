"""What is asked about a call as a whole, and what each party of it does."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.commands.command import IN_CALL, PEOPLE, Command
from server.protocol.media import Mid, SessionDescription
from server.protocol.results import CallAnswered, CallShown
from server.protocol.words import ClientId, Identifier


class ProposeCall(Command, frozen=True, kw_only=True):
    """Propose a call. There is one at a time in a conversation."""

    event: ClassVar[str] = "call.propose"
    by: ClassVar = PEOPLE
    result: ClassVar = CallShown
    conversation: Identifier
    video: bool = True


class AcceptCall(Command, frozen=True, kw_only=True):
    """Agree to a proposed call. Both sides then offer, each as soon as it can."""

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


class OfferMedia(Command, frozen=True, kw_only=True):
    """Hand over a session description (SDP), and get the media worker's answer at once, whoever else is there.

    A party may offer at any time: to restart ICE, after its page was loaded again, when it shares a screen. What it
    sends, it sends in sections that are `sendrecv` or `sendonly`: one of sound, one of video from its camera, and one
    of video that shows its screen, whose mid is `screen`. `placement` is that of the call view for which the peer
    connection was made: an offer that a move of the call has overtaken is refused with `media_failed`.
    """

    event: ClassVar[str] = "call.offer"
    by: ClassVar = IN_CALL
    result: ClassVar = CallAnswered
    conversation: Identifier
    call: Identifier
    sdp: SessionDescription
    screen: Mid | None = None
    placement: Annotated[int, Meta(ge=0)] | None = None


class ReportIncident(Command, frozen=True, kw_only=True):
    """Say that something technical went wrong in a call; it is noted in the record. With a `client_id` it may be
    repeated."""

    event: ClassVar[str] = "call.incident"
    by: ClassVar = IN_CALL
    conversation: Identifier
    call: Identifier
    incident: Literal["connection_lost", "device_lost", "negotiation_failed", "reconnected"]
    client_id: ClientId | None = None


class HoldCall(Command, frozen=True, kw_only=True):
    """Say that you hold the call, or go on. Your own browser sends a still sign and silence meanwhile."""

    event: ClassVar[str] = "call.hold"
    by: ClassVar = IN_CALL
    conversation: Identifier
    call: Identifier
    held: bool


class HangUp(Command, frozen=True, kw_only=True):
    """End a call for all, as citizen or as the agent who has the conversation; anybody else leaves it, and it goes
    on."""

    event: ClassVar[str] = "call.hang_up"
    by: ClassVar = IN_CALL
    conversation: Identifier
    call: Identifier
