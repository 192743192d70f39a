"""The keys of one party: a DTLS handshake, then SRTP until either side ends it."""

import asyncio
import logging
from collections.abc import Callable, Iterable

from aiortc import RTCCertificate

from server.media.relay.description import Fingerprint
from server.media.relay.touchpoints import DtlsServer, Keys, Wire
from server.protocol.media import LostReason

logger = logging.getLogger(__name__)


class Association:
    """One DTLS association with a party: `new` -> (`start`) -> handshake -> keys -> ended.

    Packets may be fed before it starts: a browser may say hello before we were told which certificate it has.

    :param send: puts a handshake packet on the wire.
    :param on_keys: called once, when the keys are agreed.
    :param on_end: called once, unless it was retired: `handshake_failed`, or `closed` by the party.
    """

    def __init__(
        self,
        certificate: RTCCertificate,
        *,
        send: Callable[[bytes], None],
        on_keys: Callable[[Keys], None],
        on_end: Callable[[LostReason], None],
    ) -> None:
        self._wire = Wire(send)
        self._dtls = DtlsServer(self._wire, certificate)
        self._on_keys = on_keys
        self._on_end = on_end
        self._handshake: asyncio.Task[None] | None = None
        self.ended = False

    def start(self, fingerprints: Iterable[Fingerprint]) -> None:
        """Wait for the party's hello, and shake hands if its certificate is the one described."""
        self._handshake = asyncio.create_task(self._shake_hands(fingerprints))

    def feed(self, packet: bytes) -> bool:
        """Hand over a DTLS packet from the party. False when too many wait already."""
        return self._wire.feed(packet)

    def retire(self) -> None:
        """From now on say nothing more of it; `close` it when there is time."""
        self.ended = True

    async def close(self) -> None:
        """End it, if it has not ended: the party is told, and nothing of it runs on."""
        self.retire()
        # Not by cancelling: aiortc waits by `asyncio.wait_for`, which in Python 3.11 may lose a cancellation.
        self._wire.close()
        await self._dtls.hang_up()
        if self._handshake is not None:
            await asyncio.wait([self._handshake])
        self._dtls.remove_all_listeners()

    async def _shake_hands(self, fingerprints: Iterable[Fingerprint]) -> None:
        keys = await self._dtls.handshake(fingerprints)
        if keys is None:
            self._end("handshake_failed")
        elif not self.ended:
            self._dtls.on("statechange", self._state_changed)
            self._on_keys(keys)

    def _state_changed(self) -> None:
        if self._dtls.state == "closed":
            self._end("closed")

    def _end(self, reason: LostReason) -> None:
        if not self.ended:
            self.ended = True
            self._on_end(reason)
