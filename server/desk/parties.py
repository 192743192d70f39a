"""The parties of a call that is under way: colleagues are asked and come, each holds it or leaves, an agent removes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from server.desk import admission
from server.desk.audience import Audience
from server.desk.call_news import CallNews
from server.desk.identity import new_id
from server.desk.ledger import Change, Ledger
from server.desk.media_workers import MediaWorkers
from server.domain import call as rules
from server.domain.actor import Actor, Agent
from server.domain.call import PartyState
from server.protocol.call_entries import CallJoined, CallLeft, InvitationEnded, InvitationMade
from server.protocol.commands import DeclineInvitation, HoldCall, InviteAgent, JoinCall, RemoveParty
from server.protocol.errors import Refusal
from server.protocol.results import CallShown, Done
from server.protocol.words import Author
from server.store import agents, audit, calls, participants, parties
from server.store.calls import Call
from server.store.parties import Party


@dataclass
class Parties:
    """Use cases of those in a call, and what other use cases do to them in a change of their own."""

    ledger: Ledger
    news: CallNews
    media: MediaWorkers
    audience: Audience

    async def invite(self, actor: Agent, command: InviteAgent, now: datetime) -> CallShown:
        """Ask a colleague into the call: they read the conversation and write in it until the call is over.

        Asking again does nothing. Raises Refusal: `no_such_agent`, `call_full`, `call_over`.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "run_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            rules.check_under_way(call.state)
            asked = await agents.load(change.connection, command.agent)
            colleague = await participants.of_agent(change.connection, command.conversation, asked.id)
            seated = await parties.of(change.connection, call.id)
            if colleague is None or all(each.participant != colleague.id for each in seated):
                rules.check_seat(await parties.seats_taken(change.connection, call.id, now))
                colleague = colleague or await participants.insert(
                    change.connection,
                    new_id("p"),
                    command.conversation,
                    "agent",
                    now=now,
                    agent=asked.id,
                    name=asked.name,
                    role=asked.role,
                    left=True,
                )
                await parties.seat(
                    change.connection, call.id, colleague.id, "invited", now, invited_by=seat.author.participant
                )
                await participants.call_in(change.connection, colleague.id, True)
                await change.append(
                    command.conversation, seat.author, InvitationMade(call=call.id, participant=colleague.author)
                )
                await audit.record(
                    change.connection, actor, "call.invite", now, conversation=command.conversation, detail=asked.id
                )
                change.queue_changed = True
            return CallShown(view=await self.news.tell(change, command.conversation, call.id))

    async def join(self, actor: Agent, command: JoinCall, now: datetime) -> CallShown:
        """Go into a call that is under way: as who was asked, or as who took the conversation meanwhile.

        Joining again does nothing. Raises Refusal: `in_another_call`, `call_full`, `call_over`.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "join_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            rules.check_under_way(call.state)
            me = await admission.seat_of_agent(change.connection, seat, actor, now)
            party = await parties.find(change.connection, call.id, me.id)
            if party is None or party.state != "in":
                if await parties.other_call_of(change.connection, actor.id, call.id) is not None:
                    raise Refusal("in_another_call")
                if party is None or not party.takes_part:
                    rules.check_seat(await parties.seats_taken(change.connection, call.id, now))
                await parties.seat(change.connection, call.id, me.id, "in", now)
                await change.append(command.conversation, me.author, CallJoined(call=call.id, participant=me.author))
                change.queue_changed = True
            return CallShown(view=await self.news.tell(change, command.conversation, call.id))

    async def decline(self, actor: Agent, command: DeclineInvitation, now: datetime) -> Done:
        """Say that one does not come. Where nobody asks, or one has come, nothing happens."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "join_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            party = await parties.find(change.connection, call.id, seat.author.participant)
            if party is not None and party.state == "invited":
                await self._end_invitation(change, call, party, seat.author, "declined")
        return Done()

    async def remove(self, actor: Agent, command: RemoveParty, now: datetime) -> CallShown:
        """Refuse a guest who waits, withdraw an invitation, or take somebody out of the call; who is gone, stays so.

        Raises Refusal `not_allowed` for the citizen and for oneself.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "run_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            rules.check_under_way(call.state)
            party = await parties.find(change.connection, call.id, command.participant)
            if party is None or party.kind == "citizen" or party.participant == seat.author.participant:
                raise Refusal("not_allowed")
            if party.state == "in":
                await self.step_out(change, call, party.author, "removed", by=seat.author)
            elif party.takes_part:
                why: Literal["refused", "withdrawn"] = "refused" if party.state == "waiting" else "withdrawn"
                await self._end_invitation(change, call, party, seat.author, why)
            await audit.record(
                change.connection,
                actor,
                "call.remove",
                now,
                conversation=command.conversation,
                detail=party.participant,
            )
            return CallShown(view=await parties.view(change.connection, call))

    async def hold(self, actor: Actor, command: HoldCall, now: datetime) -> Done:
        """Say that one holds the call, or goes on; the others see it. Raises Refusal: `call_over`, `not_allowed`."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "be_in_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            party = await parties.find(change.connection, call.id, seat.author.participant)
            rules.check_takes_part(call.state, party.state if party else None)
            await parties.change(change.connection, call.id, seat.author.participant, held=command.held)
            await self.news.tell(change, command.conversation, call.id)
        return Done()

    async def step_out(
        self,
        change: Change,
        call: Call,
        who: Author,
        reason: Literal["left", "removed", "transfer", "lost"],
        *,
        by: Author | None = None,
    ) -> None:
        """Somebody is no longer in a call, or at its door, and it goes on without them; the media worker lets go of
        them after the commit. Where they were not, nothing happens."""
        party = await parties.find(change.connection, call.id, who.participant)
        if party is None or not party.takes_part:
            return
        was_in = party.state == "in"
        await self._part(change, call, party, "removed" if reason == "removed" else "left")
        if was_in:
            left = CallLeft(call=call.id, participant=party.author, reason=reason)
            await change.append(call.conversation, by or who, left)
        else:
            declined = InvitationEnded(call=call.id, participant=party.author, reason="declined")
            await change.append(call.conversation, who, declined)
        await self._tell_of(change, call)
        worker = call.worker
        if was_in and worker is not None:
            # After the others are told: a worker may be slow, and an older view must not come after a newer one.
            change.afterwards(lambda: self.media.leave(worker, call.id, party.participant))

    async def _end_invitation(
        self,
        change: Change,
        call: Call,
        party: Party,
        by: Author,
        reason: Literal["declined", "refused", "withdrawn"],
    ) -> None:
        await self._part(change, call, party, "refused" if reason == "refused" else "left")
        await change.append(
            call.conversation, by, InvitationEnded(call=call.id, participant=party.author, reason=reason)
        )
        await self._tell_of(change, call)

    async def _part(self, change: Change, call: Call, party: Party, state: PartyState) -> None:
        await parties.change(
            change.connection,
            call.id,
            party.participant,
            state=state,
            since=change.now,
            connected=False,
            held=False,
        )
        await participants.call_in(change.connection, party.participant, False)
        change.queue_changed = True

    async def _tell_of(self, change: Change, call: Call) -> None:
        """Tell how the call stands, those first who are about to see it no longer."""
        await self.news.tell(change, call.conversation, call.id)
        # A guest may be connected anywhere, and the log a guest cannot read says nothing there.
        change.afterwards(lambda: self.audience.review_everywhere(call.conversation))
