"""`onlineloket zone check`, and commands that cannot work with the zone they are given."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli.main import main
from server.supervise.child import GIVES_UP
from tests.zone.folders import Draft, draft_in

TOLD = {
    "nl_BE.UTF-8": [
        "`hard_cap` is `vier` — schrijf een geheel getal van 1 tot 20",
        "`neighbourhod` bestaat niet — bedoelde u `neighbourhood`?",
    ],
    "fr_BE.UTF-8": [
        "`hard_cap` est `vier` — écrivez un nombre entier de 1 à 20",
        "`neighbourhod` n’existe pas — vouliez-vous dire `neighbourhood` ?",
    ],
    "de_BE.UTF-8": [
        "`hard_cap` ist `vier` — schreiben Sie eine ganze Zahl von 1 bis 20",
        "`neighbourhod` gibt es nicht — meinten Sie `neighbourhood`?",
    ],
    "en_GB.UTF-8": [
        "`hard_cap` is `vier` — write a whole number from 1 to 20",
        "there is no column `neighbourhod` — did you mean `neighbourhood`?",
    ],
}
"""What is said of the same two mistakes."""


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return draft_in(tmp_path)


def run(draft: Draft, language: str, *words: str) -> Result:
    """A command in an environment that asks for a language, and for nothing else."""
    asked = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": language, "ONLINELOKET_ZONE": str(draft.path)}
    return CliRunner().invoke(main, words, env=asked)


@pytest.mark.parametrize("language", TOLD)
def test_mistakes_are_told_in_the_language_of_whoever_asks(draft: Draft, language: str) -> None:
    line = draft.change("zone.yaml", "hard_cap: 4", "hard_cap: vier")
    draft.change("streets.csv", "neighbourhood,first", "neighbourhod,first")
    result = run(draft, language, "zone", "check", str(draft.path))
    assert result.exit_code == 1
    in_table, in_profile = result.output.splitlines()
    cap, column = TOLD[language]
    assert in_table.startswith("streets.csv:1: ")
    assert in_table.endswith(column)
    assert in_profile == f"zone.yaml:{line}: {cap}"


def test_a_sound_zone_has_nothing_said_of_it_but_what_is_due(draft: Draft) -> None:
    result = run(draft, "nl_BE.UTF-8", "zone", "check")
    assert result.exit_code == 0
    assert all(": waarschuwing: " in line for line in result.output.splitlines())


def test_a_command_that_needs_the_zone_gives_up_in_the_same_words(draft: Draft) -> None:
    line = draft.change("zone.yaml", "hard_cap: 4", "hard_cap: vier")
    who = ("--name", "An", "--role", "Inspecteur", "--kind", "police", "--team", "central", "--language", "nl")
    result = run(draft, "fr_BE.UTF-8", "agent", "add", "an", *who)
    assert result.exit_code == GIVES_UP
    assert result.output == f"zone.yaml:{line}: {TOLD['fr_BE.UTF-8'][0]}\n"
