"""A valid example of every struct of the contract, built from its types. A test decodes each."""

from datetime import datetime
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin

from server.protocol.entries import AnyBody, MessagePosted
from server.protocol.render.shapes import ABSENT, bare, fields, is_struct, members, tag
from server.protocol.words import Word

USUAL: Final = ...
"""Stands for the value that a field of this name has everywhere."""

_VALUES: dict[str, Any] = {
    "action": "answer",
    "after": 5,
    "agent": "a_Kq3ZtB7wXy0d",
    "agreed": ["p_Hn5cJ2kD8fUo"],
    "asked_by": "p_Hn5cJ2kD8fUo",
    "call": "k_Yw8sR1pLm5Qe",
    "capacity": 3,
    "client_id": "dRk4v0Tq9sXfWm2a",
    "expires_in": 14_400,
    "code": "yG1bU7s0mX2vK4nQpT9cZ3rL8dWfHjA6eVtBoSiMxNk",
    "content_type": "video/webm",
    "conversation": "c_7Qm2xVb9Tn4L",
    "credential": "bnkCQ7pQ8cJ8m0gkXv2rYHwA9xk=",
    "dumps": ["3c9f1f6f0d3f3f4b8f2a6f1f0f7c5a9d2b1e4c8a7d6f5e4c3b2a190807f6e5d4"],
    "exit_url": "https://www.weather.example/",
    "earlier": "c_4Jt9wKc2Ym7P",
    "fields": {"frame_number": "WBK123456", "locked": True},
    "folder": "/var/lib/onlineloket/lessons",
    "films": ["4d5e6f708091a2b3c4e5f6d7a8c4e1b2d9a5c7f0f1f6a2f8b4f3f3d0f6f1f9c3"],
    "form": "bicycle_theft",
    "incident": "connection_lost",
    "language": "nl",
    "languages": ["nl"],
    "last": 8,
    "line": "fT7c2Kq9xWm4Rb1s",
    "link": "https://desk.municipality.example/join#code=yG1bU7s0mX2vK4nQpT9cZ3rL8dWfHjA6eVtBoSiMxNk",
    "login": "an",
    "masked": "My bicycle was stolen last night.",
    "message": 4,
    "mid": "0",
    "minutes": [4, 8],
    "name": "An",
    "number": 7,
    "outcome": "report_filed",
    "participant": "p_Hn5cJ2kD8fUo",
    "party": "p_Hn5cJ2kD8fUo",
    "password": "a made-up password",
    "photo": "pho_Xt7nW3kR9bLc",
    "path": "/papers/yG1bU7s0mX2vK4nQpT9cZ3rL8dWfHjA6eVtBoSiMxNk",
    "proposed_by": "p_Hn5cJ2kD8fUo",
    "purpose": "transcript",
    "pv_number": "ME.18.L1.012345/2026",
    "recording": "rec_Zt5rB9nQ2xVk",
    "reference": "OLD-2026-000123",
    "report": "r_Vb6gM3xSz9Tj",
    "revision": 3,
    "role": "police inspector",
    "score": 4,
    "scores": {"bicycle_theft": 0.93},
    "sdp": "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\n…",
    "seconds": 312,
    "sensitive": False,
    "sha256": "3c9f1f6f0d3f3f4b8f2a6f1f0f7c5a9d2b1e4c8a7d6f5e4c3b2a190807f6e5d4",
    "shared_last": 12,
    "site": "https://www.municipality.example",
    "soft_question": "Is it happening now?",
    "supervisor": False,
    "team": "central",
    "teams": ["central"],
    "text": "My bicycle was stolen last night.",
    "test": "k_Yw8sR1pLm5Qe",
    "texts": {"nl": "Goedemorgen.", "fr": "Bonjour.", "en": "Good morning.", "de": "Guten Morgen."},
    "topic": "bicycle_theft",
    "topics": ["bicycle_theft"],
    "urls": ["turn:turn.police.example:3478"],
    "username": "1773480600:u3V9bQx0T2mK7wZc",
    "why": "unsure",
    "zone": "demo",
}

