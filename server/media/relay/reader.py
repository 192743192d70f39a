"""Reads a party's offer into the model of `description`, keeping only what `whitelist` names.

The text comes from a browser that may be anybody's. What is unknown is skipped, as RFC 8866 asks; what is known but not
as the standards write it is refused; and everything is bounded.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from server.media.refusal import MediaRefusal
from server.media.relay.description import (
    Codec,
    Credentials,
    Description,
    Direction,
    Fingerprint,
    HeaderExtension,
    Kind,
    RemoteTransport,
    Section,
    Source,
)
from server.media.relay.whitelist import ENCODINGS, FEEDBACK, FINGERPRINT_LENGTHS, HEADER_EXTENSIONS, Encoding

MAX_LINES = 2_000
MAX_SECTIONS = 16
"""Three that a party sends in, and nine that it receives in, if it uses none for both."""
MAX_SOURCES = 8
"""Per section. A browser without simulcast has one, and one for retransmissions."""

MAX_PAYLOAD_TYPE = 127

# `[0-9]`, not `\d`, which takes the digits of every script.
_LINE = re.compile(r"([a-z])=([^\x00-\x1f\x7f]*)")
_MEDIA = re.compile(r"(audio|video|application) ([0-9]{1,5})(?:/[0-9]+)? (\S+) (\S.*)")
_PROTOCOL = re.compile(r"UDP/TLS/RTP/SAVPF?")
_MID = re.compile(r"[A-Za-z0-9_-]{1,16}")
_UFRAG = re.compile(r"[A-Za-z0-9+/]{4,256}")
_PASSWORD = re.compile(r"[A-Za-z0-9+/]{22,256}")
_RTPMAP = re.compile(r"([0-9]{1,3}) ([A-Za-z0-9.-]{1,32})/([0-9]{1,6})(?:/([0-9]))?")
_PARAMETERS = re.compile(r"([0-9]{1,3}) (\S.*)")
_FEEDBACK = re.compile(r"([0-9]{1,3}|\*) (\S.*)")
_EXTENSION = re.compile(r"([0-9]{1,3})(?:/[a-z]+)? (\S+)")
_CNAME = re.compile(r"([0-9]{1,10}) cname:([!-~]{1,256})")
_REPAIR = re.compile(r"FID ([0-9]{1,10}) ([0-9]{1,10})")


def read_description(sdp: str) -> Description:
    """The offer in `sdp`.

    Raises MediaRefusal: `description_malformed`, or `description_unsupported` when nothing in it can be forwarded.
    """
    session, *media = _split(sdp)
    if not media or len(media) > MAX_SECTIONS:
        raise MediaRefusal("description_unsupported")
    sections = tuple(_read_section(lines) for lines in media)
    live = [(section, lines) for section, lines in zip(sections, media, strict=True) if not section.rejected]
    if not live:
        raise MediaRefusal("description_unsupported")
    if len({section.mid for section in sections}) != len(sections):
        raise MediaRefusal("description_malformed")
    if len(live) > 1 and not {section.mid for section, _ in live} <= _bundled(session):
        raise MediaRefusal("description_unsupported")
    return Description(
        sections=sections,
        transport=_read_transport(live[0][1], session),
    )


@dataclass(slots=True)
class _Lines:
    """The lines of the session part or of one section: its `m=` line, and attributes in order."""

    media: str = ""
    attributes: list[tuple[str, str]] = field(default_factory=list)

    def values(self, name: str) -> Iterator[str]:
        return (value for attribute, value in self.attributes if attribute == name)

    def first(self, name: str) -> str | None:
        return next(self.values(name), None)

    def has(self, name: str) -> bool:
        return self.first(name) is not None


def _split(sdp: str) -> list[_Lines]:
    lines = sdp.replace("\r\n", "\n").rstrip("\n").split("\n")
    if lines[0] != "v=0" or len(lines) > MAX_LINES:
        raise MediaRefusal("description_malformed")
    parts = [_Lines()]
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            raise MediaRefusal("description_malformed")
        letter, value = match.groups()
        if letter == "m":
            parts.append(_Lines(media=value))
        elif letter == "a":
            name, _, content = value.partition(":")
            parts[-1].attributes.append((name, content))
    return parts


def _read_section(lines: _Lines) -> Section:
    media = _MEDIA.fullmatch(lines.media)
    mid = lines.first("mid")
    if media is None or mid is None or not _MID.fullmatch(mid):
        raise MediaRefusal("description_malformed")
    kind, port, protocol, formats = media.groups()
    rejected = Section(kind=_kind(kind), mid=mid).reject()
    # A bundled section may have port 0 in an offer without being rejected, RFC 9143, 6.
    if kind == "application" or (int(port) == 0 and not lines.has("bundle-only")):
        return rejected
    if not _PROTOCOL.fullmatch(protocol) or not lines.has("rtcp-mux"):
        raise MediaRefusal("description_unsupported")
    codecs = _read_codecs(lines, ENCODINGS[kind], formats.split(" "))
    if not any(codec.repairs is None for codec in codecs):
        return rejected
    sources = _read_sources(lines)
    return Section(
        kind=_kind(kind),
        mid=mid,
        direction=_read_direction(lines),
        codecs=codecs,
        extensions=_read_extensions(lines),
        sources=sources,
        repairs=_read_repairs(lines, sources),
    )


def _kind(word: str) -> Kind:
    return next(kind for kind in get_args(Kind) if kind == word)


def _read_direction(lines: _Lines) -> Direction:
    return next((word for word in get_args(Direction) if lines.has(word)), "sendrecv")


def _read_codecs(lines: _Lines, encodings: Mapping[str, Encoding], formats: Sequence[str]) -> tuple[Codec, ...]:
    maps = {match[1]: match for match in map(_RTPMAP.fullmatch, lines.values("rtpmap")) if match}
    parameters = {match[1]: match[2] for match in map(_PARAMETERS.fullmatch, lines.values("fmtp")) if match}
    feedback = [(match[1], match[2]) for match in map(_FEEDBACK.fullmatch, lines.values("rtcp-fb")) if match]
    codecs: list[Codec] = []
    for number in dict.fromkeys(formats):
        match = maps.get(number)
        encoding = encodings.get(match[2].lower()) if match else None
        if not match or not encoding or int(number) > MAX_PAYLOAD_TYPE:
            continue
        passing = encoding.read_parameters(parameters.get(number, ""))
        if passing is None or (int(match[3]), int(match[4] or 1)) != (encoding.clock_rate, encoding.channels):
            continue
        words = dict.fromkeys(word for of, word in feedback if of in {number, "*"} and word in FEEDBACK)
        codecs.append(
            Codec(
                payload_type=int(number),
                name=encoding.name,
                clock_rate=encoding.clock_rate,
                channels=encoding.channels,
                parameters=passing,
                feedback=tuple(words),
            )
        )
    media = {codec.payload_type for codec in codecs if codec.repairs is None}
    return tuple(codec for codec in codecs if codec.repairs is None or codec.repairs in media)


def _read_extensions(lines: _Lines) -> tuple[HeaderExtension, ...]:
    matches = [match for match in map(_EXTENSION.fullmatch, lines.values("extmap")) if match]
    by_id = {int(match[1]): match[2] for match in matches if match[2] in HEADER_EXTENSIONS}
    # Of the ids that fit a header of one byte, RFC 8285, 4.2.
    return tuple(HeaderExtension(id=id_, uri=uri) for id_, uri in by_id.items() if 0 < id_ < 15)


def _read_sources(lines: _Lines) -> tuple[Source, ...]:
    matches = [match for match in map(_CNAME.fullmatch, lines.values("ssrc")) if match]
    cnames = {int(match[1]): match[2] for match in matches}
    if len(cnames) > MAX_SOURCES:
        raise MediaRefusal("description_unsupported")
    if any(not 0 < ssrc < 2**32 for ssrc in cnames):
        raise MediaRefusal("description_malformed")
    return tuple(Source(ssrc=ssrc, cname=cname) for ssrc, cname in cnames.items())


def _read_repairs(lines: _Lines, sources: Sequence[Source]) -> tuple[tuple[int, int], ...]:
    known = {source.ssrc for source in sources}
    matches = [match for match in map(_REPAIR.fullmatch, lines.values("ssrc-group")) if match]
    pairs = dict.fromkeys((int(match[1]), int(match[2])) for match in matches)
    return tuple(pair for pair in pairs if known.issuperset(pair))


def _bundled(session: _Lines) -> set[str]:
    groups = (value.split(" ") for value in session.values("group"))
    return {mid for words in groups if words[0] == "BUNDLE" for mid in words[1:]}


def _read_transport(section: _Lines, session: _Lines) -> RemoteTransport:
    """The transport of the first live section, which is that of the whole bundle (RFC 9143, 7.2)."""
    ufrag = section.first("ice-ufrag") or session.first("ice-ufrag") or ""
    password = section.first("ice-pwd") or session.first("ice-pwd") or ""
    role = section.first("setup") or session.first("setup")
    fingerprints = frozenset(_read_fingerprints(section) or _read_fingerprints(session))
    if not _UFRAG.fullmatch(ufrag) or not _PASSWORD.fullmatch(password) or not fingerprints:
        raise MediaRefusal("description_malformed")
    if role not in {"actpass", "active"}:  # we are the server of the handshake, RFC 8842, 5
        raise MediaRefusal("description_unsupported")
    return RemoteTransport(credentials=Credentials(ufrag=ufrag, password=password), fingerprints=fingerprints)


def _read_fingerprints(lines: _Lines) -> list[Fingerprint]:
    fingerprints = []
    for value in lines.values("fingerprint"):
        algorithm, _, digest = value.lower().partition(" ")
        length = FINGERPRINT_LENGTHS.get(algorithm)
        if length is None:
            continue
        if not re.fullmatch(rf"[0-9a-f]{{2}}(:[0-9a-f]{{2}}){{{length - 1}}}", digest):
            raise MediaRefusal("description_malformed")
        fingerprints.append(Fingerprint(algorithm=algorithm, value=digest.upper()))
    return fingerprints
