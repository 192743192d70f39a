"""What is answered to one section of an offer."""

from dataclasses import replace

from server.media.member import Announcement
from server.media.relay.description import RECEIVING, Section, Source


def answered(section: Section, takes: bool, gives: Announcement | None) -> Section:
    """What we answer to a section in which we take what the party sends, or give what another does, or both."""
    if section.rejected:
        return section
    gives = gives if section.direction in RECEIVING else None
    if gives is None:
        return replace(section, direction="recvonly" if takes else "inactive", sources=(), repairs=())
    repairs: tuple[tuple[int, int], ...] = ()
    if gives.repair is not None and any(codec.repairs is not None for codec in section.codecs):
        repairs = ((gives.ssrc, gives.repair),)
    return replace(
        section,
        direction="sendrecv" if takes else "sendonly",
        stream=(gives.party, f"{gives.party}.{gives.source}"),
        sources=tuple(Source(ssrc, gives.cname) for ssrc in (repairs[0] if repairs else (gives.ssrc,))),
        repairs=repairs,
    )
