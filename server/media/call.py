"""A call: up to four parties, each negotiating with the worker alone, and the way that packets cross between them."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from server.media.agreement import Capabilities, agree
from server.media.answering import answered
from server.media.member import Announcement, Due, Member, Sent, sending_sections
from server.media.pair import Pair
from server.media.recording.recording import CallRecording
from server.media.recording.taping import Taping
from server.media.refusal import MediaRefusal
from server.media.relay.association import Association
from server.media.relay.counters import Counters
from server.media.relay.crossing import Tap, ssrcs
from server.media.relay.description import Description, Section
from server.media.relay.leg import Leg, Registry
from server.media.relay.numbering import Numbering
from server.media.relay.outlet import Outlet
from server.media.relay.patience import Patience
from server.media.relay.touchpoints import PacketBuffer
from server.media.relay.writer import write_answer
from server.media.room.room import Room
from server.protocol.media import MAX_PARTIES, Described, LostReason, MediaEvent, Stream, StreamSource

PAIR = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all calls of a worker share.

    `candidates`: addresses and ports at which the worker is reached, best first.
    """

    registry: Registry
    buffer: PacketBuffer
    counters: Counters
    candidates: tuple[tuple[str, int], ...]
    patience: Patience
    on_event: Callable[[MediaEvent], None]


