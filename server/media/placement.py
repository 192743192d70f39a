"""Which worker a call is placed on: a rule over what the workers have announced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from server.protocol.media import WorkerAnnounced

LEASE = 1.5
"""Seconds that an announcement is good for: workers repeat theirs twice a second. A worker without one is dead, or as
good as dead for whoever speaks through it."""

ARRIVES_WITHIN = 10.0
"""Seconds after which a call that was placed on a worker, and is in none of its announcements, is not on its way any
more: until a page has offered, only who placed the call knows of it."""


@dataclass(frozen=True, slots=True)
class WorkerStanding:
    """What is known of a worker: its last announcement, when it came by a clock that nobody sets, and the calls on
    their way to it, by when they were placed."""

    announced: WorkerAnnounced
    heard_at: float
    placed: Mapping[str, float] = field(default_factory=dict)

    def announcing(self, announced: WorkerAnnounced, at: float) -> "WorkerStanding":
        """The standing after another announcement: what it does not name yet is still on its way."""
        placed = {
            call: placed_at
            for call, placed_at in self.placed.items()
            if call not in announced.calls and at - placed_at <= ARRIVES_WITHIN
        }
        return WorkerStanding(announced, at, placed)

    def taking(self, call: str, at: float) -> "WorkerStanding":
        """The standing once a call was placed on it."""
        return replace(self, placed={**self.placed, call: at})

    def losing(self, call: str) -> "WorkerStanding":
        """The standing once a call is over that may never have arrived."""
        return replace(self, placed={each: at for each, at in self.placed.items() if each != call})

    def is_alive(self, at: float) -> bool:
        return at - self.heard_at <= LEASE

    @property
    def free(self) -> int:
        """Calls that it can still take."""
        return 0 if self.announced.draining else self.announced.capacity - self._calls

    @property
    def load(self) -> float:
        """0 is idle, 1 full."""
        return self._calls / self.announced.capacity

    @property
    def _calls(self) -> int:
        return len({*self.announced.calls, *self.placed})


def choose_worker(standings: Iterable[WorkerStanding], at: float) -> str | None:
    """The id of the least loaded worker that is alive and has room, on whichever machine; nothing when there is none.

    Among equals the choice is the same on every node, by id, so that the first calls fill one worker after the other.
    """
    fit = [standing for standing in standings if standing.is_alive(at) and standing.free > 0]
    best = min(fit, key=lambda standing: (standing.load, standing.announced.worker), default=None)
    return best.announced.worker if best else None
