"""Entries of calls: proposed, begun, who came and went, what went wrong, ended."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from server.protocol.body import Body
from server.protocol.words import Author, Identifier, Incident, LogName


class CallProposed(Body, frozen=True, kw_only=True, tag="call.proposed"):
    """One side would like to call. Declining has no consequence."""

    call: Identifier
    video: bool


class CallAccepted(Body, frozen=True, kw_only=True, tag="call.accepted"):
    """The other side agreed; the call is being connected."""

    call: Identifier


class CallDeclined(Body, frozen=True, kw_only=True, tag="call.declined"):
    """The other side would rather not, or the proposer took it back."""

    call: Identifier


class CallStarted(Body, frozen=True, kw_only=True, tag="call.started"):
    """Both sides are connected."""

    call: Identifier


class CallIncident(Body, frozen=True, kw_only=True, tag="call.incident"):
    """Something technical went wrong in a call: it is part of the record."""

    call: Identifier
    incident: Incident
    party: Identifier | None = None


class CallEnded(Body, frozen=True, kw_only=True, tag="call.ended"):
    """The call is over; `seconds` since it started, 0 where it never did."""

    call: Identifier
    reason: Literal["hung_up", "lost", "failed", "closed"]
    seconds: Annotated[int, Meta(ge=0)]


class CallJoined(Body, frozen=True, kw_only=True, tag="call.joined"):
    """Somebody came into a call that is under way: a colleague, an interpreter, or whoever took the conversation."""

    call: Identifier
    participant: Author


class CallLeft(Body, frozen=True, kw_only=True, tag="call.left"):
    """Somebody is no longer in a call, which goes on without them."""

    call: Identifier
    participant: Author
    reason: Literal["left", "removed", "transfer", "lost"]


class InvitationMade(Body, frozen=True, kw_only=True, tag="invitation.made"):
    """Somebody was asked into a call: a colleague, or a guest by a link for one use."""

    log: ClassVar[LogName] = "staff"
    call: Identifier
    participant: Author


class GuestArrived(Body, frozen=True, kw_only=True, tag="guest.arrived"):
    """A guest used the link, and waits outside the call until somebody decides."""

    log: ClassVar[LogName] = "staff"
    call: Identifier
    participant: Author


class InvitationEnded(Body, frozen=True, kw_only=True, tag="invitation.ended"):
    """Whoever was asked into a call does not come: the colleague declined, the guest was refused, or it was
    withdrawn."""

    log: ClassVar[LogName] = "staff"
    call: Identifier
    participant: Author
    reason: Literal["declined", "refused", "withdrawn"]
