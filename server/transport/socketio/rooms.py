"""Rooms in which everybody's own places are known."""

from typing import Any

import socketio


class Rooms(socketio.AsyncManager):  # type: ignore[misc]
    """The library's client manager, with one difference.

    Whoever leaves is looked for in the rooms they are in, not in all there are: every client is a room too, so that a
    crowd that leaves would cost the square of its size.
    """

    def __init__(self) -> None:
        super().__init__()
        self._entered: dict[tuple[str, str], set[str]] = {}
        """Rooms by namespace and client: those that were entered, beside the client's own and the namespace itself."""

    def basic_enter_room(self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None) -> None:
        super().basic_enter_room(sid, namespace, room, eio_sid=eio_sid)
        if room is not None and room != sid:
            self._entered.setdefault((namespace, sid), set()).add(room)

    def basic_leave_room(self, sid: str, namespace: str, room: str | None) -> None:
        super().basic_leave_room(sid, namespace, room)
        entered = self._entered.get((namespace, sid))
        if entered is not None and room is not None:
            entered.discard(room)
            if not entered:
                del self._entered[namespace, sid]

    def get_rooms(self, sid: str, namespace: str) -> list[str]:
        own = [sid] if self.is_sid_room(namespace, sid) else []
        return [*own, *self._entered.get((namespace, sid), ())]

    def basic_disconnect(self, sid: str, namespace: str, **options: Any) -> None:
        if namespace not in self.rooms:
            return
        for room in (*self._entered.get((namespace, sid), ()), sid, None):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)
                if not pending[namespace]:
                    del pending[namespace]
