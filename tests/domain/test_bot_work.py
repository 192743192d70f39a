"""What came of what the bot did follows from what was said, and from nothing else."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from server.domain.bot_work import CameTo, came_to, is_recontact, judgement
from server.protocol.words import HandoverReason, TriageAction, TriageReply

ENDED = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("action", "handover", "what"),
    [
        ("answer", None, "answered"),
        ("answer", "form", "answered"),
        ("clarify", None, "unanswered"),
        ("handover", "unsure", "unanswered"),
        ("handover", "requested", "handed_over"),
        ("handover", "sensitive", "handed_over"),
        ("emergency", "emergency", "danger"),
        ("greet", None, "other"),
    ],
)
def test_what_comes_of_a_decision(action: TriageAction, handover: HandoverReason | None, what: CameTo) -> None:
    assert came_to(action, handover) == what


@pytest.mark.parametrize("action", get_args(TriageAction))
def test_every_decision_comes_to_something(action: TriageAction) -> None:
    assert came_to(action, None) in get_args(CameTo)


@pytest.mark.parametrize("reply", get_args(TriageReply))
def test_a_reply_changes_only_what_was_left_open(reply: TriageReply) -> None:
    found = judgement(reply)
    assert found is None or (found[0] in ("answered", "unanswered") and found[0] != found[1])


def test_asking_for_a_person_says_nothing_of_the_answer() -> None:
    assert judgement("asked_person") is None
    assert judgement(None) is None


@pytest.mark.parametrize(
    ("after", "is_one"), [(timedelta(0), True), (timedelta(days=7), True), (timedelta(days=8), False)]
)
def test_seven_days_from_the_end(after: timedelta, is_one: bool) -> None:
    assert is_recontact(ENDED, ENDED + after) is is_one
