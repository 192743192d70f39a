"""What parties of a call say to its media worker, and what the worker and they notice about it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from server.desk import admission
from server.desk.call_news import CallNews
from server.desk.call_places import CallPlaces
from server.desk.closing import Closing
from server.desk.connections import Connections
from server.desk.ledger import DESK_AUTHOR, Change, Ledger
from server.desk.media_workers import MediaWorkers
from server.desk.one_by_one import one_by_one
from server.desk.turn import Turn
from server.domain import call as rules
from server.domain.actor import Actor
from server.protocol.call_entries import CallIncident, CallStarted
from server.protocol.commands import MintTurn, OfferMedia, ReportIncident
from server.protocol.errors import Refusal
from server.protocol.media import MediaEvent
from server.protocol.results import CallAnswered, Done, TurnMinted
from server.protocol.signals import StreamsChange
from server.store import calls, conversations, parties
from server.store.calls import Call

COMES_BACK = timedelta(seconds=3)
"""How long a party that closed its connection has to come back before it counts as missing."""

TALKS = 2
"""Connected parties that make a call run."""


@dataclass
class CallMedia:
    """Use cases of offering, of the way there and of incidents, and the events of media workers."""

    ledger: Ledger
    connections: Connections
    news: CallNews
    media: MediaWorkers
    places: CallPlaces
    closing: Closing
    turn: Turn
    _left: dict[tuple[str, str], datetime] = field(default_factory=dict)

    async def mint_turn(self, actor: Actor, command: MintTurn, now: datetime) -> TurnMinted:
        """TURN servers, with credentials for this party of this call. Raises Refusal: `call_over`, `not_allowed`."""
        call, party = await self._seat(actor, command, now)
        servers = self.turn.mint(f"{call.id} {party}", now + self.turn.lifetime)
        return TurnMinted(servers=servers, seconds=int(self.turn.lifetime.total_seconds()))

    async def offer(self, actor: Actor, command: OfferMedia, now: datetime) -> CallAnswered:
        """Hand a party's session description to the call's media worker, and give back the answer.

        Raises Refusal: `call_over`, `not_allowed`, `media_failed`, `no_media_worker` while the call waits for one,
        `open_elsewhere` where another page of the party has offered since.
        """
        call, party = await self._seat(actor, command, now)
        if call.worker is None:
            raise Refusal("no_media_worker")
        if command.placement is not None and command.placement < call.placement:
            # From a line that its page has given up: it would replace the one that was made since.
            raise Refusal("media_failed")
        answer = await self.media.offer(call.worker, call.id, party, command.sdp, command.screen)
        if answer == "worker_full" or answer == "worker_draining":
            await self.places.move(call, now, lost=False)
        if isinstance(answer, str):
            raise Refusal("open_elsewhere" if answer == "open_elsewhere" else "media_failed")
        try:
            still, _ = await self._seat(actor, command, now)
        except Refusal:
            # Left, or removed, while the worker answered: it heard of that before it heard the offer.
            await self.media.leave(call.worker, call.id, party)
            raise
        if still.worker != call.worker:
            raise Refusal("media_failed")
        return CallAnswered(sdp=answer.sdp, streams=answer.streams)

    async def report_incident(self, actor: Actor, command: ReportIncident, now: datetime) -> Done:
        """Note in the record that something technical went wrong."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "be_in_call", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            party = await parties.find(change.connection, call.id, seat.author.participant)
            rules.check_takes_part(call.state, party.state if party else None)
            incident = CallIncident(call=call.id, incident=command.incident, party=seat.author.participant)
            await change.append(command.conversation, seat.author, incident, command.client_id)
        return Done()

    async def on_event(self, event: MediaEvent, worker: str, now: datetime) -> bool:
        """What a worker noticed becomes part of the record: that a party is connected, that one was lost. What it says
        of a call that is over, or has its place elsewhere by now, is ignored: whether it was not."""
        if event.kind == "changed":
            return await self._tell_streams(event, worker)
        async with self.ledger.change(now) as change:
            call = await calls.find(change.connection, event.call)
            if call is None:
                return False
            await conversations.load(change.connection, call.conversation, lock=True)
            call = await calls.load(change.connection, call.conversation, event.call)
            if call.state not in rules.UNDER_WAY or call.worker != worker:
                return False
            match event.kind:
                case "connected":
                    await self._on_connected(change, call, event.party or "")
                case "lost":
                    await self._on_lost(change, call, event)
                case "idle":
                    # The worker has let go already, and is not asked to.
                    await self.closing.end_call(change, replace(call, worker=None), DESK_AUTHOR, "lost")
        return True

    async def note_who_left(self, now: datetime) -> None:
        """Whoever closed the connection and neither hung up nor came back within a moment is missing: say so in the
        record."""
        overdue = [who for who, left_at in self._left.items() if now - left_at > COMES_BACK]

        async def note(who: tuple[str, str]) -> None:
            call_id, participant = who
            async with self.ledger.change(now) as change:
                call = await calls.find(change.connection, call_id)
                if call is not None and call.state != "ended":
                    await conversations.load(change.connection, call.conversation, lock=True)
                    call = await calls.load(change.connection, call.conversation, call_id)
                    party = await parties.find(change.connection, call_id, participant)
                    if call.state != "ended" and party is not None and party.state == "in" and not party.connected:
                        await self._note_lost(change, call, participant)
            self._left.pop(who, None)

        await one_by_one(overdue, note)

    async def _seat(self, actor: Actor, command: OfferMedia | MintTurn, now: datetime) -> tuple[Call, str]:
        """The call, and who the actor is in it. Raises Refusal unless they are in it."""
        async with self.ledger.database.read() as connection:
            seat = await admission.admit(connection, actor, command.conversation, "be_in_call", now)
            call = await calls.load(connection, command.conversation, command.call)
            party = await parties.find(connection, call.id, seat.author.participant)
        rules.check_takes_part(call.state, party.state if party else None)
        return call, seat.author.participant

    async def _tell_streams(self, event: MediaEvent, worker: str) -> bool:
        async with self.ledger.database.read() as connection:
            call = await calls.find(connection, event.call)
        if call is None or call.worker != worker or event.party is None:
            return False
        self.connections.signal(
            call.conversation, StreamsChange(conversation=call.conversation, call=call.id, party=event.party)
        )
        return True

    async def _on_connected(self, change: Change, call: Call, party: str) -> None:
        # In the database, because the parties' news may come over different nodes.
        await parties.change(change.connection, call.id, party, connected=True)
        self._left.pop((call.id, party), None)
        connected = sum(each.connected for each in await parties.of(change.connection, call.id))
        if connected >= TALKS and call.state == "accepted":
            await calls.change(change.connection, call.id, state="running", started_at=change.now)
            await change.append(call.conversation, DESK_AUTHOR, CallStarted(call=call.id))
        await self.news.tell(change, call.conversation, call.id)

    async def _on_lost(self, change: Change, call: Call, event: MediaEvent) -> None:
        participant = event.party or ""
        party = await parties.find(change.connection, call.id, participant)
        await parties.change(change.connection, call.id, participant, connected=False)
        # Told again, because nobody heard that it was heard, it is no other loss.
        is_new = party is not None and (party.connected or event.reason in ("never_connected", "handshake_failed"))
        if is_new and party is not None and party.state == "in":
            if event.reason == "closed":
                # A browser that hangs up, or loads its page again, closes the connection a moment before we hear of it.
                self._left[call.id, participant] = change.now
            else:
                await self._note_lost(change, call, participant)
        await self.news.tell(change, call.conversation, call.id)

    async def _note_lost(self, change: Change, call: Call, party: str) -> None:
        await change.append(
            call.conversation, DESK_AUTHOR, CallIncident(call=call.id, incident="connection_lost", party=party)
        )
