"""What came of what the bot did: whether it answered, whether that helped, whether the citizen came back.

Only what citizens, agents and the bot itself said counts. Nobody is followed: that a citizen came back is known where
the citizen or an agent said so, and nowhere else.
"""

from datetime import datetime, timedelta
from typing import Literal

from server.protocol.words import HandoverReason, TriageAction, TriageReply

CameTo = Literal["answered", "helped", "not_helped", "unanswered", "handed_over", "danger", "other"]
"""What came of one message: `answered`, until the citizen says whether it `helped`; `unanswered`: the bot was unsure
and handed over, or asked back and got no topic for it; `handed_over`: a person was needed or asked for, whatever the
bot knew; `danger`; `other`: a greeting, an answer in a form."""

RECONTACT = timedelta(days=7)
"""A new contact so soon after the end of another follows from it."""

LONGEST_REVIEW = timedelta(days=366)
"""The longest time that is looked over at once."""


def came_to(action: TriageAction, handover: HandoverReason | None) -> CameTo:
    """What comes of a message, as far as the decision on it says."""
    match action:
        case "answer":
            return "answered"
        case "clarify":
            # Only a topic that the citizen picks changes this: whoever says it again in other words, asks for a person
            # or goes away was asked in vain.
            return "unanswered"
        case "handover":
            return "unanswered" if handover == "unsure" else "handed_over"
        case "emergency":
            return "danger"
        case "form" | "greet" | "wait":
            return "other"


def judgement(reply: TriageReply | None) -> tuple[CameTo, CameTo] | None:
    """What a reply makes of an earlier message: of the newest that came to the first, the second. None: of nothing."""
    match reply:
        case "helped":
            return "answered", "helped"
        case "not_helped":
            return "answered", "not_helped"
        case "chose_topic":
            return "unanswered", "answered"
        case "none_of_these" | "asked_person" | None:
            return None


def is_recontact(ended: datetime, opened: datetime) -> bool:
    """Whether a conversation that was opened then is a new contact after one that ended at that time."""
    return opened - ended <= RECONTACT
