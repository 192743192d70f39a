"""Whether the bot knows enough to answer: a small model of its own over how the topic model scored.

Scores of a linear machine are no probabilities, and the margin alone says little about what was never taught. So the
gate is fitted on how messages scored that the model had not been taught.
"""

import math
from collections.abc import Collection, Sequence
from typing import Literal

import msgspec

from bots.triage.corpus import ELSEWHERE, EMERGENCY
from bots.triage.emergency import Tier
from bots.triage.topic import Ranking

Action = Literal["answer", "clarify", "handover"]

NO_TOPICS = frozenset({ELSEWHERE, EMERGENCY})

COURTESIES = frozenset({"greeting", "thanks_bye"})
"""Topics that are replied to whenever they are likely: nobody is asked whether they said hello."""

SIGNS = ("score", "lead", "over_elsewhere", "nearest", "known")
"""What the gate goes by: the best topic's score, its lead over the second (if any) and over what is none of them, how
near the nearest example is, the share of known words.
"""


class Gate(msgspec.Struct, frozen=True):
    """`weights` and `bias` give the log-odds that the best topic is right. From `answer` on it is answered with, from
    `clarify` on the citizen is given a choice, below that a person has to look. A score for danger of `suspect` is
    asked about, one of `certain` is danger.
    """

    weights: tuple[float, ...]
    bias: float
    answer: float
    clarify: float
    suspect: float
    certain: float

    def confidence(self, signs: Sequence[float]) -> float:
        """How likely the best topic is the right one, 0 to 1, by its `evidence`."""
        odds = self.bias + sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

    def tier(self, ranking: Ranking) -> Tier:
        """What the model thinks of danger now, beside what the rules say."""
        if ranking.danger >= self.certain:
            return 1
        return 2 if ranking.danger >= self.suspect else 0

    def decide(self, confidence: float, topic: str | None = None) -> Action:
        """What that is enough for, where `topic` is the best one."""
        if confidence >= (self.clarify if topic in COURTESIES else self.answer):
            return "answer"
        return "clarify" if confidence >= self.clarify else "handover"


def topics_of(ranking: Ranking, served: Collection[str] | None = None) -> tuple[str, ...]:
    """The topics, best first: without the labels that are none, and only those that are `served`."""
    return tuple(label for label in ranking.labels if label not in NO_TOPICS and (served is None or label in served))


def evidence(ranking: Ranking, topics: Sequence[str]) -> tuple[float, ...]:
    """What there is for the first of `topics`: a figure for each of `SIGNS`."""
    best = ranking.score(topics[0])
    return (
        best,
        best - ranking.score(topics[1] if len(topics) > 1 else ELSEWHERE),
        best - ranking.score(ELSEWHERE),
        ranking.nearest,
        ranking.known,
    )
