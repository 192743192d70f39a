"""Tokens (what a citizen's browser holds to open a conversation) and tickets (codes for one use).

Only their hashes are kept.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct
from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.protocol.words import Language
from server.store import schema
from server.store.questions import Question, Reading

_tokens = schema.tokens
_tickets = schema.tickets

_FIND = Question(
    select(_tokens.c.conversation, _tokens.c.expires_at, _tokens.c.revoked_at).where(
        _tokens.c.hash == bindparam("token_hash")
    )
)


def hashed(secret: str) -> str:
    """What is kept of a token, ticket or cookie: they hold 256 random bits, so one round of SHA-256 is enough.

    A secret that somebody makes up may hold anything, halves of characters too.
    """
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


class Token(Struct, frozen=True):
    """What a token opens."""

    conversation: str
    expires_at: datetime
    revoked_at: datetime | None

    def is_good(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at


class Ticket(Struct, frozen=True):
    """What a ticket was made for."""

    purpose: str
    conversation: str
    report: str | None
    language: Language


async def find(connection: Reading, token_hash: str) -> Token | None:
    """What a token opens, good or not."""
    row = await _FIND.row(connection, token_hash=token_hash)
    return None if row is None else Token(*row)


async def ended(
    connection: AsyncConnection, token_hashes: Iterable[str], now: datetime
) -> dict[str, Literal["expired", "quick_exit"]]:
    """Those of these tokens whose time is over, or that were revoked, and which of the two."""
    query = select(_tokens.c.hash, _tokens.c.revoked_at).where(
        _tokens.c.hash.in_(list(token_hashes)), or_(_tokens.c.expires_at <= now, _tokens.c.revoked_at.is_not(None))
    )
    rows = await connection.execute(query)
    return {row.hash: "expired" if row.revoked_at is None else "quick_exit" for row in rows}


async def revoked_in(connection: AsyncConnection, some: Sequence[str]) -> set[str]:
    """Those of these conversations that some token no longer opens."""
    query = select(_tokens.c.conversation).where(
        _tokens.c.conversation.in_(list(some)), _tokens.c.revoked_at.is_not(None)
    )
    return set((await connection.execute(query)).scalars())


async def insert(
    connection: AsyncConnection, token_hash: str, conversation: str, now: datetime, expires_at: datetime
) -> None:
    """Let a token open a conversation until it expires."""
    await connection.execute(
        _tokens.insert().values(hash=token_hash, conversation=conversation, created_at=now, expires_at=expires_at)
    )


async def renew(connection: AsyncConnection, token_hash: str, expires_at: datetime) -> None:
    """Let a token live longer."""
    await connection.execute(update(_tokens).where(_tokens.c.hash == token_hash).values(expires_at=expires_at))


async def revoke_all(connection: AsyncConnection, conversation: str, now: datetime) -> None:
    """Let no token open this conversation any more, nor a ticket that was made before."""
    # Tickets first: a window that uses one at this very moment has its token by the time that tokens are looked at.
    await connection.execute(
        update(_tickets)
        .where(_tickets.c.conversation == conversation, _tickets.c.used_at.is_(None))
        .values(used_at=now)
    )
    await connection.execute(
        update(_tokens)
        .where(_tokens.c.conversation == conversation, _tokens.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )


async def insert_ticket(connection: AsyncConnection, ticket_hash: str, ticket: Ticket, expires_at: datetime) -> None:
    """Keep a ticket for its one use."""
    await connection.execute(
        _tickets.insert().values(
            hash=ticket_hash,
            purpose=ticket.purpose,
            conversation=ticket.conversation,
            report=ticket.report,
            language=ticket.language,
            expires_at=expires_at,
        )
    )


async def conversation_of_ticket(connection: AsyncConnection, ticket_hash: str) -> str | None:
    """The conversation that a ticket was made for, whether it is good or not."""
    query = select(_tickets.c.conversation).where(_tickets.c.hash == ticket_hash)
    return (await connection.execute(query)).scalar_one_or_none()


async def use_ticket(connection: AsyncConnection, ticket_hash: str, now: datetime) -> Ticket | None:
    """Use a ticket up; None where it was used before, expired, or never made. One of two that race gets it."""
    used = await connection.execute(
        update(_tickets)
        .where(_tickets.c.hash == ticket_hash, _tickets.c.used_at.is_(None), _tickets.c.expires_at > now)
        .values(used_at=now)
        .returning(_tickets.c.purpose, _tickets.c.conversation, _tickets.c.report, _tickets.c.language)
    )
    row = used.one_or_none()
    return None if row is None else Ticket(*row)
