"""What a message is about: one linear model over four languages.

With a few dozen examples a topic, words alone do not reach far; concepts carry over to what was never seen.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from bots.triage.terms import WEIGHTS, Terms, Vector, Weigher

Matrix = npt.NDArray[np.float32]

_ALIKE = sum(weight**2 for weight in WEIGHTS[:3])
"""The product of two messages that have all words, parts and concepts in common."""


class Ranking(msgspec.Struct, frozen=True):
    """Labels with their scores, best first; how near the nearest example is (0 to 1), what share of the words was ever
    seen, and how much it sounds like danger now (above 0: more than not).
    """

    labels: tuple[str, ...]
    scores: tuple[float, ...]
    nearest: float
    known: float
    danger: float

    def score(self, label: str) -> float:
        """The score of one label."""
        return self.scores[self.labels.index(label)]


class TopicModel:
    """Ranks the labels it was taught. Made by `bots.triage.training`; only reads.

    Danger is judged by a machine of its own: whether, not what.
    """

    def __init__(
        self, weigher: Weigher, labels: Sequence[str], weights: Matrix, bias: Matrix, examples: "Examples"
    ) -> None:
        """`weights`: a row for each term, a column for each label and a last one for danger; `bias` likewise."""
        self.weigher = weigher
        self.labels = tuple(labels)
        self.weights = weights
        self.bias = bias
        self.examples = examples

    def rank(self, message: Terms) -> Ranking:
        """The labels for a message."""
        columns, values = vector = self.weigher.vector(message)
        *judged, danger = values @ self.weights[columns] + self.bias
        scores = np.asarray(judged)
        order = np.argsort(-scores, kind="stable")
        return Ranking(
            labels=tuple(self.labels[at] for at in order),
            scores=tuple(float(scores[at]) for at in order),
            nearest=self.examples.nearest(vector),
            known=self.weigher.known(message),
            danger=float(danger),
        )


class Examples:
    """What was taught, to tell how near a new message comes to it: for each term the examples that have it."""

    def __init__(self, starts: npt.NDArray[np.int64], rows: npt.NDArray[np.int32], values: Matrix, count: int) -> None:
        """Postings of the term in column `c` stand from `starts[c]` to `starts[c + 1]`; `count`: of examples."""
        self.starts = starts
        self.rows = rows
        self.values = values
        self.count = count

    @classmethod
    def of(cls, vectors: Sequence[Vector], terms: int) -> "Examples":
        """The postings of these vectors."""
        columns = np.concatenate([columns for columns, _ in vectors])
        values = np.concatenate([values for _, values in vectors])
        rows = np.repeat(np.arange(len(vectors), dtype=np.int32), [len(columns) for columns, _ in vectors])
        order = np.argsort(columns, kind="stable")
        starts = np.searchsorted(columns[order], np.arange(terms + 1))
        return cls(starts.astype(np.int64), rows[order], values[order], len(vectors))

    def nearest(self, vector: Vector) -> float:
        """The likeness of the nearest example, 0 to 1: the mean of the cosines over words, parts and concepts."""
        columns, weights = vector
        if not len(columns):
            return 0.0
        starts, ends = self.starts[columns], self.starts[columns + 1]
        posted = np.concatenate([np.arange(start, end) for start, end in zip(starts, ends, strict=True)])
        products = self.values[posted] * np.repeat(weights, ends - starts)
        likeness = np.bincount(self.rows[posted], weights=products, minlength=self.count)
        return min(1.0, float(likeness.max(initial=0.0)) / _ALIKE)
