"""Every question that was asked and every answer that was given stands on paper, once."""

from zoneinfo import ZoneInfo

import pytest

from server.papers.filed import UNLISTED, FiledAnswer, sections
from server.papers.notation import Notation
from server.papers.paper import ReportPaper
from server.zone import Zone
from server.zone.catalogue import Catalogues
from tests.papers.samples import FIELDS, FILED_AT, FORM, report


@pytest.fixture(scope="module")
def notation(catalogues: Catalogues) -> Notation:
    return Notation(catalogues["nl"], ZoneInfo("Europe/Brussels"))


def by_id(paper: ReportPaper, notation: Notation) -> dict[str, FiledAnswer]:
    answers = [answer for section in sections(paper, notation) for answer in section.answers]
    found = {answer.id: answer for answer in answers}
    assert len(found) == len(answers)
    return found


def test_follows_the_form(zone: Zone, notation: Notation) -> None:
    first, second = sections(report(zone), notation)
    assert (first.id, first.title) == ("bicycle", "The bicycle (nl)")
    assert [answer.id for answer in first.answers] == ["brand", "colour", "locked", "sticker"]
    assert second.answers[-1].id == "story"


def test_an_answer_says_what_kind_it_is_who_gave_it_and_when(zone: Zone, notation: Notation) -> None:
    answer = by_id(report(zone), notation)["colour"]
    assert (answer.label, answer.kind, answer.value, answer.text) == ("Colour (nl)", "choice", "red", "Red (nl)")
    assert answer.touch is not None
    assert (answer.touch.kind, answer.touch.revision) == ("agent", 2)
    assert answer.touch.at < FILED_AT


def test_a_question_that_was_asked_and_not_answered_says_so(zone: Zone, notation: Notation) -> None:
    answer = by_id(report(zone), notation)["sticker"]
    assert (answer.value, answer.text, answer.touch) == (None, "Geen antwoord", None)


def test_a_question_that_was_not_asked_is_left_out(zone: Zone, notation: Notation) -> None:
    assert "lock" not in by_id(report(zone), notation)


def test_what_was_filed_is_never_left_out(zone: Zone, notation: Notation) -> None:
    filed = {**FIELDS, "lock": "ring lock", "retired": "asked by an earlier version"}
    last = sections(report(zone, fields=filed), notation)[-1]
    assert (last.id, last.title) == (UNLISTED, "Andere gegevens")
    assert [(answer.id, answer.label, answer.kind, answer.text) for answer in last.answers] == [
        ("lock", "Lock (nl)", "text", "ring lock"),
        ("retired", "retired", None, "asked by an earlier version"),
    ]


def test_a_report_outlives_its_form(zone: Zone, notation: Notation) -> None:
    (only,) = sections(report(zone, form=None), notation)
    assert {answer.id: answer.value for answer in only.answers} == dict(FIELDS)


def test_own_words_are_told_from_words_of_the_form(zone: Zone, notation: Notation) -> None:
    own = {answer.id for answer in by_id(report(zone), notation).values() if answer.own_words}
    assert own == {"brand", "street", "story"}
    assert {field.id for field in FORM.fields} > own
