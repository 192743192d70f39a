"""What people ask about the bot's work: agents mark what was wrong, supervisors look it over and teach it."""

from datetime import datetime
from typing import Annotated, ClassVar

from msgspec import Meta

from server.protocol.commands.command import AGENT, Command
from server.protocol.results import BotReviewed, ContactsFound, LessonsKept, UtterancesListed
from server.protocol.words import (
    Cause,
    ClientId,
    Identifier,
    Language,
    MarkReason,
    MessageText,
    Number,
    ShortText,
    Slug,
)


class MarkAnswer(Command, frozen=True, kw_only=True):
    """Mark what the bot said under this number as wrong; another mark takes the place of the one before."""

    event: ClassVar[str] = "answer.mark"
    by: ClassVar = AGENT
    conversation: Identifier
    client_id: ClientId
    message: Number
    reason: MarkReason
    topic: Slug | None = None


class UnmarkAnswer(Command, frozen=True, kw_only=True):
    """Take the mark on what the bot said under this number back."""

    event: ClassVar[str] = "answer.unmark"
    by: ClassVar = AGENT
    conversation: Identifier
    client_id: ClientId
    message: Number


class FindContacts(Command, frozen=True, kw_only=True):
    """Conversations of the seven days before this one that its citizen may have had: of the same language, those of
    the same topic first; or the one in which a report got this reference. Only those that you may see."""

    event: ClassVar[str] = "contact.find"
    by: ClassVar = AGENT
    result: ClassVar = ContactsFound
    conversation: Identifier
    reference: ShortText | None = None


class LinkContact(Command, frozen=True, kw_only=True):
    """Note that the citizen was here before, in that conversation; without `earlier`, take it back."""

    event: ClassVar[str] = "contact.link"
    by: ClassVar = AGENT
    conversation: Identifier
    client_id: ClientId
    earlier: Identifier | None = None


class ReviewBot(Command, frozen=True, kw_only=True):
    """How the bot did, in figures, from one moment until before another, a year at most. For supervisors."""

    event: ClassVar[str] = "bot.review"
    by: ClassVar = AGENT
    result: ClassVar = BotReviewed
    since: datetime
    until: datetime


class ListUtterances(Command, frozen=True, kw_only=True):
    """What citizens said that is worth a look, newest first. For supervisors: each is a read of its conversation, and
    leaves an audit line. `after` is the `next` of the list before."""

    event: ClassVar[str] = "bot.utterances"
    by: ClassVar = AGENT
    result: ClassVar = UtterancesListed
    since: datetime
    until: datetime
    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")] | None = None
    cause: Cause | None = None
    after: ShortText | None = None
    limit: Annotated[int, Meta(ge=1, le=50)] = 20


class AddLesson(Command, frozen=True, kw_only=True):
    """Keep what a citizen said as training data for a topic, in words without personal data; said again, the new words
    take the place of those before. `topic` may also be `elsewhere` (not for the desk) or `emergency`. For supervisors.

    Nothing is taught by this: it is written to a file that somebody reviews.
    """

    event: ClassVar[str] = "lesson.add"
    by: ClassVar = AGENT
    result: ClassVar = LessonsKept
    conversation: Identifier
    message: Number
    text: MessageText
    topic: Slug
    language: Language


class RemoveLesson(Command, frozen=True, kw_only=True):
    """Take what was kept of this message out of the training data. For supervisors."""

    event: ClassVar[str] = "lesson.remove"
    by: ClassVar = AGENT
    result: ClassVar = LessonsKept
    conversation: Identifier
    message: Number
