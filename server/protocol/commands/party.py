"""Who else is in a call: colleagues and guests are asked, come, and go."""

from typing import ClassVar

from server.protocol.commands.command import AGENT, GUEST, Command
from server.protocol.results import CallShown, GuestShown, InvitationMinted
from server.protocol.words import Identifier, Language, Name, Secret


class InviteAgent(Command, frozen=True, kw_only=True):
    """Ask a colleague into the call of your conversation. Until the call is over they may read the conversation and
    write in it."""

    event: ClassVar[str] = "call.invite_agent"
    by: ClassVar = AGENT
    result: ClassVar = CallShown
    conversation: Identifier
    call: Identifier
    agent: Identifier


class InviteGuest(Command, frozen=True, kw_only=True):
    """Make a link for one use, for an interpreter. Whoever opens it waits until you admit them."""

    event: ClassVar[str] = "call.invite_guest"
    by: ClassVar = AGENT
    result: ClassVar = InvitationMinted
    conversation: Identifier
    call: Identifier
    name: Name | None = None


class JoinCall(Command, frozen=True, kw_only=True):
    """Go into a call that is under way: as who was asked, or as who took the conversation meanwhile."""

    event: ClassVar[str] = "call.join"
    by: ClassVar = AGENT
    result: ClassVar = CallShown
    conversation: Identifier
    call: Identifier


class DeclineInvitation(Command, frozen=True, kw_only=True):
    """Say that you do not come into a call that a colleague asked you into."""

    event: ClassVar[str] = "call.decline_invitation"
    by: ClassVar = AGENT
    conversation: Identifier
    call: Identifier


class AdmitGuest(Command, frozen=True, kw_only=True):
    """Let a guest who waits into the call."""

    event: ClassVar[str] = "call.admit"
    by: ClassVar = AGENT
    result: ClassVar = CallShown
    conversation: Identifier
    call: Identifier
    participant: Identifier


class RemoveParty(Command, frozen=True, kw_only=True):
    """Refuse a guest who waits, withdraw an invitation, or take somebody out of the call; never the citizen."""

    event: ClassVar[str] = "call.remove"
    by: ClassVar = AGENT
    result: ClassVar = CallShown
    conversation: Identifier
    call: Identifier
    participant: Identifier


class EnterCall(Command, frozen=True, kw_only=True):
    """Come to the door of a call as a guest: the first time with the code of the link, which is used up by this; from
    then on the token that you connect with keeps the place."""

    event: ClassVar[str] = "call.enter"
    by: ClassVar = GUEST
    result: ClassVar = GuestShown
    code: Secret | None = None
    name: Name | None = None
    language: Language = "nl"
