"""The audit log: who looked at what and who changed what, written in the transaction that did it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.actor import Actor
from server.store import schema


async def record(
    connection: AsyncConnection,
    actor: Actor,
    action: str,
    now: datetime,
    *,
    conversation: str | None = None,
    report: str | None = None,
    detail: str | None = None,
) -> None:
    """Write one line. `detail` never holds what somebody said."""
    await connection.execute(
        schema.audit.insert().values(
            at=now,
            kind=actor.kind,
            actor=actor.label,
            action=action,
            conversation=conversation,
            report=report,
            detail=detail,
        )
    )


async def record_reads(
    connection: AsyncConnection, actor: Actor, action: str, now: datetime, conversations: Iterable[str]
) -> None:
    """Write a line for each of these conversations, of which something was read."""
    lines = [
        {"at": now, "kind": actor.kind, "actor": actor.label, "action": action, "conversation": each}
        for each in conversations
    ]
    if lines:
        await connection.execute(schema.audit.insert(), lines)
