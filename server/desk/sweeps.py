"""Sweeps: what follows from time passing. Functions of the database and the clock; they may run anywhere, any number
of times, on several nodes at once."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.desk.call_media import CallMedia
from server.desk.call_places import WAITS_FOR, CallPlaces
from server.desk.closing import Closing
from server.desk.connections import Connections
from server.desk.handover import Handover
from server.desk.ledger import DESK_AUTHOR, Ledger
from server.desk.media_workers import MediaWorkers
from server.desk.nodes import Nodes
from server.desk.one_by_one import one_by_one
from server.desk.sign_ins import SignIns
from server.desk.zones import ZoneSource
from server.domain.call import UNDER_WAY
from server.protocol.signals import SignedOut
from server.store import agents, calls, conversations, nodes, parties, sign_ins
from server.store.calls import Call
from server.store.conversations import Conversation

BOT_SILENT = timedelta(seconds=10)
AGENT_LOST = timedelta(minutes=2)
WORKER_LOST = timedelta(seconds=6)
"""For a worker that no living node is linked to, though none has seen it go: it may only be on its way to another."""
NEVER_CONNECTED = timedelta(seconds=45)
DESERTED = timedelta(seconds=60)
"""For a call that runs and in which nobody is connected: as long as a worker keeps one that all have left. Of one that
nobody came to after a move it never hears."""


@dataclass
class Sweeps:
    """Each method is one sweep; `run` runs all of them, those that find the same wherever they run on one node only.

    After a start nobody is judged by how long they were away: it was the desk that was away.
    """

    ledger: Ledger
    connections: Connections
    zone: ZoneSource
    handover: Handover
    closing: Closing
    media: MediaWorkers
    call_media: CallMedia
    places: CallPlaces
    sign_ins: SignIns
    me: Nodes
    _began: datetime | None = field(default=None, init=False)
    _worker_missing: dict[str, datetime] = field(default_factory=dict)
    _deserted: dict[tuple[str, int], datetime] = field(default_factory=dict)

    async def run(self, now: datetime) -> None:
        """Run each of them, also when one before it failed. Raises what failed first."""
        shared = (self.bot_silence, self.overflow, self.expiry) if self.me.leads else ()
        await one_by_one((self.presence, self.abandonment, *shared, self.stranded_calls), lambda sweep: sweep(now))

    async def presence(self, now: datetime) -> None:
        """Note that the agents connected to this node are there; show out those whose sign-in has ended.

        A night can be quiet, and a call long: as long as somebody at an open console accepts conversations, or is in a
        call, the sign-in does not end for want of use.
        """
        here = self.connections.of_agents()
        if not here:
            return
        held = {each.sign_in for _, each in here if each.sign_in}
        async with self.ledger.database.write() as connection:
            await agents.set_seen(connection, {agent.id for agent, _ in here}, now, self.me.name)
            good = await sign_ins.known(connection, held)
            on_duty = await agents.accepting(connection) | await parties.agents_in(connection)
        for agent, each in here:
            if each.sign_in is None or each.sign_in not in good:
                each.signal(SignedOut(reason="sign_in_ended"))
                await each.close()
            elif agent.id in on_duty:
                await self.sign_ins.touch(each.sign_in, now)

    async def bot_silence(self, now: datetime) -> None:
        """A citizen whom the bot does not answer goes to a person."""
        if not self._has_run_for(BOT_SILENT, now):
            return
        async with self.ledger.database.read() as connection:
            silent = await conversations.unanswered_by_bot(connection, now - BOT_SILENT)

        async def queue(conversation: str) -> None:
            async with self.ledger.change(now) as change:
                found = await conversations.load(change.connection, conversation, lock=True)
                if found.phase == "triage":
                    await self.handover.queue(change, found, DESK_AUTHOR, "bot_silent")

        await one_by_one(silent, queue)

    async def abandonment(self, now: datetime) -> None:
        """A conversation whose agent went away goes back to the queue, to its old place."""
        if not self._has_run_for(AGENT_LOST, now):
            return
        since = now - AGENT_LOST
        async with self.ledger.database.read() as connection:
            abandoned = await conversations.abandoned_by_agent(connection, since, self.me.name)

        async def queue(left: tuple[str, str]) -> None:
            conversation, agent = left
            async with self.ledger.change(now) as change:
                found = await conversations.load(change.connection, conversation, lock=True)
                if found.phase == "active" and found.agent == agent:
                    await self.closing.end_proposal_of_staff(change, found, DESK_AUTHOR)
                    await self.handover.queue(change, found, DESK_AUTHOR, "agent_lost")

        await one_by_one(abandoned, queue)

    async def overflow(self, now: datetime) -> None:
        """Whoever waits for a team that has closed goes on waiting for the one that takes over."""
        async with self.ledger.database.read() as connection:
            waiting = await conversations.waiting(connection)

        async def move(stuck: Conversation) -> None:
            if self.zone().open_team(stuck.team, now) != stuck.team:
                async with self.ledger.change(now) as change:
                    found = await conversations.load(change.connection, stuck.id, lock=True)
                    if found.phase == "waiting":
                        await self.handover.overflow(change, found)

        await one_by_one(waiting, move)

    async def expiry(self, now: datetime) -> None:
        """A conversation with the bot that nobody goes on with is closed."""
        since = now - timedelta(minutes=self.zone().profile.limits.abandoned_after_minutes)
        async with self.ledger.database.read() as connection:
            silent = await conversations.silent_since(connection, since, ("triage",))

        async def close(conversation: str) -> None:
            async with self.ledger.change(now) as change:
                found = await conversations.load(change.connection, conversation, lock=True)
                if found.phase == "triage":
                    await self.closing.close(change, found, DESK_AUTHOR, "expired", "expired")

        await one_by_one(silent, close)

    async def stranded_calls(self, now: datetime) -> None:
        """A call whose media worker is gone moves to another; one that was never connected, or for which no worker
        came, or to which nobody came back, ends, and the record says so."""
        await self.call_media.note_who_left(now)
        async with self.ledger.database.read() as connection:
            under_way = [call for call in await calls.open_calls(connection) if call.state in UNDER_WAY]
            running = [call for call in under_way if call.worker is not None]
            # A worker whose line to this node is cut may be well, and speak with another.
            linked = await nodes.linked_workers(connection) if running else set()
            talking = await parties.connected_calls(connection) if running else set()
        missing = {call.worker for call in running if call.worker} - linked - self.media.here()
        self._worker_missing = {worker: self._worker_missing.get(worker, now) for worker in missing}
        deserted = {(call.id, call.placement) for call in running if call.state == "running" and call.id not in talking}
        self._deserted = {each: self._deserted.get(each, now) for each in deserted}
        for call in running:
            if now - self._worker_missing.get(call.worker or "", now) > WORKER_LOST:
                await self.places.move(call, now)
        for call in under_way:
            if call.worker is None and call.placed_at is not None:
                if now - call.placed_at > WAITS_FOR:
                    await self.places.give_up(call, "no_worker", now)
                else:
                    await self.places.move(call, now)
            elif self._is_over(call, now):
                await self.places.give_up(call, "negotiation_failed", now)

    def _is_over(self, call: Call, now: datetime) -> bool:
        """Whether nobody came to a call, or came back to it, for too long."""
        if call.state == "accepted":
            return call.accepted_at is not None and now - call.accepted_at > NEVER_CONNECTED
        return now - self._deserted.get((call.id, call.placement), now) > DESERTED

    def _has_run_for(self, span: timedelta, now: datetime) -> bool:
        """Whether this node has been sweeping for so long, and would have noticed who came back."""
        self._began = self._began or now
        return now - self._began >= span
