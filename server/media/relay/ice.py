"""Our side of ICE towards one party. We have a public address, so the party does the work: this is a *lite* agent.

RFC 8445, 2.5: a lite agent offers host candidates, answers the other side's checks, and takes the path it nominates.
Checks of its own only ask for a sign of life on that path.
"""

import socket
from collections import deque
from dataclasses import dataclass

from server.media.relay.description import Credentials
from server.media.relay.throttle import Source
from server.media.relay.touchpoints import BindingRequest, BindingResponse, make_binding_request

MAX_ADDRESSES = 8
"""Addresses at which one party may be at a time: its networks, and a TURN server's."""


MAX_ASKED = 8
"""Requests of ours that may still be answered."""


@dataclass(frozen=True, slots=True)
class Path:
    """The socket and address by which a party is reached, and the credentials that were used to settle on it."""

    sock: socket.socket
    address: Source
    ufrag: str


class IceLite:
    """Credentials, proven addresses and the chosen path of one party.

    The first proven address is the path, until another is nominated, or proven under newer credentials: those are of an
    ICE restart (RFC 8445, 9), after which the old path is no longer good. Nothing else moves the path.
    """

    def __init__(self, now: float) -> None:
        self.credentials = Credentials.mint()
        self.path: Path | None = None
        self.consented_at = now
        """When the party last proved that it wants to receive (RFC 7675): by a check, or by answering ours."""
        self._passwords = {self.credentials.ufrag: self.credentials.password}
        self._addresses: dict[Source, None] = {}
        self._asked: deque[bytes] = deque(maxlen=MAX_ASKED)

    @property
    def ufrags(self) -> tuple[str, ...]:
        """Names under which checks are answered: one, or two while a restart is under way."""
        return tuple(self._passwords)

    @property
    def addresses(self) -> tuple[Source, ...]:
        """Where the party has proved to be, longest ago first."""
        return tuple(self._addresses)

    def restart(self) -> None:
        """Mint new credentials; those that the path was settled with stay good until it has moved."""
        current = self.path.ufrag if self.path else self.credentials.ufrag
        password = self._passwords[current]
        self.credentials = Credentials.mint()
        self._passwords = {current: password, self.credentials.ufrag: self.credentials.password}

    def answer(self, request: BindingRequest, source: Source) -> bytes | None:
        """The response to an authentic request; nothing to another."""
        password = self._passwords.get(request.addressed_to)
        if password is None or not request.is_authentic(password):
            return None
        return request.response(source, password)

    def settle(self, request: BindingRequest, sock: socket.socket, source: Source, now: float) -> None:
        """Note what an answered request proves, and move the path if it should."""
        self.consented_at = now
        self._addresses.pop(source, None)
        self._addresses[source] = None
        path = self.path
        newer = path is not None and path.ufrag != request.addressed_to == self.credentials.ufrag
        if path is None or request.nominates or newer:
            self.path = Path(sock=sock, address=source, ufrag=request.addressed_to)
            if request.addressed_to == self.credentials.ufrag:
                self._passwords = {self.credentials.ufrag: self.credentials.password}
        if len(self._addresses) > MAX_ADDRESSES:
            oldest = next(address for address in self._addresses if self.path is None or address != self.path.address)
            del self._addresses[oldest]

    def ask(self, remote: Credentials) -> bytes:
        """A request for a sign of life, to be sent on the path to the party, whose own credentials are `remote`."""
        local = self.path.ufrag if self.path else self.credentials.ufrag
        transaction, packet = make_binding_request(f"{remote.ufrag}:{local}", remote.password)
        self._asked.append(transaction)
        return packet

    def is_answered(self, response: BindingResponse, remote: Credentials, source: Source, now: float) -> bool:
        """Whether this is the party's own answer to what we asked, from where we asked it."""
        if self.path is None or source != self.path.address or response.transaction not in self._asked:
            return False
        if not response.is_authentic(remote.password):
            return False
        self._asked.remove(response.transaction)
        self.consented_at = now
        return True

    def forget(self) -> None:
        """Send to the party no more, until it proves anew where it is."""
        self.path = None
        self._addresses.clear()
