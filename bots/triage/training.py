"""Teaching the models from the corpus: a second or five, once for each version of it."""

import random
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from bots.triage.corpus import ELSEWHERE, EMERGENCY
from bots.triage.gate import Gate, evidence, topics_of
from bots.triage.terms import Terms, Vector, Weigher
from bots.triage.topic import Examples, Ranking, TopicModel

FOLDS = 3

SLACK = 0.25
"""What an example on the wrong side costs a machine (its C)."""

THINNED = 2
"""How often each message is taught again with half of its concepts left out. The lexicon knows the examples better than
it will know what citizens write: so the machines learn to go by words and their parts as well.
"""

LEFT_OUT, UNKNOWN = 0.5, 0.25
"""The share of concepts left out in teaching, and in judging what was not taught."""

WEIGHED = (0.5, 0.1, 0.4)
"""How much counts together, in fitting the gate, what was ranked right, what was about another topic, and what the desk
is not for. The last is rare among the examples and not among citizens.
"""

MOST_WRONG = 0.035
"""The share of messages that may be answered wrongly; it sets the gate's upper threshold."""

MOST_HANDED_OVER = 0.03
"""The share of messages about a known topic that may go to a person unasked; it sets the lower one."""

MOST_ASKED = 0.13
"""The share of harmless messages that the model may ask about: whether it is happening now. Far more of the examples
sound like danger than of what citizens write, who are asked less often.
"""

MOST_ALARMED = 0.008
"""The share of harmless messages that the model may take for danger."""


def train(messages: Sequence[Terms], labels: Sequence[str]) -> tuple[TopicModel, Gate]:
    """A model that knows all of these, and a gate that knows how well such models do on what they do not know."""
    return teach(messages, labels), fit_gate(rank_unseen(messages, labels), labels)


def teach(messages: Sequence[Terms], labels: Sequence[str], thinned: int = THINNED, slack: float = SLACK) -> TopicModel:
    """Linear support vector machines: one label against the rest, and danger against everything. With more examples
    than the desk has, more `slack` may cost.
    """
    weigher = Weigher.over(messages)
    vectors = [weigher.vector(message) for message in messages]
    matrix = _matrix([*vectors, *map(weigher.vector, _thinned(messages, thinned, LEFT_OUT))], len(weigher.terms))
    repeated = np.tile(np.asarray(labels), 1 + thinned)
    machine = LinearSVC(C=slack, tol=1e-2, class_weight="balanced", random_state=0).fit(matrix, repeated)
    danger = LinearSVC(C=slack, tol=1e-2, class_weight="balanced", random_state=0)
    if EMERGENCY in labels:
        danger.fit(matrix, repeated == EMERGENCY)
    else:
        # What was taught no danger sees none.
        danger.coef_, danger.intercept_ = np.zeros((1, len(weigher.terms))), np.full(1, -1.0)
    return TopicModel(
        weigher,
        [str(label) for label in machine.classes_],
        np.ascontiguousarray(np.vstack([machine.coef_, danger.coef_]).T, dtype=np.float32),
        np.concatenate([machine.intercept_, danger.intercept_]).astype(np.float32),
        Examples.of(vectors, len(weigher.terms)),
    )


def rank_unseen(
    messages: Sequence[Terms], labels: Sequence[str], thinned: int = 1, slack: float = SLACK
) -> list[Ranking]:
    """Each message as a model ranks it that was not taught this one: what scores to expect of new messages."""
    ranked: dict[int, Ranking] = {}
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for taught, held_out in folds.split(np.zeros(len(messages)), labels):
        # Thinned once is enough to judge by, and takes half the time.
        model = teach([messages[at] for at in taught], [labels[at] for at in taught], thinned, slack)
        unknown = _thinned([messages[at] for at in held_out], 1, UNKNOWN)
        ranked.update({int(at): model.rank(message) for at, message in zip(held_out, unknown, strict=True)})
    return [ranked[at] for at in range(len(messages))]


def fit_gate(ranked: Sequence[Ranking], labels: Sequence[str]) -> Gate:
    """A logistic regression on whether the best topic was right, with thresholds by what may go wrong."""
    topics = [topics_of(ranking) for ranking in ranked]
    signs = np.asarray([evidence(ranking, named) for ranking, named in zip(ranked, topics, strict=True)])
    right = np.asarray([named[0] == label for named, label in zip(topics, labels, strict=True)])
    danger = np.asarray([ranking.danger for ranking in ranked])
    harmless = np.sort(danger[np.asarray(labels) != EMERGENCY])
    topical = np.asarray([label in named for named, label in zip(topics, labels, strict=True)])
    known = np.asarray([label != ELSEWHERE for label in labels])
    groups = zip((right, known & ~right, ~known), WEIGHED, strict=True)
    weights = sum(group * (weight * len(labels) / max(1, group.sum())) for group, weight in groups)
    machine = LogisticRegression(C=10.0, max_iter=1000).fit(signs, right, sample_weight=weights)
    confidence = machine.predict_proba(signs)[:, 1]
    steps = np.linspace(0.02, 0.98, 97)
    answer = next((step for step in steps if np.mean(~right & (confidence >= step)) <= MOST_WRONG), float(steps[-1]))
    clarify = max((step for step in steps if np.mean(confidence[topical] < step) <= MOST_HANDED_OVER), default=0.0)
    return Gate(
        weights=tuple(float(weight) for weight in machine.coef_[0]),
        bias=float(machine.intercept_[0]),
        answer=float(answer),
        clarify=float(min(clarify, answer)),
        suspect=float(np.quantile(harmless, 1 - MOST_ASKED)),
        certain=float(np.quantile(harmless, 1 - MOST_ALARMED)),
    )


def _thinned(messages: Sequence[Terms], times: int, left_out: float) -> list[Terms]:
    # Always the same ones: who teaches twice gets the same models.
    chance = random.Random(0)  # noqa: S311 no secret
    return [message.thinned(lambda: chance.random() >= left_out) for _ in range(times) for message in messages]


def _matrix(vectors: Sequence[Vector], terms: int) -> csr_matrix:
    return csr_matrix(
        (
            np.concatenate([values for _, values in vectors]),
            np.concatenate([columns for columns, _ in vectors]),
            np.cumsum([0, *(len(columns) for columns, _ in vectors)]),
        ),
        shape=(len(vectors), terms),
    )
