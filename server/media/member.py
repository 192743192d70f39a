"""A party in a call: its leg, what it sends, and what it was told of the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, get_args

from server.media.agreement import Agreement, Capabilities
from server.media.refusal import MediaRefusal
from server.media.relay.crossing import Tap
from server.media.relay.description import RECEIVING, SENDING, Description, Kind, Section
from server.media.relay.leg import Leg
from server.media.relay.numbering import Numbering
from server.media.relay.outlet import Outlet
from server.media.relay.repair import RepairStream
from server.protocol.media import StreamSource


class Announcement(NamedTuple):
    """A stream as others are told of it: by its SSRC, and by that of its retransmissions."""

    party: str
    source: StreamSource
    ssrc: int
    repair: int | None
    cname: str

    @property
    def kind(self) -> Kind:
        return "audio" if self.source == "microphone" else "video"


@dataclass(frozen=True, slots=True)
class Sent:
    """A stream that a party sends, under `ssrc` and, for its retransmissions, `repair`.

    The others get it under `ssrc` as well; in a room under `room_ssrc`, which is another where two have the same. Its
    retransmissions they get under `shown_repair`, which is the worker's.
    """

    party: str
    source: StreamSource
    mid: str
    ssrc: int
    repair: int | None
    cname: str
    room_ssrc: int
    shown_repair: int | None

    def announced(self, *, room: bool) -> Announcement:
        ssrc = self.room_ssrc if room else self.ssrc
        return Announcement(self.party, self.source, ssrc, self.shown_repair, self.cname)


class Due(NamedTuple):
    """What a party is to be answered: what it may use, what the others send it, and whether any of them takes its
    pictures."""

    agreement: Agreement
    announcements: frozenset[Announcement]
    pictured: bool


@dataclass(slots=True, eq=False)
class Member:
    """`numbering`, `capabilities` and `screen` (the mid of a shared screen) are of what it offered last; `answered` is
    what it was answered last."""

    party: str
    leg: Leg
    outlet: Outlet
    description: Description
    capabilities: Capabilities
    screen: str | None = None
    numbering: Numbering = field(default_factory=Numbering)
    sent: tuple[Sent, ...] = ()
    places: dict[tuple[str, StreamSource], str] = field(default_factory=dict)
    answered: Due | None = None
    told: bool = False
    """Whether it was told that `answered` is out of date."""
    tap: Tap | None = None
    _pages: dict[str, int] = field(default_factory=dict)
    _repairs: dict[int, RepairStream] = field(default_factory=dict)

    @property
    def declines_pictures(self) -> bool:
        """Whether it has sections for pictures, and takes none in any of them: sound is all it wants."""
        pictures = [each for each in self.description.sections if each.kind == "video" and not each.rejected]
        return bool(pictures) and not any(each.direction in RECEIVING for each in pictures)

    def note_answer(self, due: Due, others: "Iterable[Member]") -> None:
        """It gets an answer that says so."""
        self.answered = due
        self.told = False
        self._pages = {other.party: other.leg.page for other in others}

    def knows(self, sender: "Member") -> bool:
        """Whether it was told of this page of the sender."""
        return self._pages.get(sender.party) == sender.leg.page

    def receives(self, announcement: Announcement) -> bool:
        """Whether it was told of this stream, and has a section for it."""
        told = self.answered is not None and announcement in self.answered.announcements
        return told and (announcement.party, announcement.source) in self.places

    def repairs(self, sent: Sent) -> RepairStream | None:
        """How retransmissions of a stream reach this party."""
        if sent.shown_repair is None:
            return None
        return self._repairs.setdefault(sent.shown_repair, RepairStream(sent.shown_repair))

    def forget_repairs(self, kept: Iterable[Sent]) -> None:
        """Only these streams are still sent by anybody."""
        gone = self._repairs.keys() - {sent.shown_repair for sent in kept}
        for ssrc in gone:
            del self._repairs[ssrc]
        if gone and self.leg.keys is not None:
            self.leg.keys.forget(gone)

    def place(self, announcements: Iterable[Announcement]) -> None:
        """Find a section for each stream: the one it has, or the first that is free. Some may get none."""
        self.places = places_for(self.description, self.places, announcements)


def places_for(
    description: Description, had: Mapping[tuple[str, StreamSource], str], announcements: Iterable[Announcement]
) -> dict[tuple[str, StreamSource], str]:
    """A section of what a party offers for each stream: the one it `had`, or the first that is free, or none."""
    receiving = {each.mid: each.kind for each in description.sections if each.direction in RECEIVING}
    wanted = {(each.party, each.source): each.kind for each in announcements}
    places = {which: mid for which, mid in had.items() if receiving.get(mid) == wanted.get(which) is not None}
    free = [mid for mid in receiving if mid not in places.values()]
    for which, kind in wanted.items():
        mid = next((mid for mid in free if receiving[mid] == kind), None)
        if which not in places and mid is not None:
            places[which] = mid
            free.remove(mid)
    return places


def sending_sections(description: Description, screen: str | None) -> Iterator[tuple[StreamSource, Section]]:
    """The sections in which a party sends, and what; `screen` names the one of a shared screen.

    Raises MediaRefusal `description_unsupported` when two are of the same.
    """
    found: dict[StreamSource, Section] = {}
    for section in description.sections:
        if section.rejected or section.direction not in SENDING or not section.sources:
            continue
        source: StreamSource = "screen" if section.mid == screen else "camera"
        if section.kind == "audio":
            source = "microphone"
        if source in found:
            raise MediaRefusal("description_unsupported")
        found[source] = section
    return ((source, found[source]) for source in get_args(StreamSource) if source in found)
