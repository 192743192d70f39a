"""Who may do what with a conversation. Every use case asks here; what is not allowed below is refused.

To somebody who may not even see a conversation it does not exist: the refusal is `no_such_conversation`.
"""

from typing import Literal

from msgspec import Struct

from server.domain.actor import Actor, Agent, Bot, Citizen, Desk, Guest
from server.protocol.errors import Refusal
from server.protocol.words import Phase

Action = Literal[
    "read_shared",
    "read_staff",
    "post",
    "note",
    "show_typing",
    "mark_read",
    "choose_language",
    "request_person",
    "end",
    "rate",
    "take",
    "state_need",
    "transfer",
    "close",
    "raise_emergency",
    "record_triage",
    "mark_answer",
    "link_contact",
    "call",
    "run_call",
    "join_call",
    "be_in_call",
    "record",
    "watch_recording",
    "hold_recording",
    "ask_photo",
    "answer_photo",
    "remove_photo",
    "start_report",
    "read_report",
    "fill_report",
    "offer_report",
    "confirm_report",
    "record_pv_number",
    "mint_ticket",
    "manage_token",
]
"""`call`: propose, accept and decline. `run_call`: ask others in, admit and remove them. `join_call`: come into one
that is under way. `be_in_call`: send, receive, hold and leave."""

AtLarge = Literal["watch_queue", "set_availability", "oversee", "test_network"]
"""What concerns no single conversation. `oversee`: the bot's work, and what it is to be taught."""


class Facts(Struct, frozen=True):
    """What decides about a conversation: its phase, team and assignment, whom it was handed to by name while it waits,
    whether the citizen's token opens it, and whether the actor has a seat in its call by invitation."""

    phase: Phase
    team: str
    agent: str | None
    offered_to: str | None
    sensitive: bool
    token_opens: bool = False
    called_in: bool = False


_CITIZEN: frozenset[Action] = frozenset(
    {
        "read_shared",
        "post",
        "show_typing",
        "mark_read",
        "choose_language",
        "request_person",
        "end",
        "rate",
        "call",
        "be_in_call",
        "answer_photo",
        "read_report",
        "fill_report",
        "confirm_report",
        "mint_ticket",
        "manage_token",
    }
)
_ASSIGNED_AGENT: frozenset[Action] = frozenset(
    {
        "read_shared",
        "read_staff",
        "post",
        "note",
        "show_typing",
        "mark_read",
        "state_need",
        "transfer",
        "close",
        "raise_emergency",
        "call",
        "run_call",
        "join_call",
        "be_in_call",
        "record",
        "watch_recording",
        "ask_photo",
        "remove_photo",
        "start_report",
        "read_report",
        "fill_report",
        "offer_report",
        "record_pv_number",
        "mint_ticket",
    }
)
_COLLEAGUE: frozenset[Action] = frozenset(
    {"read_shared", "read_staff", "note", "mark_read", "read_report", "take", "mark_answer", "link_contact"}
)
_SUPERVISOR: frozenset[Action] = _COLLEAGUE | {
    "transfer",
    "close",
    "state_need",
    "record_pv_number",
    "mint_ticket",
    "watch_recording",
    "hold_recording",
}
_CALLED_IN: frozenset[Action] = frozenset(
    {"read_shared", "read_staff", "post", "note", "show_typing", "mark_read", "read_report", "join_call", "be_in_call"}
)
"""An agent whom a colleague asked into the call works on the conversation with them until the call is over."""
_GUEST: frozenset[Action] = frozenset({"be_in_call"})
"""A guest sees and hears the call, and nothing that was written before or beside it."""
_BOT: frozenset[Action] = frozenset(
    {
        "read_shared",
        "post",
        "note",
        "show_typing",
        "mark_read",
        "state_need",
        "transfer",
        "close",
        "raise_emergency",
        "record_triage",
        "start_report",
        "read_report",
        "fill_report",
        "offer_report",
    }
)
_BOT_BESIDE: frozenset[Action] = frozenset({"read_shared", "raise_emergency", "record_triage"})
"""While the citizen waits for a person: the bot says nothing, and still looks out for danger."""
_AFTER_CLOSE: frozenset[Action] = frozenset(
    {
        "read_shared",
        "read_staff",
        "read_report",
        "mark_read",
        "rate",
        "note",
        "mark_answer",
        "link_contact",
        "record_pv_number",
        "mint_ticket",
        "manage_token",
        "watch_recording",
        "hold_recording",
    }
)


def check(actor: Actor, action: Action, facts: Facts) -> None:
    """Return where the actor may; raise Refusal otherwise.

    `no_such_conversation`: not theirs to see. `conversation_closed`: too late. `not_closed`: too early.
    `not_allowed`: theirs to see, not to do.
    """
    allowed = _allowed(actor, facts)
    if not allowed & {"read_shared", "take", "be_in_call"}:
        raise Refusal("no_such_conversation")
    if facts.phase == "closed" and action not in _AFTER_CLOSE:
        raise Refusal("conversation_closed")
    if facts.phase != "closed" and action == "rate":
        raise Refusal("not_closed")
    if action not in allowed:
        raise Refusal("not_allowed")


def check_at_large(actor: Actor, action: AtLarge) -> None:
    """Return where the actor may do what concerns no single conversation; raise Refusal `not_allowed` otherwise."""
    match actor:
        case Agent():
            allowed = action in {"watch_queue", "set_availability"} or (action == "oversee" and actor.supervisor)
        case Citizen():
            allowed = action == "test_network"
        case _:
            allowed = False
    if not allowed:
        raise Refusal("not_allowed")


def may(actor: Actor, action: Action, facts: Facts) -> bool:
    """Whether `check` would return."""
    try:
        check(actor, action, facts)
    except Refusal:
        return False
    return True


def _allowed(actor: Actor, facts: Facts) -> frozenset[Action]:
    match actor:
        case Citizen():
            return _CITIZEN if facts.token_opens else frozenset()
        case Bot():
            if facts.phase == "triage":
                return _BOT
            return _BOT_BESIDE if facts.phase == "waiting" else frozenset()
        case Guest():
            return _GUEST if facts.called_in else frozenset()
        case Desk():
            return _ASSIGNED_AGENT | _SUPERVISOR
        case Agent():
            return _of_agent(actor, facts) | (_CALLED_IN if facts.called_in else frozenset())


def _of_agent(actor: Agent, facts: Facts) -> frozenset[Action]:
    if facts.agent == actor.id:
        return _ASSIGNED_AGENT | _COLLEAGUE | (_SUPERVISOR if actor.supervisor else frozenset())
    if actor.supervisor:
        return _SUPERVISOR
    if facts.team in actor.teams:
        return _COLLEAGUE
    # What waits for another team may be taken when that team is short of hands, unless it is sensitive: then only by
    # whom a colleague chose, whichever team takes over while that agent's own is closed.
    open_to_them = not facts.sensitive or facts.offered_to == actor.id
    return _COLLEAGUE if facts.phase == "waiting" and open_to_them else frozenset()
