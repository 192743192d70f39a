"""One party's side of a call: how it is reached, under which keys, and whether it is still there."""

import secrets
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from aiortc import RTCCertificate

from server.media.relay.association import Association
from server.media.relay.counters import Counters
from server.media.relay.description import Fingerprint, LocalTransport, RemoteTransport
from server.media.relay.ice import IceLite, Path
from server.media.relay.patience import Patience
from server.media.relay.throttle import Source, TokenBucket
from server.media.relay.touchpoints import BindingRequest, BindingResponse, Keys
from server.protocol.media import LostReason

State = Literal["new", "connecting", "connected", "lost"]
"""`new` -> (both sides described themselves) -> `connecting` -> `connected` <-> `lost`. `connecting` may end in `lost`.

A party that comes back under other keys goes through `connecting` again.
"""


PAGES = 16
"""So many pages of a party are known as replaced by later ones."""


@dataclass(slots=True)
class Registry:
    """Where a worker finds its legs: by the name that STUN is addressed to, and by where a party has proved to be."""

    by_ufrag: dict[str, "Leg"] = field(default_factory=dict)
    by_address: dict[Source, "Leg"] = field(default_factory=dict)


class Inlet(Protocol):
    """Takes the packets of one party, and counts those that are authentic."""

    packets: int
    bytes: int

    def forward(self, size: int) -> None:
        """Take the packet that fills the first `size` bytes of the worker's buffer."""


class Closed:
    """The inlet of a party that has nobody to talk to."""

    def __init__(self, counters: Counters) -> None:
        self.packets = 0
        self.bytes = 0
        self._counters = counters

    def forward(self, _size: int) -> None:
        self._counters.early += 1


class Leg:
    """A party as the relay knows it. What crosses to whom is not its business: it has an `inlet` for what it sends.

    :param on_change: called when it becomes `connected` (without a reason) or `lost` (with one).
    :param on_move: called when `keys` or `path` have changed.
    """

    def __init__(
        self,
        party: str,
        registry: Registry,
        counters: Counters,
        *,
        on_change: Callable[["Leg", LostReason | None], None],
        on_move: Callable[["Leg"], None],
        now: float,
    ) -> None:
        self.party = party
        self.state: State = "new"
        self.heard_at = now
        self.handshakes = TokenBucket(rate=50, burst=100, now=now)
        self.keys: Keys | None = None
        self.sources: set[int] = set()
        """SSRCs of authentic packets that came under these keys, in the byte order of the machine."""
        self.page = 0
        """Counts the party's pages: one that was loaded again has other keys and other sources."""
        self._registry = registry
        self._counters = counters
        self._on_change = on_change
        self._on_move = on_move
        self._ice = IceLite(now)
        self._certificate = RTCCertificate.generateCertificate()
        self._association = self._associate()
        self._remote: RemoteTransport | None = None
        self._replaced: deque[frozenset[Fingerprint]] = deque(maxlen=PAGES)
        self._session = secrets.randbits(62)
        self._version = 0
        self._since = now
        self._followed: Path | None = None
        self._registered: tuple[tuple[str, ...], tuple[Source, ...]] = ((), ())
        self._carried = (0, 0)
        self.inlet: Inlet = Closed(counters)
        self.forward: Callable[[int], None] = self.inlet.forward
        self._packets_seen = 0
        self._register(self._ice.ufrags, self._ice.addresses)

    @property
    def path(self) -> Path | None:
        """Where the party is reached, if it is."""
        return self._ice.path

    @property
    def traffic(self) -> tuple[int, int]:
        """Authentic packets and bytes that came from the party."""
        packets, octets = self._carried
        return packets + self.inlet.packets, octets + self.inlet.bytes

    def attach(self, inlet: Inlet) -> None:
        """From now on `inlet` takes what the party sends."""
        self._carried = self.traffic
        self.inlet = inlet
        self.forward = inlet.forward
        self._packets_seen = inlet.packets

    def detach(self) -> None:
        """From now on nobody takes what the party sends."""
        self.attach(Closed(self._counters))

    def describe(self, candidates: tuple[tuple[str, int], ...]) -> LocalTransport:
        """How the party reaches us, for the next answer that it gets."""
        self._version += 1
        digest = next(each for each in self._certificate.getFingerprints() if each.algorithm == "sha-256")
        return LocalTransport(
            session=self._session,
            version=self._version,
            ufrag=self._ice.credentials.ufrag,
            password=self._ice.credentials.password,
            fingerprint=Fingerprint(algorithm=digest.algorithm, value=digest.value),
            candidates=candidates,
        )

    def is_replaced(self, remote: RemoteTransport) -> bool:
        """Whether this is an earlier page of the party: by its certificate, which each page has its own."""
        return remote.fingerprints in self._replaced

    def adopt(self, remote: RemoteTransport, now: float) -> Association | None:
        """Go on with how the party described itself; another ICE name asks for an ICE restart.

        Gives back the association that this ends, to be closed: a page that was loaded again has another certificate.
        """
        known, self._remote = self._remote, remote
        if known is not None and known.credentials != remote.credentials:
            self._ice.restart()
            self._follow()
        if known is not None and known.fingerprints == remote.fingerprints and not self._association.ended:
            return None
        retired = self._association if known is not None else None
        if known is not None and known.fingerprints != remote.fingerprints:
            self._replaced.append(known.fingerprints)
        if retired is not None:
            retired.retire()
            self._use_keys(None)
            self._association = self._associate()
        self.page += 1
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

    def take_answer(self, response: BindingResponse, source: Source, now: float) -> None:
        """A STUN response came from `source`, which is one of the party's addresses."""
        if self._remote is not None and self._ice.is_answered(response, self._remote.credentials, source, now):
            self.heard_at = now
        else:
            self._counters.unauthenticated += 1

    def shake_hands(self, packet: bytes) -> None:
        """A DTLS packet came from one of the party's addresses."""
        if not self._association.feed(packet):
            self._counters.throttled += 1

    def sweep(self, now: float, patience: Patience) -> None:
        """Look whether the party is still there, or there again. May be called at any time, any number of times."""
        if self.inlet.packets != self._packets_seen:
            self._packets_seen = self.inlet.packets
            self.heard_at = now
        if now - self.heard_at > patience.quiet:
            self._ask_for_a_sign()
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
        elif self.state == "lost" and self.keys is not None and consents and heard:
            self._connect()

    async def close(self) -> None:
        """Let go of the party: it is told, forgotten, and nothing of it runs on."""
        self._association.retire()
        await self._association.close()
        self._ice.forget()
        self._register((), ())
        self._use_keys(None)

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
        self.keys = keys
        self._on_move(self)

    def _connect(self) -> None:
        self.state = "connected"
        self._on_change(self, None)

    def _lose(self, reason: LostReason) -> None:
        if self.state != "lost":
            self.state = "lost"
            self._on_change(self, reason)

    def _follow(self) -> None:
        """Make known where the party is now, and by which names it may address us."""
        self._register(self._ice.ufrags, self._ice.addresses)
        if self._ice.path != self._followed:
            self._followed = self._ice.path
            self._on_move(self)

    def _ask_for_a_sign(self) -> None:
        path = self._ice.path
        if path is not None and self._remote is not None and self.keys is not None:
            self._send(path.sock, self._ice.ask(self._remote.credentials), path.address)

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
