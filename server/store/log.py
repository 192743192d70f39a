"""The log: the one place where entries are appended and read.

Entries are numbered per conversation and log, from 1, without gaps. A participant's `client_id` stands for one
entry of one log: appended again with the same payload, the first entry is returned; with another payload, refused.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.protocol import wire
from server.protocol.entries import AnyBody, Entry
from server.protocol.errors import Refusal
from server.protocol.words import Author, LogName
from server.store import schema
from server.store.either import any_of
from server.store.grouped.settling import digest
from server.store.questions import Question, Reading, Row

_entries = schema.entries
_conversations = schema.conversations

_COLUMNS = [
    _entries.c[name]
    for name in ("conversation", "log", "number", "at", "participant", "kind", "name", "role", "client_id", "body")
]
_BETWEEN = (
    select(*_COLUMNS)
    .where(
        _entries.c.conversation == bindparam("conversation"),
        _entries.c.log == bindparam("log"),
        _entries.c.number > bindparam("after"),
        _entries.c.number < bindparam("before"),
    )
    .limit(bindparam("limit"))
)
_OLDEST = Question(_BETWEEN.order_by(_entries.c.number))
_NEWEST = Question(_BETWEEN.order_by(_entries.c.number.desc()))

_BEYOND = 2**31 - 1
"""No log gets this far: both databases keep numbers in 32 bits."""


async def append(
    connection: AsyncConnection,
    conversation: str,
    author: Author,
    body: AnyBody,
    now: datetime,
    client_id: str | None = None,
) -> tuple[Entry, bool]:
    """Append `body` to the log its class names; the entry, and whether it is new.

    The transaction must hold the conversation (`conversations.load(lock=True)`). The entry is durable once the
    transaction is. Raises Refusal `client_id_reused`.
    """
    if client_id is not None:
        earlier = await find(connection, conversation, author, body, client_id)
        if earlier is not None:
            return earlier, False
    encoded = wire.encode_json(body)
    counter = _conversations.c.shared_last if body.log == "shared" else _conversations.c.staff_last
    number = (
        await connection.execute(
            update(_conversations)
            .where(_conversations.c.id == conversation)
            .values({counter: counter + 1})
            .returning(counter)
        )
    ).scalar_one()
    entry = Entry(
        conversation=conversation, log=body.log, number=number, at=now, author=author, client_id=client_id, body=body
    )
    await connection.execute(
        _entries.insert().values(
            conversation=conversation,
            log=body.log,
            number=number,
            at=now,
            participant=author.participant,
            kind=author.kind,
            name=author.name,
            role=author.role,
            client_id=client_id,
            payload=digest(encoded) if client_id is not None else None,
            body=encoded,
        )
    )
    return entry, True


async def sync(
    connection: Reading,
    conversation: str,
    log: LogName,
    *,
    after: int = 0,
    before: int | None = None,
    limit: int = 200,
    newest: bool = False,
) -> Sequence[Entry]:
    """Up to `limit` entries numbered above `after` and below `before`, oldest first; with `newest`, the last of them,
    not the first."""
    question = _NEWEST if newest else _OLDEST
    rows = await question.rows(
        connection,
        conversation=conversation,
        log=log,
        after=min(after, _BEYOND),
        before=_BEYOND if before is None else min(before, _BEYOND),
        limit=limit,
    )
    found = [_entry(row) for row in rows]
    return found[::-1] if newest else found


async def said(connection: AsyncConnection, messages: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Entry]:
    """The entries of shared logs that stand under these numbers, each with its conversation."""
    if not messages:
        return {}
    wanted = [(conversation, "shared", number) for conversation, number in messages]
    query = select(*_COLUMNS).where(any_of((_entries.c.conversation, _entries.c.log, _entries.c.number), wanted))
    found = [_entry(row) for row in await connection.execute(query)]
    return {(entry.conversation, entry.number): entry for entry in found}


async def find(
    connection: AsyncConnection, conversation: str, author: Author, body: AnyBody, client_id: str
) -> Entry | None:
    """The entry that this author appended under `client_id` before. Raises Refusal `client_id_reused` where it was
    another than `body`."""
    query = select(*_COLUMNS, _entries.c.payload).where(
        _entries.c.conversation == conversation,
        _entries.c.log == body.log,
        _entries.c.participant == author.participant,
        _entries.c.client_id == client_id,
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    *found, payload = row
    if payload != digest(wire.encode_json(body)):
        raise Refusal("client_id_reused")
    return _entry(found)


async def earlier(
    connection: AsyncConnection, conversation: str, log: LogName, participant: str, client_id: str
) -> Entry | None:
    """What this participant appended to this log under `client_id`, whatever it was."""
    query = select(*_COLUMNS).where(
        _entries.c.conversation == conversation,
        _entries.c.log == log,
        _entries.c.participant == participant,
        _entries.c.client_id == client_id,
    )
    row = (await connection.execute(query)).one_or_none()
    return _entry(row) if row is not None else None


def _entry(row: Row) -> Entry:
    conversation, log, number, at, participant, kind, name, role, client_id, body = row
    return Entry(
        conversation=conversation,
        log=log,
        number=number,
        at=at,
        author=Author(participant=participant, kind=kind, name=name, role=role),
        client_id=client_id,
        body=wire.decode_body(body),
    )
