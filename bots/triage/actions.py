"""What the bot does: the outcome of a dialogue step, to be carried out in order."""

from typing import Literal

import msgspec

from server.protocol.words import Choice, FieldValue, HandoverReason, Link, Need, Stage, TriageAction, TriageReply


class Say(msgspec.Struct, frozen=True):
    """Post a message."""

    text: str
    choices: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()
    answer: str | None = None


class RaiseTier(msgspec.Struct, frozen=True):
    """Show the emergency card (1), or ask whether it happens now (2)."""

    tier: Literal[1, 2]


class StateNeed(msgspec.Struct, frozen=True):
    """Say what the conversation asks for."""

    need: Need


class Fill(msgspec.Struct, frozen=True):
    """Begin a report on a form, or fill fields of the one that was begun."""

    form: str
    fields: dict[str, FieldValue]


class HandOver(msgspec.Struct, frozen=True):
    """Give the conversation to a person."""

    need: Need
    why: HandoverReason


class Close(msgspec.Struct, frozen=True):
    """End the conversation."""

    outcome: str


class Record(msgspec.Struct, frozen=True):
    """Store what was decided and why: the fields of `triage.record`, but for those that follow from what is done."""

    action: TriageAction
    topics: tuple[str, ...] = ()
    language: str | None = None
    rules: tuple[str, ...] = ()
    scores: dict[str, float] = {}
    model: str | None = None
    answer: str | None = None
    stages: tuple[Stage, ...] = ()
    reply: TriageReply | None = None


Action = Say | RaiseTier | StateNeed | Fill | HandOver | Close | Record