_PARTICULAR: dict[str, dict[str, Any]] = {
    "AnswerPhoto": {"agree": True},
    "AskPhoto": {"purpose": "damage"},
    "AnswerMarked": {"topic": USUAL},
    "AssignmentTaken": {"conversation": USUAL},
    "Author": {"kind": "agent", "name": USUAL, "role": USUAL},
    "CallAnswered": {"streams": USUAL},
    "CallIncident": {"party": USUAL},
    "CallParty": {"state": "in", "connected": True},
    "CallView": {"parties": USUAL},
    "CannedAnswer": {"id": "greeting", "label": "Greeting"},
    "Card": {"title": "Are you in danger?", "text": "Call 112 or 101 now."},
    "Choice": {"value": "topic.bicycle_theft", "label": "My bicycle was stolen"},
    "ConsoleData": {"topics": [{"id": "bicycle_theft", "label": "Bicycle theft"}]},
    "ConversationOpened": {"site": USUAL},
    "ConversationShown": {"participants": USUAL, "expires_in": USUAL},
    "DeskData": {"title": "Desk", "rights": ["You may read your statement and correct it."]},
    "Door": {"id": "victim", "label": "I am a victim", "sensitive": True},
    "EnterCall": {"code": USUAL, "name": "Samira", "language": "fr"},
    "Entry": {"client_id": USUAL},
    "FilmView": {"path": "/recordings/rec_Zt5rB9nQ2xVk/0?opening=1773480600.made-up"},
    "FormField": {"id": "frame_number", "kind": "serial", "label": "Frame number"},
    "FormPage": {"id": "bicycle_theft", "title": "Report a stolen bicycle"},
    "FormSection": {"title": "The bicycle"},
    "Label": {"id": "bicycle_theft", "label": "Bicycle theft"},
    "Link": {"href": "tel:101", "label": "Call 101"},
    "IceServer": {"username": USUAL, "credential": USUAL},
    "LinkContact": {"earlier": USUAL},
    "LogSlice": {"last": 7},
    "MessagePosted": {"text": "Good morning. What was stolen?", "choices": USUAL},
    "MarkAnswer": {"topic": USUAL},
    "NetworkTestStarted": {"servers": USUAL},
    "MintTicket": {"purpose": USUAL},
    "Need": {"topic": USUAL, "urgency": "priority"},
    "NotePosted": {"text": "Calls back tomorrow morning."},
    "NumberShown": {"id": "police", "label": "Police, urgent", "number": "101", "href": "tel:101"},
    "OpenConversation": {"site": USUAL},
    "PhotoAsked": {"purpose": "damage"},
    "PhotoTaken": {"purpose": "damage", "report": USUAL, "size": 2_812_345, "width": 4032, "height": 3024},
    "PhotoView": {"purpose": "damage", "state": "asked"},
    "Overview": {"phase": "waiting", "queued_at": USUAL},
    "PostNote": {"text": "Calls back tomorrow morning."},
    "RecordingAnswered": {"agreed": True},
    "ReadPosition": {"kind": "citizen"},
    "RecordTriage": {"topics": USUAL, "language": USUAL, "scores": USUAL},
    "Refused": {"code": "report_incomplete", "fields": {"frame_number": "not_a_serial"}},
    "Stream": {"mid": USUAL},
    "SignedOut": {"reason": "signed_out"},
    "Stage": {"name": "gate", "outcome": "answer", "figures": {"confidence": 0.91}},
    "Standing": {"phase": "waiting", "position": 3, "minutes": USUAL},
    "SyncLog": {"after": USUAL, "last": False},
    "TeamShown": {"id": "central", "name": "Central desk"},
    "TicketMinted": {"path": USUAL},
    "TurnMinted": {"servers": USUAL},
    "TransferConversation": {"team": USUAL, "why": USUAL},
    "TransferMade": {"reason": "Knows the neighbourhood."},
    "TriageDecided": {"topics": USUAL, "language": USUAL, "scores": USUAL},
}
"""What a struct's example holds beside its required fields, and where it differs from what is usual."""


def example(struct: type[Word]) -> dict[str, Any]:
    """A valid example of a struct, as JSON values. What is left out has its default."""
    named = tag(struct)
    shown: dict[str, Any] = dict([named]) if named else {}
    particular = _PARTICULAR.get(struct.__name__, {})
    for field in fields(struct):
        value = particular.get(field.name, USUAL if field.default is ABSENT else field.default)
        if value is USUAL:
            value = _value(field.name, field.annotation)
        if field.default is ABSENT or value != field.default:
            shown[field.name] = value
    return shown


def _value(name: str, annotation: Any) -> Any:
    inner, _ = bare(annotation)
    holds_structs = any(is_struct(bare(item)[0]) for item in (inner, *members(inner), *get_args(inner)))
    return _VALUES[name] if name in _VALUES and not holds_structs else _of_type(inner)


def _of_type(annotation: Any) -> Any:
    inner, metas = bare(annotation)
    if inner == AnyBody:
        return example(MessagePosted)
    if is_struct(inner):
        return example(inner)
    if len(members(inner)) > 1:
        return _of_type(next(member for member in members(inner) if member is not NoneType))
    if get_origin(inner) is Literal:
        return get_args(inner)[0]
    if get_origin(inner) is tuple:
        return [_of_type(get_args(inner)[0])]
    if inner is datetime:
        return "2026-03-14T09:30:00Z"
    if inner is bool:
        return True
    if inner is int:
        return max(meta.ge or 0 for meta in metas) if metas else 1
    raise LookupError(f"no example for {annotation}")
