"""Guests of a call: an interpreter gets a link for one use, waits at the door, and comes in when an agent says so.

Nobody is let in for being early, and a guest learns nothing of the conversation but the call (see decision 2 on secrets
in addresses: the code stands in the link's fragment, which no server and no log ever sees).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.desk import admission
from server.desk.call_news import CallNews
from server.desk.identity import new_code, new_id
from server.desk.ledger import Ledger
from server.domain import call as rules
from server.domain.actor import Agent, Guest
from server.domain.recording import OPEN
from server.protocol.call_entries import CallJoined, GuestArrived, InvitationMade
from server.protocol.commands import AdmitGuest, EnterCall, InviteGuest
from server.protocol.errors import Refusal
from server.protocol.results import CallShown, GuestShown, InvitationMinted
from server.protocol.wire import clean
from server.store import audit, calls, conversations, participants, parties, recordings
from server.store.questions import Reading
from server.store.tokens import hashed

LIFETIME = timedelta(hours=1)
"""How long a link is good for: an interpreter is asked by telephone, and finds a quiet place first."""


@dataclass
class Guests:
    """Use cases of guests, and of agents about them. `origin`: where citizens and guests reach the desk."""

    ledger: Ledger
    news: CallNews
    origin: str

    async def invite(self, actor: Agent, command: InviteGuest, now: datetime) -> InvitationMinted:
        """A link for one use, and a seat in the call that is kept for whoever opens it. Raises Refusal `call_full`."""
        code, expires_at = new_code(), now + LIFETIME
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "run_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            rules.check_under_way(call.state)
            rules.check_seat(await parties.seats_taken(change.connection, call.id, now))
            guest = await participants.insert(
                change.connection,
                new_id("p"),
                command.conversation,
                "guest",
                now=now,
                name=_named(command.name),
                left=True,
            )
            await parties.seat(
                change.connection,
                call.id,
                guest.id,
                "invited",
                now,
                invited_by=seat.author.participant,
                link_hash=hashed(code),
                link_expires_at=expires_at,
            )
            await change.append(
                command.conversation, seat.author, InvitationMade(call=call.id, participant=guest.author)
            )
            await audit.record(
                change.connection, actor, "call.invite", now, conversation=command.conversation, detail=guest.id
            )
            await self.news.tell(change, command.conversation, call.id)
        return InvitationMinted(link=f"{self.origin}/join#code={code}", participant=guest.id, expires_at=expires_at)

    async def enter(self, actor: Guest, command: EnterCall, now: datetime) -> GuestShown:
        """Come to the door by a link, which is used up by this; later, by the token of the page that used it.

        Raises Refusal `invitation_over` where there is no door for this page, or no longer.
        """
        async with self.ledger.database.read() as connection:
            known = await parties.of_guest(connection, actor.token_hash)
        if known is None and command.code is not None:
            await self._arrive(actor, hashed(command.code), command, now)
        async with self.ledger.database.read() as connection:
            return await _shown(connection, actor)

    async def has_arrived(self, actor: Guest) -> bool:
        """Whether the guest's page has used a link, though the call may be over."""
        async with self.ledger.database.asking() as connection:
            return await parties.of_guest(connection, actor.token_hash) is not None

    async def admit(self, actor: Agent, command: AdmitGuest, now: datetime) -> CallShown:
        """Let a guest who waits into the call; one who is in, stays. Raises Refusal `not_allowed` for anybody else."""
        async with self.ledger.change(now) as change:
            await admission.admit(change.connection, actor, command.conversation, "run_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            rules.check_under_way(call.state)
            party = await parties.find(change.connection, call.id, command.participant)
            if party is None or party.kind != "guest" or party.state not in ("waiting", "in"):
                raise Refusal("not_allowed")
            if party.state == "waiting":
                await parties.change(change.connection, call.id, party.participant, state="in", since=now)
                await change.append(
                    command.conversation, party.author, CallJoined(call=call.id, participant=party.author)
                )
                await audit.record(
                    change.connection,
                    actor,
                    "call.admit",
                    now,
                    conversation=command.conversation,
                    detail=party.participant,
                )
            return CallShown(view=await self.news.tell(change, command.conversation, call.id))

    async def _arrive(self, actor: Guest, link_hash: str, command: EnterCall, now: datetime) -> None:
        async with self.ledger.change(now) as change:
            led = await parties.of_link(change.connection, link_hash)
            call = await calls.find(change.connection, led[0]) if led else None
            if led is None or call is None:
                raise Refusal("invitation_over")
            await conversations.load(change.connection, call.conversation, lock=True)
            call = await calls.load(change.connection, call.conversation, call.id)
            if call.state == "ended" or not await parties.use_link(change.connection, link_hash, actor.token_hash, now):
                raise Refusal("invitation_over")
            if given := _named(command.name):
                await participants.name(change.connection, led[1], given)
            guest = await participants.load(change.connection, led[1])
            await change.append(call.conversation, guest.author, GuestArrived(call=call.id, participant=guest.author))
            change.queue_changed = True
            await self.news.tell(change, call.conversation, call.id)


async def _shown(connection: Reading, actor: Guest) -> GuestShown:
    known = await parties.of_guest(connection, actor.token_hash)
    if known is None or not known[1].takes_part:
        raise Refusal("invitation_over")
    conversation = await conversations.load(connection, known[0])
    call = await calls.current(connection, conversation.id)
    if call is None or call.id != known[1].call:
        raise Refusal("invitation_over")
    return GuestShown(
        conversation=conversation.id,
        participant=known[1].participant,
        language=conversation.language,
        view=await parties.view(connection, call),
        recordings=tuple(
            each.view
            for each in await recordings.of_conversation(connection, conversation.id)
            if each.call == call.id and each.state in OPEN
        ),
    )


def _named(name: str | None) -> str | None:
    return (clean(name) or None) if name is not None else None
