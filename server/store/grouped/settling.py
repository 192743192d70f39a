"""Settling: who may, what repeats what, and which number each gets. Pure: both databases settle by the same rules."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from server.protocol import wire
from server.protocol.entries import Entry
from server.protocol.errors import Refusal
from server.protocol.results import Posted
from server.protocol.words import Author
from server.store.columns import micros
from server.store.grouped.asked import (
    Admit,
    Answer,
    Asked,
    Earlier,
    EntryRow,
    Growth,
    Marking,
    Moved,
    Posting,
    Seat,
    Settled,
)


def digest(encoded: str) -> str:
    """What is kept of a payload, to know it again: its SHA-256 in hexadecimal."""
    return hashlib.sha256(encoded.encode()).hexdigest()


def settle(admit: Admit, asked: Sequence[Asked], seats: Sequence[Seat | None]) -> Settled:
    """Settle what is asked, one after the other, against the seats that the transaction found and what came before in
    the same group. None for a seat: there is no such conversation."""
    work = _Settling(admit)
    for each, seat in zip(asked, seats, strict=True):
        try:
            work.settled.answers.append(work.answer(each, seat))
        except Refusal as refusal:
            work.settled.answers.append(refusal)
    return work.settled


@dataclass
class _Settling:
    """One group on its way."""

    admit: Admit
    settled: Settled = field(default_factory=Settled)
    said: dict[tuple[str, str | None, str], Earlier] = field(default_factory=dict)

    def answer(self, asked: Asked, seat: Seat | None) -> Answer:
        if seat is None:
            raise Refusal("no_such_conversation")
        return self.post(asked, seat) if isinstance(asked, Posting) else self.mark(asked, seat)

    def post(self, asked: Posting, seat: Seat) -> Posted:
        said = self.said.get((asked.conversation, seat.participant, asked.client_id)) or seat.earlier
        # It may have been said in time, and be repeated because the acknowledgement was lost.
        self.admit(asked, seat, "post" if said is None else "read_shared")
        if seat.participant is None:
            raise Refusal("not_allowed")
        author = Author(participant=seat.participant, kind=asked.actor.kind, name=seat.name, role=seat.role)
        body = wire.encode_json(asked.body)
        payload = digest(body)
        if said is not None:
            if said.payload != payload:
                raise Refusal("client_id_reused")
            if said is seat.earlier:
                # Told again: the node that stored it may have stopped before it told anybody.
                self.settled.entries.append(_entry(asked, author, said.number, said.at))
            return Posted(number=said.number, at=said.at)
        at = micros(asked.now)
        number = self.grow(asked, seat, at)
        self.said[asked.conversation, seat.participant, asked.client_id] = Earlier(number, asked.now, payload)
        self.settled.entries.append(_entry(asked, author, number, asked.now))
        self.settled.rows.append(_row(asked, author, number, at, body, payload))
        return Posted(number=number, at=asked.now)

    def grow(self, asked: Posting, seat: Seat, at: int) -> int:
        """Make room for one more entry; its number."""
        growth = self.settled.growth.setdefault(asked.conversation, Growth(seat.shared_last))
        growth.shared_last += 1
        if asked.actor.kind == "citizen":
            growth.said_at = at
        else:
            growth.answered_at = at
        return growth.shared_last

    def mark(self, asked: Marking, seat: Seat) -> Moved | None:
        self.admit(asked, seat, "mark_read")
        if seat.participant is None:
            return None
        positions = self.settled.shared_read if asked.log == "shared" else self.settled.staff_read
        growth = self.settled.growth.get(asked.conversation)
        last = growth.shared_last if growth and asked.log == "shared" else seat.last(asked.log)
        number = min(asked.number, last)
        if number <= positions.get(seat.participant, seat.read(asked.log)):
            return None
        positions[seat.participant] = number
        return Moved(seat.participant, number, seat.has_left)


def _entry(asked: Posting, author: Author, number: int, at: datetime) -> Entry:
    return Entry(
        conversation=asked.conversation,
        log="shared",
        number=number,
        at=at,
        author=author,
        client_id=asked.client_id,
        body=asked.body,
    )


def _row(asked: Posting, author: Author, number: int, at: int, body: str, payload: str) -> EntryRow:
    return EntryRow(
        asked.conversation,
        "shared",
        number,
        at,
        author.participant,
        author.kind,
        author.name,
        author.role,
        asked.client_id,
        payload,
        body,
    )
