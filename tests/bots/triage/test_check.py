"""The linter of the corpus, on the corpus itself and on copies with a mistake in them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bots.process import LANGUAGE_FOLDER
from bots.triage.check import check_corpus

Spoil = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(LANGUAGE_FOLDER, tmp_path / "language")


def test_the_corpus_has_no_mistake() -> None:
    assert list(map(str, check_corpus(LANGUAGE_FOLDER))) == []


@pytest.mark.parametrize(
    ("file", "spoil", "message"),
    [
        ("nl/topics.yaml", lambda text: text + "  fiets gestolen\n", "stands|is .* here"),
        (
            "nl/danger.yaml",
            lambda text: text + "  fiets gestolen\n",
            "is elsewhere here and bike_theft in nl/topics.yaml",
        ),
        ("nl/danger.yaml", lambda text: text + "  ...\n", "no words are left"),
        ("fr/topics.yaml", lambda text: text.replace("greeting: |\n", "greetings: |\n"), "no topic greeting"),
        ("en/danger.yaml", lambda text: text.replace("  bike_theft: |\n", "  bycicle: |\n"), "no topic bycicle"),
        ("de/danger.yaml", lambda text: text + "  ruf 070 344 344 an\n", "old number of Card Stop"),
        ("de/concepts.yaml", lambda text: text.replace("bike: ", "bikes: "), "no concept bike"),
        ("fr/concepts.yaml", lambda text: text.replace("bike: ", "bike: vélo-, vélo-, "), "stands twice under bike"),
        (
            "en/concepts.yaml",
            lambda text: text.replace("past: ", "past: zork, ").replace("just_now: ", "just_now: zork, "),
            "takes it back",
        ),
        ("rules.yaml", lambda text: text + "  odd: { tier: 1, all: [no_such_thing] }\n", "names no_such_thing"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(folder: Path, file: str, spoil: Spoil, message: str) -> None:
    path = folder / file
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    found = check_corpus(folder)
    assert found
    import re

    assert any(re.search(message, each.message) for each in found), list(map(str, found))
    for each in found:
        assert each.line >= 1
        assert each.remedy


def test_a_thin_topic_is_a_warning(folder: Path) -> None:
    path = folder / "de" / "topics.yaml"
    head, _, rest = path.read_text(encoding="utf-8").partition("bike_theft: |\n")
    lines = rest.split("\n")
    path.write_text(head + "bike_theft: |\n" + "\n".join(lines[:5] + lines[lines.index("burglary_report: |") :]))
    (problem,) = check_corpus(folder)
    assert (problem.severity, problem.file) == ("warning", "de/topics.yaml")
    assert problem.message == "bike_theft has 5 utterances in de"


def test_a_file_that_cannot_be_read_is_the_one_mistake(folder: Path) -> None:
    (folder / "nl" / "topics.yaml").write_text("bike_theft: [1, 2]\n")
    (problem,) = check_corpus(folder)
    assert problem.file == "nl/topics.yaml"
