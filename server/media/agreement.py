"""What a party and those it is with agree on: encodings, RTCP feedback, header extensions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from server.media.refusal import MediaRefusal
from server.media.relay.description import Codec, Description, Kind, Section
from server.media.relay.numbering import encoding_of

KINDS: tuple[Kind, ...] = ("audio", "video")

Features = frozenset[tuple[str, str]]
"""Pairs of an encoding and a word of feedback that it understands."""

OPUS = (("useinbandfec", "1"), ("usedtx", "1"))
"""What everybody is asked to send: a lost packet can be heard in the next one, and silence costs nothing."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a party can, in all its sections of a kind. A kind of which it has no section stands for nothing."""

    encodings: Mapping[Kind, frozenset[str]]
    extensions: frozenset[str]
    features: Features

    @classmethod
    def of(cls, description: Description) -> "Capabilities":
        live = [section for section in description.sections if not section.rejected]
        encodings: dict[Kind, frozenset[str]] = {}
        for section in live:
            here = frozenset(encoding_of(codec, section.codecs) for codec in section.codecs)
            encodings[section.kind] = encodings.get(section.kind, here) & here
        return cls(
            encodings=encodings,
            extensions=frozenset(extension.uri for section in live for extension in section.extensions),
            features=frozenset(
                (encoding_of(codec, section.codecs), word)
                for section in live
                for codec in section.codecs
                for word in codec.feedback
            ),
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a party may use of what it offered."""

    encodings: frozenset[str]
    extensions: frozenset[str]
    features: Features

    def applied_to(self, section: Section) -> Section:
        """The section with only that; rejected when nothing is left."""
        codecs = tuple(
            self._applied_to(codec, encoding)
            for codec in section.codecs
            if (encoding := encoding_of(codec, section.codecs)) in self.encodings
        )
        if section.rejected or all(codec.repairs is not None for codec in codecs):
            return section.reject()
        extensions = tuple(each for each in section.extensions if each.uri in self.extensions)
        return replace(section, codecs=codecs, extensions=extensions)

    def _applied_to(self, codec: Codec, encoding: str) -> Codec:
        feedback = tuple(word for word in codec.feedback if (encoding, word) in self.features)
        parameters = dict(codec.parameters)
        if codec.name == "opus":
            parameters |= dict(OPUS)
        return replace(codec, feedback=feedback, parameters=tuple(parameters.items()))


def agree(own: Capabilities, others: Iterable[Capabilities], *, transparent: bool) -> Agreement:
    """What a party agrees on with the others: their encodings, as those reach each other unchanged.

    Where the worker is `transparent`, retransmission, feedback and extensions work between the parties, and must be
    common; otherwise they work between the party and the worker.

    Raises MediaRefusal `description_unsupported` when there is no common encoding of sound, or of pictures.
    """
    others = tuple(others)
    encodings: set[str] = set()
    for kind in KINDS:
        if kind not in own.encodings:
            continue
        theirs = [each.encodings[kind] for each in others if kind in each.encodings]
        common = own.encodings[kind].intersection(*theirs)
        media = {encoding for encoding in common if not encoding.startswith("rtx/")}
        if not media:
            raise MediaRefusal("description_unsupported")
        repairs = common if transparent else own.encodings[kind]
        encodings |= media | {encoding for encoding in repairs if encoding.removeprefix("rtx/") in media}
    extensions, features = own.extensions, own.features
    if transparent:
        extensions = extensions.intersection(*(each.extensions for each in others))
        features = features.intersection(*(each.features for each in others))
    return Agreement(
        encodings=frozenset(encodings),
        extensions=extensions,
        features=frozenset(feature for feature in features if feature[0] in encodings),
    )
