"""What is to be said of a mistake, as data: a text of the catalogue `zone`, and what fills its places."""

import difflib
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Union

import msgspec

Part = Union[str, int, float, "Phrase"]
"""What fills a place: as it is written, a number, or again something to be said."""


class Phrase(msgspec.Struct, frozen=True):
    """Not yet in anybody's language. `text` is its id in the catalogue, `parts` are named as the places there."""

    text: str
    parts: Mapping[str, Part]


def phrase(text: str, **parts: Part) -> Phrase:
    """The text of that id, with these parts."""
    return Phrase(text, parts)


def both(parts: Iterable[Part]) -> Part:
    """All of them, of which there is one at least: "one and another"."""
    return reduce(lambda one, other: phrase("zone-and", one=one, other=other), parts)


def either(parts: Iterable[Part]) -> Part:
    """One of them, of which there is one at least: "one or another"."""
    return reduce(lambda one, other: phrase("zone-or", one=one, other=other), parts)


def listed(words: Iterable[str]) -> str:
    """Words in a row, each marked as what to type."""
    return ", ".join(f"`{word}`" for word in words)


def suggest(word: str, known: Iterable[str], otherwise: Phrase | None = None) -> Phrase:
    """What to write in the place of an unknown word: what was probably meant, else `otherwise`, else what there is."""
    names = list(known)
    if len(names) == 1:
        return phrase("zone-did-you-mean", meant=names[0])
    if meant := difflib.get_close_matches(word, names, n=1, cutoff=0.6):
        return phrase("zone-did-you-mean", meant=meant[0])
    if otherwise is not None:
        return otherwise
    return phrase("zone-use-one-of", names=listed(names)) if names else phrase("zone-take-out")
