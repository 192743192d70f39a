"""A message as a row of weighted terms: words and pairs of them, parts of words, concepts and pairs of them.

Each of the three kinds is weighted by TF-IDF and scaled to length one, so that a long message counts no more than a
short one, and concepts as much as words. scikit-learn weighs the same way, at ten times the cost for one message.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Vector = tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]
"""Columns, and the weight in each."""

PARTS = range(2, 6)
"""How many letters a part of a word has; the edges of the word count as one each."""


class Reading(NamedTuple):
    """A message as the models read it."""

    words: tuple[str, ...]
    concepts: frozenset[str]


class Weigher:
    """Knows each term's column and how telling it is."""

    def __init__(self, terms: Sequence[str], telling: npt.NDArray[np.float32]) -> None:
        """`telling`: the inverse document frequency of each term."""
        self.terms = tuple(terms)
        self.telling = telling
        self._columns: Mapping[str, int] = {term: column for column, term in enumerate(self.terms)}

    @classmethod
    def over(cls, readings: Sequence[Reading]) -> "Weigher":
        """Weigh by how many of these readings have a term. A part of a word that only one has is not worth a column."""
        seen = Counter(term for reading in readings for kind in _kinds(reading) for term in set(kind))
        terms = sorted(term for term, count in seen.items() if count > 1 or not term.startswith(_PART))
        telling = [np.log((1 + len(readings)) / (1 + seen[term])) + 1 for term in terms]
        return cls(terms, np.asarray(telling, dtype=np.float32))

    def vector(self, reading: Reading) -> Vector:
        """The terms of a reading that have a column. The vector's length is at most the root of three."""
        weighed = [self._scaled(kind) for kind in _kinds(reading)]
        columns = np.concatenate([columns for columns, _ in weighed])
        return columns, np.concatenate([values for _, values in weighed])

    def known(self, reading: Reading) -> float:
        """What share of the words was ever seen."""
        known = sum(1 for word in reading.words if _WORD + word in self._columns)
        return known / len(reading.words) if reading.words else 0.0

    def _scaled(self, terms: Iterable[str]) -> Vector:
        counts = Counter(column for term in terms if (column := self._columns.get(term)) is not None)
        columns = np.fromiter(counts.keys(), dtype=np.int32, count=len(counts))
        counted: npt.NDArray[Any] = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(counted)) * self.telling[columns]
        length = float(np.sqrt((values**2).sum()))
        return columns, (values / length if length else values).astype(np.float32)


_WORD, _PART, _CONCEPT = "w:", "p:", "c:"


def _kinds(reading: Reading) -> tuple[list[str], list[str], list[str]]:
    return list(_words(reading.words)), list(_parts(reading.words)), list(_concepts(reading.concepts))


def _words(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield _WORD + word
    for first, second in pairwise(words):
        yield f"{_WORD}{first} {second}"


def _parts(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        edged = f" {word} "
        for size in PARTS:
            for start in range(max(1, len(edged) - size + 1)):
                yield _PART + edged[start : start + size]


def _concepts(concepts: frozenset[str]) -> Iterator[str]:
    found = sorted(concepts)
    for at, first in enumerate(found):
        yield _CONCEPT + first
        for second in found[at + 1 :]:
            yield f"{_CONCEPT}{first}+{second}"
