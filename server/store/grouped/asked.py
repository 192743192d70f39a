"""What is asked of a group, what the database knows about whoever asks, and what comes of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, Self

from msgspec import Struct
from sqlalchemy.exc import SQLAlchemyError

from server.domain.actor import Actor
from server.domain.permission import Action, Facts
from server.protocol.entries import Entry, MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import Posted
from server.protocol.words import LogName, Phase
from server.store.columns import moment
from server.store.tokens import Token


class Posting(Struct, frozen=True):
    """Somebody says something: it is to be appended to the shared log, once for each `client_id` of its author."""

    actor: Actor
    conversation: str
    body: MessagePosted
    client_id: str
    now: datetime


class Marking(Struct, frozen=True):
    """Somebody has read a log up to `number`: their read position is to move forward to it."""

    actor: Actor
    conversation: str
    log: LogName
    number: int
    now: datetime


Asked = Posting | Marking


class Earlier(NamedTuple):
    """What its author appended under the same `client_id` before. `payload` is the digest of what was sent."""

    number: int
    at: datetime
    payload: str


class Seat(Struct, frozen=True):
    """The conversation as the group's transaction finds it, and who in it the actor is.

    `participant` is None for one who never took part, `token` for whoever came with none that is known.
    """

    phase: Phase
    team: str
    agent: str | None
    offered_to: str | None
    sensitive: bool
    shared_last: int
    staff_last: int
    participant: str | None
    name: str | None
    role: str | None
    has_left: bool
    called_in: bool
    read_shared: int
    read_staff: int
    token: Token | None
    earlier: Earlier | None

    @classmethod
    def read_from(cls, conversation: Iterable[Any], others: Iterable[Any]) -> Self:
        """The seat from its columns: those of `conversations`, then those of `participants`, `tokens` and `entries`."""
        phase, team, agent, offered_to, sensitive, shared_last, staff_last = conversation
        participant, name, role, has_left, called_in, read_shared, read_staff, *token, number, at, payload = others
        opens, expires_at, revoked_at = token
        return cls(
            phase=phase,
            team=team,
            agent=agent,
            offered_to=offered_to,
            sensitive=bool(sensitive),
            shared_last=shared_last,
            staff_last=staff_last,
            participant=participant,
            name=name,
            role=role,
            has_left=bool(has_left),
            called_in=bool(called_in),
            read_shared=read_shared,
            read_staff=read_staff,
            token=opens and Token(opens, moment(expires_at), None if revoked_at is None else moment(revoked_at)),
            earlier=number and Earlier(number, moment(at), payload),
        )

    def facts(self, *, token_opens: bool) -> Facts:
        """What decides who may do what."""
        return Facts(
            phase=self.phase,
            team=self.team,
            agent=self.agent,
            offered_to=self.offered_to,
            sensitive=self.sensitive,
            token_opens=token_opens,
            called_in=self.called_in,
        )

    def last(self, log: LogName) -> int:
        return self.shared_last if log == "shared" else self.staff_last

    def read(self, log: LogName) -> int:
        return self.read_shared if log == "shared" else self.read_staff


class Moved(Struct, frozen=True):
    """A participant's read position moved forward to `number`. `has_left`: one who only looks in, or has left."""

    participant: str
    number: int
    has_left: bool


Answer = Posted | Moved | None
"""What was stored for a posting. For a marking the move, None where the position was there already."""

Admit = Callable[[Asked, Seat, Action], None]
"""Raises Refusal where the actor may not do this in the conversation of what is asked."""


class EntryRow(NamedTuple):
    """A row of `entries`, in the order of its columns, as the drivers take it."""

    conversation: str
    log: str
    number: int
    at: int
    participant: str
    kind: str
    name: str | None
    role: str | None
    client_id: str
    payload: str
    body: str


@dataclass
class Growth:
    """How a conversation changes through what is said in it; what is None stays."""

    shared_last: int
    said_at: int | None = None
    answered_at: int | None = None


@dataclass
class Settled:
    """What a transaction writes, and what it answers once it is durable.

    `answers` has one for each that was asked, in order. `held` are the places of those that were not settled, because
    another transaction has their conversation. `entries` are those to be told, in the order in which they were said;
    what is repeated is told again.
    """

    answers: list[Answer | Refusal] = field(default_factory=list)
    held: frozenset[int] = frozenset()
    entries: list[Entry] = field(default_factory=list)
    rows: list[EntryRow] = field(default_factory=list)
    growth: dict[str, Growth] = field(default_factory=dict)
    shared_read: dict[str, int] = field(default_factory=dict)
    staff_read: dict[str, int] = field(default_factory=dict)


class NotStored(SQLAlchemyError):
    """The database did not take it, or did not say that it has. Asking again is safe."""


Settle = Callable[[Sequence[Asked], Sequence[Seat | None]], Settled]
