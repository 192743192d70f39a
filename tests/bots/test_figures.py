"""What the bot must not fall below on utterances that nobody trained or tuned it on. `pytest -s` prints the table."""

import sys

from bots.triage.corpus import Corpus
from bots.triage.normalise import Normaliser
from bots.triage.pipeline import Triage
from tests.bots.figures import Share, measure, read_dev

AT_LEAST = {
    "topic top-1, nl": 0.75,
    "topic top-1, others": 0.75,
    "topic among the top three": 0.92,
    "near miss to the right topic": 0.75,
    "out of scope not answered": 0.80,
    "emergency, tier 1 or 2": 0.75,
    "emergency, tier 1": 0.50,
    "language": 0.95,
}
AT_MOST = {
    "answered directly and wrong": 0.06,
    "topic handed over needlessly": 0.12,
    "false alarm tier 1: near miss": 0.12,
    "false alarm tier 1: topic": 0.02,
    "false alarm tier 1: out of scope": 0.02,
}


def test_the_figures_hold(triage: Triage) -> None:
    figures = measure(triage)
    assert figures.keys() == AT_LEAST.keys() | AT_MOST.keys()
    sys.stdout.write("\n" + "".join(f"{name:34} {share}\n" for name, share in figures.items()))
    low = {name: str(figures[name]) for name, floor in AT_LEAST.items() if figures[name].value < floor}
    high = {name: str(figures[name]) for name, ceiling in AT_MOST.items() if figures[name].value > ceiling}
    assert not low
    assert not high


def test_nobody_trains_on_the_dev_set(corpus: Corpus, normaliser: Normaliser) -> None:
    taught = {normaliser.words(example.text) for example in corpus.examples}
    # A greeting of two words is bound to be the same.
    assert not [each.text for each in read_dev() if (words := normaliser.words(each.text)) in taught and len(words) > 2]


def test_a_share_comes_with_its_interval() -> None:
    assert str(Share(8, 10)) == " 80.0%  [ 49.0%,  94.3%]  of 10"
