"""Who asks: every use case takes an actor first."""

from dataclasses import dataclass

from server.protocol.words import Kind, Urgency


@dataclass(frozen=True, slots=True)
class Citizen:
    """Whoever holds a token; known by its SHA-256 only."""

    token_hash: str
    kind: Kind = "citizen"

    @property
    def label(self) -> str:
        """What the audit log calls this actor: enough of the hash to compare by, too little to use."""
        return self.token_hash[:12]


@dataclass(frozen=True, slots=True)
class Agent:
    """A person at the console, police or prevention."""

    id: str
    name: str
    role: str
    teams: frozenset[str]
    languages: tuple[str, ...]
    capacity: int
    supervisor: bool = False
    skills: frozenset[str] = frozenset()
    kind: Kind = "agent"

    @property
    def label(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot worker, by its name."""

    worker: str
    kind: Kind = "bot"

    @property
    def label(self) -> str:
        return self.worker


@dataclass(frozen=True, slots=True)
class Guest:
    """An interpreter, who takes part in one call; known by the SHA-256 of a token that their page made."""

    token_hash: str
    kind: Kind = "guest"

    @property
    def label(self) -> str:
        return self.token_hash[:12]


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk itself: sweeps, and what follows from a rule rather than from a person."""

    label: str = "desk"
    kind: Kind = "desk"


Actor = Citizen | Agent | Bot | Desk | Guest


@dataclass(frozen=True, slots=True)
class Offer:
    """What an agent brings to the queue."""

    teams: frozenset[str]
    languages: frozenset[str]
    skills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation in the queue, as routing sees it. `waited` is in seconds, `offered_for` too: since it was handed
    to `offered_to` by name."""

    conversation: str
    team: str
    languages: tuple[str, ...]
    urgency: Urgency
    waited: float
    offered_to: str | None = None
    offered_for: float = 0.0
    skills: frozenset[str] = frozenset()
