"""What a stage says of itself."""

from bots.triage.pipeline import Triage
from bots.triage.stages import Stage, explained


def test_the_stages_tell_what_was_decided_and_why(triage: Triage) -> None:
    finding = triage.read("Er staat een man met een mes aan mijn deur! Help", "nl")
    stages = {stage.name: stage for stage in finding.stages}
    assert list(stages) == ["normalise", "concepts", "emergency", "language", "topic", "gate"]
    assert stages["emergency"].outcome == "tier 1"
    assert stages["emergency"].names == finding.rules != ()
    assert set(stages["concepts"].names) == finding.concepts
    assert stages["gate"].figures["confidence"] == finding.confidence
    assert stages["topic"].figures.keys() == {scored.topic for scored in finding.ranked}


def test_they_are_explained_a_line_each() -> None:
    stages = (Stage("emergency", "tier 1", ("armed",), {"danger": 1.25}), Stage("topic", "none"))
    assert explained(stages, "4711").splitlines() == [
        "emergency  tier 1  armed  (danger 1.250)",
        "topic      none",
        "model      4711",
    ]
