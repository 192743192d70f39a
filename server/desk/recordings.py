"""The recording of a call: asked of everybody in it, visible in the log from its first moment to its erasure."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from server.desk import admission
from server.desk import recording_steps as steps
from server.desk.connections import Connections
from server.desk.identity import new_id
from server.desk.ledger import DESK_AUTHOR, Change, Ledger
from server.desk.recording_upkeep import RecordingUpkeep
from server.desk.tapes import Tapes
from server.desk.zones import ZoneSource
from server.domain import recording as rules
from server.domain.actor import Actor, Agent
from server.domain.call import check_takes_part
from server.protocol.commands import (
    AnswerRecording,
    HoldRecording,
    PauseRecording,
    ProposeRecording,
    ResumeRecording,
    StopRecording,
)
from server.protocol.errors import Refusal
from server.protocol.recording_entries import (
    RecordingAnswered,
    RecordingHeld,
    RecordingProposed,
    RecordingStarted,
)
from server.protocol.results import RecordingShown
from server.protocol.words import Author
from server.store import audit, calls, parties, recordings
from server.store.calls import Call
from server.store.recordings import Recording


@dataclass(frozen=True, slots=True)
class _Taken:
    """Who asks about a recording, and what it is about."""

    author: Author
    call: Call
    recording: Recording

    @property
    def party(self) -> str:
        return self.author.participant


@dataclass
class Recordings:
    """Use cases of recordings while their call lasts."""

    ledger: Ledger
    connections: Connections
    tapes: Tapes
    upkeep: RecordingUpkeep
    zone: ZoneSource

    async def propose(self, actor: Actor, command: ProposeRecording, now: datetime) -> RecordingShown:
        """Ask everybody in a call whether it may be recorded. Asking again while that stands gives the same recording.

        Raises Refusal: `call_over`, `not_allowed`, `recording_not_allowed`, `recording_refused`,
        `recording_unavailable`.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "record", now, lock=True)
            call = await calls.load(change.connection, command.conversation, command.call)
            before = await recordings.of_call(change.connection, call.id)
            standing = next((each for each in before if each.state in rules.OPEN), None)
            if standing is not None:
                return RecordingShown(view=standing.view)
            party = seat.author.participant
            topic = self.zone().topic(seat.conversation.topic or "")
            seated = await parties.find(change.connection, call.id, party)
            rules.check_propose(
                allowed=topic is not None and topic.recording,
                call=call.state,
                is_party=seated is not None and seated.state == "in",
                before=[each.state for each in before],
            )
            self.tapes.check()
            asked = await recordings.insert(
                change.connection,
                new_id("rec"),
                conversation=command.conversation,
                call=call.id,
                by=party,
                keep_days=self.zone().profile.retention.recording_days,
                now=now,
            )
            await change.append(command.conversation, seat.author, RecordingProposed(recording=asked.id, call=call.id))
            steps.tell_later(change, self.connections, asked)
        return RecordingShown(view=asked.view)

    async def answer(self, actor: Actor, command: AnswerRecording, now: datetime) -> RecordingShown:
        """Agree, or not. With the last yes the recording begins, or goes on; with a no it never does, or stops.

        The same answer again does nothing. Raises Refusal: `recording_over`, `not_allowed`.
        """
        async with self.ledger.change(now) as change:
            taken = await self._take(change, actor, command.conversation, command.recording)
            recording = taken.recording
            if recording.state == "refused" and not command.agree:
                return RecordingShown(view=recording.view)
            rules.check_open(recording.state)
            if command.agree and taken.party in recording.agreed:
                return RecordingShown(view=recording.view)
            body = RecordingAnswered(recording=recording.id, agreed=command.agree)
            await change.append(command.conversation, taken.author, body)
            if command.agree:
                recording = await self._agree(change, taken)
            elif recording.started_at is None:
                recording = await steps.put(change, self.connections, recording, state="refused")
            else:
                recording = await self._stop(change, recording, taken.author, "refused")
                change.afterwards(lambda: self.upkeep.order(taken.recording.id, now))
        return RecordingShown(view=recording.view)

    async def pause(self, actor: Actor, command: PauseRecording, now: datetime) -> RecordingShown:
        """Keep nothing for now; true once this returns. Pausing again does nothing.

        Raises Refusal: `recording_over`, `not_allowed`, `media_failed`.
        """
        async with self.ledger.database.read() as connection:
            before = await self._look(connection, actor, command.conversation, command.recording, now)
        if before.recording.state == "running":
            await self.tapes.run(before.call, before.recording, keep=False)
        async with self.ledger.change(now) as change:
            taken = await self._take(change, actor, command.conversation, command.recording)
            recording = taken.recording
            rules.check_open(recording.state)
            # Paused for a newcomer only, it would go on as soon as that one agrees.
            if recording.state == "running" or (recording.state == "paused" and recording.paused_by is None):
                recording = await steps.pause(change, self.connections, recording, taken.author, taken.party)
                # Again: an order to go on may have been on its way meanwhile.
                change.afterwards(lambda: self.upkeep.order(taken.recording.id, now))
        return RecordingShown(view=recording.view)

    async def resume(self, actor: Actor, command: ResumeRecording, now: datetime) -> RecordingShown:
        """Let a recording go on that one paused oneself. Raises Refusal: `recording_over`, `not_allowed`."""
        async with self.ledger.change(now) as change:
            taken = await self._take(change, actor, command.conversation, command.recording)
            recording = taken.recording
            if recording.state != "running":
                missing = await steps.missing(change, recording)
                rules.check_resume(recording.state, recording.paused_by, taken.party, missing)
                recording = await steps.resume(change, self.connections, recording, taken.author)
                change.afterwards(lambda: self.upkeep.order(taken.recording.id, now))
        return RecordingShown(view=recording.view)

    async def stop(self, actor: Actor, command: StopRecording, now: datetime) -> RecordingShown:
        """End a recording, or withdraw the question. Stopping again does nothing.

        Raises Refusal `not_allowed`, and `media_failed` where nobody knows whether the worker heard of it.
        """
        async with self.ledger.database.read() as connection:
            before = await self._look(connection, actor, command.conversation, command.recording, now)
        if before.recording.started_at is not None and before.recording.state in rules.OPEN:
            await self.tapes.stop(before.call, before.recording)
        async with self.ledger.change(now) as change:
            taken = await self._take(change, actor, command.conversation, command.recording)
            recording = taken.recording
            if recording.state in rules.OPEN:
                recording = await self._stop(change, recording, taken.author, "asked")
                # Again: an order to go on may have been on its way meanwhile.
                change.afterwards(lambda: self.upkeep.order(taken.recording.id, now))
        return RecordingShown(view=recording.view)

    async def hold(self, actor: Agent, command: HoldRecording, now: datetime) -> RecordingShown:
        """Keep a recording beyond its time, or no longer. Raises Refusal `recording_over` where nothing is left."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(
                change.connection, actor, command.conversation, "hold_recording", now, lock=True
            )
            own = await admission.seat_of_agent(change.connection, seat, actor, now)
            found = await recordings.load(change.connection, command.conversation, command.recording)
            if found.state not in rules.KEPT:
                raise Refusal("recording_over")
            if found.held == command.held:
                return RecordingShown(view=found.view)
            await audit.record(
                change.connection, actor, "recording.hold", now, conversation=command.conversation, detail=found.id
            )
            held = await steps.put(change, self.connections, found, held=command.held)
            body = RecordingHeld(recording=found.id, held=command.held, reason=command.reason)
            await change.append(command.conversation, own.author, body)
        return RecordingShown(view=held.view)

    async def _take(self, change: Change, actor: Actor, conversation: str, recording: str) -> _Taken:
        """The recording, for a party of its call, in a change. Raises Refusal `not_allowed`, `call_over`."""
        return await self._look(change.connection, actor, conversation, recording, change.now, lock=True)

    async def _look(
        self,
        connection: AsyncConnection,
        actor: Actor,
        conversation: str,
        recording: str,
        now: datetime,
        *,
        lock: bool = False,
    ) -> _Taken:
        seat = await admission.admit(connection, actor, conversation, "be_in_call", now, lock=lock)
        found = await recordings.load(connection, conversation, recording)
        call = await calls.load(connection, conversation, found.call)
        party = await parties.find(connection, call.id, seat.author.participant)
        if found.state in rules.OPEN:
            check_takes_part(call.state, party.state if party else None)
        elif party is None:
            raise Refusal("not_allowed")
        return _Taken(seat.author, call, found)

    async def _agree(self, change: Change, taken: _Taken) -> Recording:
        agreed = sorted({*taken.recording.agreed, taken.party})
        due = steps.untold(change, taken.recording) if taken.recording.started_at else {}
        recording = await steps.put(change, self.connections, taken.recording, agreed=agreed, **due)
        if await steps.missing(change, recording):
            return recording
        if recording.state == "asked":
            recording = await self._start(change, recording)
        elif recording.state == "paused" and recording.paused_by is None:
            recording = await steps.resume(change, self.connections, recording, DESK_AUTHOR)
        change.afterwards(lambda: self.upkeep.order(recording.id, change.now))
        return recording

    async def _start(self, change: Change, recording: Recording) -> Recording:
        """All have agreed. The mark is there for all to see before the first packet is kept."""
        started = await steps.put(
            change,
            self.connections,
            recording,
            state="running",
            wrapped_key=self.tapes.new_key(recording.id),
            started_at=change.now,
            untold_since=change.now,
        )
        await change.append(recording.conversation, DESK_AUTHOR, RecordingStarted(recording=recording.id))
        return started

    async def _stop(self, change: Change, recording: Recording, author: Author, reason: steps.Reason) -> Recording:
        return await steps.stop(change, self.connections, recording, author, reason)
