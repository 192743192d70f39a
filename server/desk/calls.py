"""The video call: proposed, accepted, connected through a media worker, ended. Each step is an entry in the log."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from server.bus.fanout import Fanout
from server.bus.hints import CallDescribed
from server.desk import admission
from server.desk.closing import Closing
from server.desk.connections import Connection, Connections
from server.desk.handover import Handover
from server.desk.identity import new_id
from server.desk.ledger import DESK_AUTHOR, Change, Ledger
from server.desk.media_workers import MediaWorkers
from server.domain import call as rules
from server.domain.actor import Actor, Citizen
from server.protocol.commands import (
    AcceptCall,
    DeclineCall,
    DescribeCall,
    HangUp,
    ProposeCall,
    ReportIncident,
)
from server.protocol.entries import CallAccepted, CallDeclined, CallIncident, CallProposed, CallStarted
from server.protocol.errors import Refusal
from server.protocol.media import MediaEvent
from server.protocol.results import CallShown, Done
from server.protocol.signals import CallDescription, CallStands
from server.protocol.words import CallView, Incident
from server.store import calls, conversations, participants
from server.store.calls import Call

COMES_BACK = timedelta(seconds=3)
"""How long a party that closed its connection has to come back before it counts as missing."""


@dataclass
class Calls:
    """Use cases of calls, and what media workers say about them."""

    ledger: Ledger
    connections: Connections
    media: MediaWorkers
    closing: Closing
    handover: Handover
    fanout: Fanout
    _left: dict[tuple[str, str], datetime] = field(default_factory=dict)

    async def propose(self, actor: Actor, command: ProposeCall, now: datetime) -> CallShown:
        """Propose a call. A citizen may before an agent is there: whoever takes the conversation finds the proposal.

        Proposing again while one's own proposal stands gives the same call. Raises Refusal `call_in_progress`.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "call", now, lock=True)
            party = seat.author.participant
            standing = await calls.current(change.connection, command.conversation)
            if standing is not None and standing.state == "proposed" and standing.proposed_by == party:
                return CallShown(view=standing.view)
            call = await calls.insert(
                change.connection, new_id("k"), command.conversation, party, video=command.video, now=now
            )
            await change.append(command.conversation, seat.author, CallProposed(call=call.id, video=command.video))
            if isinstance(actor, Citizen):
                await conversations.change(change.connection, command.conversation, video=True)
                if seat.conversation.phase == "triage":
                    await self.handover.queue(change, seat.conversation, seat.author, "requested")
                change.queue_changed = True
            self._tell_later(change, command.conversation, call.view)
            return CallShown(view=call.view)

    async def accept(self, actor: Actor, command: AcceptCall, now: datetime) -> CallShown:
        """Agree to a call: it gets a media worker, and the proposer is to offer.

        Raises Refusal: `call_over`, `call_in_progress`; `no_media_worker`, which is part of the record.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            party = seat.author.participant
            if call.state != "ended" and call.accepted_by == party:
                return CallShown(view=call.view)
            rules.check_accept(call.state, call.proposed_by, party)
            try:
                worker = self.media.place(now)
            except Refusal as refusal:
                refused = refusal
                incident = CallIncident(call=call.id, incident="no_worker")
                # Once for each call, however often it is tried; the proposal stands.
                await change.append(command.conversation, DESK_AUTHOR, incident, f"no_worker.{call.id}")
            else:
                await calls.change(
                    change.connection, call.id, state="accepted", accepted_by=party, accepted_at=now, worker=worker
                )
                await change.append(command.conversation, seat.author, CallAccepted(call=call.id))
                change.queue_changed = True
                view = call.view_as("accepted", party)
                self._tell_later(change, command.conversation, view)
                return CallShown(view=view)
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
            self._tell_later(change, command.conversation, call.view_as("ended"))
        return Done()

    async def describe(self, actor: Actor, command: DescribeCall, now: datetime) -> Done:
        """Pass a session description through the media worker to the other party.

        It is kept until the call ends, so that a party whose connection broke just then finds it again. Raises
        Refusal: `call_over`, `not_allowed`, `media_failed`.
        """
        async with self.ledger.database.read() as connection:
            seat = await admission.admit(connection, actor, command.conversation, "call", now)
            call = await calls.load(connection, command.conversation, command.call)
        party = seat.author.participant
        rules.check_describe(call.state, (call.proposed_by, call.accepted_by), party)
        other = call.other(party)
        if call.worker is None or other is None:
            raise Refusal("call_over")
        sdp = await self.media.describe(call.worker, call.id, party, command.kind, command.sdp)
        described = CallDescription(
            conversation=command.conversation,
            call=call.id,
            kind=command.kind,
            sdp=sdp,
        )
        async with self.ledger.database.write() as connection:
            await conversations.load(connection, command.conversation, lock=True)
            if (await calls.load(connection, command.conversation, command.call)).state == "ended":
                # Somebody hung up while the worker answered: an ended call keeps nobody's addresses.
                raise Refusal("call_over")
            await calls.change(
                connection, call.id, description={"to": other, "kind": described.kind, "sdp": described.sdp}
            )
            addressee = await participants.load(connection, other)
        self.fanout.hint(CallDescribed(conversation=command.conversation))
        for each in self.connections.followers(command.conversation):
            if admission.is_seat_of(each.actor, addressee):
                each.signal(described)
        return Done()

    async def repeat_description(self, connection: Connection, conversation: str) -> None:
        """Give a party that has just connected the description that waits for it."""
        async with self.ledger.database.read() as reading:
            call = await calls.current(reading, conversation)
            if call is None or call.description is None:
                return
            addressee = await participants.load(reading, call.description["to"])
        if admission.is_seat_of(connection.actor, addressee):
            connection.signal(
                CallDescription(
                    conversation=conversation,
                    call=call.id,
                    kind="offer" if call.description["kind"] == "offer" else "answer",
                    sdp=call.description["sdp"],
                )
            )

    async def report_incident(self, actor: Actor, command: ReportIncident, now: datetime) -> Done:
        """Note in the record that something technical went wrong."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            if call.state == "ended":
                raise Refusal("call_over")
            await change.append(
                command.conversation,
                seat.author,
                CallIncident(
                    call=call.id,
                    incident=command.incident,
                    party=seat.author.participant,
                ),
                command.client_id,
            )
        return Done()

    async def hang_up(self, actor: Actor, command: HangUp, now: datetime) -> Done:
        """End a call, for both. Hanging up again does nothing."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            if call.state != "ended":
                await self.closing.end_call(change, call, seat.author, "hung_up")
        return Done()

    async def on_media_event(self, event: MediaEvent, now: datetime) -> None:
        """What a worker noticed becomes part of the record: that both are connected, that one was lost."""
        async with self.ledger.change(now) as change:
            call = await calls.find(change.connection, event.call)
            if call is None or call.state in ("proposed", "ended"):
                return
            await conversations.load(change.connection, call.conversation, lock=True)
            call = await calls.load(change.connection, call.conversation, event.call)
            if call.state == "ended":
                return
            match event.kind:
                case "connected":
                    await self._on_connected(change, call, event.party)
                case "lost":
                    await self._on_lost(change, call, event)
                case "idle":
                    # The worker has let go already. To ask it again while it waits for our answer would block it.
                    await self.closing.end_call(change, replace(call, worker=None), DESK_AUTHOR, "lost")

    async def note_who_left(self, now: datetime) -> None:
        """Whoever closed the connection and neither hung up nor came back within a moment is missing: say so in the
        record."""
        overdue = [who for who, left_at in self._left.items() if now - left_at > COMES_BACK]
        for call_id, party in overdue:
            self._left.pop((call_id, party), None)
            async with self.ledger.change(now) as change:
                call = await calls.find(change.connection, call_id)
                if call is None or call.state == "ended":
                    continue
                await conversations.load(change.connection, call.conversation, lock=True)
                call = await calls.load(change.connection, call.conversation, call_id)
                if call.state != "ended" and party not in (call.connected or ()):
                    await change.append(
                        call.conversation,
                        DESK_AUTHOR,
                        CallIncident(call=call.id, incident="connection_lost", party=party),
                    )

    async def end_stranded(self, call: Call, incident: Incident, now: datetime) -> None:
        """End a call whose worker is gone, or that was never connected, and say so in the record."""
        async with self.ledger.change(now) as change:
            await conversations.load(change.connection, call.conversation, lock=True)
            current = await calls.load(change.connection, call.conversation, call.id)
            if current.state not in ("accepted", "running"):
                return
            await change.append(
                call.conversation,
                DESK_AUTHOR,
                CallIncident(call=call.id, incident=incident),
            )
            await self.closing.end_call(change, current, DESK_AUTHOR, "failed")

    async def _on_connected(self, change: Change, call: Call, party: str | None) -> None:
        # In the database, because the parties' news may come over different nodes.
        connected = {*(call.connected or ()), party} - {None}
        await calls.change(change.connection, call.id, connected=sorted(map(str, connected)))
        self._left.pop((call.id, party or ""), None)
        both = {call.proposed_by, call.accepted_by} <= connected
        if both and call.state == "accepted":
            await calls.change(change.connection, call.id, state="running", started_at=change.now)
            await change.append(call.conversation, DESK_AUTHOR, CallStarted(call=call.id))
            self._tell_later(change, call.conversation, call.view_as("running"))

    async def _on_lost(self, change: Change, call: Call, event: MediaEvent) -> None:
        party = event.party or ""
        await calls.change(
            change.connection, call.id, connected=[each for each in call.connected or () if each != party]
        )
        if event.reason == "closed":
            # A browser that hangs up, or loads its page again, closes the connection a moment before we hear of it.
            self._left[call.id, party] = change.now
        else:
            await change.append(
                call.conversation,
                DESK_AUTHOR,
                CallIncident(call=call.id, incident="connection_lost", party=event.party),
            )

    def _tell_later(self, change: Change, conversation: str, view: CallView) -> None:
        async def tell() -> None:
            self.connections.signal(conversation, CallStands(conversation=conversation, view=view))

        change.afterwards(tell)
