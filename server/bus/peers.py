"""Peers: what this node follows, and which other nodes follow it too, as far as is known here. Pure, no I/O."""

from collections.abc import Iterable

from server.protocol.words import LogName

QUEUE = "q_the_queue"
"""The topic of nodes that show the queue to somebody. All other topics are conversations, by ids of the same form."""


class Peers:
    """A topic is followed from `follow` to `unfollow`. After each of the two it is *unsettled*, until it was taken to
    Redis and the other nodes (`take`) and arrived there (`settle`)."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, int]] = {}
        self._unsettled: dict[str, None] = {}
        self._under_way: set[str] = set()
        self._others: dict[str, set[str]] = {}

    def follow(self, topic: str, shared: int = 0, staff: int = 0) -> None:
        """Somebody here follows a topic, and knows its logs up to these numbers."""
        self._known[topic] = (shared, staff)
        self._unsettled[topic] = None

    def unfollow(self, topic: str) -> None:
        """Nobody here follows it any more."""
        if self._known.pop(topic, None) is not None:
            self._unsettled[topic] = None

    def follows(self, topic: str) -> bool:
        return topic in self._known

    def followed(self) -> list[str]:
        return list(self._known)

    def known(self, topic: str) -> tuple[int, int]:
        """The newest numbers, shared and staff, that everybody who follows the topic here has been told of."""
        return self._known.get(topic, (0, 0))

    def note(self, topic: str, log: LogName, number: int) -> None:
        """Everybody here was told of this number."""
        before = self._known.get(topic)
        if before is not None:
            shared, staff = before
            if log == "shared":
                self._known[topic] = (max(shared, number), staff)
            else:
                self._known[topic] = (shared, max(staff, number))

    def unsettle(self, topics: Iterable[str]) -> None:
        """Tell Redis and the other nodes of these topics again."""
        self._unsettled.update(dict.fromkeys(topics))

    def settle(self, topics: Iterable[str]) -> None:
        """Redis and the other nodes know of these topics, as `take` gave them."""
        for topic in topics:
            self._under_way.discard(topic)
            # Whoever joined since the topic was taken still has to be told that it was left.
            if topic not in self._known and topic not in self._unsettled:
                self._others.pop(topic, None)

    def is_settled(self, topic: str) -> bool:
        return topic not in self._unsettled and topic not in self._under_way

    @property
    def has_news(self) -> bool:
        """Whether there is anything to take."""
        return bool(self._unsettled)

    def take(self, most: int) -> tuple[list[str], list[str]]:
        """Up to that many unsettled topics that are followed, and those that no longer are."""
        some = [topic for topic, _ in zip(self._unsettled, range(most), strict=False)]
        for topic in some:
            del self._unsettled[topic]
        self._under_way.update(some)
        return [topic for topic in some if topic in self._known], [topic for topic in some if topic not in self._known]

    def of(self, topic: str) -> frozenset[str]:
        """The other nodes that follow a topic."""
        return frozenset(self._others.get(topic, ()))

    def has(self, topic: str) -> bool:
        """Whether any other node follows a topic."""
        return topic in self._others

    def meet(self, topic: str, nodes: Iterable[str]) -> None:
        """These nodes follow the topic. Who believes that we do, while we do not, is told."""
        nodes = set(nodes)
        if nodes:
            self._others.setdefault(topic, set()).update(nodes)
            if topic not in self._known:
                self._unsettled[topic] = None

    def part(self, topic: str, node: str) -> None:
        """A node no longer follows the topic."""
        others = self._others.get(topic)
        if others is not None:
            others.discard(node)
            if not others:
                del self._others[topic]

    def nodes(self) -> set[str]:
        """All other nodes that follow anything that we follow."""
        return set().union(*self._others.values())

    def lose(self, node: str) -> list[str]:
        """A node is dead; the topics that it followed."""
        shared = [topic for topic, others in self._others.items() if node in others]
        for topic in shared:
            self.part(topic, node)
        return shared
