"""The time that parties are judged by."""

import time


class Clock:
    """Seconds in which this process listened: while it was held up it could hear nobody, so that does not count."""

    def __init__(self) -> None:
        self._held_up = 0.0

    def now(self) -> float:
        """Goes forward, but for what is forgiven."""
        return time.monotonic() - self._held_up

    def forgive(self, due: float) -> None:
        """What was to be done when it was `due` is done now: nothing was heard since."""
        self._held_up += max(0.0, self.now() - due)
