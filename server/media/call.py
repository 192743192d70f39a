"""A call: two parties, what they offered and answered, and the relay between them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from server.media.refusal import MediaRefusal
from server.media.relay.counters import Counters
from server.media.relay.crossing import Crossing
from server.media.relay.description import Description
from server.media.relay.leg import Leg, Registry
from server.media.relay.patience import Patience
from server.media.relay.touchpoints import PacketBuffer
from server.media.relay.writer import write_description
from server.protocol.media import LostReason, MediaEvent


@dataclass(frozen=True, slots=True)
class _Offer:
    """An offer that waits for its answer."""

    by: Leg
    description: Description
    at: float


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer that was given last, and what the other party got of it."""

    party: str
    description: Description
    passed_on: str


class Call:
    """Negotiated by one offer and answer at a time; either party may offer again.

    An offer changes nothing until it is answered, so that one that never is does no harm.

    :param candidates: addresses and ports at which the worker is reached, best first.
    """

    def __init__(
        self,
        id_: str,
        *,
        registry: Registry,
        buffer: PacketBuffer,
        counters: Counters,
        candidates: tuple[tuple[str, int], ...],
        patience: Patience,
        on_event: Callable[[MediaEvent], None],
        now: float,
    ) -> None:
        self.id = id_
        self._counters = counters
        self._candidates = candidates
        self._patience = patience
        self._on_event = on_event
        self._names_key = secrets.token_bytes(32)
        self._offer: _Offer | None = None
        self._answered: _Answer | None = None
        self._crossings = (Crossing(buffer, counters), Crossing(buffer, counters))
        there, back = self._crossings
        self._legs = tuple(
            Leg(registry, counters, sending=sending, receiving=receiving, on_change=self._leg_changed, now=now)
            for sending, receiving in ((there, back), (back, there))
        )

    def offer(self, party: str, description: Description, now: float) -> str:
        """The offer for the other party. Raises MediaRefusal: `offer_pending`, `not_a_party`."""
        leg = self._seat(party)
        waiting = self._offer
        if waiting is not None and waiting.by is not leg and now - waiting.at <= self._patience.answer:
            raise MediaRefusal("offer_pending")
        leg.party = party
        self._offer = _Offer(by=leg, description=description, at=now)
        transport = self._other(leg).describe(self._candidates, offering=True)
        return write_description(description, transport, self._names_key)

    async def answer(self, party: str, description: Description, now: float) -> str:
        """The answer for the party that offered. From now on the relay works as both described.

        The same answer once more gives the same again. Raises MediaRefusal: `no_offer`, `not_a_party`,
        `answer_mismatch`, `description_unsupported`.
        """
        if self._offer is None:
            given = self._answered
            if given is not None and (given.party, given.description) == (party, description):
                return given.passed_on
            raise MediaRefusal("no_offer")
        offerer, offered = self._offer.by, self._offer.description
        leg = self._seat(party)
        if leg is offerer:
            raise MediaRefusal("not_a_party")
        if description.transport.setup != "active":
            raise MediaRefusal("description_unsupported")
        agreed = description.answering(offered)
        if agreed is None:
            raise MediaRefusal("answer_mismatch")
        if all(section.rejected for section in agreed.sections):
            raise MediaRefusal("description_unsupported")
        leg.party = party
        self._offer = None
        retired = [
            offerer.adopt(offered.transport, now, offered=True),
            leg.adopt(description.transport, now, offered=False),
        ]
        answer = write_description(agreed, offerer.describe(self._candidates, offering=False), self._names_key)
        self._answered = _Answer(party=party, description=description, passed_on=answer)
        for association in filter(None, retired):
            await association.close()
        return answer

    def sweep(self, now: float) -> None:
        """Look after both parties."""
        for leg in self._legs:
            leg.sweep(now, self._patience)

    def is_idle(self, now: float) -> bool:
        """Whether nobody has been there for long."""
        return all(now - leg.heard_at > self._patience.idle for leg in self._legs)

    @property
    def traffic(self) -> tuple[int, int]:
        """Packets and bytes forwarded, both ways together."""
        return sum(each.packets for each in self._crossings), sum(each.bytes for each in self._crossings)

    async def close(self) -> None:
        """Let go of both parties."""
        for leg in self._legs:
            await leg.close()

    def _seat(self, party: str) -> Leg:
        """The party's leg, or the one that is free for it."""
        for leg in self._legs:
            if leg.party == party:
                return leg
        for leg in self._legs:
            if leg.party is None:
                return leg
        raise MediaRefusal("not_a_party")

    def _other(self, leg: Leg) -> Leg:
        first, second = self._legs
        return second if leg is first else first

    def _leg_changed(self, leg: Leg, reason: LostReason | None) -> None:
        self._on_event(MediaEvent(call=self.id, kind="lost" if reason else "connected", party=leg.party, reason=reason))
