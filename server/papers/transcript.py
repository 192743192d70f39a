"""What was said and what happened in a conversation, line by line. The shared log only."""

from collections.abc import Iterator
from itertools import groupby

from server.papers.events import event_text
from server.papers.notation import Notation
from server.papers.paper import TranscriptPaper
from server.papers.sheet import AnyBlock, Fact, Facts, Heading, Line, Paragraph, Passage, Sheet, Talk
from server.protocol.entries import (
    ConversationClosed,
    ConversationOpened,
    ConversationRated,
    Entry,
    LanguageChosen,
    MessagePosted,
)
from server.protocol.words import Author, Language


def transcript(paper: TranscriptPaper, notation: Notation) -> Sheet:
    """The conversation as a sheet: what it was, then the talk, under a heading for each day."""
    profile = paper.zone.profile
    return Sheet(
        language=notation.language,
        title=notation.text("paper-transcript-title"),
        subtitle=notation.instant(paper.entries[0].at),
        sender=profile.name[notation.language],
        demo=profile.demo.notice[notation.language] if profile.demo else None,
        running=paper.conversation,
        page=notation.text("paper-page", page="{page}", pages="{pages}"),
        blocks=tuple(_blocks(paper, notation)),
    )


def _blocks(paper: TranscriptPaper, notation: Notation) -> Iterator[AnyBlock]:
    yield Facts(tuple(_facts(paper, notation)))
    yield Paragraph(notation.text("paper-transcript-about"), quiet=True)
    spoken = _spoken(paper)
    for day, entries in groupby(_told(paper), key=lambda entry: notation.local(entry.at).date()):
        yield Heading(notation.day(day))
        yield Talk(tuple(_line(entry, spoken[entry.number], paper, notation) for entry in entries))


def _facts(paper: TranscriptPaper, notation: Notation) -> Iterator[Fact]:
    """When, in which languages, and between whom."""
    text = notation.text

    def fact(id: str, value: str, *, exact: bool = False) -> Fact:
        return Fact(text(id), Passage(value, notation.language), exact)

    closed = next((entry for entry in paper.entries if isinstance(entry.body, ConversationClosed)), None)
    yield fact("paper-conversation", paper.conversation, exact=True)
    yield fact("paper-began", notation.instant(paper.entries[0].at))
    yield fact("paper-ended" if closed else "paper-until", notation.instant((closed or paper.entries[-1]).at))
    languages = dict.fromkeys(_spoken(paper).values())
    yield fact("paper-languages", ", ".join(text("paper-language", language=language) for language in languages))
    people: dict[str, Author] = {
        entry.author.participant: entry.author for entry in paper.entries if entry.author.kind != "desk"
    }
    yield fact("paper-participants", "\n".join(notation.person(author) for author in people.values()))


def _spoken(paper: TranscriptPaper) -> dict[int, Language]:
    """The language of the conversation at each entry, by number."""
    spoken: dict[int, Language] = {}
    language: Language = paper.zone.profile.procedure_language
    for entry in paper.entries:
        if isinstance(entry.body, ConversationOpened | LanguageChosen):
            language = entry.body.language
        spoken[entry.number] = language
    return spoken


def _told(paper: TranscriptPaper) -> Iterator[Entry]:
    """The entries to tell of. Of a row of corrections to a report by one hand the last stands for all."""
    for _, row in groupby(paper.entries, key=_hand):
        entries = list(row)
        yield from entries[-1:] if entries[0].body.__struct_config__.tag == "report.changed" else entries


def _hand(entry: Entry) -> tuple[str, str]:
    return str(entry.body.__struct_config__.tag), entry.author.participant


def _line(entry: Entry, spoken: Language, paper: TranscriptPaper, notation: Notation) -> Line:
    hour, moment = notation.hour(entry.at), notation.local(entry.at).isoformat(timespec="seconds")
    body = entry.body
    if not isinstance(body, MessagePosted):
        told = Passage(event_text(entry, paper.zone, notation), notation.language)
        remark = (body.comment,) if isinstance(body, ConversationRated) and body.comment else ()
        return Line(hour, moment, told, notes=remark)
    offered = [notation.text("paper-offered", answers=" · ".join(choice.label for choice in body.choices))]
    return Line(
        hour,
        moment,
        Passage.written(body.text, spoken),
        who=notation.person(entry.author),
        kind=entry.author.kind,
        notes=(*(offered if body.choices else ()), *(f"{link.label}: {link.href}" for link in body.links)),
    )
