"""Entries of the staff log about the bot's work: what it decided, and what people found out about it."""

from typing import Annotated, ClassVar

from msgspec import Meta

from server.protocol.body import Body
from server.protocol.words import (
    EarlierContact,
    HandoverReason,
    LogName,
    MarkReason,
    Number,
    ShortText,
    Slug,
    Stage,
    TriageAction,
    TriageReply,
)


class TriageDecided(Body, frozen=True, kw_only=True, tag="triage.decided"):
    """What the bot made of one message, so that its decision can be looked into afterwards.

    `said`: the numbers of what it said about it in the shared log. `stages`: what each stage came to, in order, none
    where a button was pressed. `model`: a hash of what it was taught from. `reply`: what the message says of what the
    bot did before. `handover`: why it gave the conversation to a person.
    """

    log: ClassVar[LogName] = "staff"
    message: Number
    action: TriageAction
    topics: Annotated[tuple[Slug, ...], Meta(max_length=5)] = ()
    language: Annotated[str, Meta(max_length=3)] | None = None
    rules: Annotated[tuple[ShortText, ...], Meta(max_length=20)] = ()
    scores: dict[Slug, float] = {}
    model: ShortText | None = None
    answer: ShortText | None = None
    said: Annotated[tuple[Number, ...], Meta(max_length=12)] = ()
    stages: Annotated[tuple[Stage, ...], Meta(max_length=12)] = ()
    reply: TriageReply | None = None
    handover: HandoverReason | None = None


class AnswerMarked(Body, frozen=True, kw_only=True, tag="answer.marked"):
    """An agent marked what the bot said under this number as wrong. `topic`: what it should have been about."""

    log: ClassVar[LogName] = "staff"
    message: Number
    reason: MarkReason
    topic: Slug | None = None


class AnswerUnmarked(Body, frozen=True, kw_only=True, tag="answer.unmarked"):
    """The mark on what the bot said under this number was taken back."""

    log: ClassVar[LogName] = "staff"
    message: Number


class ContactLinked(Body, frozen=True, kw_only=True, tag="contact.linked"):
    """The citizen was here before: the citizen said so, or an agent noted it. Without `earlier` it is taken back."""

    log: ClassVar[LogName] = "staff"
    earlier: EarlierContact | None = None
