"""What happened in a conversation, in one sentence each."""

import msgspec

from server.papers.notation import Notation
from server.protocol.call_entries import CallEnded, CallJoined, CallLeft, GuestArrived, InvitationEnded, InvitationMade
from server.protocol.entries import ConversationQueued, Entry, ParticipantJoined, ParticipantLeft
from server.zone.zone import Zone

_ABOUT_SOMEBODY = (
    ParticipantJoined | ParticipantLeft | CallJoined | CallLeft | InvitationMade | GuestArrived | InvitationEnded
)
"""Entries about somebody who need not be their author."""


def text_id(tag: str) -> str:
    """The text in `papers.ftl` that tells of entries of this type."""
    return "paper-event-" + tag.replace(".", "-").replace("_", "-")


def event_text(entry: Entry, zone: Zone, notation: Notation) -> str:
    """The sentence for an entry that is no message.

    Its text may use whatever the body holds in one word or number, and `who` and `person`: who did it, by kind and by
    name.
    """
    body = entry.body
    who = body.participant if isinstance(body, _ABOUT_SOMEBODY) else entry.author
    plain = {name: value for name, value in msgspec.structs.asdict(body).items() if isinstance(value, str | int)}
    words = {name: str(value).lower() if isinstance(value, bool) else value for name, value in plain.items()}
    if isinstance(body, ConversationQueued):
        team = zone.team(body.team)
        words["team"] = team.name[notation.language] if team else body.team
    if isinstance(body, CallEnded):
        words["minutes"], words["rest"] = divmod(body.seconds, 60)
    return notation.text(text_id(str(body.__struct_config__.tag)), who=who.kind, person=notation.person(who), **words)
