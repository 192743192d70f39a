"""A message as a row of weighted terms: words and pairs of them, parts of words, concepts and pairs of them, rules.

Each of the four kinds is weighted by TF-IDF and scaled to length one, so that a long message counts no more than a
short one, and concepts as much as words. scikit-learn weighs the same way, at ten times the cost for one message.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

Vector = tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]
"""Columns, and the weight in each."""

PARTS = range(2, 6)
"""How many letters a part of a word has; the edges of the word count as one each."""

_WORD, _PART, _CONCEPT, _RULE = "w:", "p:", "c:", "r:"
_PAIRED = "+"

WEIGHTS = (1.0, 1.0, 0.7, 1.0)
"""How much each kind counts. The lexicon was written with the examples in sight, and knows them better than what is
new: measured on utterances written afterwards, concepts count for more than they should.
"""


class Terms(NamedTuple):
    """The terms of a message, each with how often it stands there."""

    words: Counter[str]
    parts: Counter[str]
    concepts: Counter[str]
    rules: Counter[str]

    @classmethod
    def of(cls, words: Sequence[str], concepts: Iterable[str], rules: Iterable[str] = ()) -> Self:
        """The terms of these words, which are about these concepts and meant danger by these rules."""
        return cls(
            Counter(_words(words)),
            Counter(_parts(words)),
            Counter(_concepts(concepts)),
            Counter(_RULE + rule for rule in rules),
        )

    def thinned(self, kept: Callable[[], bool]) -> Self:
        """These terms as if the lexicon had fewer words: each concept and each rule stays where `kept` says so."""
        concepts = {term for term in self.concepts if _PAIRED not in term and kept()}
        return self._replace(
            concepts=Counter(
                term
                for term in self.concepts
                if all(_CONCEPT + name in concepts for name in term.removeprefix(_CONCEPT).split(_PAIRED))
            ),
            rules=Counter(term for term in self.rules if kept()),
        )


class Weigher:
    """Knows each term's column and how telling it is."""

    def __init__(self, terms: Sequence[str], telling: npt.NDArray[np.float32]) -> None:
        """`telling`: the inverse document frequency of each term."""
        self.terms = tuple(terms)
        self.telling = telling
        self._columns: Mapping[str, int] = {term: column for column, term in enumerate(self.terms)}

    @classmethod
    def over(cls, messages: Sequence[Terms]) -> Self:
        """Weigh by how many of these messages have a term. A part of a word that only one has is not worth a column."""
        seen = Counter[str]()
        for message in messages:
            for kind in message:
                seen.update(kind.keys())
        terms = sorted(term for term, count in seen.items() if count > 1 or not term.startswith(_PART))
        telling = [np.log((1 + len(messages)) / (1 + seen[term])) + 1 for term in terms]
        return cls(terms, np.asarray(telling, dtype=np.float32))

    def vector(self, message: Terms) -> Vector:
        """The terms of a message that have a column. The vector's length is at most two."""
        weighed = [self._scaled(kind) for kind in message]
        columns = np.concatenate([columns for columns, _ in weighed])
        return columns, np.concatenate(
            [values * np.float32(weight) for (_, values), weight in zip(weighed, WEIGHTS, strict=True)]
        )

    def known(self, message: Terms) -> float:
        """What share of the words was ever seen."""
        words = [term for term in message.words if " " not in term]
        return sum(1 for word in words if word in self._columns) / len(words) if words else 0.0

    def _scaled(self, terms: Counter[str]) -> Vector:
        known = [(column, count) for term, count in terms.items() if (column := self._columns.get(term)) is not None]
        columns = np.asarray([column for column, _ in known], dtype=np.int32)
        counts = np.asarray([count for _, count in known], dtype=np.float32)
        values = (1 + np.log(counts)) * self.telling[columns]
        length = float(np.sqrt((values**2).sum()))
        return columns, (values / length if length else values).astype(np.float32)


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


def _concepts(concepts: Iterable[str]) -> Iterator[str]:
    found = sorted(concepts)
    for at, first in enumerate(found):
        yield _CONCEPT + first
        for second in found[at + 1 :]:
            yield f"{_CONCEPT}{first}{_PAIRED}{second}"
