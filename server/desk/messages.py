"""What is said and read in a conversation: messages, notes, sync, read positions, typing."""

from dataclasses import dataclass
from datetime import datetime

from server.desk import admission
from server.desk.connections import Connection, Connections
from server.desk.ledger import Ledger
from server.domain import permission
from server.domain.actor import Actor, Agent, Guest
from server.domain.permission import Action
from server.protocol.commands import MarkRead, PostMessage, PostNote, ShowTyping, SyncLog
from server.protocol.entries import MessagePosted, NotePosted
from server.protocol.errors import Refusal
from server.protocol.results import Done, LogSlice, Posted
from server.protocol.signals import Reading, Typing
from server.protocol.wire import clean
from server.store import log
from server.store.grouped.asked import Marking, Posting


@dataclass
class Messages:
    """Use cases of the log."""

    ledger: Ledger
    connections: Connections

    async def post(self, actor: Actor, command: PostMessage, now: datetime) -> Posted:
        """Say something. Raises Refusal: `malformed` for a text that is empty once cleaned, `client_id_reused`;
        `not_allowed` to a guest, who says something in a call and in no other way."""
        if isinstance(actor, Guest):
            raise Refusal("not_allowed")
        text = said(command.text)
        body = MessagePosted(text=text, choice=command.choice)
        if actor.kind != "citizen":
            body = MessagePosted(
                text=text,
                choice=command.choice,
                choices=command.choices,
                links=command.links,
                answer=command.answer,
            )
        return await self.ledger.post(Posting(actor, command.conversation, body, command.client_id, now))

    async def note(self, actor: Actor, command: PostNote, now: datetime) -> Posted:
        """Write a note among staff. Raises Refusal: `malformed`, `client_id_reused`."""
        text = said(command.text)
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "note", now, lock=True)
            author = seat.author
            if isinstance(actor, Agent):
                author = (await admission.seat_of_agent(change.connection, seat, actor, now)).author
            entry = await change.append(command.conversation, author, NotePosted(text=text), command.client_id)
        return Posted(number=entry.number, at=entry.at)

    async def sync(self, actor: Actor, command: SyncLog, now: datetime) -> LogSlice:
        """Read part of a log. A read by an agent leaves an audit line. Raises Refusal: `malformed` for a `before` that
        leaves nothing above `after`."""
        if command.before is not None and command.before <= command.after:
            raise Refusal("malformed", field="before")
        async with admission.looking(self.ledger.database, actor) as connection:
            action: Action = "read_staff" if command.log == "staff" else "read_shared"
            seat = await admission.admit(connection, actor, command.conversation, action, now)
            await admission.note_read(connection, actor, f"log.sync.{command.log}", command.conversation, now)
            found = await log.sync(
                connection,
                command.conversation,
                command.log,
                after=command.after,
                before=command.before,
                limit=command.limit,
                newest=command.last,
            )
        last = seat.conversation.shared_last if command.log == "shared" else seat.conversation.staff_last
        return LogSlice(log=command.log, entries=tuple(found), last=last)

    async def mark_read(self, actor: Actor, command: MarkRead, now: datetime) -> Done:
        """Move the actor's read position forward, and tell the others."""
        moved = await self.ledger.mark(Marking(actor, command.conversation, command.log, command.number, now))
        # Who only looks in, or has left, reads for themselves: the citizen is not told that somebody has read it.
        if moved is not None and not moved.has_left and actor.kind != "desk" and actor.kind != "guest":
            self.connections.signal(
                command.conversation,
                Reading(
                    conversation=command.conversation,
                    log=command.log,
                    participant=moved.participant,
                    kind=actor.kind,
                    number=moved.number,
                ),
                log=command.log,
            )
        return Done()

    async def show_typing(self, actor: Actor, command: ShowTyping, connection: Connection, now: datetime) -> Done:
        """Tell the others that somebody types."""
        async with self.ledger.database.asking() as reading:
            seat = await admission.admit(reading, actor, command.conversation, "show_typing", now)
        if command.log == "staff":
            permission.check(actor, "read_staff", seat.facts)
        self.connections.signal(
            command.conversation,
            Typing(conversation=command.conversation, log=command.log, author=seat.author, typing=command.typing),
            log=command.log,
            but=connection.id,
        )
        return Done()


def said(text: str) -> str:
    """What is kept of a text. Raises Refusal `malformed` where that is nothing."""
    kept = clean(text)
    if not kept:
        raise Refusal("malformed", field="text")
    return kept
