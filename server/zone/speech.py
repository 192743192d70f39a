"""Mistakes in zone data put into words, in the language of whoever runs the desk."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from server.protocol.words import LANGUAGES, Language
from server.zone.catalogue import Catalogue
from server.zone.phrase import Part, Phrase
from server.zone.problems import Problem

_LOCALES = Path(__file__).parents[2] / "web" / "locales"

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where the language of messages is chosen, the strongest first."""


_LONGEST = 700
"""Characters of what was written, or of what could be; Fluent takes no more than 2,500 in a place."""


class Speech:
    """Speaks of mistakes in one language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @classmethod
    def of(cls, language: Language) -> Self:
        """Whoever reads this reads plain text: no marks stand around what is filled in."""
        return cls(Catalogue.load(_LOCALES, language, "zone", isolating=False))

    def tell(self, problem: Problem) -> str:
        """The mistake on one line, `file:line: message — remedy`, as editors know it from compilers."""
        said = self._catalogue.text(
            f"zone-{problem.severity}", message=self.say(problem.message), remedy=self.remedy(problem)
        )
        return f"{_shown(problem.file)}:{problem.line}: {said}"

    def remedy(self, problem: Problem) -> str:
        """What to write instead."""
        message = problem.message
        return self.say(problem.remedy or Phrase(f"{message.text}.remedy", message.parts))

    def say(self, part: Part) -> str:
        """A phrase in words; what is said in it first, and of what was written no more than helps."""
        if not isinstance(part, Phrase):
            return _shown(str(part))
        parts = {name: each if isinstance(each, int | float) else self.say(each) for name, each in part.parts.items()}
        return _short(self._catalogue.text(part.text, **parts), 3 * _LONGEST)


def _shown(text: str) -> str:
    """As it can be printed on the line of a terminal, whatever somebody wrote."""
    return _short("".join(each if each.isprintable() else repr(each)[1:-1] for each in text), _LONGEST)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def told(problems: Iterable[Problem], environment: Mapping[str, str]) -> str:
    """All of it, a line each, in the language of an environment."""
    speech = Speech.of(language_of(environment))
    return "\n".join(map(speech.tell, problems))


def language_of(environment: Mapping[str, str]) -> Language:
    """The language that somebody's environment asks for, English where it is none of the desk's.

    As POSIX has it, the first variable that is set decides: `LC_ALL=C` is English whatever else is set.
    """
    chosen = next(filter(None, map(environment.get, _VARIABLES)), "")
    named = re.split("[_.@-]", chosen)[0]
    return next((language for language in LANGUAGES if language == named), "en")
