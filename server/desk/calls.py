"""The video call: proposed, accepted, declined, hung up. Each step is an entry in the log."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from server.desk import admission, needs
from server.desk.call_news import CallNews
from server.desk.closing import Closing
from server.desk.handover import Handover
from server.desk.identity import new_id
from server.desk.ledger import DESK_AUTHOR, Change, Ledger
from server.desk.media_workers import MediaWorkers
from server.desk.parties import Parties
from server.domain import call as rules
from server.domain.actor import Actor, Agent, Citizen
from server.protocol.call_entries import CallAccepted, CallDeclined, CallIncident, CallProposed
from server.protocol.commands import AcceptCall, DeclineCall, HangUp, ProposeCall
from server.protocol.errors import Refusal
from server.protocol.results import CallShown, Done
from server.store import calls, participants, parties


@dataclass
class Calls:
    """Use cases of a call as a whole."""

    ledger: Ledger
    news: CallNews
    media: MediaWorkers
    closing: Closing
    handover: Handover
    parties: Parties

    async def propose(self, actor: Actor, command: ProposeCall, now: datetime) -> CallShown:
        """Propose a call. A citizen may before an agent is there: whoever takes the conversation finds the proposal.

        Proposing again while one's own proposal stands gives the same call. Raises Refusal: `call_in_progress`,
        `in_another_call`.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "call", now, lock=True)
            party = seat.author.participant
            standing = await calls.current(change.connection, command.conversation)
            if standing is not None and standing.state == "proposed" and standing.proposed_by == party:
                return CallShown(view=standing.view())
            await self._check_free(change, actor, None)
            call = await calls.insert(
                change.connection, new_id("k"), command.conversation, party, video=command.video, now=now
            )
            await change.append(command.conversation, seat.author, CallProposed(call=call.id, video=command.video))
            if isinstance(actor, Citizen):
                await needs.follows(change, seat.conversation, replace(seat.conversation.need, video=True))
                if seat.conversation.phase == "triage":
                    await self.handover.queue(change, seat.conversation, seat.author, "requested")
                change.queue_changed = True
            return CallShown(view=await self.news.tell(change, command.conversation, call.id))

    async def accept(self, actor: Actor, command: AcceptCall, now: datetime) -> CallShown:
        """Agree to a call: it gets a media worker, and both are to offer.

        Raises Refusal: `call_over`, `call_in_progress`, `in_another_call`; `no_media_worker`, which is part of the
        record unless it is the agent who proposed the call that is in another by now.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            party = seat.author.participant
            if call.state != "ended" and call.accepted_by == party:
                return CallShown(view=await parties.view(change.connection, call))
            rules.check_accept(call.state, call.proposed_by, party)
            await self._check_free(change, actor, call.id)
            proposer = await participants.load(change.connection, call.proposed_by)
            if proposer.agent and await parties.other_call_of(change.connection, proposer.agent, call.id) is not None:
                # For whom they called there is, just now, nobody to call with: to be told as any other want of means.
                raise Refusal("no_media_worker")
            try:
                worker = self.media.place(call.id)
            except Refusal as refusal:
                refused = refusal
                incident = CallIncident(call=call.id, incident="no_worker")
                # Once for each call, however often it is tried; the proposal stands.
                await change.append(command.conversation, DESK_AUTHOR, incident, f"no_worker.{call.id}")
            else:
                await calls.change(change.connection, call.id, state="accepted", accepted_by=party, accepted_at=now)
                await calls.place(change.connection, call, worker, now)
                for each in (call.proposed_by, party):
                    await parties.seat(change.connection, call.id, each, "in", now)
                await change.append(command.conversation, seat.author, CallAccepted(call=call.id))
                change.queue_changed = True
                return CallShown(view=await self.news.tell(change, command.conversation, call.id))
        raise refused

    async def decline(self, actor: Actor, command: DeclineCall, now: datetime) -> Done:
        """Decline a call, or take one's own proposal back. Declining what is over does nothing."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            if call.state == "ended":
                return Done()
            if call.state != "proposed":
                raise Refusal("call_in_progress")
            await calls.change(change.connection, call.id, state="ended", ended_at=now)
            await change.append(command.conversation, seat.author, CallDeclined(call=call.id))
            await self.news.tell(change, command.conversation, call.id)
        return Done()

    async def hang_up(self, actor: Actor, command: HangUp, now: datetime) -> Done:
        """End a call for all, as its citizen or as the agent who has the conversation; whoever else was in it, or at
        its door, leaves it. Hanging up again does nothing."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "be_in_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            if call.state == "ended":
                return Done()
            if isinstance(actor, Citizen) or (isinstance(actor, Agent) and seat.conversation.agent == actor.id):
                await self.closing.end_call(change, call, seat.author, "hung_up")
            else:
                await self.parties.step_out(change, call, seat.author, "left")
        return Done()

    async def _check_free(self, change: Change, actor: Actor, call: str | None) -> None:
        """Raise Refusal `in_another_call` for an agent who is in one: a call takes all of them."""
        if isinstance(actor, Agent) and await parties.other_call_of(change.connection, actor.id, call) is not None:
            raise Refusal("in_another_call")
