import numpy as np
import pytest

from bots.triage.terms import WEIGHTS, Terms, Weigher
from bots.triage.topic import Examples


def message(words: str, *concepts: str) -> Terms:
    return Terms.of(words.split(), concepts)


TAUGHT = [message("mijn fiets weg", "bike"), message("mijn gsm weg", "phone"), message("mijn fiets", "bike", "steal")]


def test_each_kind_of_terms_has_the_length_that_it_counts() -> None:
    weigher = Weigher.over(TAUGHT)
    _, values = weigher.vector(TAUGHT[0])
    assert np.square(values).sum() == pytest.approx(sum(weight**2 for weight in WEIGHTS[:3]), rel=1e-5)


def test_what_was_never_seen_weighs_nothing() -> None:
    weigher = Weigher.over(TAUGHT)
    columns, values = weigher.vector(message("xyzzy"))
    assert (len(columns), len(values)) == (0, 0)


def test_a_rare_term_tells_more_than_a_common_one() -> None:
    weigher = Weigher.over(TAUGHT)
    telling = dict(zip(weigher.terms, weigher.telling.tolist(), strict=True))
    assert telling["w:gsm"] > telling["w:fiets"] > telling["w:mijn"]


@pytest.mark.parametrize(("words", "known"), [("mijn fiets", 1.0), ("mijn auto", 0.5), ("", 0.0)])
def test_the_share_of_known_words(words: str, known: float) -> None:
    assert Weigher.over(TAUGHT).known(message(words)) == known


def test_an_example_is_nearest_to_itself() -> None:
    weigher = Weigher.over(TAUGHT)
    examples = Examples.of([weigher.vector(each) for each in TAUGHT], len(weigher.terms))
    assert examples.nearest(weigher.vector(TAUGHT[0])) == pytest.approx(1.0, rel=1e-5)
    assert 0.0 < examples.nearest(weigher.vector(message("fiets"))) < 1.0
    assert examples.nearest(weigher.vector(message("xyzzy"))) == 0.0


def test_thinned_terms_have_fewer_concepts_and_every_word() -> None:
    full = Terms.of(("fiets", "weg"), {"bike", "gone", "past"}, ("fire",))
    kept = iter([True, False, True, False])
    thin = full.thinned(lambda: next(kept))
    assert (thin.words, thin.parts) == (full.words, full.parts)
    assert set(thin.concepts) < set(full.concepts)
    assert len(thin.concepts) == 3  # two, and the pair of them
    assert not thin.rules
