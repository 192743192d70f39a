"""Answers that exist in every language, name only what exists, and can be read by everybody."""

import re
from collections import defaultdict
from collections.abc import Iterator

from server.protocol.words import LANGUAGES
from server.zone.assembly import FOLLOW_UPS
from server.zone.blanks import BLANK, may_have_blanks
from server.zone.checks.lines import digits_of, numbers_in
from server.zone.folder import Folder
from server.zone.phrase import Phrase, both, phrase, suggest
from server.zone.zone import Zone

LONGEST_ANSWER = 4000
"""Characters: an answer is one message."""

LONGEST_SENTENCE = 25
"""Words: at B1, a longer sentence is two."""

_MARKUP = re.compile(r"</?[a-z][^>]*>|\*\*|__|^#{1,6} |\]\(|`", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.:;?!])\s+")


def check_answers(zone: Zone, folder: Folder) -> None:
    """Report answers without a topic or a language, blanks that nothing fills, and prose that few can read."""
    topics = [topic.id for topic in zone.topics]
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for answer in zone.answers:
        languages[answer.topic].add(answer.language)
        if answer.topic not in topics:
            remedy = suggest(answer.topic, topics, phrase("zone-use-id-from", file="topics.yaml"))
            folder.report(answer.file, (), phrase("zone-no-topic", name=answer.topic), remedy)
        if len(answer.text) > LONGEST_ANSWER:
            message = phrase("zone-long-answer", count=str(len(answer.text)), most=str(LONGEST_ANSWER))
            folder.report(answer.file, ("text",), message)
        _check_prose(folder, answer.file)
    for answer in zone.answers:
        lacking = [language for language in LANGUAGES if language not in languages[answer.topic]]
        if lacking and answer.language == min(languages[answer.topic]):
            named = both(f"`{language}`" for language in lacking)
            files = both(f"answers/{answer.topic}.{language}.md" for language in lacking)
            folder.report(answer.file, (), phrase("zone-answer-lacks", languages=named, files=files))
    _check_follow_ups(zone, folder)
    _check_blanks(zone, folder)


def _check_follow_ups(zone: Zone, folder: Folder) -> None:
    answered: set[tuple[str, str]] = set()
    for at, follow_up in enumerate(zone.follow_ups):
        topics = ("all",) if follow_up.topics == "all" else follow_up.topics
        for topic in topics:
            if (follow_up.asks, topic) in answered:
                message = phrase("zone-answered-twice", asks=follow_up.asks, topic=topic)
                folder.report(FOLLOW_UPS, (at, "topics"), message)
            answered.add((follow_up.asks, topic))
        for language, text in follow_up.text.items():
            for message in _faults(text):
                folder.report(FOLLOW_UPS, (at, "text", language), message)


def _check_blanks(zone: Zone, folder: Folder) -> None:
    known = [number.id for number in zone.numbers]
    by_digits = {digits_of(each.in_language(language)): each.id for each in zone.numbers for language in LANGUAGES}
    for file in filter(may_have_blanks, folder.files):
        for line, text in enumerate(folder.lines(file), start=1):
            if text.startswith("#"):
                continue
            for blank in BLANK.findall(text):
                if blank not in known:
                    remedy = suggest(blank, known, phrase("zone-use-id-from", file="numbers.yaml"))
                    folder.report_line(file, line, phrase("zone-blank", blank=_in_brackets(blank)), remedy)
            for written in numbers_in(text):
                id = by_digits.get(digits_of(written))
                instead = phrase("zone-write-blank", blank=_in_brackets(id)) if id else None
                folder.report_line(file, line, phrase("zone-number-written-out", number=written), instead)


def _check_prose(folder: Folder, file: str) -> None:
    lines = folder.lines(file)
    front_ends = next(at for at, line in enumerate(lines[1:], start=1) if line.rstrip() == "---")
    for number, line in enumerate(lines[front_ends + 1 :], start=front_ends + 2):
        for message in _faults(line):
            folder.report_line(file, number, message)


def _faults(line: str) -> Iterator[Phrase]:
    """What keeps a line from being read by everybody."""
    if found := _MARKUP.search(line):
        yield phrase("zone-markup", mark=found[0])
    for sentence in _SENTENCE_END.split(line):
        words = sentence.split()
        if len(words) > LONGEST_SENTENCE:
            beginning = " ".join(words[:5])
            yield phrase("zone-long-sentence", count=str(len(words)), begins=beginning, most=str(LONGEST_SENTENCE))


def _in_brackets(id: str) -> str:
    return f"{{{id}}}"
