"""Mistakes are told in the language of whoever runs the desk."""

import pytest

from server.protocol.words import LANGUAGES, Language
from server.zone.phrase import phrase
from server.zone.problems import Problem
from server.zone.speech import Speech, language_of, told

LINES = {
    "nl": "zone.yaml:7: `routine` is `drie` — schrijf een geheel getal van 1 tot 20",
    "fr": "zone.yaml:7: `routine` est `drie` — écrivez un nombre entier de 1 à 20",
    "en": "zone.yaml:7: `routine` is `drie` — write a whole number from 1 to 20",
    "de": "zone.yaml:7: `routine` ist `drie` — schreiben Sie eine ganze Zahl von 1 bis 20",
}

WRONG = Problem(
    "zone.yaml",
    7,
    phrase("zone-is", name="`routine`", found="`drie`", wanted=phrase("zone-wanted-between", least="1", most="20")),
)
LATE = Problem("rights.yaml", 3, phrase("zone-checked-long-ago", day="2025-11-01"), severity="warning")


@pytest.mark.parametrize("language", LANGUAGES)
def test_file_and_line_are_the_same_and_the_words_are_theirs(language: Language) -> None:
    assert Speech.of(language).tell(WRONG) == LINES[language]


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("nl", "waarschuwing: het laatst nagekeken"),
        ("fr", "avertissement : dernière vérification"),
        ("en", "warning: last checked"),
        ("de", "Warnung: zuletzt geprüft"),
    ],
)
def test_a_warning_is_marked_as_one(language: Language, begins: str) -> None:
    assert Speech.of(language).tell(LATE).startswith(f"rights.yaml:3: {begins}")


def test_another_remedy_takes_the_place_of_the_text_s_own() -> None:
    speech = Speech.of("en")
    assert speech.remedy(WRONG) == "write a whole number from 1 to 20"
    other = Problem(WRONG.file, WRONG.line, WRONG.message, phrase("zone-did-you-mean", meant="three"))
    assert speech.remedy(other) == "did you mean `three`?"


def test_figures_are_written_as_the_language_does() -> None:
    said = phrase("zone-contrast", ink="`text`", ground="`accent`", ratio=3.2, theme="dark", least=3.0)
    faint = Problem("zone.yaml", 1, said)
    assert "3.20" in Speech.of("en").tell(faint)
    assert "3,20" in Speech.of("de").tell(faint)
    assert Speech.of("fr").remedy(faint) == "choisissez une couleur qui atteint 3,0"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "fr_BE"}, "fr"),
        ({"LANG": "de_BE@euro"}, "de"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "de-BE"}, "de"),
        ({"LANG": "fr_BE.UTF-8", "LC_MESSAGES": "de_BE.UTF-8"}, "de"),
        ({"LANG": "fr_BE.UTF-8", "LC_MESSAGES": "de_BE.UTF-8", "LC_ALL": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "fr_BE.UTF-8", "LC_ALL": ""}, "fr"),
        ({"LANG": "fr_BE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "frp_IT.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_one_that_the_environment_asks_for(environment: dict[str, str], language: Language) -> None:
    assert language_of(environment) == language


def test_each_problem_has_a_line() -> None:
    lines = told([WRONG, LATE], {"LANG": "de_BE"}).split("\n")
    assert lines[0] == LINES["de"]
    assert lines[1].startswith("rights.yaml:3: Warnung: ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_what_was_written_no_more_is_told_than_helps(language: Language) -> None:
    long = Problem("zone.yaml", 7, phrase("zone-is", name="`routine`", found="x" * 5_000, wanted="y" * 5_000))
    line = Speech.of(language).tell(long)
    assert "x…" in line
    assert len(line) < 3_000


def test_what_was_written_cannot_turn_the_line_around_or_begin_another() -> None:
    forged = phrase("zone-is", name="`routine`", found="3\nzone.yaml:1: all is well\x1b[2J\u202e", wanted="a number")
    line = Speech.of("en").tell(Problem("a\nb.yaml", 7, forged))
    assert line.isprintable()
    assert line.startswith("a\\nb.yaml:7: `routine` is 3\\nzone.yaml:1: all is well\\x1b[2J\\u202e")
