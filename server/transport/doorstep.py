"""The doorstep: where sessions of an address that has too many stand until they have said who they are.

A browser is told at the Socket.IO connection why it is refused and when to come again; a refused handshake tells it
nothing. So a session that is too many begins, and is let in or refused once it shows a token.
"""

from collections import OrderedDict
from collections.abc import Callable

PLACES = 256
"""Sessions of one address on the doorstep at once."""

Leave = Callable[[], None]
"""Ends a session."""


class Doorstep:
    """The sessions of one address that are not let in."""

    def __init__(self) -> None:
        self._standing: OrderedDict[str, Leave] = OrderedDict()
        self._leaving: set[str] = set()

    def __contains__(self, session: object) -> bool:
        return session in self._standing or session in self._leaving

    @property
    def is_empty(self) -> bool:
        return not self._standing and not self._leaving

    def add(self, session: str, leave: Leave) -> None:
        """One more. Whoever came first has to leave where there is no room."""
        if len(self._standing) >= PLACES:
            first, leave_first = self._standing.popitem(last=False)
            self._leaving.add(first)
            leave_first()
        self._standing[session] = leave

    def remove(self, session: str) -> None:
        """It was let in, or has gone."""
        self._standing.pop(session, None)
        self._leaving.discard(session)
