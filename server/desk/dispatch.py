"""Who has a conversation: the queue, taking, handing over, closing, availability."""

from dataclasses import dataclass
from datetime import datetime

from server.bus.hints import QueueChanged
from server.desk import admission
from server.desk.audience import Audience
from server.desk.board import Board
from server.desk.closing import Closing
from server.desk.connections import Connection
from server.desk.handover import Handover
from server.desk.identity import new_id
from server.desk.ledger import Change, Ledger
from server.desk.picture import Picture
from server.desk.snapshot import as_waiting
from server.desk.zones import ZoneSource
from server.domain import permission, routing
from server.domain.actor import Actor, Agent, Citizen, Offer
from server.protocol.commands import (
    CloseConversation,
    RequestPerson,
    SetAvailability,
    StateNeed,
    TakeConversation,
    TransferConversation,
    WatchQueue,
)
from server.protocol.entries import OutcomeRecorded, ParticipantJoined, TransferMade
from server.protocol.errors import Refusal
from server.protocol.results import AssignmentTaken, Done, QueueShown
from server.protocol.wire import clean
from server.protocol.words import CloseReason
from server.store import agents, assignments, audit, calls, conversations, participants, parties
from server.store.conversations import Conversation
from server.store.participants import Participant


@dataclass
class Dispatch:
    """Use cases of the queue and of assignments."""

    ledger: Ledger
    audience: Audience
    zone: ZoneSource
    board: Board
    closing: Closing
    handover: Handover

    async def watch(self, actor: Agent, _: WatchQueue, connection: Connection, now: datetime) -> QueueShown:
        """The queue now, and from now on whenever it changes. Who watches it is there."""
        permission.check_at_large(actor, "watch_queue")
        connection.watches_queue = True
        async with self.ledger.database.write() as writing:
            await agents.set_seen(writing, [actor.id], now, self.audience.fanout.node)
        self.board.changed()
        self.audience.fanout.hint(QueueChanged())
        snapshot = await self.board.look()
        me = next((each for each in snapshot.colleagues if each.agent == actor.id), None)
        if me is None:
            raise Refusal("not_signed_in")
        return QueueShown(
            me=me,
            supervisor=actor.supervisor,
            capacity=actor.capacity,
            queue=Picture(snapshot).seen_by(actor),
        )

    async def set_availability(self, actor: Agent, command: SetAvailability, now: datetime) -> Done:
        """Accept conversations from now on, or no longer."""
        permission.check_at_large(actor, "set_availability")
        async with self.ledger.change(now) as change:
            await agents.set_accepting(change.connection, actor.id, command.accepting)
            action = "availability.on" if command.accepting else "availability.off"
            await audit.record(change.connection, actor, action, now)
            change.queue_changed = True
        return Done()

    async def take(self, actor: Agent, command: TakeConversation, now: datetime) -> AssignmentTaken:
        """Take a conversation: the named one, or the next that suits. Repeating it is safe.

        Raises Refusal: `already_taken` where another agent was first, `at_capacity`.
        """
        async with self.ledger.change(now) as change:
            await agents.load(change.connection, actor.id, lock=True)
            if command.conversation is not None:
                seat = await admission.admit(change.connection, actor, command.conversation, "take", now, lock=True)
            else:
                next_seat = await self._next(change, actor)
                if next_seat is None:
                    return AssignmentTaken()
                seat = next_seat
            conversation = seat.conversation
            chosen = conversation.id
            if conversation.agent == actor.id:
                return AssignmentTaken(conversation=chosen)
            await self._check_room(change, actor, conversation)
            if not await conversations.take(change.connection, chosen, actor.id, now):
                raise Refusal("already_taken")
            participant = seat.participant
            if participant is None:
                participant = await participants.insert(
                    change.connection,
                    new_id("p"),
                    chosen,
                    "agent",
                    now=now,
                    agent=actor.id,
                    name=actor.name,
                    role=actor.role,
                )
            else:
                await participants.rejoin(change.connection, participant.id)
            await assignments.begin(change.connection, chosen, actor.id, now)
            await audit.record(change.connection, actor, "conversation.take", now, conversation=chosen)
            await change.append(chosen, participant.author, ParticipantJoined(participant=participant.author))
            change.queue_changed = True
            change.afterwards(lambda: self.audience.review(chosen))
            change.afterwards(lambda: self.board.tell(chosen))
        return AssignmentTaken(conversation=chosen)

    async def request_person(self, actor: Citizen, command: RequestPerson, now: datetime) -> Done:
        """Bring the citizen to a person. Repeating it, or asking while one is there, does nothing more."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(
                change.connection, actor, command.conversation, "request_person", now, lock=True
            )
            if seat.conversation.phase == "triage":
                await self.handover.queue(change, seat.conversation, seat.author, "requested")
        return Done()

    async def state_need(self, actor: Actor, command: StateNeed, now: datetime) -> Done:
        """Say what the conversation asks for; a sensitive topic makes it sensitive. The entry says what is kept."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "state_need", now, lock=True)
            if not await change.repeats(command.conversation, seat.author, "staff", command.client_id):
                await self.handover.state_need(change, seat.conversation, command.need, seat.author, command.client_id)
                change.queue_changed = True
                change.afterwards(lambda: self.board.tell(command.conversation))
        return Done()

    async def transfer(self, actor: Actor, command: TransferConversation, now: datetime) -> Done:
        """Hand a conversation to a team's queue, to an agent by name, or from the bot to the people. An agent who is in
        the conversation's call gets it at once. A call that is under way goes on, without whoever hands it over.

        Raises Refusal: `no_such_team`, `no_such_agent`, `not_accepting`.
        """
        zone = self.zone()
        if command.team is not None and zone.team(command.team) is None:
            raise Refusal("no_such_team")
        async with self.ledger.change(now) as change:
            try:
                seat = await admission.admit(change.connection, actor, command.conversation, "transfer", now, lock=True)
            except Refusal:
                if await self._has_transferred(change, actor, command):
                    return Done()
                raise
            conversation = seat.conversation
            if command.need is not None:
                conversation = await self.handover.state_need(change, conversation, command.need, seat.author)
            team, name = command.team, None
            if command.agent is not None:
                colleague = await agents.load(change.connection, command.agent)
                if not colleague.accepting and not await self._in_its_call(change, conversation, command.agent):
                    raise Refusal("not_accepting")
                team, name = team or next(iter(colleague.teams)), colleague.name
            await self.closing.end_proposal_of_staff(change, conversation, seat.author)
            team = team or zone.team_for(conversation.topic, conversation.neighbourhood).id
            await change.append(
                command.conversation,
                seat.author,
                TransferMade(team=team, agent=name, reason=clean(command.remark)),
                command.client_id,
            )
            await audit.record(
                change.connection, actor, "conversation.transfer", now, conversation=command.conversation, detail=team
            )
            in_call = command.agent and await self._in_its_call(change, conversation, command.agent)
            if in_call:
                await self.handover.give(change, conversation, in_call, team)
                return Done()
            await self.handover.queue(
                change,
                conversation,
                seat.author,
                command.why,
                team=team,
                offered_to=command.agent,
            )
        return Done()

    async def close(self, actor: Actor, command: CloseConversation, now: datetime) -> Done:
        """Close a conversation with an outcome. Closing it again does nothing. Raises Refusal `no_such_outcome`."""
        if all(outcome.id != command.outcome for outcome in self.zone().outcomes):
            raise Refusal("no_such_outcome")
        async with self.ledger.change(now) as change:
            try:
                seat = await admission.admit(change.connection, actor, command.conversation, "close", now, lock=True)
            except Refusal as refusal:
                if refusal.code == "conversation_closed":
                    return Done()
                raise
            await change.append(
                command.conversation,
                seat.author,
                OutcomeRecorded(outcome=command.outcome, remark=clean(command.remark)),
            )
            await audit.record(change.connection, actor, "conversation.close", now, conversation=command.conversation)
            reason: CloseReason = "agent" if isinstance(actor, Agent) else "bot"
            await self.closing.close(change, seat.conversation, seat.author, reason, command.outcome)
        return Done()

    async def _in_its_call(self, change: Change, conversation: Conversation, agent: str) -> Participant | None:
        """An agent who is in the conversation's call, and does not have the conversation."""
        call = await calls.current(change.connection, conversation.id)
        found = await participants.of_agent(change.connection, conversation.id, agent)
        if call is None or found is None or conversation.phase != "active" or conversation.agent == agent:
            return None
        party = await parties.find(change.connection, call.id, found.id)
        return found if party is not None and party.state == "in" else None

    async def _has_transferred(self, change: Change, actor: Actor, command: TransferConversation) -> bool:
        """Whether this very transfer was made before, and is repeated because its acknowledgement was lost."""
        participant = await admission.participant(change.connection, actor, command.conversation)
        return participant is not None and await change.repeats(
            command.conversation, participant.author, "staff", command.client_id
        )

    async def _next(self, change: Change, actor: Agent) -> admission.Seat | None:
        """The seat, locked, in the waiting conversation that this agent should take; in the next one, where somebody
        takes the first at the same moment."""
        passed: set[str] = set()
        while chosen := await self._suits_best(change, actor, passed):
            try:
                # A savepoint: what is passed over is not kept locked, which two agents could do to each other.
                async with change.connection.begin_nested():
                    seat = await admission.admit(change.connection, actor, chosen, "take", change.now, lock=True)
                    if seat.conversation.phase != "waiting":
                        raise Refusal("already_taken")
                    return seat
            except Refusal:
                passed.add(chosen)
        return None

    async def _suits_best(self, change: Change, actor: Agent, passed: set[str]) -> str | None:
        waiting = [as_waiting(each, self.zone(), change.now) for each in await conversations.waiting(change.connection)]
        offer = Offer(teams=actor.teams, languages=frozenset(actor.languages), skills=actor.skills)
        left = [each for each in waiting if each.conversation not in passed]
        visible = [each for each in left if await self._may_take(change, actor, each.conversation)]
        chosen = routing.next_for(actor.id, offer, visible)
        return chosen.conversation if chosen else None

    async def _may_take(self, change: Change, actor: Agent, conversation: str) -> bool:
        try:
            await admission.admit(change.connection, actor, conversation, "take", change.now)
        except Refusal:
            return False
        return True

    async def _check_room(self, change: Change, actor: Agent, conversation: Conversation) -> None:
        """Raise Refusal `at_capacity` where the agent has enough to do."""
        staffing = self.zone().profile.staffing
        mine = await conversations.of_agent(change.connection, actor.id)
        busy = staffing.sensitive_one_to_one and any(each.sensitive for each in mine)
        own = await calls.current(change.connection, conversation.id)
        in_call = staffing.call_takes_all and (
            any([await calls.current(change.connection, each.id) is not None for each in mine])
            or await parties.other_call_of(change.connection, actor.id, own.id if own else None) is not None
        )
        if not routing.has_room(
            len(mine),
            conversation.urgency,
            usual=min(actor.capacity, staffing.routine),
            most=staffing.hard_cap,
            occupied=busy or in_call,
        ):
            raise Refusal("at_capacity")
