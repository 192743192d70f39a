"""What all commands have in common, and who may send which."""

from typing import ClassVar

from server.protocol.results import Done
from server.protocol.words import Kind, Word

IN_CALL: frozenset[Kind] = frozenset({"citizen", "agent", "guest"})
GUEST: frozenset[Kind] = frozenset({"guest"})
ANYONE: frozenset[Kind] = frozenset({"citizen", "agent", "bot"})
EVERYBODY: frozenset[Kind] = ANYONE | GUEST
PEOPLE: frozenset[Kind] = frozenset({"citizen", "agent"})
STAFF: frozenset[Kind] = frozenset({"agent", "bot"})
CITIZEN: frozenset[Kind] = frozenset({"citizen"})
AGENT: frozenset[Kind] = frozenset({"agent"})
BOT: frozenset[Kind] = frozenset({"bot"})


class Command(Word, frozen=True, kw_only=True):
    """Base of all commands: its Socket.IO event, who may send it, and the struct of its result."""

    event: ClassVar[str]
    by: ClassVar[frozenset[Kind]]
    result: ClassVar[type[Word]] = Done