@dataclass(slots=True, eq=False)
class Call:
    """Empty at first; a party is in it from its first offer until it leaves."""

    id: str
    around: Surroundings
    _members: dict[str, Member] = field(default_factory=dict)
    _traffic: Pair | Room | None = None
    _names_key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _carried: tuple[int, int] = (0, 0)
    _taping: Taping = field(default_factory=Taping)

    def offer(
        self, party: str, description: Description, screen: str | None, now: float
    ) -> tuple[Described, Association | None]:
        """The answer to what a party offers, and the association that it ends, to be closed.

        Raises MediaRefusal: `call_full`, `description_unsupported`, `open_elsewhere`.
        """
        member = self._members.get(party)
        if member is not None and member.leg.is_replaced(description.transport):
            # Two windows that both offer would take the line from each other, again and again.
            raise MediaRefusal("open_elsewhere")
        if member is None and len(self._members) == MAX_PARTIES:
            raise MediaRefusal("call_full")
        others = self._others(party)
        capabilities = Capabilities.of(description)
        sections = tuple(sending_sections(description, screen))
        agree(capabilities, (other.capabilities for other in others), transparent=False)
        if member is None:
            member = self._seat(party, description, capabilities, now)
        retired = member.leg.adopt(description.transport, now)
        member.description, member.capabilities, member.screen = description, capabilities, screen
        member.numbering = Numbering.of(description.sections)
        member.sent = tuple(self._sent(member, source, section) for source, section in sections)
        self._arrange()
        self._taping.follow(self._members.values())
        answer = self._answer(member)
        self._rewire()
        self._notice_changes()
        return answer, retired

    async def leave(self, party: str) -> None:
        """The party is no longer in the call."""
        member = self._members.get(party)
        if member is None:
            return
        self._carried = self.traffic
        del self._members[party]
        self._forget_sources(member)
        self._arrange()
        self._taping.follow(self._members.values())
        self._rewire()
        self._notice_changes()
        await member.leg.close()

    async def close(self) -> None:
        """Let go of all parties."""
        self.stop_recording()
        self._carried = self.traffic
        members, self._members = tuple(self._members.values()), {}
        self._arrange()
        for member in members:
            await member.leg.close()

    def sweep(self, now: float) -> None:
        """Look after all parties."""
        for member in self._members.values():
            member.leg.sweep(now, self.around.patience)
        self._taping.sweep(self._members.values())

    def is_idle(self, now: float) -> bool:
        """Whether nobody has been there for long."""
        return all(now - each.leg.heard_at > self.around.patience.idle for each in self._members.values())

    @property
    def is_empty(self) -> bool:
        return not self._members

    @property
    def traffic(self) -> tuple[int, int]:
        """Authentic packets and bytes that came from all parties."""
        totals = [self._carried, *(member.leg.traffic for member in self._members.values())]
        return sum(packets for packets, _ in totals), sum(octets for _, octets in totals)

    def member(self, party: str) -> Member | None:
        """What is known of a party, to be read only."""
        return self._members.get(party)

    def tap(self, party: str, tap: Tap | None) -> None:
        """From now on `tap` is called with all that this party sends; none costs nothing."""
        member = self._members.get(party)
        if member is not None:
            member.tap = tap
            self._rewire()

    @property
    def recording(self) -> CallRecording | None:
        """The recording of this call, running or paused."""
        return self._taping.recording

    def record(self, recording: CallRecording) -> None:
        """Keep what all parties send as this recording says, from now on; to be called again when it says otherwise."""
        if recording is not self.recording:
            self.stop_recording()
        self._use(recording)

    def stop_recording(self) -> None:
        """Keep nothing any more. The recording there is, if any, is over."""
        recording = self.recording
        if recording is not None:
            self._use(None)
            recording.close()

    def _use(self, recording: CallRecording | None) -> None:
        self._taping.recording = recording
        self._taping.follow(self._members.values())
        self._rewire()

    def _seat(self, party: str, description: Description, capabilities: Capabilities, now: float) -> Member:
        leg = Leg(
            party,
            self.around.registry,
            self.around.counters,
            on_change=self._leg_changed,
            on_move=self._leg_moved,
            now=now,
        )
        outlet = Outlet(self.around.buffer, self.around.counters)
        member = self._members[party] = Member(party, leg, outlet, description, capabilities)
        return member

    def _sent(self, member: Member, source: StreamSource, section: Section) -> Sent:
        """A stream of the party; one that it sent before keeps its SSRCs in the room."""
        first, repair = section.repairs[0] if section.repairs else (section.sources[0].ssrc, None)
        known = next((each for each in member.sent if (each.ssrc, each.repair) == (first, repair)), None)
        cname = next(each.cname for each in section.sources if each.ssrc == first)
        if known is not None:
            return replace(known, source=source, mid=section.mid, cname=cname)
        taken = {ssrc for each in self._members.values() for sent in each.sent for ssrc in _ssrcs_of(sent)}
        room_ssrc = first if first not in taken else _mint(taken)
        shown_repair = _mint(taken | {first, room_ssrc}) if source != "microphone" else None
        return Sent(member.party, source, section.mid, first, repair, cname, room_ssrc, shown_repair)

    def _others(self, party: str) -> list[Member]:
        return [member for name, member in self._members.items() if name != party]

    def _arrange(self) -> None:
        """Have packets cross as the number of parties asks for."""
        members = tuple(self._members.values())
        traffic = self._traffic
        if isinstance(traffic, Room) and len(members) > PAIR:
            traffic.seat(members)
            return
        if isinstance(traffic, Pair) and traffic.members == members:
            return
        if traffic is not None:
            traffic.close()
        self._traffic = None
        if len(members) == PAIR:
            first, second = members
            self._traffic = Pair((first, second), self.around.buffer, self.around.counters)
        elif len(members) > PAIR:
            self._traffic = Room(members, self.around.buffer, self.around.counters)

    def _answer(self, member: Member) -> Described:
        due, announcements = self._due(member)
        member.place(announcements)
        member.note_answer(due, self._others(member.party))
        by_mid = {member.places.get((each.party, each.source)): each for each in announcements}
        takes = {sent.mid for sent in member.sent if due.pictured or sent.source == "microphone"}
        sections = [
            answered(due.agreement.applied_to(section), section.mid in takes, by_mid.get(section.mid))
            for section in member.description.sections
        ]
        sdp = write_answer(sections, member.leg.describe(self.around.candidates), self._names_key)
        return Described(sdp=sdp, streams=_streams(member, announcements))

    def _due(self, member: Member) -> tuple[Due, list[Announcement]]:
        """What a party is to be answered now, and the announcements in their order."""
        others = self._others(member.party)
        in_room = isinstance(self._traffic, Room)
        agreement = agree(member.capabilities, (other.capabilities for other in others), transparent=len(others) == 1)
        announcements = [sent.announced(room=in_room) for other in others for sent in other.sent]
        pictured = not others or not all(other.declines_pictures for other in others)
        return Due(agreement, frozenset(announcements), pictured), announcements

    def _notice_changes(self) -> None:
        for member in self._members.values():
            due, announcements = self._due(member)
            if not member.told and member.answered != due:
                member.told = True
                streams = _streams(member, announcements)
                self.around.on_event(MediaEvent(call=self.id, kind="changed", party=member.party, streams=streams))

    def _rewire(self) -> None:
        for member in self._members.values():
            member.outlet.wire(member.leg.keys, member.leg.path)
            member.forget_repairs(sent for other in self._others(member.party) for sent in other.sent)
        if self._traffic is not None:
            self._traffic.rewire()

    def _forget_sources(self, member: Member) -> None:
        """What it sent, it sends no more: nobody needs to keep state for it."""
        for other in self._others(member.party):
            if other.leg.keys is not None:
                other.leg.keys.forget(ssrcs(member.leg.sources))
        member.leg.sources.clear()

    def _leg_moved(self, leg: Leg) -> None:
        member = self._members.get(leg.party)
        if member is not None and leg.keys is None:
            # Under other keys it is another page.
            self._forget_sources(member)
        self._rewire()

    def _leg_changed(self, leg: Leg, reason: LostReason | None) -> None:
        event = MediaEvent(call=self.id, kind="lost" if reason else "connected", party=leg.party, reason=reason)
        self.around.on_event(event)


def _streams(member: Member, announcements: Iterable[Announcement]) -> tuple[Stream, ...]:
    return tuple(
        Stream(party=each.party, source=each.source, mid=member.places.get((each.party, each.source)))
        for each in announcements
    )


def _ssrcs_of(sent: Sent) -> Iterable[int]:
    return (sent.ssrc, sent.room_ssrc, sent.repair or sent.ssrc, sent.shown_repair or sent.ssrc)


def _mint(taken: set[int]) -> int:
    """An SSRC that nobody has."""
    while (ssrc := secrets.randbits(32)) in taken or ssrc == 0:
        continue
    return ssrc
