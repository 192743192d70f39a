"""What is due to be looked at again is a warning: the zone loads all the same."""

from datetime import date

from tests.zone.folders import Draft


def test_what_was_checked_too_long_ago_is_told(draft: Draft) -> None:
    line = draft.change("rights.yaml", "checked_on: 2026-11-23", "checked_on: 2025-11-01")
    (warning,) = [problem for problem in draft.warnings() if problem.file == "rights.yaml"]
    assert (warning.line, warning.message) == (line, "last checked on 2025-11-01")
    assert "write today's date" in warning.remedy
    assert draft.errors() == []
    assert draft.load().rights.checked_on == date(2025, 11, 1)


def test_the_limit_is_the_zones_own(draft: Draft) -> None:
    assert not [problem for problem in draft.warnings(date(2027, 11, 23)) if "last checked" in problem.message]
    late = [problem for problem in draft.warnings(date(2027, 11, 24)) if "last checked" in problem.message]
    assert {problem.file for problem in late} >= {"numbers.yaml", "rights.yaml", "answers/lost_id.nl.md"}
    draft.change("zone.yaml", "  numbers: 365", "  numbers: 400")
    later = [problem for problem in draft.warnings(date(2027, 11, 24)) if "last checked" in problem.message]
    assert "numbers.yaml" not in {problem.file for problem in later}


def test_a_check_in_the_future_is_told(draft: Draft) -> None:
    line = draft.change("answers/lost_id.nl.md", "checked_on: 2026-11-23", "checked_on: 2062-11-23")
    (warning,) = [problem for problem in draft.warnings() if problem.file == "answers/lost_id.nl.md"]
    assert (warning.line, warning.message) == (line, "2062-11-23 has not come yet")


def test_holidays_are_asked_for_before_the_year_begins(draft: Draft) -> None:
    assert not [problem for problem in draft.warnings(date(2028, 9, 1)) if problem.file == "holidays.yaml"]
    (warning,) = [problem for problem in draft.warnings(date(2028, 10, 15)) if problem.file == "holidays.yaml"]
    assert warning.message == "there are no holidays for 2029"


def test_a_topic_without_an_answer_is_told(draft: Draft) -> None:
    (warning,) = [problem for problem in draft.warnings() if "`opening_hours`" in problem.message]
    assert warning.file == "topics.yaml"
    assert draft.read("topics.yaml").splitlines()[warning.line - 1] == "- id: opening_hours"
