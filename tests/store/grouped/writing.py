"""A writer on a database, and what it published."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from server.domain.actor import Citizen
from server.domain.permission import Action
from server.protocol.entries import Entry, MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import Posted
from server.store import conversations, log, participants
from server.store.database import Database
from server.store.grouped.asked import Asked, Posting, Seat, Settled
from server.store.grouped.writer import GroupWriter

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CITIZEN = Citizen("a" * 64)
IDS = [f"c_conversation{number}" for number in range(4)]


@dataclass
class Writing:
    """A writer, and what it published, group by group."""

    database: Database
    published: list[list[Entry]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writer = GroupWriter(self.database.groups, self.admit, self.publish)

    def admit(self, asked: Asked, seat: Seat, action: Action) -> None:
        if isinstance(asked, Posting) and asked.body.text == "verboden":
            raise Refusal("not_allowed")
        if isinstance(asked, Posting) and asked.body.text == "stuk":
            raise ZeroDivisionError

    async def publish(self, settled: Settled) -> None:
        if settled.entries:
            self.published.append(settled.entries)

    async def post(self, said: str, conversation: str = IDS[0], client_id: str | None = None) -> Posted:
        body = MessagePosted(text=said)
        return await self.writer.post(Posting(CITIZEN, conversation, body, client_id or f"client-{said}", NOW))

    async def texts(self, conversation: str = IDS[0]) -> list[tuple[int, str]]:
        async with self.database.read() as connection:
            entries = await log.sync(connection, conversation, "shared")
        return [(each.number, each.body.text) for each in entries if isinstance(each.body, MessagePosted)]

    async def open(self) -> None:
        async with self.database.write() as connection:
            for number, conversation in enumerate(IDS):
                await conversations.insert(connection, conversation, language="nl", team="central", site=None, now=NOW)
                await participants.insert(connection, f"p_citizen{number}", conversation, "citizen", now=NOW)
