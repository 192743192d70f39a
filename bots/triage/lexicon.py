"""Concepts: what words are about, in four languages at once.

A pattern is a word (`fiets`), a stem open at one end or both (`fiets-`, `-diefstal`, `-fiets-`), or several of these in
a row, with `..` for up to four words in between. One that ends in `?` means something else in another language of the
desk: it counts unless the text is plainly in that other one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bots.triage.normalise import Normaliser, Words
from server.protocol.words import LANGUAGES, Language

COMMON = "common"
"""The concept that holds each language's commonest words, by which the language of a text is told."""

FRAME = frozenset(
    {"now", "ongoing", "just_now", "what_next", "past", "was", "habit", "future", "question", "hypothetical"}
    | {"first_person", "third_person", "not"}
)
"""Concepts that frame what is said, and are about nothing: when, who, whether."""

GAP = 4
"""How many words `..` spans at most."""

_SHORTEST_MISSPELT = 7
_Piece = tuple[str, bool, bool]  # the letters; open at the front; open at the end


class _Phrase(NamedTuple):
    """The pieces after the first, each with how many words may come before it."""

    rest: tuple[tuple[int, int], ...]
    meaning: "_Meaning"


class _Meaning(NamedTuple):
    concept: str
    language: Language
    ambiguous: bool


class Lexicon:
    """Finds the concepts in a row of words. Built once, then only read."""

    def __init__(
        self,
        patterns: Mapping[Language, Mapping[str, str]],
        normaliser: Normaliser,
        known_words: Iterable[str] = (),
    ) -> None:
        """`patterns`: by language and concept, separated by commas. `known_words` are spelt right, whatever they
        resemble.
        """
        self._normaliser = normaliser
        self._pieces: dict[_Piece, int] = {}
        self._single: dict[int, list[_Meaning]] = defaultdict(list)
        self._phrases: dict[int, list[_Phrase]] = defaultdict(list)
        self._common: dict[str, set[Language]] = defaultdict(set)
        for language, concepts in patterns.items():
            for concept, written in concepts.items():
                for pattern in written.split(","):
                    self._add(concept, language, pattern.strip())
        self._open_at_end = frozenset(piece for (_, _, open_end), piece in self._pieces.items() if open_end)
        self._misspelt = self._misspellings()
        self._known = frozenset(known_words) | frozenset(self._common)

    def concepts(self, words: Words, likely: frozenset[Language] | None = None) -> frozenset[str]:
        """The names of all concepts that the words touch on. `likely`: the languages they may be in, where more is
        known of that than they tell themselves.
        """
        likely = self.likely(words) if likely is None else likely
        return frozenset(
            meaning.concept for meaning in self._meanings(words) if not meaning.ambiguous or meaning.language in likely
        )

    def likely(self, words: Words) -> frozenset[Language]:
        """The languages that the words may be in: all but those with two common words fewer than the best."""
        counts = self.common_words(words)
        best = max(counts.values())
        return frozenset(language for language, count in counts.items() if best - count < 2)

    def common_words(self, words: Words) -> dict[Language, int]:
        """How many of the words, each counted once, are among the commonest of each language."""
        counts: dict[Language, int] = dict.fromkeys(LANGUAGES, 0)
        for word in set(words):
            for language in self._common.get(word, ()):
                counts[language] += 1
        return counts

    def _add(self, concept: str, language: Language, pattern: str) -> None:
        meaning = _Meaning(concept, language, pattern.endswith("?"))
        pieces: list[tuple[int, int]] = []
        gap = 0
        for part in pattern.removesuffix("?").split():
            if part == "..":
                gap = GAP
                continue
            for piece in self._parse(part):
                pieces.append((gap, self._pieces.setdefault(piece, len(self._pieces))))
                gap = 0
        if not pieces:
            raise ValueError(f"{language}: {concept}: nothing to find in {pattern!r}")
        (_, first), *rest = pieces
        if rest:
            self._phrases[first].append(_Phrase(tuple(rest), meaning))
        else:
            self._single[first].append(meaning)
        if concept == COMMON:
            for part in self._normaliser.words(pattern):
                self._common[part].add(language)

    def _parse(self, part: str) -> Iterator[_Piece]:
        words = self._normaliser.words(part)
        for position, word in enumerate(words):
            yield word, position == 0 and part.startswith("-"), position == len(words) - 1 and part.endswith("-")

    def _meanings(self, words: Words) -> Iterator[_Meaning]:
        found = [self._matching(word) for word in words]
        for position, pieces in enumerate(found):
            for piece in pieces:
                yield from self._single.get(piece, ())
                for phrase in self._phrases.get(piece, ()):
                    if _follows(phrase.rest, found, position + 1):
                        yield phrase.meaning

    def _matching(self, word: str) -> frozenset[int]:
        pieces = self._spelt(word)
        if not pieces and len(word) >= _SHORTEST_MISSPELT and word not in self._known:
            return frozenset(self._nearly(word))
        return frozenset(pieces)

    def _spelt(self, word: str) -> set[int]:
        length = len(word)
        found = {self._pieces.get((word, front, end)) for front in (False, True) for end in (False, True)}
        for cut in range(2, length):
            found.add(self._pieces.get((word[:cut], False, True)))
            found.add(self._pieces.get((word[cut:], True, False)))
        for start in range(length):
            # A stem open on both sides is at least three letters long.
            for end in range(start + 3, length + 1):
                found.add(self._pieces.get((word[start:end], True, True)))
        return {piece for piece in found if piece is not None}

    def _misspellings(self) -> Mapping[str, tuple[int, ...]]:
        """Every piece long enough, by each way to leave one letter out."""
        found: dict[str, set[int]] = defaultdict(set)
        for (letters, front, _), piece in self._pieces.items():
            if len(letters) >= _SHORTEST_MISSPELT and not front:
                for shorter in (letters, *_one_left_out(letters)):
                    found[shorter].add(piece)
        return {letters: tuple(pieces) for letters, pieces in found.items()}

    def _nearly(self, word: str) -> Iterator[int]:
        """The pieces that the word, or its beginning, is one slip away from: a letter missing, too many, wrong or in
        the wrong place.
        """
        for end in range(_SHORTEST_MISSPELT - 1, len(word) + 1):
            begun = word[:end]
            for shorter in (begun, *_one_left_out(begun)):
                for piece in self._misspelt.get(shorter, ()):
                    if end == len(word) or piece in self._open_at_end:
                        yield piece


def _one_left_out(letters: str) -> Iterator[str]:
    # The first letter is hardly ever the wrong one, and leaving it out makes other words.
    return (letters[:at] + letters[at + 1 :] for at in range(1, len(letters)))


def _follows(rest: tuple[tuple[int, int], ...], found: list[frozenset[int]], position: int) -> bool:
    if not rest:
        return True
    (gap, piece), later = rest[0], rest[1:]
    reach = min(position + gap + 1, len(found))
    return any(piece in found[at] and _follows(later, found, at + 1) for at in range(position, reach))
