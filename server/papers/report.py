"""The papers of a filed report that people get: the copy, and the certificate of complaint."""

from collections.abc import Iterator

from server.papers.filed import FiledAnswer, sections
from server.papers.notation import Notation
from server.papers.paper import Attachment, ReportPaper
from server.papers.sheet import (
    Answers,
    AnyBlock,
    Bullets,
    Fact,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Passage,
    Picture,
    Sheet,
)
from server.zone.contact import Number


def copy(paper: ReportPaper, notation: Notation) -> Sheet:
    """The copy (*kopie van de aangifte*): everything that was filed, free of charge for whoever filed it."""
    return _sheet(paper, notation, notation.text("paper-copy-title"), tuple(_copy(paper, notation)))


def certificate(paper: ReportPaper, notation: Notation) -> Sheet:
    """The certificate (*attest van klachtneerlegging*): that something was reported, and nothing of what, so that it
    can be shown to an insurer or an employer.
    """
    return _sheet(paper, notation, notation.text("paper-certificate-title"), tuple(_certificate(paper, notation)))


def _sheet(paper: ReportPaper, notation: Notation, title: str, blocks: tuple[AnyBlock, ...]) -> Sheet:
    profile = paper.zone.profile
    return Sheet(
        language=notation.language,
        title=title,
        subtitle=paper.form.title[notation.language] if paper.form else paper.form_id,
        sender=profile.name[notation.language],
        demo=profile.demo.notice[notation.language] if profile.demo else None,
        running=paper.reference,
        page=notation.text("paper-page", page="{page}", pages="{pages}"),
        blocks=blocks,
        pictures={each.id: each.picture for each in paper.attachments if each.picture is not None},
    )


def _copy(paper: ReportPaper, notation: Notation) -> Iterator[AnyBlock]:
    text = notation.text
    yield Facts(tuple(_identity(paper, notation)))
    yield Notice(text("paper-copy-notice"))
    for section in sections(paper, notation):
        yield Heading(section.title)
        rows = tuple(Fact(answer.label, _passage(answer, paper, notation)) for answer in section.answers)
        yield Answers(text("paper-question"), text("paper-answer"), rows)
    yield from _attachments(paper, notation)
    yield from _next_steps(paper, notation)
    rights = paper.zone.rights
    yield Heading(rights.title[notation.language])
    yield Paragraph(rights.intro[notation.language])
    yield Bullets(tuple(item[notation.language] for item in rights.items), numbered=True)
    if rights.to_confirm is not None:
        yield Paragraph(rights.to_confirm[notation.language], quiet=True)
    yield Heading(text("paper-origin"))
    yield Paragraph(text("paper-origin-how"))
    yield Facts(tuple(_origin(paper, notation)))
    yield Paragraph(text("paper-digest-about"), quiet=True)


def _attachments(paper: ReportPaper, notation: Notation) -> Iterator[AnyBlock]:
    text = notation.text
    if not paper.attachments:
        return
    yield Heading(text("paper-attachments"))
    for number, each in enumerate(paper.attachments, 1):
        shows = text("paper-attachment-shows", number=number, purpose=each.purpose)
        if each.picture is None:
            yield Paragraph(text("paper-attachment-unprinted"), quiet=True)
        else:
            yield Picture(each.id, shows)
        yield Facts(
            (
                _fact("paper-attachment", shows, notation),
                _fact("paper-attachment-taken", notation.instant(each.taken_at), notation),
                _fact("paper-attachment-measures", _measures(each), notation),
                _fact("paper-digest", each.sha256, notation, exact=True),
            )
        )


def _measures(attachment: Attachment) -> str:
    """`4032 × 3024 px, 2812345 B`: to be compared with the file."""
    return f"{attachment.width} × {attachment.height} px, {attachment.size} B"


def _certificate(paper: ReportPaper, notation: Notation) -> Iterator[AnyBlock]:
    text = notation.text
    after = paper.zone.after_filing
    yield Facts(tuple(_identity(paper, notation)))
    yield Paragraph(text("paper-certificate-statement", zone=paper.zone.profile.name[notation.language]))
    yield Notice(text("paper-certificate-notice"))
    yield from _next_steps(paper, notation)
    yield Heading(text("paper-victim-help"))
    yield Paragraph(after.victim_help[notation.language])
    numbers = [number for id in after.numbers if (number := paper.zone.number(id)) is not None]
    if numbers:
        yield Answers(
            text("paper-helper"),
            text("paper-helper-number"),
            tuple(Fact(number.title[notation.language], _reached(number, notation)) for number in numbers),
        )


def _identity(paper: ReportPaper, notation: Notation) -> Iterator[Fact]:
    """What tells this report from every other, and who is at the other end."""
    text = notation.text
    yield _fact("paper-reference", paper.reference, notation, exact=True)
    if paper.pv_number is not None:
        yield _fact("paper-pv-number", paper.pv_number, notation, exact=True)
    yield _fact("paper-filed-at", notation.instant(paper.filed_at), notation)
    team = paper.zone.team(paper.team)
    service = paper.zone.profile.name[notation.language]
    yield _fact("paper-service", f"{service}, {team.name[notation.language]}" if team else service, notation)
    if paper.taken_by is not None:
        yield _fact("paper-taken-by", notation.person(paper.taken_by), notation)
    if paper.pv_number is None:
        yield Fact(text("paper-pv-number"), Passage(text("paper-pv-number-unknown"), notation.language))


def _origin(paper: ReportPaper, notation: Notation) -> Iterator[Fact]:
    """How the paper can be traced back to what is stored."""
    people = "\n".join(notation.person(author) for author in paper.participants if author.kind != "desk")
    yield _fact("paper-participants", people, notation)
    yield _fact("paper-revision", str(paper.revision), notation)
    form = notation.text("paper-form-version", form=paper.form_id, version=str(paper.form_version))
    yield _fact("paper-form", form, notation)
    yield _fact("paper-digest", paper.digest, notation, exact=True)


def _next_steps(paper: ReportPaper, notation: Notation) -> Iterator[AnyBlock]:
    yield Heading(notation.text("paper-next-steps"))
    yield Bullets(tuple(step[notation.language] for step in paper.zone.after_filing.next_steps))


def _fact(id: str, value: str, notation: Notation, *, exact: bool = False) -> Fact:
    return Fact(notation.text(id), Passage(value, notation.language), exact)


def _passage(answer: FiledAnswer, paper: ReportPaper, notation: Notation) -> Passage:
    if answer.own_words:
        return Passage.written(answer.text, paper.written_in)
    return Passage(answer.text, notation.language)


def _reached(number: Number, notation: Notation) -> Passage:
    """The number, address or page itself, and below it what it is good for."""
    way = number.web if number.kind == "web" and number.web else number.in_language(notation.language)
    return Passage(f"{way}\n{number.about[notation.language]}", notation.language)
