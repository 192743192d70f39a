"""Live text: what somebody in a call types is read by the others in it while it is typed, and a line that has ended is
said as a message. Who signs shows that, too."""

from dataclasses import dataclass
from datetime import datetime

from server.bus.hints import Hearers
from server.desk import admission
from server.desk.connections import Connections
from server.desk.messages import Messages, said
from server.domain import call as rules
from server.domain.actor import Actor, Guest
from server.protocol.commands import PostMessage, ShowSigning, ShowWriting
from server.protocol.entries import MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import Done, Posted
from server.protocol.signals import Signing, Writing
from server.protocol.wire import clean
from server.protocol.words import Author
from server.store import calls, parties


@dataclass
class LiveText:
    """Use cases of what is shown in a call for a moment. Whoever is in the call gets it, and nobody else."""

    messages: Messages
    connections: Connections

    async def show_writing(self, actor: Actor, command: ShowWriting, now: datetime) -> Done:
        """Show an unfinished line. Raises Refusal: `no_such_call`, `call_over`, `not_allowed`."""
        author, heard_by = await self._in_call(actor, command.conversation, command.call, now)
        self.connections.signal_in_call(
            Writing(
                conversation=command.conversation,
                call=command.call,
                author=author,
                line=command.line,
                sequence=command.sequence,
                text=clean(command.text),
            ),
            heard_by,
        )
        return Done()

    async def show_signing(self, actor: Actor, command: ShowSigning, now: datetime) -> Done:
        """Show that somebody signs. Raises Refusal: `no_such_call`, `call_over`, `not_allowed`."""
        author, heard_by = await self._in_call(actor, command.conversation, command.call, now)
        self.connections.signal_in_call(
            Signing(
                conversation=command.conversation,
                call=command.call,
                participant=author.participant,
                signing=command.signing,
            ),
            heard_by,
        )
        return Done()

    async def end_line(self, actor: Actor, command: PostMessage, call: str, now: datetime) -> Posted:
        """Say a line that has ended, and tell those in the call. Where the call is over already, it is a message as any
        other, except for a guest, who is no longer there.

        Raises Refusal: what `Messages.post` raises, and to a guest `no_such_call`, `call_over`, `not_allowed`.
        """
        if isinstance(actor, Guest):
            posted = await self._post_as_guest(actor, command, call, now)
        else:
            posted = await self.messages.post(actor, command, now)
        try:
            author, heard_by = await self._in_call(actor, command.conversation, call, now)
        except Refusal:
            return posted
        self.connections.signal_in_call(
            Writing(
                conversation=command.conversation,
                call=call,
                author=author,
                line=command.client_id,
                sequence=0,
                text=clean(command.text),
                finished=True,
            ),
            heard_by,
        )
        return posted

    async def _post_as_guest(self, actor: Guest, command: PostMessage, call: str, now: datetime) -> Posted:
        """Guests are few, and their seat is in the call: not in a group with what others say at the moment."""
        body = MessagePosted(text=said(command.text))
        async with self.messages.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "be_in_call", now, lock=True)
            there = await calls.load(change.connection, command.conversation, call)
            party = await parties.find(change.connection, there.id, seat.author.participant)
            rules.check_takes_part(there.state, party.state if party else None)
            entry = await change.append(command.conversation, seat.author, body, command.client_id)
        return Posted(number=entry.number, at=entry.at)

    async def _in_call(self, actor: Actor, conversation: str, call: str, now: datetime) -> tuple[Author, Hearers]:
        """Who the actor is in the call, and who else is. Raises Refusal unless the actor is in it."""
        async with self.messages.ledger.database.asking() as connection:
            seat = await admission.admit(connection, actor, conversation, "be_in_call", now)
            there = await calls.load(connection, conversation, call)
            present = await parties.present(connection, there.id)
        me = seat.author.participant
        rules.check_takes_part(there.state, "in" if any(each.participant == me for each in present) else None)
        return seat.author, Hearers(
            citizen=any(each.kind == "citizen" for each in present),
            agents=tuple(each.agent for each in present if each.agent is not None),
            guests=tuple(Guest(each.token_hash).label for each in present if each.token_hash is not None),
        )
