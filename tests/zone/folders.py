"""Zone folders to try mistakes in: a copy of the demo zone, changed in one place."""

import shutil
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from server.protocol.words import LANGUAGES
from server.zone.load import check_zone, demo_folder, load_zone
from server.zone.problems import Problem
from server.zone.speech import Speech
from server.zone.zone import Zone

TODAY = date(2026, 12, 1)
"""A day on which everything in the demo zone was checked lately."""


class Told(NamedTuple):
    """A problem as it is told in English."""

    file: str
    line: int
    message: str
    remedy: str
    severity: str
    whole: str

    def __str__(self) -> str:
        return self.whole


@dataclass(frozen=True)
class Draft:
    """A zone's folder that somebody is writing in."""

    path: Path

    def read(self, file: str) -> str:
        """The text of a file."""
        return (self.path / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> int:
        """Put a text in the place of a file; 1, the line on which it begins."""
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(text, encoding="utf-8")
        return 1

    def change(self, file: str, old: str, new: str) -> int:
        """Put `new` in the place of `old`, which stands there once; the line on which it begins."""
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def errors(self, today: date = TODAY) -> list[Told]:
        """What is wrong with it, without the warnings."""
        return [problem for problem in told_in(self.path, today) if problem.severity == "error"]

    def warnings(self, today: date = TODAY) -> list[Told]:
        """What is missing or due, without the errors."""
        return [problem for problem in told_in(self.path, today) if problem.severity == "warning"]

    def load(self) -> Zone:
        """The zone as it stands."""
        return load_zone(self.path)


def told_in(folder: Path, today: date = TODAY) -> list[Told]:
    """Everything that is wrong with a folder."""
    return [told(problem) for problem in check_zone(folder, today)]


def told(problem: Problem) -> Told:
    """A problem in English, once every language was able to tell it."""
    speeches = _speeches()
    for speech in speeches.values():
        assert speech.tell(problem).startswith(f"{problem.file}:{problem.line}: ")
    english = speeches["en"]
    whole, message, remedy = english.tell(problem), english.say(problem.message), english.remedy(problem)
    return Told(problem.file, problem.line, message, remedy, problem.severity, whole)


@cache
def _speeches() -> dict[str, Speech]:
    return {language: Speech.of(language) for language in LANGUAGES}


def draft_in(folder: Path) -> Draft:
    """A copy of the demo zone, with the answers of a few topics only: it is read once for every mistake."""

    def left_out(_: str, names: list[str]) -> set[str]:
        return {name for name in names if name.endswith(".md") and not name.startswith(("bike_theft.", "lost_id."))}

    shutil.copytree(demo_folder(), folder / "zone", ignore=left_out)
    return Draft(folder / "zone")
