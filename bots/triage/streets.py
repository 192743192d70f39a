"""Streets as people type them: shortened, in two words, with a slip. Found in the zone's table."""

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec
from rapidfuzz import fuzz, process

from bots.triage.normalise import Normaliser, Words
from server.zone.zone import Zone

_CLOSE_ENOUGH = 86
"""How alike a slip and a street must be, in rapidfuzz's percent: two wrong letters in a long name."""

_LONG_ENOUGH = 7
_MOST_WORDS = 5
_MOST_GUESSED = 40
"""Words of a longer text that may hold a slip of a street: guessing costs."""

_NUMBER = re.compile(r"\d{1,4}[a-z]?", re.ASCII)
_NUMBER_SIGNS = (("nummer",), ("nr",), ("naar",), ("numero",), ("number",), ("no",), ("n",))
"""What stands before a house number; `nr` is read as short for `naar` elsewhere."""

_NOT_A_NUMBER = frozenset({"u", "uur", "h", "heures", "uhr", "am", "pm"})


class Found(msgspec.Struct, frozen=True):
    """A street of the table. `exact`: it was written so, else it is a guess. `number`: the house number said with it.
    `municipality`: the one it lies in, if it is only one; `neighbourhood`: likewise.
    """

    street: str
    exact: bool
    number: str | None = None
    municipality: str | None = None
    neighbourhood: str | None = None


class Streets:
    """Knows the streets of one zone. Built once, then only read."""

    def __init__(self, zone: Zone, normaliser: Normaliser) -> None:
        self._zone = zone
        self._normaliser = normaliser
        self._short_forms = zone.profile.short_forms
        self._by_letters = {self._letters(normaliser.words(name)): name for name in zone.street_table.names}
        self._municipalities: dict[str, set[str]] = defaultdict(set)
        for part in zone.streets:
            if place := zone.neighbourhood(part.neighbourhood):
                self._municipalities[part.street].add(place.municipality)

    def find(self, text: str) -> Found | None:
        """The first street that a text names; without one, the one that it most nearly names."""
        words = self._normaliser.words(text)
        return self._named(words) or self._nearly_named(words[:_MOST_GUESSED])

    def named(self, text: str) -> Found | None:
        """The first street that a text names."""
        return self._named(self._normaliser.words(text))

    def _named(self, words: Words) -> Found | None:
        for at, length in _rows(words):
            if name := self._by_letters.get(self._letters(words[at : at + length])):
                return self._found(name, words[at + length :], exact=True)
        return None

    def _nearly_named(self, words: Words) -> Found | None:
        best: tuple[float, str, Words] | None = None
        for at, length in _rows(words):
            letters = self._letters(words[at : at + length])
            if len(letters) < _LONG_ENOUGH:
                continue
            near = process.extractOne(letters, self._by_letters.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
            if near and (best is None or near[1] > best[0]):
                best = near[1], self._by_letters[near[0]], words[at + length :]
        return self._found(best[1], best[2], exact=False) if best else None

    def _found(self, street: str, after: Words, *, exact: bool) -> Found:
        after = after[1:] if after[:1] in _NUMBER_SIGNS else after
        is_number = after and _NUMBER.fullmatch(after[0]) and not _NOT_A_NUMBER.intersection(after[1:2])
        number = after[0] if is_number else None
        municipalities = self._municipalities[street]
        place = self._zone.neighbourhood_of(street, number)
        return Found(
            street=street,
            exact=exact,
            number=number,
            municipality=next(iter(municipalities)) if len(municipalities) == 1 else None,
            neighbourhood=place.id if place else None,
        )

    def _letters(self, words: Words) -> str:
        letters = "".join(words)
        last = words[-1] if words else ""
        for short, full in self._short_forms.items():
            if last.endswith(short) and letters != short and not last.endswith(full):
                return letters.removesuffix(short) + full
        return letters


def _rows(words: Words) -> Iterator[tuple[int, int]]:
    """Where each row of words begins and how many it has, the longest first."""
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            yield at, length
