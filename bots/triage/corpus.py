"""What the bot knows of language: the YAML of `bots/language`, read as it is written there."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from bots.triage.day_names import DayNames
from bots.triage.emergency import Rules
from bots.triage.replies import Reply
from server.protocol.words import LANGUAGES, Language
from server.zone.follow_up import Asks

FOREIGN_DANGER = "foreign_danger"
"""The concept of every phrase in `foreign.yaml`."""

ELSEWHERE = "elsewhere"
"""The label of what the desk is not for: taught so that it is told apart, never answered."""


EMERGENCY = "emergency"
"""The label of danger now: taught beside the topics, so that what no rule foresaw can still be noticed."""

T = TypeVar("T")


class CorpusError(Exception):
    """A file of the corpus is not as it should be."""


class Danger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`danger.yaml`, one utterance a line: danger now, what only sounds like it (by topic, or `none`), and what the
    desk is not for.
    """

    emergencies: str
    near_misses: dict[str, str]
    elsewhere: str


class Example(NamedTuple):
    """An utterance and what it is about."""

    text: str
    label: str
    language: Language


class Corpus(msgspec.Struct, frozen=True):
    """Everything in the folder. `version` is a hash of its content."""

    version: str
    patterns: Mapping[Language, Mapping[str, str]]
    foreign: Mapping[str, str]
    foreign_sentences: Mapping[str, str]
    rules: Rules
    short_forms: Mapping[str, str]
    lookalikes: Mapping[Language, str]
    replies: Mapping[Reply, str]
    days: Mapping[Language, DayNames]
    follow_ups: Mapping[Language, Mapping[Asks, str]]
    topics: Mapping[Language, Mapping[str, str]]
    danger: Mapping[Language, Danger]

    @property
    def lexicon_patterns(self) -> dict[Language, dict[str, str]]:
        """The patterns, with those for danger in other languages beside them."""
        # Which desk language they stand under does not matter: none of them is ambiguous.
        phrases = ", ".join(self.foreign.values())
        return {
            language: {**concepts, FOREIGN_DANGER: phrases} if language == LANGUAGES[0] else dict(concepts)
            for language, concepts in self.patterns.items()
        }

    @property
    def examples(self) -> list[Example]:
        """Every utterance that teaches a topic, danger, or that it is none of them."""
        found = []
        for language in LANGUAGES:
            danger = self.danger[language]
            for topic, lines in (*self.topics[language].items(), *danger.near_misses.items()):
                label = ELSEWHERE if topic == "none" else topic
                found += [Example(line, label, language) for line in _lines(lines)]
            found += [Example(line, ELSEWHERE, language) for line in _lines(danger.elsewhere)]
            found += [Example(line, EMERGENCY, language) for line in _lines(danger.emergencies)]
        return found


def read_corpus(folder: Path) -> Corpus:
    """The corpus in a folder. Raises CorpusError, with the file's name, where it cannot be read."""
    reader = _Reader(folder)
    return Corpus(
        patterns={language: reader.read(f"{language}/concepts.yaml", dict[str, str]) for language in LANGUAGES},
        foreign=reader.read("foreign.yaml", dict[str, str]),
        foreign_sentences=reader.read("foreign-sentences.yaml", dict[str, str]),
        rules=reader.read("rules.yaml", Rules),
        short_forms=reader.read("shorthand.yaml", dict[str, str]),
        lookalikes=reader.read("lookalikes.yaml", dict[Language, str]),
        replies=reader.read("replies.yaml", dict[Reply, str]),
        days={language: reader.read(f"{language}/days.yaml", DayNames) for language in LANGUAGES},
        follow_ups={language: reader.read(f"{language}/follow-ups.yaml", dict[Asks, str]) for language in LANGUAGES},
        topics={language: reader.read(f"{language}/topics.yaml", dict[str, str]) for language in LANGUAGES},
        danger={language: reader.read(f"{language}/danger.yaml", Danger) for language in LANGUAGES},
        version=reader.digest.hexdigest()[:16],
    )


class _Reader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.digest = hashlib.sha256()

    def read(self, name: str, wanted: type[T]) -> T:
        try:
            content = (self._folder / name).read_bytes()
            self.digest.update(content)
            return msgspec.yaml.decode(content, type=wanted)
        except (OSError, msgspec.MsgspecError) as error:
            raise CorpusError(f"{self._folder / name}: {error}") from error


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]
