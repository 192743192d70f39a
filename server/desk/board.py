"""The board: the queue as agents see it, and each waiting citizen's place in it."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from server.bus.fanout import Fanout
from server.bus.hints import StandingMoved
from server.bus.peers import QUEUE
from server.desk.connections import Connections
from server.desk.picture import Picture, same
from server.desk.snapshot import Snapshot
from server.desk.zones import ZoneSource
from server.domain import routing
from server.domain.actor import Agent
from server.protocol.signals import QueueStands, Standing
from server.protocol.words import Colleague
from server.store import agents, assignments, conversations, parties
from server.store.conversations import Conversation
from server.store.database import Database
from server.zone.ways import ways_on

PRESENT = timedelta(seconds=30)
"""How long after its last sign of life an agent's connection still counts."""

_PAUSE = 0.2
_LONGEST_PAUSE = 2.0
_REST = 10
"""How many times as long as the last picture took passes before the next one."""

_REFRESH = 30.0


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
        self._told: dict[str, Standing] = {}
        self._tellings = 0
        # By conversation, which of the tellings its citizen was told by last.
        self._told_by: dict[str, int] = {}
        self._shown: dict[str, QueueStands] = {}
        self._task: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()
        self._next_looks: dict[bool, asyncio.Task[Snapshot]] = {}
        self._last_look: Snapshot | None = None
        self._look_again_at = 0.0
        self._changes = 0
        self._log = structlog.get_logger("board")

    def start(self) -> None:
        self._task = asyncio.create_task(self._show_changes(), name="board")

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def changed(self) -> None:
        """Something that the board shows is different now."""
        self._changes += 1
        self._last_look = None
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
            invited = await parties.invitations(connection) if active else {}
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
        return Snapshot(now, self._zone(), waiting, taken, colleagues, names, recent, invited)

    async def look(self, *, active: bool = True) -> Snapshot:
        """The board, read after this was asked for: whoever asks while it is being read shares the next reading."""
        next_look = self._next_looks.get(active)
        if next_look is None:
            next_look = asyncio.create_task(self._look_next(active), name="board-look")
            self._next_looks[active] = next_look
        return await asyncio.shield(next_look)

    async def standing(self, conversation: Conversation) -> Standing:
        """Where a conversation stands, for its citizen. A crowd that asks at once shares one look at the queue."""
        snapshot = self._shared_look(conversation) or await self.look(active=False)
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

    async def _look_next(self, active: bool) -> Snapshot:
        async with self._looking:
            del self._next_looks[active]
            changes, began = self._changes, asyncio.get_running_loop().time()
            look = await self.snapshot(active=active)
            if changes == self._changes:
                self._last_look, self._look_again_at = look, began + _PAUSE
            return look

    async def tell(self, conversation: str) -> None:
        """Tell the citizen where the conversation stands, whichever node the citizen is on."""
        self._fanout.hint(StandingMoved(conversation=conversation))
        if self._connections.followers(conversation):
            await self.tell_here(conversation)

    async def tell_here(self, conversation: str) -> None:
        """Tell a citizen who is on this node where the conversation stands.

        Each change asks for this once it is stored. So whoever asked last knows all, and of what was asked for before
        nothing may be told after it.
        """
        self._tellings += 1
        mine = self._tellings
        async with self._database.read() as connection:
            found = await conversations.load(connection, conversation)
        standing = await self.standing(found)
        if self._told_by.get(conversation, 0) < mine:
            self._told_by[conversation] = mine
            self._told[conversation] = standing
            self._connections.signal_here(conversation, standing, kinds=frozenset({"citizen"}))

    async def _show_changes(self) -> None:
        pause = _PAUSE
        while True:
            # Places and minutes move with time, also while nothing else does.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), _REFRESH)
            await asyncio.sleep(pause)
            self._changed.clear()
            began = asyncio.get_running_loop().time()
            try:
                await self._show()
            except Exception as error:  # noqa: BLE001 a database may be away for a while: the next picture is as good
                self._log.error("board_not_shown", error=type(error).__name__)
                self._changed.set()
                pause = _LONGEST_PAUSE
                continue
            # A long queue that changes all the time takes a small part of the node's time, and is shown less often.
            pause = min(max(_PAUSE, _REST * (asyncio.get_running_loop().time() - began)), _LONGEST_PAUSE)

    async def _show(self) -> None:
        watchers, tellings = self._connections.watchers(), self._tellings
        snapshot = await self.snapshot(active=bool(watchers))
        picture, shown = Picture(snapshot), {}
        for watcher in watchers:
            if isinstance(watcher.actor, Agent):
                shown[watcher.id] = picture.seen_by(watcher.actor)
                if not same(shown[watcher.id], self._shown.get(watcher.id)):
                    watcher.signal(shown[watcher.id])
        self._shown = shown
        by_id = {each.id: each for each in snapshot.waiting}
        told = {}
        followed = False
        for place, each in enumerate(snapshot.queue, start=1):
            if self._connections.followers(each.conversation):
                followed = True
                # Who was told meanwhile where they stand knows what is newer.
                if self._told_by.get(each.conversation, 0) > tellings:
                    continue
                standing = self._standing(by_id[each.conversation], snapshot, place)
                told[each.conversation] = standing
                # Whoever stands as before is not told again: a long queue would hear every word said in it.
                if standing != self._told.get(each.conversation):
                    self._connections.signal_here(each.conversation, standing, kinds=frozenset({"citizen"}))
        self._told = told
        self._told_by = {each: by for each, by in self._told_by.items() if self._connections.followers(each)}
        self._follow_queue(followed or bool(watchers))

    def _follow_queue(self, follow: bool) -> None:
        """Let other nodes tell us of changes only as long as there is anybody to show them to."""
        if follow and not self._follows_queue:
            self._fanout.follow(QUEUE)
        elif self._follows_queue and not follow:
            self._fanout.unfollow(QUEUE)
        self._follows_queue = follow
