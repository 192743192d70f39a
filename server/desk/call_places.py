"""Where calls have their place: each on one media worker, on another when that one is gone.

A worker that is gone takes no call with it: the call is placed anew, and its parties offer again, on connections of
their own to the other worker. While there is none the call waits for the next that comes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.desk.call_news import CallNews
from server.desk.closing import Closing
from server.desk.ledger import DESK_AUTHOR, Ledger
from server.desk.media_workers import MediaWorkers
from server.desk.one_by_one import one_by_one
from server.domain.call import UNDER_WAY
from server.protocol.call_entries import CallIncident
from server.protocol.errors import Refusal
from server.protocol.media import MediaLeave
from server.protocol.words import Incident
from server.store import calls, conversations, nodes, parties
from server.store.calls import Call

WAITS_FOR = timedelta(seconds=20)
"""How long a call waits for a worker: one that was killed is started again within seconds."""


@dataclass
class CallPlaces:
    """Places calls anew, each in a change of its own. Several nodes may do the same at once: one of them is first."""

    ledger: Ledger
    news: CallNews
    media: MediaWorkers
    closing: Closing

    async def worker_gone(self, worker: str, now: datetime) -> None:
        """This node has lost a worker, and said so in the database: its calls move, unless another node still has
        it."""
        async with self.ledger.database.read() as connection:
            if worker in await nodes.linked_workers(connection):
                return
            stranded = await calls.on_worker(connection, worker)
        await one_by_one(stranded, lambda call: self.move(call, now))

    async def worker_here(self, worker: str, carried: tuple[str, ...], now: datetime) -> None:
        """A worker has come, perhaps back: it lets go of what is not its any more, and calls that wait for a worker are
        placed. One of those may have been its own: it begins that anew, as nobody told it what was decided since."""
        async with self.ledger.database.read() as connection:
            waiting = await calls.on_worker(connection, None)

        async def let_go(carried_id: str) -> None:
            async with self.ledger.database.read() as connection:
                found = await calls.find(connection, carried_id)
            # What is no call is a test of the network, on another node: that one ends it.
            if found is not None and (found.state not in UNDER_WAY or found.worker != worker):
                await self.media.close(worker, found.id)

        await one_by_one(carried, let_go)
        await one_by_one(waiting, lambda call: self.move(call, now))

    async def tell_again(self) -> None:
        """Sweep: who was taken out of a call, or which call is over, is told to workers that did not hear it: it is by
        them that who is out sees and hears nothing. Not where they came back meanwhile."""
        for worker, words in self.media.owed():
            async with self.ledger.database.read() as connection:
                call = await calls.find(connection, words.call)
                is_here = call is not None and call.state in UNDER_WAY and call.worker == worker
                if isinstance(words, MediaLeave) and is_here:
                    party = await parties.find(connection, words.call, words.party)
                    is_here = party is not None and party.state == "in"
            if is_here:
                self.media.forget(worker, words)
            elif isinstance(words, MediaLeave):
                await self.media.leave(worker, words.call, words.party)
            else:
                await self.media.close(worker, words.call)

    async def move(self, call: Call, now: datetime, *, lost: bool = True) -> None:
        """Place a call on another worker, if it still has the place it had when it was looked at; without a place,
        where no worker is free. `lost`: the worker is gone, which the record says, and not only full."""
        async with self.ledger.change(now) as change:
            await conversations.load(change.connection, call.conversation, lock=True)
            current = await calls.load(change.connection, call.conversation, call.id)
            if current.state not in UNDER_WAY or current.worker != call.worker:
                return
            chosen = self._choose(call.id)
            if chosen is None and current.worker is None:
                return
            if current.worker is not None and lost:
                incident = CallIncident(call=call.id, incident="worker_lost")
                await change.append(call.conversation, DESK_AUTHOR, incident)
            await calls.place(change.connection, current, chosen, now)
            await parties.disconnect(change.connection, call.id)
            await self.news.tell(change, call.conversation, call.id, moved=True)

    async def give_up(self, call: Call, incident: Incident, now: datetime) -> None:
        """End a call that nobody could connect to, or for which no worker came, and say so in the record."""
        async with self.ledger.change(now) as change:
            await conversations.load(change.connection, call.conversation, lock=True)
            current = await calls.load(change.connection, call.conversation, call.id)
            if current.state not in UNDER_WAY or current.placement != call.placement:
                return
            await change.append(call.conversation, DESK_AUTHOR, CallIncident(call=call.id, incident=incident))
            await self.closing.end_call(change, current, DESK_AUTHOR, "failed")

    def _choose(self, call: str) -> str | None:
        try:
            return self.media.place(call)
        except Refusal:
            return None
