"""How long to wait before starting again what died."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Backoff:
    """Waits that double from `first` to `longest` seconds, each shortened at random by up to half.

    What died together does not come back together. A child that ran for `steady` seconds begins at `first` again.
    """

    first: float = 0.2
    longest: float = 30.0
    steady: float = 60.0
    chance: Callable[[], float] = field(default=secrets.SystemRandom().random, repr=False)
    _next: float = field(default=0.0, init=False, repr=False)

    def wait(self, ran: float) -> float:
        """Seconds to wait now for a child that `ran` that many seconds before it died."""
        base = self.first if not self._next or ran >= self.steady else self._next
        self._next = min(base * 2, self.longest)
        return base * (1 - self.chance() / 2)
