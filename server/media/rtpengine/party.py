"""A party in a call of an engine: what it offered, what it was answered, and whether it is there."""

import secrets
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

from server.media.agreement import Agreement, Capabilities, agree
from server.media.answering import answered
from server.media.member import Announcement, Sent, places_for, sending_sections
from server.media.refusal import MediaRefusal
from server.media.relay.description import RECEIVING, Codec, Description, Fingerprint, Section
from server.media.relay.leg import PAGES
from server.media.relay.numbering import Numbering, encoding_of
from server.media.rtpengine.presence import Presence
from server.protocol.media import Stream, StreamSource


class Due(NamedTuple):
    """What a party is to be answered: what it may use, in which numbers it is to send it, what the other sends, and
    whether that takes its pictures."""

    agreement: Agreement
    numbers: Mapping[str, int]
    announcements: tuple[Announcement, ...]
    pictured: bool


@dataclass(slots=True, eq=False)
class Party:
    """`description` and what follows from it are of what it offered last."""

    name: str
    description: Description
    capabilities: Capabilities
    numbering: Numbering
    sent: tuple[Sent, ...]
    presence: Presence
    places: dict[tuple[str, StreamSource], str] = field(default_factory=dict)
    answered: Due | None = None
    told: bool = False
    """Whether it was told that `answered` is out of date."""
    session: int = field(default_factory=lambda: secrets.randbits(62))
    version: int = 0
    replaced: deque[frozenset[Fingerprint]] = field(default_factory=lambda: deque(maxlen=PAGES))
    """Certificates of its earlier pages."""

    @classmethod
    def offering(
        cls, name: str, description: Description, screen: str | None, known: "Party | None", now: float
    ) -> Self:
        """A party that offers now; `known` is what was known of it before.

        Raises MediaRefusal `description_unsupported`.
        """
        party = cls(
            name=name,
            description=description,
            capabilities=Capabilities.of(description),
            numbering=Numbering.of(description.sections),
            sent=tuple(_sent(name, source, section) for source, section in sending_sections(description, screen)),
            presence=Presence(now),
        )
        if known is not None:
            party.places, party.session, party.version = known.places, known.session, known.version
            party.replaced = known.replaced
            before = known.description.transport.fingerprints
            if before == description.transport.fingerprints:
                party.presence = known.presence
            elif before not in party.replaced:
                party.replaced.append(before)
        return party

    @property
    def declines_pictures(self) -> bool:
        """Whether it has sections for pictures, and takes none in any of them: sound is all it wants."""
        pictures = [each for each in self.description.sections if each.kind == "video" and not each.rejected]
        return bool(pictures) and not any(each.direction in RECEIVING for each in pictures)

    def due(self, other: "Party | None") -> Due:
        """What it is to be answered while the other, if anybody, is with it.

        The engine changes no packet. So each is answered in the numbers that the other gave its encodings, and sends in
        those (RFC 3264, 6.1); extensions have one number for both ways, and serve only where it is the same.

        Raises MediaRefusal `description_unsupported` when there is no common encoding of sound, or of pictures, or
        when two would have one number.
        """
        if other is None:
            return Due(agree(self.capabilities, (), transparent=True), self.numbering.payload_types, (), pictured=True)
        agreement = agree(self.capabilities, (other.capabilities,), transparent=True)
        own, theirs = self.numbering, other.numbering
        alike = frozenset(each for each in agreement.extensions if theirs.extensions[each] == own.extensions[each])
        numbers = {
            each: theirs.payload_types.get(each, own.payload_types[each]) for each in sorted(agreement.encodings)
        }
        if len(set(numbers.values())) < len(numbers):
            raise MediaRefusal("description_unsupported")
        announcements = tuple(sent.announced(room=False) for sent in other.sent)
        return Due(replace(agreement, extensions=alike), numbers, announcements, not other.declines_pictures)

    def answer(self, due: Due) -> tuple[list[Section], tuple[Stream, ...]]:
        """The sections of the answer that says so, and the streams in it."""
        self.answered, self.told = due, False
        self.version += 1
        self.places = places_for(self.description, self.places, due.announcements)
        by_mid = {self.places.get((each.party, each.source)): each for each in due.announcements}
        takes = {sent.mid for sent in self.sent if due.pictured or sent.source == "microphone"}
        sections = [
            answered(
                _renumbered(due.agreement.applied_to(section), due.numbers),
                section.mid in takes,
                by_mid.get(section.mid),
            )
            for section in self.description.sections
        ]
        return sections, self.streams(due.announcements)

    def streams(self, announcements: Iterable[Announcement]) -> tuple[Stream, ...]:
        """What the other sends, and in which section it comes."""
        return tuple(
            Stream(party=each.party, source=each.source, mid=self.places.get((each.party, each.source)))
            for each in announcements
        )


def _sent(party: str, source: StreamSource, section: Section) -> Sent:
    first, repair = section.repairs[0] if section.repairs else (section.sources[0].ssrc, None)
    cname = next(each.cname for each in section.sources if each.ssrc == first)
    return Sent(party, source, section.mid, first, repair, cname, room_ssrc=first, shown_repair=repair)


def _renumbered(section: Section, numbers: Mapping[str, int]) -> Section:
    """The section with other payload types, by encoding."""
    by_old = {each.payload_type: numbers[encoding_of(each, section.codecs)] for each in section.codecs}

    codecs: dict[int, Codec] = {}
    for codec in section.codecs:
        number = by_old[codec.payload_type]
        parameters = tuple(
            (name, str(by_old[int(value)]) if name == "apt" else value) for name, value in codec.parameters
        )
        # Two of one encoding, as of H.264 in two levels, become one.
        codecs.setdefault(number, replace(codec, payload_type=number, parameters=parameters))
    return replace(section, codecs=tuple(codecs.values()))
