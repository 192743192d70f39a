"""A call on an engine: two seats, each with somebody in it or nobody."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from server.media.refusal import MediaRefusal
from server.media.relay.description import Description, RemoteTransport
from server.media.relay.patience import Patience
from server.media.relay.writer import write_answer
from server.media.rtpengine.bencode import Value
from server.media.rtpengine.control import Answer, Control, EngineGone, EngineRefusal
from server.media.rtpengine.party import Party
from server.media.rtpengine.transport import nobody, read_transport, write_transport
from server.protocol.media import Described, MediaEvent

KIND: Mapping[str, Value] = {
    "ICE": "force",
    # Browsers control, always: whoever offers, no role ever has to be sorted out.
    "ICE-lite": "both",
    "DTLS": "passive",
    "SDES": ["off"],
    "rtcp-mux": ["offer", "require"],
    "transport-protocol": "UDP/TLS/RTP/SAVPF",
    "replace": ["origin"],
    "flags": ["trickle-ICE", "no-rtcp-attribute"],
}
"""How the engine is to treat a call."""


@dataclass(slots=True, eq=False)
class Seat:
    """One of the two sides of the engine's call, by its `tag`: the engine keeps it whoever comes and goes."""

    tag: str
    transport: RemoteTransport = field(default_factory=nobody)
    party: Party | None = None


class EngineCall:
    """Empty at first; a party is in it from its first offer until it leaves. One change at a time.

    All methods that ask the engine raise EngineGone when it does not answer, or has forgotten a call that was alive.
    """

    def __init__(
        self, call_id: str, control: Control, *, patience: Patience, on_event: Callable[[MediaEvent], None]
    ) -> None:
        self.id = call_id
        self._control = control
        self._patience = patience
        self._on_event = on_event
        # A call may come back to an engine that still has it from another gateway, which was killed.
        self._engine_id = secrets.token_hex(16)
        self._created: Value = 0
        self._names_key = secrets.token_bytes(32)
        self._seats = (Seat("one"), Seat("two"))
        self._turn = asyncio.Lock()
        self._closed = False

    @property
    def is_empty(self) -> bool:
        return all(seat.party is None for seat in self._seats)

    async def offer(self, name: str, description: Description, screen: str | None, now: float) -> Described:
        """The answer to what a party offers.

        Raises MediaRefusal `call_full`, `description_unsupported`, `open_elsewhere`, and `no_such_call` where it was
        closed meanwhile; and EngineRefusal.
        """
        async with self._turn:
            if self._closed:
                raise MediaRefusal("no_such_call")
            seat = self._seat_of(name) or self._seat_of(None)
            if seat is None:
                raise MediaRefusal("call_full")
            if seat.party is not None and description.transport.fingerprints in seat.party.replaced:
                # Two windows that both offer would take the seat from each other, again and again.
                raise MediaRefusal("open_elsewhere")
            party = Party.offering(name, description, screen, seat.party, now)
            due = party.due(self._other(seat).party)
            sdp = await self._tell(seat, description.transport)
            seat.party = party
            sections, streams = party.answer(due)
            reached = read_transport(sdp, party.session, party.version)
            self._notice_change(self._other(seat))
            return Described(sdp=write_answer(sections, reached, self._names_key), streams=streams)

    async def leave(self, name: str) -> None:
        """The party is no longer in the call: nothing more reaches it. Raises EngineRefusal."""
        async with self._turn:
            seat = self._seat_of(name)
            if seat is None or self._closed:
                return
            seat.party = None
            self._notice_change(self._other(seat))
            if not self.is_empty:
                await self._tell(seat, nobody())

    async def close(self) -> None:
        """The engine forgets the call. Raises EngineRefusal where it has done so already."""
        async with self._turn:
            self._closed = True
            await self._control.command("delete", call_id=self._engine_id, delete_delay=0)

    async def look_after(self, now: float) -> None:
        """Say which parties came and went. Raises EngineRefusal where the engine dropped the call, as nobody spoke."""
        parties = [(seat.tag, seat.party) for seat in self._seats if seat.party is not None]
        try:
            answer = await self._control.command("query", call_id=self._engine_id)
        except EngineRefusal as refusal:
            if all(party.presence.is_away(now, self._patience.connect) for _, party in parties):
                raise
            raise EngineGone("it has forgotten a call that was alive") from refusal
        born = [answer.get("created", 0), answer.get("created_us", 0)]
        if self._created not in (0, born):
            raise EngineGone("it has begun anew")
        self._created = born
        for tag, party in parties:
            party.presence.count(_packets(answer, tag), now)
            change = party.presence.change(now, self._patience)
            if change == "connected":
                self._on_event(MediaEvent(call=self.id, kind="connected", party=party.name))
            elif change is not None:
                self._on_event(MediaEvent(call=self.id, kind="lost", party=party.name, reason=change))

    def is_idle(self, now: float) -> bool:
        """Whether nobody has been there for long."""
        parties = (seat.party for seat in self._seats if seat.party is not None)
        return all(party.presence.is_away(now, self._patience.idle) for party in parties)

    async def _tell(self, seat: Seat, transport: RemoteTransport) -> str:
        """Have the engine know how whoever is on a seat is reached, now; and what it says to them."""
        other = self._other(seat)
        offer, answer = write_transport(transport, "actpass"), write_transport(other.transport, "active")
        words: dict[str, Value] = {
            **KIND,
            "call-id": self._engine_id,
            "from-tag": seat.tag,
            "to-tag": other.tag,
        }
        await self._control.command("offer", **words, sdp=offer)
        seat.transport = transport
        return str((await self._control.command("answer", **words, sdp=answer)).get("sdp"))

    def _notice_change(self, seat: Seat) -> None:
        """Whoever is there should offer again when they would be answered another thing."""
        party = seat.party
        if party is None or party.told:
            return
        due = party.due(self._other(seat).party)
        if due != party.answered:
            party.told = True
            streams = party.streams(due.announcements)
            self._on_event(MediaEvent(call=self.id, kind="changed", party=party.name, streams=streams))

    def _seat_of(self, name: str | None) -> Seat | None:
        return next((seat for seat in self._seats if (seat.party.name if seat.party else None) == name), None)

    def _other(self, seat: Seat) -> Seat:
        first, second = self._seats
        return second if seat is first else first


def _packets(answer: Answer, tag: str) -> int:
    """How many packets came from a seat, of all its streams together."""
    found: Value = answer
    for name in ("tags", tag, "medias"):
        found = found.get(name, {}) if isinstance(found, dict) else {}
    total = 0
    for media in found if isinstance(found, list) else ():
        for stream in media["streams"]:
            total += int(stream["stats"]["packets"])
    return total
