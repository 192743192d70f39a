"""Which worker a call is placed on: a rule over what the workers have announced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.protocol.media import WorkerAnnounced

ALIVE_FOR = timedelta(seconds=5)
"""How long an announcement is good for: workers repeat theirs every two seconds."""


@dataclass(frozen=True, slots=True)
class WorkerStanding:
    """What is known of a worker: its last announcement, when it came, and the calls placed on it since."""

    announced: WorkerAnnounced
    heard_at: datetime
    placed_since: int = 0

    def is_alive(self, now: datetime) -> bool:
        return now - self.heard_at <= ALIVE_FOR

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


def choose_worker(standings: Iterable[WorkerStanding], now: datetime) -> str | None:
    """The id of the least loaded worker that is alive and has room; nothing when there is none.

    Among equals the choice is the same on every node, by id, so that the first calls fill one worker after the other.
    """
    fit = [standing for standing in standings if standing.is_alive(now) and standing.free > 0]
    best = min(fit, key=lambda standing: (standing.load, standing.announced.worker), default=None)
    return best.announced.worker if best else None
