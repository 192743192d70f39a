import pytest

from bots.triage.corpus import ELSEWHERE, EMERGENCY
from bots.triage.gate import Gate, evidence, topics_of
from bots.triage.topic import Ranking

GATE = Gate(weights=(2.0, 0.0, 0.0, 0.0, 0.0), bias=0.0, answer=0.8, clarify=0.4, suspect=-0.2, certain=0.5)


def ranking(**scores: float) -> Ranking:
    ordered = dict(sorted(({ELSEWHERE: -2.0, EMERGENCY: -2.0} | scores).items(), key=lambda item: -item[1]))
    return Ranking(tuple(ordered), tuple(ordered.values()), nearest=0.5, known=1.0)


@pytest.mark.parametrize(("score", "action"), [(1.0, "answer"), (0.0, "clarify"), (-1.0, "handover")])
def test_confidence_decides(score: float, action: str) -> None:
    ranked = ranking(bike_theft=score, noise_nuisance=-3.0)
    assert GATE.decide(GATE.confidence(evidence(ranked, topics_of(ranked)))) == action


def test_labels_that_are_no_topics_are_left_out() -> None:
    ranked = ranking(bike_theft=0.1, elsewhere=0.9, emergency=0.8, noise_nuisance=0.0)
    assert topics_of(ranked) == ("bike_theft", "noise_nuisance")
    assert topics_of(ranked, {"noise_nuisance"}) == ("noise_nuisance",)


def test_a_single_topic_leads_over_what_is_none() -> None:
    ranked = ranking(bike_theft=0.5)
    best, lead, over_none, *_ = evidence(ranked, ("bike_theft",))
    assert (best, lead, over_none) == (0.5, 2.5, 2.5)


@pytest.mark.parametrize(("score", "tier"), [(0.6, 1), (0.0, 2), (-0.5, 0)])
def test_the_score_for_danger_gives_a_tier(score: float, tier: int) -> None:
    assert GATE.tier(ranking(bike_theft=0.0, emergency=score)) == tier


def test_extreme_scores_do_not_overflow() -> None:
    ranked = ranking(bike_theft=1e9)
    assert GATE.confidence(evidence(ranked, ("bike_theft",))) == pytest.approx(1.0)
