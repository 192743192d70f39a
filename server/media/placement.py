"""Which worker a call is placed on: a rule over what the workers have announced."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.protocol.media import WorkerAnnounced

LEASE = 1.5
"""Seconds that an announcement is good for: workers repeat theirs twice a second. A worker without one is dead, or as
good as dead for whoever speaks through it."""


@dataclass(frozen=True, slots=True)
class WorkerStanding:
    """What is known of a worker: its last announcement, when it came by a clock that nobody sets, and the calls placed
    on it since."""

    announced: WorkerAnnounced
    heard_at: float
    placed_since: int = 0

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
        return len(self.announced.calls) + self.placed_since


def choose_worker(standings: Iterable[WorkerStanding], at: float) -> str | None:
    """The id of the least loaded worker that is alive and has room, on whichever machine; nothing when there is none.

    Among equals the choice is the same on every node, by id, so that the first calls fill one worker after the other.
    """
    fit = [standing for standing in standings if standing.is_alive(at) and standing.free > 0]
    best = min(fit, key=lambda standing: (standing.load, standing.announced.worker), default=None)
    return best.announced.worker if best else None
