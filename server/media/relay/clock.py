"""The time that parties are judged by."""

import asyncio
import math
import time


class Clock:
    """Seconds in which this process listened: while it was held up it could hear nobody, so that does not count.

    It only goes forward. One task looks after everybody and waits by `sleep`: where it is woken late, the clock stood
    still from the moment it was to be woken.
    """

    def __init__(self) -> None:
        self._held_up = 0.0
        self._due = math.inf

    def now(self) -> float:
        return min(self._counted(), self._due)

    async def sleep(self, seconds: float) -> None:
        """Wait for so long, at least."""
        self._due = self.now() + seconds
        await asyncio.sleep(seconds)
        self._held_up += max(0.0, self._counted() - self._due)
        self._due = math.inf

    def _counted(self) -> float:
        return time.monotonic() - self._held_up
