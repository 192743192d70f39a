"""Values are written as people in Belgium write them, in each language."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from server.domain.moment import Moment
from server.papers.notation import Notation
from server.protocol.words import FieldValue, Language
from server.zone.catalogue import Catalogues
from tests.papers.samples import AGENT, BOT, CITIZEN, FORM

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.fixture(scope="module")
def notations(catalogues: Catalogues) -> dict[Language, Notation]:
    return {language: Notation(catalogues[language], BRUSSELS) for language in catalogues}


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nl", "zaterdag 14 maart 2026"),
        ("fr", "samedi 14 mars 2026"),
        ("en", "Saturday 14 March 2026"),
        ("de", "Samstag, 14. März 2026"),
    ],
)
def test_days(notations: dict[Language, Notation], language: Language, written: str) -> None:
    assert notations[language].day(date(2026, 3, 14)).replace(",", "") == written.replace(",", "")


@pytest.mark.parametrize(
    ("language", "written"),
    [("nl", "€ 1.849,50"), ("fr", "1 849,50 €"), ("en", "€1,849.50"), ("de", "1.849,50 €")],
)
def test_amounts(notations: dict[Language, Notation], language: Language, written: str) -> None:
    amount = notations[language].amount(1849.5)
    assert " ".join(amount.replace("\u202f", " ").split()) == written


def test_instants_are_those_of_the_clock_in_the_zone(notations: dict[Language, Notation]) -> None:
    winter, summer = datetime(2026, 3, 14, 23, 30, tzinfo=UTC), datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert notations["nl"].instant(winter) == "zondag 15 maart 2026 om 00:30"
    assert notations["nl"].hour(summer) == "14:00"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2026-03-14", "zaterdag 14 maart 2026"),
        ("2026-03-14T07:05", "zaterdag 14 maart 2026 om 07:05"),
        ("2026-03-14Tnight", "zaterdag 14 maart 2026, ’s nachts (tussen 0 en 6 uur)"),
        ("2026-03-14Tunknown", "zaterdag 14 maart 2026, uur niet bekend"),
    ],
)
def test_moments_keep_how_exactly_they_are_remembered(
    notations: dict[Language, Notation], moment: str, written: str
) -> None:
    assert notations["nl"].moment(Moment.parse(moment)) == written


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("brand", "Gazelle", "Gazelle"),
        ("colour", "red", "Red (nl)"),
        ("locked", True, "Ja"),
        ("locked", False, "Nee"),
        ("bought", "2024-05-01", "woensdag 1 mei 2024"),
        ("gone", "2026-03-13Tevening", "vrijdag 13 maart 2026, ’s avonds"),
        ("national", "85.07.30-033.28", "85.07.30-033.28"),
    ],
)
def test_answers(notations: dict[Language, Notation], field: str, value: FieldValue, written: str) -> None:
    assert notations["nl"].answer(FORM.field(field), value) == written


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("colour", "mauve", "mauve"),
        ("bought", "2024-13-41", "2024-13-41"),
        ("gone", "gisteren", "gisteren"),
        ("worth", "veel", "veel"),
        ("worth", True, "True"),
        ("gone", 5, "5"),
    ],
)
def test_an_answer_that_does_not_fit_is_written_as_it_is(
    notations: dict[Language, Notation], field: str, value: FieldValue, written: str
) -> None:
    assert notations["nl"].answer(FORM.field(field), value) == written


def test_an_answer_without_a_question_is_still_written(notations: dict[Language, Notation]) -> None:
    assert notations["fr"].answer(None, True) == "Oui"
    assert notations["fr"].answer(None, 3.5) == "3.5"


def test_people_are_named_by_what_they_are(notations: dict[Language, Notation]) -> None:
    assert notations["nl"].person(AGENT) == "Sofie, hoofdinspecteur"
    assert notations["nl"].person(CITIZEN) == "Burger"
    assert notations["nl"].person(BOT) == "Digitale assistent (bot, geen mens)"
