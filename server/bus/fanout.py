"""Fan-out by need: what this node has to tell goes to the nodes on which somebody follows it, and to no other."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import structlog

from server.bus import hints
from server.bus.hints import AnyHint, Directed, Envelope, Grown, Joined, Left, Met, Missed, QueueChanged
from server.bus.line import FAILURES, SIGN_OF_LIFE, Line
from server.bus.outgoing import Outgoing, topic_of
from server.bus.peers import Peers
from server.bus.receiver import Lookout, Receiver
from server.bus.registry import Registry
from server.protocol.entries import Entry

_AT_ONCE = 500
"""Topics in one round: what others wait for meanwhile takes milliseconds."""

_RETRY = 1.0
_QUEUE_PAUSE = 0.2
"""Seconds between two hints that the queue changed: nobody shows it more often."""


class Fanout:
    """Sends and receives hints. Sending never waits and never raises.

    The first follower of a topic here lets the node *join* it: it writes itself into the topic's set in Redis, reads
    who else is in it, tells them, and looks once whether there was something new meanwhile. Hints about a topic that
    nobody follows elsewhere cost Redis nothing. While Redis is away hints wait, merged; when it is back, or has
    forgotten everything, the node joins everything anew.
    """

    def __init__(self, line: Line, node: str) -> None:
        self.node = node
        self._line = line
        self._registry = Registry(line, node)
        self.peers = Peers()
        self._outgoing = Outgoing()
        self._answers: dict[str, dict[AnyHint, None]] = defaultdict(dict)
        self._living: frozenset[str] = frozenset()
        self._lookout = Lookout(self.peers.follows)
        self._work = asyncio.Event()
        self._queue_due = 0.0
        self._queue_timer: asyncio.TimerHandle | None = None
        self._subscribed = False
        self._in_doubt = False
        self._tasks: list[asyncio.Task[None]] = []
        self._log = structlog.get_logger("fanout", node=node)

    def start(self, receiver: Receiver) -> None:
        work = {
            "send": self._send(),
            "receive": self._receive(receiver),
            "look": self._lookout.run(receiver),
            "watch": self._watch(),
        }
        self._tasks = [asyncio.create_task(each, name=f"fanout-{name}") for name, each in work.items()]

    async def stop(self) -> None:
        """Stop, without taking leave: what a node that is gone followed, the others find out."""
        if self._queue_timer is not None:
            self._queue_timer.cancel()
        while self._tasks:
            for task in self._tasks:
                task.cancel()
            # Again, where need be: redis-py waits by `asyncio.wait_for`, which in Python 3.11 loses a cancellation that
            # meets the answer.
            _, left = await asyncio.wait(self._tasks, timeout=0.2)
            self._tasks = list(left)

    def follow(self, topic: str, shared: int = 0, staff: int = 0) -> None:
        """The first one here follows a topic, and knows its logs up to these numbers."""
        self.peers.follow(topic, shared, staff)
        self._work.set()

    def unfollow(self, topic: str) -> None:
        """The last one is gone."""
        self.peers.unfollow(topic)
        self._work.set()

    def known(self, topic: str) -> tuple[int, int]:
        """The newest numbers, shared and staff, of which everybody who follows a topic here has been told."""
        return self.peers.known(topic)

    def note(self, entry: Entry) -> None:
        """Everybody who follows the entry's log here has been told of it."""
        self.peers.note(entry.conversation, entry.log, entry.number)

    def announce(self, entries: Iterable[Entry], *, queue_changed: bool = False) -> None:
        """Hint at what was just committed, and has been delivered here."""
        for entry in entries:
            self.note(entry)
            # What has only begun nobody follows yet.
            if entry.number > 1 or entry.log == "staff":
                self.hint(Grown.by(entry))
        if queue_changed:
            self.hint(QueueChanged())

    def hint(self, hint: AnyHint) -> None:
        """Send a hint to the nodes that need it, some time soon."""
        topic = topic_of(hint)
        if topic is not None and self._is_ours_alone(topic):
            return
        if isinstance(hint, QueueChanged) and not self._queue_is_due():
            return
        self._outgoing.add(hint, topic)
        self._work.set()

    def nodes(self) -> frozenset[str]:
        """The other nodes that are known here."""
        return self._living | self.peers.nodes()

    def keep(self, asked: frozenset[str], living: frozenset[str]) -> None:
        """These nodes live. Those that were known before that was asked, and do not, are gone: nothing more is sent
        to them."""
        self._living = living - {self.node}
        for dead in (asked & self.nodes()) - living:
            self._registry.lose(dead, self.peers.lose(dead))
            # What it committed last it may not have told.
            self._lookout.add(self.peers.followed())
            self._work.set()

    def join_anew(self) -> None:
        """Others may believe that this node is dead: join everything it follows once more."""
        self._join(self.peers.followed())

    def _join(self, topics: Sequence[str]) -> None:
        self.peers.unsettle(topics)
        self._work.set()

    def _is_ours_alone(self, topic: str) -> bool:
        return self.peers.follows(topic) and self.peers.is_settled(topic) and not self.peers.has(topic)

    def _queue_is_due(self) -> bool:
        """Whether the queue's change may be told now; else it will be soon."""
        loop = asyncio.get_running_loop()
        wait = self._queue_due - loop.time()
        if wait > 0:
            if self._queue_timer is None:
                self._queue_timer = loop.call_later(wait, self._queue_now)
            return False
        self._queue_due = loop.time() + _QUEUE_PAUSE
        return True

    def _queue_now(self) -> None:
        self._queue_timer = None
        self.hint(QueueChanged())

    async def _send(self) -> None:
        while True:
            await self._work.wait()
            self._work.clear()
            if not self._subscribed:
                # Who joined before being able to hear would be told things that get lost.
                continue
            try:
                await self._round()
            except Exception as error:  # noqa: BLE001 see _failed
                self._in_doubt = True
                self._failed(error)
                await asyncio.sleep(_RETRY)

    async def _round(self) -> None:
        joining, leaving = self.peers.take(_AT_ONCE)
        waiting = self._outgoing.take(_AT_ONCE)
        answers, self._answers = self._answers, defaultdict(dict)
        # What is dropped from here on is told in the next round: those that this one tells may look before it happens.
        dropped, self._outgoing.dropped = self._outgoing.dropped, False
        try:
            unknown = [topic for topic in waiting if topic is not None and not self.peers.follows(topic)]
            found = await self._registry.exchange(joining, leaving, unknown)
            post = self._addressed(joining, leaving, waiting, found)
            for node, several in answers.items():
                post[node].extend(several)
            if dropped:
                for node in self.nodes():
                    post[node].append(Missed())
            await self._line.publish({channel(node): list(self._envelopes(several)) for node, several in post.items()})
        except BaseException:
            self.peers.unsettle([*joining, *leaving])
            self._outgoing.give_back(waiting)
            self._outgoing.dropped |= dropped
            for node, several in answers.items():
                self._answers[node].update(several)
            self._work.set()
            raise
        self.peers.settle([*joining, *leaving])
        self._lookout.add(joining)
        if self._outgoing or self.peers.has_news:
            self._work.set()

    def _addressed(
        self,
        joining: Sequence[str],
        leaving: Sequence[str],
        waiting: dict[str | None, list[AnyHint]],
        found: dict[str, frozenset[str]],
    ) -> dict[str, list[AnyHint]]:
        """What each node is to be told. Membership first, so that who is new hears what follows."""
        post: dict[str, list[AnyHint]] = defaultdict(list)
        for topic in leaving:
            for node in self.peers.of(topic):
                post[node].append(Left(conversation=topic))
        for topic in joining:
            self.peers.meet(topic, found[topic])
            shared, staff = self.peers.known(topic)
            for node in self.peers.of(topic):
                post[node].append(Joined(conversation=topic, shared=shared, staff=staff))
        for about, several in waiting.items():
            for node in self._followers_of(about, found):
                post[node].extend(several)
        return post

    def _followers_of(self, topic: str | None, found: dict[str, frozenset[str]]) -> frozenset[str]:
        if topic is None:
            return self.nodes()
        return self.peers.of(topic) if self.peers.follows(topic) else found.get(topic, frozenset())

    def _envelopes(self, several: Sequence[AnyHint]) -> Iterator[bytes]:
        for first in range(0, len(several), hints.MOST):
            part = tuple(several[first : first + hints.MOST])
            yield hints.encode(Envelope(node=self.node, hints=part))

    async def _receive(self, receiver: Receiver) -> None:
        while True:
            try:
                async with self._line.listen(channel(self.node)) as messages:
                    self._subscribed = True
                    self._in_doubt = False
                    self.join_anew()
                    async for data in messages:
                        await self._received(receiver, data)
            except Exception as error:  # noqa: BLE001 see _failed
                self._failed(error)
            self._subscribed = False
            await asyncio.sleep(_RETRY)

    async def _received(self, receiver: Receiver, data: bytes) -> None:
        envelope, ignored = hints.decode(data) or (None, 1)
        if ignored:
            self._log.warning("hint_ignored", count=ignored)
        if envelope is None:
            return
        if not envelope.hints or envelope.node == self.node:
            return
        for hint in envelope.hints:
            self._take_note(envelope.node, hint)
        try:
            await receiver.on_hints(envelope.hints)
        except Exception as error:  # noqa: BLE001 a database that is away for a moment must not leave this node deaf
            self._log.error("hints_missed", error=type(error).__name__)
            about = {hint.conversation for hint in envelope.hints if isinstance(hint, Directed)}
            self._lookout.add(topic for topic in about if self.peers.follows(topic))

    def _take_note(self, node: str, hint: AnyHint) -> None:
        match hint:
            case Joined(conversation=topic):
                self.peers.meet(topic, [node])
                if self.peers.follows(topic):
                    shared, staff = self.peers.known(topic)
                    self._answers[node][Met(conversation=topic, shared=shared, staff=staff)] = None
                self._work.set()
            case Met(conversation=topic):
                self.peers.meet(topic, [node])
                self._work.set()
            case Left(conversation=topic):
                self.peers.part(topic, node)
            case Missed():
                self._lookout.add(self.peers.followed())

    async def _watch(self) -> None:
        """Notice that Redis has forgotten something, that sets are about to expire, and that nothing can be heard."""
        while True:
            try:
                forgotten = await self._registry.forgotten(self.peers.followed)
                if self._in_doubt:
                    # A replica that took over may lack the last that its master was told.
                    self._in_doubt = False
                    forgotten = self.peers.followed()
                self._join(forgotten)
                await self._line.publish({channel(self.node): [hints.encode(Envelope(node=self.node))]})
            except Exception as error:  # noqa: BLE001 see _failed
                self._in_doubt = True
                self._failed(error)
            await asyncio.sleep(SIGN_OF_LIFE)

    def _failed(self, error: Exception) -> None:
        """Whatever goes wrong, also by a mistake of ours, is tried again: else the node would be deaf for good."""
        if isinstance(error, FAILURES):
            self._log.warning("redis_away", error=type(error).__name__)
        else:
            self._log.error("fanout_failed", error=type(error).__name__)


def channel(node: str) -> str:
    """What a node listens to."""
    return f"onlineloket:node:{node}"
