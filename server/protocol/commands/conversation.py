"""What those who take part in a conversation ask: to open it, read it, speak in it, leave it."""

from typing import Annotated, ClassVar

from msgspec import Meta

from server.protocol.commands.command import ANYONE, CITIZEN, EVERYBODY, PEOPLE, STAFF, Command
from server.protocol.results import ConversationShown, LogSlice, Posted, TicketMinted, TokenRenewed
from server.protocol.words import (
    Choice,
    ChoiceValue,
    ClientId,
    Identifier,
    Language,
    Link,
    LogName,
    MessageText,
    Number,
    Origin,
    Remark,
    Secret,
    ShortText,
    TicketPurpose,
)


class OpenConversation(Command, frozen=True, kw_only=True):
    """Open a conversation under the token of this connection, or find the one it already opens.

    `code` is a single-use ticket for `move`: it lets this token into a conversation opened elsewhere, instead of a
    new one. `earlier` is the token of a conversation before this one, where the citizen says that this is about the
    same: staff sees which. A token that was revoked says nothing. `entries`: so many of the last entries of the shared
    log come in `entries` of the answer, and whatever is added meanwhile; for a client that knows none of them yet.
    """

    event: ClassVar[str] = "conversation.open"
    by: ClassVar = CITIZEN
    result: ClassVar = ConversationShown
    language: Language
    site: Origin | None = None
    code: Secret | None = None
    earlier: Secret | None = None
    entries: Annotated[int, Meta(ge=1, le=200)] | None = None


class ShowConversation(Command, frozen=True, kw_only=True):
    """Look at a conversation: yours, your team's, or one that waits. Leaves a line in the audit log."""

    event: ClassVar[str] = "conversation.show"
    by: ClassVar = STAFF
    result: ClassVar = ConversationShown
    conversation: Identifier


class SyncLog(Command, frozen=True, kw_only=True):
    """Read part of a log: of the entries numbered above `after` and below `before`, the first `limit`, or with `last`
    the last `limit`. They come oldest first either way.

    A client shows the end of a long conversation first: with `last`, or from fifty before the number that it was told.
    It goes back when somebody reads back: `last`, with `before` the number of the oldest entry it knows. A `before`
    that leaves no number above `after` is refused as `malformed`; one beyond the end of the log bounds nothing.
    """

    event: ClassVar[str] = "log.sync"
    by: ClassVar = ANYONE
    result: ClassVar = LogSlice
    conversation: Identifier
    log: LogName = "shared"
    after: Number = 0
    before: Number | None = None
    limit: Annotated[int, Meta(ge=1, le=500)] = 200
    last: bool = False


class PostMessage(Command, frozen=True, kw_only=True):
    """Say something in a conversation. `choices`, `links` and `answer` are the bot's and the agents'.

    `call`: it was a line of live text in this call, whose id is the `client_id`. Those in the call get it once more, by
    `writing`; a guest may say something in no other way.
    """

    event: ClassVar[str] = "message.post"
    by: ClassVar = EVERYBODY
    result: ClassVar = Posted
    conversation: Identifier
    client_id: ClientId
    text: MessageText
    choice: ChoiceValue | None = None
    choices: Annotated[tuple[Choice, ...], Meta(max_length=12)] = ()
    links: Annotated[tuple[Link, ...], Meta(max_length=12)] = ()
    answer: ShortText | None = None
    call: Identifier | None = None


class PostNote(Command, frozen=True, kw_only=True):
    """Write a note that only staff sees."""

    event: ClassVar[str] = "note.post"
    by: ClassVar = STAFF
    result: ClassVar = Posted
    conversation: Identifier
    client_id: ClientId
    text: MessageText


class MarkRead(Command, frozen=True, kw_only=True):
    """Say how far a log was read. A lower number than before changes nothing."""

    event: ClassVar[str] = "read.mark"
    by: ClassVar = ANYONE
    conversation: Identifier
    log: LogName = "shared"
    number: Number


class ShowTyping(Command, frozen=True, kw_only=True):
    """Say that somebody types, or no longer does."""

    event: ClassVar[str] = "typing.show"
    by: ClassVar = ANYONE
    conversation: Identifier
    log: LogName = "shared"
    typing: bool


class ChooseLanguage(Command, frozen=True, kw_only=True):
    """Go on in another language."""

    event: ClassVar[str] = "language.choose"
    by: ClassVar = CITIZEN
    conversation: Identifier
    language: Language


class RequestPerson(Command, frozen=True, kw_only=True):
    """Ask for a person instead of the bot."""

    event: ClassVar[str] = "person.request"
    by: ClassVar = CITIZEN
    conversation: Identifier


class EndConversation(Command, frozen=True, kw_only=True):
    """End the conversation as citizen."""

    event: ClassVar[str] = "conversation.end"
    by: ClassVar = CITIZEN
    conversation: Identifier


class RateConversation(Command, frozen=True, kw_only=True):
    """Say how you felt helped, once the conversation is closed. The first rating stays."""

    event: ClassVar[str] = "conversation.rate"
    by: ClassVar = CITIZEN
    conversation: Identifier
    score: Annotated[int, Meta(ge=1, le=5)]
    comment: Remark = ""


class MintTicket(Command, frozen=True, kw_only=True):
    """Get a code good for sixty seconds and one use: to fetch a paper by URL, or to move to another window."""

    event: ClassVar[str] = "ticket.mint"
    by: ClassVar = PEOPLE
    result: ClassVar = TicketMinted
    conversation: Identifier
    purpose: TicketPurpose
    report: Identifier | None = None


class RenewToken(Command, frozen=True, kw_only=True):
    """Ask for a longer life for the token of this connection."""

    event: ClassVar[str] = "token.renew"
    by: ClassVar = CITIZEN
    result: ClassVar = TokenRenewed
    conversation: Identifier


class RevokeToken(Command, frozen=True, kw_only=True):
    """Quick exit: the conversation's tokens open nothing from now on."""

    event: ClassVar[str] = "token.revoke"
    by: ClassVar = CITIZEN
    conversation: Identifier
