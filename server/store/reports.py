"""Reports: one row each, holding the newest revision; earlier ones follow from the log's entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.report import State, Touch
from server.protocol.errors import Refusal
from server.protocol.words import FieldValue, Language
from server.store import schema
from server.store.questions import Question, Reading

_table = schema.reports

_NAMES = _table.c.keys()
_OF = Question(
    select(_table).where(_table.c.conversation == bindparam("conversation")).order_by(_table.c.started_at, _table.c.id)
)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it stands in the database."""

    id: str
    conversation: str
    form: str
    form_version: int
    revision: int
    state: State
    fields: dict[str, FieldValue]
    touched: dict[str, Touch]
    language: Language
    taken_by: str | None
    started_at: datetime
    filed_at: datetime | None
    reference: str | None
    pv_number: str | None
    digest: str | None


async def load(connection: AsyncConnection, report: str, conversation: str | None = None) -> Report:
    """The report, of this conversation where it is named. Raises Refusal `no_such_report`."""
    query = select(_table).where(_table.c.id == report)
    if conversation is not None:
        query = query.where(_table.c.conversation == conversation)
    row = (await connection.execute(query)).mappings().one_or_none()
    if row is None:
        raise Refusal("no_such_report")
    return _read(dict(row))


async def of(connection: Reading, conversation: str) -> Sequence[Report]:
    """All reports of a conversation, in the order in which they were begun."""
    rows = await _OF.rows(connection, conversation=conversation)
    return [_read(dict(zip(_NAMES, row, strict=True))) for row in rows]


async def begun_in(connection: AsyncConnection, some: Sequence[str]) -> Sequence[tuple[str, str]]:
    """The reports of these conversations, each as its conversation and its own id."""
    query = select(_table.c.conversation, _table.c.id).where(_table.c.conversation.in_(list(some)))
    return [(conversation, report) for conversation, report in await connection.execute(query)]


async def insert(
    connection: AsyncConnection,
    report: str,
    conversation: str,
    *,
    form: str,
    form_version: int,
    language: Language,
    taken_by: str,
    now: datetime,
) -> Report:
    """Add an empty report."""
    await connection.execute(
        _table.insert().values(
            id=report,
            conversation=conversation,
            form=form,
            form_version=form_version,
            state="draft",
            fields={},
            provenance={},
            language=language,
            taken_by=taken_by,
            started_at=now,
        )
    )
    return await load(connection, report)


async def change(connection: AsyncConnection, report: str, **values: Any) -> None:
    """Set columns of a report whose conversation the transaction has locked."""
    await connection.execute(update(_table).where(_table.c.id == report).values(**values))


async def conversation_of(connection: AsyncConnection, reference: str) -> str | None:
    """The conversation in which the report of this reference was filed."""
    query = select(_table.c.conversation).where(_table.c.reference == reference)
    found: str | None = (await connection.execute(query)).scalar_one_or_none()
    return found


async def reference_exists(connection: AsyncConnection, reference: str) -> bool:
    """Whether a reference was given out before."""
    query = select(_table.c.id).where(_table.c.reference == reference)
    return (await connection.execute(query)).first() is not None


def _read(row: Mapping[str, Any]) -> Report:
    values: dict[str, Any] = dict(row)
    values["touched"] = msgspec.convert(values.pop("provenance"), dict[str, Touch])
    return Report(**values)
