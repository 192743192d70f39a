"""Outgoing hints: merged while they wait, so that what waits is bounded by how much there is to tell, not by how long
Redis is away. Pure, no I/O."""

from collections.abc import Hashable

from server.bus.hints import AnyHint, Directed, Grown, HasRead, Signed, Typed, Wrote
from server.bus.peers import QUEUE

MOST = 20_000
"""Hints that may wait. Whatever is dropped beyond it, the other nodes are told that something was."""


class Outgoing:
    """Hints by topic; None is everybody's. Of one log's growth, of what is typed and of who has read,
    the sum is kept."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._topics: dict[str | None, dict[Hashable, AnyHint]] = {}
        self._count = 0
        self.dropped = False

    def __bool__(self) -> bool:
        return self._count > 0 or self.dropped

    def add(self, hint: AnyHint, topic: str | None) -> None:
        """Let a hint wait for those who follow the topic."""
        waiting = self._topics.setdefault(topic, {})
        key = _key(hint)
        earlier = waiting.get(key)
        if earlier is None:
            if self._count >= self._most:
                self.dropped = True
                if not waiting:
                    del self._topics[topic]
                return
            self._count += 1
        elif isinstance(hint, Grown) and isinstance(earlier, Grown):
            hint = Grown(
                conversation=hint.conversation,
                log=hint.log,
                first=min(hint.first, earlier.first),
                last=max(hint.last, earlier.last),
            )
        waiting[key] = hint

    def take(self, most: int) -> dict[str | None, list[AnyHint]]:
        """The hints of up to that many topics, oldest first."""
        some = [topic for topic, _ in zip(self._topics, range(most), strict=False)]
        taken = {topic: list(self._topics.pop(topic).values()) for topic in some}
        self._count -= sum(map(len, taken.values()))
        return taken

    def give_back(self, taken: dict[str | None, list[AnyHint]]) -> None:
        """They could not be sent. What was said since about the same is newer."""
        for topic, waiting in taken.items():
            since = self._topics.get(topic, {})
            for hint in waiting:
                if isinstance(hint, Grown) or _key(hint) not in since:
                    self.add(hint, topic)


def topic_of(hint: AnyHint) -> str | None:
    """The topic whose followers a hint is for; None where it is for every node."""
    if isinstance(hint, Directed):
        return str(hint.conversation)
    return QUEUE if hint.__struct_config__.tag == "queue_changed" else None


def _key(hint: AnyHint) -> Hashable:
    match hint:
        case Grown():
            return hint.log
        case Typed():
            return "typed", hint.signal.log, hint.signal.author.participant
        case Wrote():
            # A state that was overtaken by the line's end does not take its place.
            return "wrote", hint.signal.line, hint.signal.author.participant, hint.signal.finished
        case Signed():
            return "signed", hint.signal.participant
        case HasRead():
            return "has_read", hint.signal.log, hint.signal.participant
        case _:
            return hint
