"""One party's side of a call: how it is reached, under which keys, and whether it is still there."""

import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from aiortc import RTCCertificate

from server.media.relay.association import Association
from server.media.relay.counters import Counters
from server.media.relay.crossing import Crossing
from server.media.relay.description import Fingerprint, LocalTransport, RemoteTransport
from server.media.relay.ice import IceLite
from server.media.relay.patience import Patience
from server.media.relay.throttle import Source, TokenBucket
from server.media.relay.touchpoints import BindingRequest, Keys
from server.protocol.media import LostReason

State = Literal["new", "connecting", "connected", "lost"]
"""`new` -> (both sides described themselves) -> `connecting` -> `connected` <-> `lost`. `connecting` may end in `lost`.

A party that comes back under other keys goes through `connecting` again.
"""


@dataclass(slots=True)
class Registry:
    """Where a worker finds its legs: by the name that STUN is addressed to, and by where a party has proved to be."""

    by_ufrag: dict[str, "Leg"] = field(default_factory=dict)
    by_address: dict[Source, "Leg"] = field(default_factory=dict)


class Leg:
    """A party as the relay knows it.

    :param sending: the way of its packets to the other party.
    :param receiving: the way of the other party's packets to it.
    :param on_change: called when it becomes `connected` (without a reason) or `lost` (with one).
    """

    def __init__(
        self,
        registry: Registry,
        counters: Counters,
        *,
        sending: Crossing,
        receiving: Crossing,
        on_change: Callable[["Leg", LostReason | None], None],
        now: float,
    ) -> None:
        self.party: str | None = None
        self.state: State = "new"
        self.heard_at = now
        self.forward = sending.forward
        self.handshakes = TokenBucket(rate=50, burst=100, now=now)
        self._registry = registry
        self._counters = counters
        self._sending = sending
        self._receiving = receiving
        self._on_change = on_change
        self._ice = IceLite(now)
        self._certificate = RTCCertificate.generateCertificate()
        self._association = self._associate()
        self._remote: RemoteTransport | None = None
        self._session = secrets.randbits(62)
        self._version = 0
        self._since = now
        self._packets_seen = 0
        self._has_keys = False
        self._registered: tuple[tuple[str, ...], tuple[Source, ...]] = ((), ())
        self._follow()

    def describe(self, candidates: tuple[tuple[str, int], ...], *, offering: bool) -> LocalTransport:
        """How the party reaches us, for the next description that it gets."""
        self._version += 1
        digest = next(each for each in self._certificate.getFingerprints() if each.algorithm == "sha-256")
        return LocalTransport(
            session=self._session,
            version=self._version,
            ufrag=self._ice.credentials.ufrag,
            password=self._ice.credentials.password,
            fingerprint=Fingerprint(algorithm=digest.algorithm, value=digest.value),
            setup="actpass" if offering else "passive",
            candidates=candidates,
        )

    def adopt(self, remote: RemoteTransport, now: float, *, offered: bool) -> Association | None:
        """Go on with how the party described itself; one that `offered` may have asked for an ICE restart by that.

        Gives back the association that this ends, to be closed: a page that was loaded again has another certificate.
        """
        known, self._remote = self._remote, remote
        if offered and known is not None and known.ufrag != remote.ufrag:
            self._ice.restart()
            self._follow()
        if known is not None and known.fingerprints == remote.fingerprints and not self._association.ended:
            return None
        retired = self._association if known is not None else None
        if retired is not None:
            retired.retire()
            self._use_keys(None)
            self._association = self._associate()
        self.state = "connecting"
        self._since = self.heard_at = now
        self._association.start(remote.fingerprints)
        return retired

    def answer_check(self, request: BindingRequest, sock: socket.socket, source: Source, now: float) -> None:
        """A STUN request addressed to this leg came from `source`."""
        response = self._ice.answer(request, source)
        if response is None:
            self._counters.unauthenticated += 1
        elif self._registry.by_address.get(source, self) is not self:
            self._counters.taken += 1
        else:
            self._ice.settle(request, sock, source, now)
            self._follow()
            self.heard_at = now
            self._send(sock, response, source)

    def shake_hands(self, packet: bytes) -> None:
        """A DTLS packet came from one of the party's addresses."""
        if not self._association.feed(packet):
            self._counters.throttled += 1

    def sweep(self, now: float, patience: Patience) -> None:
        """Look whether the party is still there, or there again. May be called at any time, any number of times."""
        if self._sending.packets != self._packets_seen:
            self._packets_seen = self._sending.packets
            self.heard_at = now
        consents = self._ice.path is not None and now - self._ice.consented_at <= patience.consent
        heard = now - self.heard_at <= patience.silence
        if self.state == "connecting" and now - self._since > patience.connect:
            self._lose("never_connected")
        elif self.state == "connected" and not consents:
            self._ice.forget()
            self._follow()
            self._lose("consent_expired")
        elif self.state == "connected" and not heard:
            self._lose("silent")
        elif self.state == "lost" and self._has_keys and consents and heard:
            self._connect()

    async def close(self) -> None:
        """Let go of the party: it is told, forgotten, and nothing of it runs on."""
        self._association.retire()
        await self._association.close()
        self._use_keys(None)
        self._ice.forget()
        self._receiving.leads_to(None)
        self._register((), ())

    def _associate(self) -> Association:
        return Association(
            self._certificate, send=self._send_handshake, on_keys=self._keys_agreed, on_end=self._association_ended
        )

    def _keys_agreed(self, keys: Keys) -> None:
        self._use_keys(keys)
        self._connect()

    def _association_ended(self, reason: LostReason) -> None:
        self._use_keys(None)
        self._lose(reason)

    def _use_keys(self, keys: Keys | None) -> None:
        self._has_keys = keys is not None
        self._sending.sent_under(keys)
        self._receiving.received_under(keys)

    def _connect(self) -> None:
        self.state = "connected"
        self._on_change(self, None)

    def _lose(self, reason: LostReason) -> None:
        if self.state != "lost":
            self.state = "lost"
            self._on_change(self, reason)

    def _follow(self) -> None:
        """Make known where the party is now, and by which names it may address us."""
        path = self._ice.path
        if path is None:
            self._receiving.leads_to(None)
        else:
            self._receiving.leads_to(path.sock, path.address)
        self._register(self._ice.ufrags, self._ice.addresses)

    def _register(self, ufrags: tuple[str, ...], addresses: tuple[Source, ...]) -> None:
        old_ufrags, old_addresses = self._registered
        for ufrag in old_ufrags:
            del self._registry.by_ufrag[ufrag]
        for address in old_addresses:
            del self._registry.by_address[address]
        self._registry.by_ufrag.update(dict.fromkeys(ufrags, self))
        self._registry.by_address.update(dict.fromkeys(addresses, self))
        self._registered = (ufrags, addresses)

    def _send_handshake(self, packet: bytes) -> None:
        path = self._ice.path
        if path is not None:
            self._send(path.sock, packet, path.address)

    def _send(self, sock: socket.socket, packet: bytes, address: Source) -> None:
        try:
            sock.sendto(packet, address)
        except OSError:
            self._counters.unsendable += 1
