"""What is wrong in `bots/language`: told with file, line and remedy, so that whoever wrote it can mend it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from bots.triage.corpus import ELSEWHERE, EMERGENCY, FOREIGN_DANGER, Corpus, CorpusError, read_corpus
from bots.triage.lexicon import COMMON
from bots.triage.normalise import Normaliser, Words
from bots.triage.source import Written, patterns, utterances
from server.protocol.words import LANGUAGES, Language

FEWEST: dict[Language, int] = {"nl": 30, "fr": 20, "en": 20, "de": 18}
"""Utterances that a topic needs at least, before it counts as thin."""

OLD_CARD_STOP = "070344344"
"""Card Stop's number until 2021; it stands on many pages still."""

OPPOSITES = (
    ("past", "just_now"),
    ("uninjured", "injured"),
    ("fire_kind", "fire"),
    ("blood_kind", "blood"),
    ("suicide_kind", "suicide"),
    ("plea_kind", "plea"),
    ("silent_kind", "silent"),
)
"""Concepts of which one takes back what the other says: a pattern under both means nothing."""


class Fault(NamedTuple):
    """One mistake: `file` is relative to the folder, `line` counts from 1. Told in English, as the corpus is written by
    those who work on the desk.
    """

    file: str
    line: int
    message: str
    remedy: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "warning: "
        return f"{self.file}:{self.line}: {mark}{self.message} — {self.remedy}"


def check_corpus(folder: Path) -> list[Fault]:
    """Every mistake, in order of file and line. A folder that cannot be read has that one."""
    try:
        corpus = read_corpus(folder)
    except CorpusError as error:
        file, _, why = str(error).removeprefix(f"{folder}/").partition(": ")
        return [Fault(file, _line_told(why), why, "write it as the other languages do")]
    checks: tuple[Callable[[Path, Corpus], Iterator[Fault]], ...] = (
        _utterances_twice,
        _thin_topics,
        _unlike_topics,
        _old_numbers,
        _patterns_twice,
        _unlike_concepts,
        _unknown_concepts,
    )
    return sorted({fault for check in checks for fault in check(folder, corpus)})


def _utterances_twice(folder: Path, corpus: Corpus) -> Iterator[Fault]:
    """The same words under two labels teach nothing; in two languages under one they are two languages' words."""
    normaliser = Normaliser(corpus.short_forms)
    first: dict[Words, tuple[Written, str]] = {}
    for each in _all_utterances(folder):
        words, label = normaliser.words(each.text), _label(each)
        if not words:
            yield Fault(each.file, each.line, f"no words are left of {each.text!r}", "write words, or take it out")
            continue
        before, before_label = first.setdefault(words, (each, label))
        if before is each:
            continue
        where = f"{before.file}:{before.line}"
        if before_label != label:
            message = f"{each.text!r} is {label} here and {before_label} in {where}"
            yield Fault(each.file, each.line, message, "keep the one that is right")
        elif before.file == each.file:
            yield Fault(each.file, each.line, f"{each.text!r} stands in line {before.line} too", "take one out")


def _thin_topics(folder: Path, corpus: Corpus) -> Iterator[Fault]:
    for language in LANGUAGES:
        counts = Counter(each.under for each in utterances(folder, f"{language}/topics.yaml"))
        for topic in corpus.topics[language]:
            if counts[topic] < FEWEST[language]:
                message = f"{topic} has {counts[topic]} utterances in {language}"
                line = _line_of(folder, f"{language}/topics.yaml", topic)
                yield Fault(
                    f"{language}/topics.yaml", line, message, f"write some more: {FEWEST[language]} at least", "warning"
                )


def _unlike_topics(folder: Path, corpus: Corpus) -> Iterator[Fault]:
    """Every language has the same topics, and a near miss is about one of them or none."""
    known = frozenset().union(*(corpus.topics[language] for language in LANGUAGES))
    for language in LANGUAGES:
        file = f"{language}/topics.yaml"
        for topic in known - corpus.topics[language].keys():
            yield Fault(file, 1, f"there is no topic {topic}, which another language has", "add it, or mend its name")
        for topic in corpus.danger[language].near_misses.keys() - known - {"none"}:
            line = _line_of(folder, f"{language}/danger.yaml", topic)
            yield Fault(f"{language}/danger.yaml", line, f"there is no topic {topic}", "name a topic, or none")


def _old_numbers(folder: Path, corpus: Corpus) -> Iterator[Fault]:
    for file in sorted(folder.rglob("*.yaml")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if OLD_CARD_STOP in re.sub(r"\D", "", line):
                yield Fault(
                    file.relative_to(folder).as_posix(),
                    number,
                    "this is the old number of Card Stop",
                    "it is 078 170 170",
                )


def _patterns_twice(folder: Path, corpus: Corpus) -> Iterator[Fault]:
    for language in LANGUAGES:
        file = f"{language}/concepts.yaml"
        seen: dict[str, dict[str, Written]] = defaultdict(dict)
        for each in patterns(folder, file):
            if not each.text.strip("-.? "):
                yield Fault(file, each.line, f"{each.under} has an empty pattern", "take a comma out")
            before = seen[each.text.rstrip("?")].setdefault(each.under, each)
            if before is not each:
                yield Fault(file, each.line, f"{each.text!r} stands twice under {each.under}", "take one out")
        for pattern, under in seen.items():
            for one, other in OPPOSITES:
                if one in under and other in under:
                    yield Fault(
                        file,
                        under[other].line,
                        f"{pattern!r} is {other} and {one}, which takes it back",
                        f"keep it under one of them (line {under[one].line})",
                    )


def _unlike_concepts(folder: Path, corpus: Corpus) -> Iterator[Fault]:
    known = frozenset().union(*(corpus.patterns[language] for language in LANGUAGES))
    for language in LANGUAGES:
        for concept in known - corpus.patterns[language].keys():
            message = f"there is no concept {concept}, which another language has"
            yield Fault(f"{language}/concepts.yaml", 1, message, "add it, or mend its name")


def _unknown_concepts(folder: Path, corpus: Corpus) -> Iterator[Fault]:
    known = corpus.patterns[LANGUAGES[0]].keys() | corpus.rules.derived.keys() | {FOREIGN_DANGER}
    for name, condition in (*corpus.rules.derived.items(), *corpus.rules.rules.items()):
        for concept in {*condition.all, *condition.any, *condition.none} - known:
            line = _line_of(folder, "rules.yaml", name)
            yield Fault("rules.yaml", line, f"{name} names {concept}, which is no concept", "mend its name")
    if COMMON not in known:
        yield Fault("nl/concepts.yaml", 1, f"there is no concept {COMMON}", "add each language's commonest words")


def _all_utterances(folder: Path) -> Iterator[Written]:
    for language in LANGUAGES:
        for name in ("topics", "danger"):
            yield from utterances(folder, f"{language}/{name}.yaml")


def _label(each: Written) -> str:
    kind, _, topic = each.under.partition("/")
    match kind:
        case "emergencies":
            return EMERGENCY
        case "elsewhere":
            return ELSEWHERE
        case "near_misses":
            return ELSEWHERE if topic == "none" else topic
    return kind


def _line_of(folder: Path, file: str, key: str) -> int:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.strip().startswith(f"{key}:")), 1)


def _line_told(why: str) -> int:
    found = re.search(r"line (\d+)", why)
    return int(found[1]) if found else 1
