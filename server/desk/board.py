"""The board: the queue as agents see it, and each waiting citizen's place in it."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

import structlog

from server.bus.fanout import Fanout
from server.bus.hints import StandingMoved
from server.bus.peers import QUEUE
from server.desk.connections import Connections
from server.desk.zones import ZoneSource
from server.domain import routing
from server.domain.actor import Agent, Waiting
from server.domain.permission import may
from server.protocol.signals import QueueStands, Standing
from server.protocol.words import Colleague, Overview
from server.store import agents, assignments, conversations, participants
from server.store.conversations import Conversation
from server.store.database import Database
from server.zone.ways import ways_on
from server.zone.zone import Zone

PRESENT = timedelta(seconds=30)
"""How long after its last sign of life an agent's connection still counts."""

_PAUSE = 0.2
_SAID_PAUSE = 1.0
_REFRESH = 30.0


@dataclass(frozen=True)
class Snapshot:
    """All that the board shows, read in one transaction."""

    at: datetime
    zone: Zone
    waiting: list[Conversation]
    active: list[Conversation]
    colleagues: list[Colleague]
    names: dict[str, str]
    recent: list[timedelta]

    @cached_property
    def queue(self) -> list[Waiting]:
        return routing.ordered(as_waiting(each, self.zone, self.at) for each in self.waiting)

    @cached_property
    def places(self) -> dict[str, int]:
        """Each waiting conversation's place in the queue, from 1."""
        return {each.conversation: place for place, each in enumerate(self.queue, start=1)}

    @cached_property
    def staffing(self) -> int:
        """How many agents accept conversations now."""
        return sum(each.accepting for each in self.colleagues)


def as_waiting(conversation: Conversation, zone: Zone, now: datetime) -> Waiting:
    """A waiting conversation as routing sees it."""
    topic = zone.topic(conversation.topic) if conversation.topic else None
    since = conversation.queued_at or conversation.opened_at
    return Waiting(
        conversation=conversation.id,
        team=conversation.team,
        languages=conversation.languages,
        urgency=conversation.urgency,
        waited=max(0.0, (now - since).total_seconds()),
        offered_to=conversation.offered_to,
        offered_for=max(0.0, (now - conversation.offered_at).total_seconds()) if conversation.offered_at else 0.0,
        skills=frozenset(topic.skills) if topic else frozenset(),
    )


