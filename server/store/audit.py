"""The audit log: who looked at what and who changed what, written in the transaction that did it."""

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
