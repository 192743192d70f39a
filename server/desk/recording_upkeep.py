"""Keeping recordings in line with their calls: who came and went, which worker has the call, what the disk took."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from server.desk import recording_steps as steps
from server.desk.connections import Connections
from server.desk.ledger import DESK_AUTHOR, Ledger
from server.desk.one_by_one import one_by_one
from server.desk.tapes import Tapes
from server.desk.zones import ZoneSource
from server.domain.call import UNDER_WAY
from server.domain.recording import OPEN
from server.protocol.errors import Refusal
from server.store import calls, conversations, recordings
from server.store.calls import Call
from server.store.recordings import Recording

GIVES_UP = timedelta(seconds=20)
"""How long a worker is asked again that does not answer: as long as a call waits for one."""

ASKS_AGAIN = timedelta(seconds=1)
"""How long whoever changed something has to tell the worker of it, before another does."""


@dataclass
class RecordingUpkeep:
    """What follows for a recording from what happens around it. All of it may be done again, on any node."""

    ledger: Ledger
    connections: Connections
    tapes: Tapes
    zone: ZoneSource

    async def order(self, recording: str, now: datetime) -> None:
        """Have the worker do what was decided and it has not heard of; where it cannot, the recording is over. Where it
        is silent, any node asks it again, or another that has the call by then.

        What changed while the worker was told is told next: nothing that overtook a pause or a stop stays.
        """
        told: object = None
        while True:
            async with self.ledger.database.read() as connection:
                found = await recordings.find(connection, recording)
                call = await calls.find(connection, found.call) if found is not None else None
            if found is None or call is None or (told is None and found.untold_since is None):
                return
            standing = _standing(call, found)
            if told == standing:
                await self._note_told(found, standing)
                return
            if not await self._told(call, found, now):
                await self._owe(found, now)
                return
            told = standing

    async def follow(self, call_id: str, now: datetime) -> None:
        """Somebody came into a call or left it, or another worker has it. Who is new is asked before it goes on."""
        async with self.ledger.change(now) as change:
            call = await calls.find(change.connection, call_id)
            if call is None or call.state not in UNDER_WAY:
                return
            await conversations.load(change.connection, call.conversation, lock=True)
            recording = await recordings.open_of_call(change.connection, call_id)
            if recording is None or recording.started_at is None:
                return
            await recordings.change(change.connection, recording.id, **steps.untold(change, recording))
            unasked = await steps.missing(change, recording)
            if unasked and recording.state == "running":
                await steps.pause(change, self.connections, recording, DESK_AUTHOR, None)
            elif not unasked and recording.state == "paused" and recording.paused_by is None:
                await steps.resume(change, self.connections, recording, DESK_AUTHOR)
        # Not one of the actions after the change: where it fails, whoever told us of the change tells us again.
        await self.order(recording.id, now)

    async def failed(self, call_id: str, now: datetime) -> None:
        """The worker can keep no more of a recording: it is over, and the call goes on."""
        await self._stop(call_id, "failed", now)

    async def review(self, now: datetime) -> None:
        """Sweep: whoever left takes their open question along, and whoever came without a word is found. What turns out
        to be about something else, of which calls may not be recorded, is not recorded on."""
        async with self.ledger.database.read() as connection:
            out_of_line = await recordings.out_of_line(connection)
            topics = await recordings.topics_of_open(connection)
            untold = await recordings.untold(connection, now - ASKS_AGAIN)
        odd = [call for call, topic in topics.items() if not self._may_be_recorded(topic)]
        work = [
            *(partial(self.follow, call, now) for call in out_of_line),
            *(partial(self._ask_again, recording, now) for recording in untold),
            *(partial(self._end_for_topic, call, now) for call in odd),
        ]
        await one_by_one(work, lambda each: each())

    def _may_be_recorded(self, topic: str | None) -> bool:
        about = self.zone().topic(topic or "")
        return about is not None and about.recording

    async def _note_told(self, recording: Recording, told: object) -> None:
        """The worker has heard how it stands, if it does so still, and did all the while."""
        async with self.ledger.database.write() as connection:
            await conversations.load(connection, recording.conversation, lock=True)
            found = await recordings.find(connection, recording.id)
            call = await calls.find(connection, recording.call)
            if found is None or call is None or found.untold_since != recording.untold_since:
                return
            if _standing(call, found) == told:
                await recordings.change(connection, recording.id, untold_since=None)

    async def _owe(self, recording: Recording, now: datetime) -> None:
        """Nobody knows whether the worker has heard: it may hear late, after what another node told it since."""
        async with self.ledger.database.write() as connection:
            await conversations.load(connection, recording.conversation, lock=True)
            found = await recordings.find(connection, recording.id)
            if found is not None and found.untold_since is None and found.state in OPEN:
                await recordings.change(connection, recording.id, untold_since=now)

    async def _ask_again(self, recording: Recording, now: datetime) -> None:
        await self.order(recording.id, now)
        if recording.untold_since is None or now - recording.untold_since <= GIVES_UP:
            return
        async with self.ledger.change(now) as change:
            await conversations.load(change.connection, recording.conversation, lock=True)
            found = await recordings.find(change.connection, recording.id)
            if found is not None and found.state in OPEN and found.untold_since == recording.untold_since:
                await steps.stop(change, self.connections, found, DESK_AUTHOR, "failed")

    async def _told(self, call: Call, recording: Recording, now: datetime) -> bool:
        """Tell the worker how a recording stands, once; whether it heard of it, or the recording has failed."""
        is_open = recording.state in OPEN
        try:
            if call.state in UNDER_WAY and is_open:
                await self.tapes.run(call, recording, keep=recording.state == "running")
            elif call.state in UNDER_WAY:
                await self.tapes.stop(call, recording)
        except Refusal as refusal:
            structlog.get_logger("recordings").warning(
                "recording_order_unheard", call=call.id, state=recording.state, code=refusal.code
            )
            if is_open and refusal.code == "recording_unavailable":
                await self.failed(call.id, now)
                return True
            return False
        return True

    async def _end_for_topic(self, call_id: str, now: datetime) -> None:
        stopped = await self._stop(call_id, "topic", now)
        if stopped is not None:
            await self.order(stopped, now)

    async def _stop(self, call_id: str, reason: steps.Reason, now: datetime) -> str | None:
        """Stop the recording of a call that is not over: which one."""
        async with self.ledger.change(now) as change:
            call = await calls.find(change.connection, call_id)
            if call is None:
                return None
            await conversations.load(change.connection, call.conversation, lock=True)
            recording = await recordings.open_of_call(change.connection, call_id)
            if recording is None:
                return None
            await steps.stop(change, self.connections, recording, DESK_AUTHOR, reason)
        return recording.id


def _standing(call: Call, recording: Recording) -> tuple[object, ...]:
    """All that the worker has to hear of a recording."""
    return call.state in UNDER_WAY, call.worker, recording.state, recording.agreed