class Board:
    """Reads the queue from the database and shows it to those who watch: at once when asked, and soon after a change.

    Many changes at one moment make one new picture.
    """

    def __init__(
        self,
        database: Database,
        connections: Connections,
        fanout: Fanout,
        zone: ZoneSource,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._connections = connections
        self._fanout = fanout
        self._follows_queue = False
        self._zone = zone
        self._clock = clock
        self._changed = asyncio.Event()
        self._look_at_said: asyncio.TimerHandle | None = None
        self._told: dict[str, Standing] = {}
        self._task: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()
        self._next_look: asyncio.Task[Snapshot] | None = None
        self._last_look: Snapshot | None = None
        self._look_again_at = 0.0
        self._changes = 0
        self._log = structlog.get_logger("board")

    def start(self) -> None:
        self._task = asyncio.create_task(self._show_changes(), name="board")

    async def stop(self) -> None:
        if self._look_at_said is not None:
            self._look_at_said.cancel()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def changed(self) -> None:
        """Something that the board shows is different now."""
        self._changes += 1
        self._last_look = None
        self._changed.set()

    def said(self) -> None:
        """A citizen said something: how much of it is unread is different now, nobody's place is. However much is said,
        the board is read once in a while, and not at all where nobody watches."""
        if self._look_at_said is None:
            self._look_at_said = asyncio.get_running_loop().call_later(_SAID_PAUSE, self._show_said)

    def _show_said(self) -> None:
        self._look_at_said = None
        if self._connections.watchers():
            self._changed.set()

    async def snapshot(self, *, active: bool = True) -> Snapshot:
        """The board as it is now. Without what is `active`, it has all that a citizen is told."""
        now = self._clock()
        async with self._database.read() as connection:
            waiting = list(await conversations.waiting(connection))
            taken = list(await conversations.active(connection)) if active else []
            staff = await agents.present(connection)
            loads = await conversations.loads(connection) if active else {}
            recent = list(await assignments.recent_durations(connection))
        colleagues = [
            Colleague(
                agent=each.id,
                name=each.name,
                role=each.role,
                teams=each.teams,
                languages=each.languages,
                accepting=each.accepting and each.seen_at is not None and now - each.seen_at < PRESENT,
                load=loads.get(each.id, 0),
            )
            for each in staff
        ]
        names = {each.agent: each.name for each in colleagues}
        return Snapshot(now, self._zone(), waiting, taken, colleagues, names, recent)

    async def queue_for(self, actor: Agent, snapshot: Snapshot | None = None) -> QueueStands:
        """The board as one agent may see it."""
        snapshot = snapshot or await self.snapshot()
        async with self._database.read() as connection:
            read = await participants.read_positions(connection, actor.id)
        by_id = {each.id: each for each in snapshot.waiting}
        return QueueStands(
            waiting=tuple(
                _overview(by_id[each.conversation], snapshot)
                for each in snapshot.queue
                if _visible(actor, by_id[each.conversation])
            ),
            mine=tuple(
                _overview(each, snapshot, read.get(each.id, 0)) for each in snapshot.active if each.agent == actor.id
            ),
            team=tuple(
                _overview(each, snapshot)
                for each in snapshot.active
                if each.agent != actor.id and _visible(actor, each)
            ),
            colleagues=tuple(snapshot.colleagues),
            at=snapshot.at,
        )

    async def standing(self, conversation: Conversation) -> Standing:
        """Where a conversation stands, for its citizen. A crowd that asks at once shares one look at the queue."""
        snapshot = self._shared_look(conversation) or await self._look()
        return self._standing(conversation, snapshot, snapshot.places.get(conversation.id))

    def _standing(self, conversation: Conversation, snapshot: Snapshot, position: int | None) -> Standing:
        return Standing(
            conversation=conversation.id,
            phase=conversation.phase,
            sensitive=conversation.sensitive,
            position=position,
            minutes=routing.estimate(position, snapshot.staffing, snapshot.recent) if position else None,
            staffed=snapshot.staffing > 0,
            ways=ways_on(self._zone(), conversation.topic, conversation.language)
            if conversation.phase == "waiting"
            else (),
        )

    def _shared_look(self, conversation: Conversation) -> Snapshot | None:
        """The last look, where it is true: nothing is known to have changed since, and a change that another node made
        is shown later than this to whoever follows the conversation by then."""
        look = self._last_look
        if look is None or asyncio.get_running_loop().time() >= self._look_again_at:
            return None
        return look if (conversation.phase == "waiting") == (conversation.id in look.places) else None

    async def _look(self) -> Snapshot:
        """The queue, read after this was asked for: whoever asks while it is being read shares the next reading."""
        if self._next_look is None:
            self._next_look = asyncio.create_task(self._look_next(), name="board-look")
        return await asyncio.shield(self._next_look)

    async def _look_next(self) -> Snapshot:
        async with self._looking:
            self._next_look = None
            changes, began = self._changes, asyncio.get_running_loop().time()
            look = await self.snapshot(active=False)
            if changes == self._changes:
                self._last_look, self._look_again_at = look, began + _PAUSE
            return look

    async def tell(self, conversation: str) -> None:
        """Tell the citizen where the conversation stands, whichever node the citizen is on."""
        self._fanout.hint(StandingMoved(conversation=conversation))
        if self._connections.followers(conversation):
            await self.tell_here(conversation)

    async def tell_here(self, conversation: str) -> None:
        """Tell a citizen who is on this node where the conversation stands."""
        async with self._database.read() as connection:
            found = await conversations.load(connection, conversation)
        self._connections.signal_here(conversation, await self.standing(found), kinds=frozenset({"citizen"}))

    async def _show_changes(self) -> None:
        while True:
            # Places and minutes move with time, also while nothing else does.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), _REFRESH)
            await asyncio.sleep(_PAUSE)
            self._changed.clear()
            try:
                await self._show()
            except Exception as error:  # noqa: BLE001 a database may be away for a while: the next picture is as good
                self._log.error("board_not_shown", error=type(error).__name__)

    async def _show(self) -> None:
        snapshot = await self.snapshot()
        for watcher in self._connections.watchers():
            if isinstance(watcher.actor, Agent):
                watcher.signal(await self.queue_for(watcher.actor, snapshot))
        by_id = {each.id: each for each in snapshot.waiting}
        told = {}
        for place, each in enumerate(snapshot.queue, start=1):
            if self._connections.followers(each.conversation):
                standing = self._standing(by_id[each.conversation], snapshot, place)
                told[each.conversation] = standing
                # Whoever stands as before is not told again: a long queue would hear every word said in it.
                if standing != self._told.get(each.conversation):
                    self._connections.signal_here(each.conversation, standing, kinds=frozenset({"citizen"}))
        self._told = told
        self._follow_queue(bool(told or self._connections.watchers()))

    def _follow_queue(self, follow: bool) -> None:
        """Let other nodes tell us of changes only as long as there is anybody to show them to."""
        if follow and not self._follows_queue:
            self._fanout.follow(QUEUE)
        elif self._follows_queue and not follow:
            self._fanout.unfollow(QUEUE)
        self._follows_queue = follow


def _visible(actor: Agent, conversation: Conversation) -> bool:
    return may(actor, "read_shared", conversation.facts())


def _overview(conversation: Conversation, snapshot: Snapshot, read: int | None = None) -> Overview:
    return Overview(
        conversation=conversation.id,
        phase=conversation.phase,
        need=conversation.need,
        team=conversation.team,
        opened_at=conversation.opened_at,
        queued_at=conversation.queued_at,
        agent=conversation.agent,
        agent_name=snapshot.names.get(conversation.agent) if conversation.agent else None,
        unread=0 if read is None else max(0, conversation.shared_last - read),
    )
