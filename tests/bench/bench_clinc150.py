"""The bot's topic model and gate on public data, beside published rows: CLINC150 (Larson et al. 2019, CC BY 3.0), 150
intents in English and what is none of them.

The data is not part of the repository. It is read from `ONLINELOKET_CLINC150`, or from
`../shared/data/clinc150/data_full.json` beside the project; without it the bench says so and measures nothing. Concepts
are left out: the lexicon knows nothing of what it asks.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from bots.triage.corpus import ELSEWHERE
from bots.triage.gate import evidence, topics_of
from bots.triage.normalise import Normaliser
from bots.triage.terms import Terms
from bots.triage.training import fit_gate, rank_unseen, teach
from tests.bench.result import Result

TREE = Path(__file__).resolve().parents[2]
BESIDE = TREE.parent / "shared" / "data" / "clinc150" / "data_full.json"

PUBLISHED = {"svm": (91.0, 14.5), "mlp": (93.5, 47.4), "bert": (96.9, 40.3)}
"""Accuracy and out-of-scope recall of the paper's classifiers, taught 100 examples of what is out of scope."""

REJECTED = (0.05, 0.10)
"""The shares of in-scope messages that are given up for what is out of scope."""

SLACK = 1.0
"""There are four times as many examples as the desk's bot is taught, and they are cleaner."""

Rows = Sequence[tuple[str, str]]


class Data(msgspec.Struct, frozen=True):
    """The parts of the file that are used: messages with their intents."""

    train: Rows
    test: Rows
    oos_train: Rows
    oos_test: Rows


def measure() -> Iterator[Result]:
    """Taught on train and oos_train as the desk's bot is on its corpus, measured on test and oos_test."""
    file = Path(os.environ.get("ONLINELOKET_CLINC150", BESIDE))
    if not file.is_file():
        sys.stderr.write(f"clinc150: skipped, there is no {file}\n")
        return
    data = msgspec.json.decode(file.read_bytes(), type=Data)
    messages, labels = [_terms(text) for text, _ in data.train], [intent for _, intent in data.train]
    messages += [_terms(text) for text, _ in data.oos_train]
    labels += [ELSEWHERE] * len(data.oos_train)
    model = teach(messages, labels, thinned=0, slack=SLACK)
    gate = fit_gate(rank_unseen(messages, labels, thinned=0, slack=SLACK), labels)

    def judged(rows: Rows) -> tuple[list[str], np.ndarray]:
        ranked = [model.rank(_terms(text)) for text, _ in rows]
        topics = [topics_of(ranking) for ranking in ranked]
        pairs = zip(ranked, topics, strict=True)
        return [named[0] for named in topics], np.asarray([gate.confidence(evidence(*pair)) for pair in pairs])

    named, inside = judged(data.test)
    _, outside = judged(data.oos_test)
    accuracy = float(np.mean([name == intent for name, (_, intent) in zip(named, data.test, strict=True)])) * 100
    published = {f"{name}_accuracy": accuracy for name, (accuracy, _) in PUBLISHED.items()}
    yield Result(name="clinc150_accuracy", value=accuracy, unit="%", must=92.8, more_is_better=True, beside=published)
    recalls = {f"{name}_recall": recall for name, (_, recall) in PUBLISHED.items()}
    for share in REJECTED:
        recall = float(np.mean(outside < np.quantile(inside, share))) * 100
        yield Result(
            name=f"clinc150_out_of_scope_recall_at_{share:.0%}".replace("%", "_percent"),
            value=recall,
            unit="%",
            must=82.0 if share == REJECTED[0] else None,
            more_is_better=True,
            beside=recalls,
        )


def _terms(text: str) -> Terms:
    return Terms.of(Normaliser({}).words(text), ())
