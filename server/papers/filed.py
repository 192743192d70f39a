"""What was filed, question by question: for people on paper, for programs in the export."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from server.domain.field import Field
from server.domain.form import asked
from server.domain.report import Touch
from server.papers.notation import Notation
from server.papers.paper import ReportPaper
from server.protocol.words import FieldValue

UNLISTED = "unlisted"
"""The section of answers that the form, as the zone has it now, does not ask for."""


@dataclass(frozen=True, kw_only=True)
class FiledAnswer:
    """One question and its answer. `value` is what was filed (None: no answer), `text` the same in words.

    `kind` is the kind of the question, or None where the form no longer has it. `own_words`: the answer was typed, not
    chosen.
    """

    id: str
    kind: str | None
    label: str
    value: FieldValue
    text: str
    touch: Touch | None

    @property
    def own_words(self) -> bool:
        return isinstance(self.value, str) and self.kind in {None, "text", "long_text", "street"}


@dataclass(frozen=True, kw_only=True)
class FiledSection:
    """Answers that belong together, in the order of the form."""

    id: str
    title: str
    answers: tuple[FiledAnswer, ...]


def sections(paper: ReportPaper, notation: Notation) -> tuple[FiledSection, ...]:
    """Every question that was asked, answered or not, and every answer that was filed, each exactly once."""
    return tuple(section for section in _sections(paper, notation) if section.answers)


def _sections(paper: ReportPaper, notation: Notation) -> Iterator[FiledSection]:
    listed: set[str] = set()
    if paper.form is not None:
        wanted = {field.id for field in asked(paper.form, paper.fields)}
        for section in paper.form.sections:
            fields = [field for field in section.fields if field.id in wanted]
            listed.update(field.id for field in fields)
            yield FiledSection(
                id=section.id,
                title=section.title[notation.language],
                answers=tuple(_answer(paper, notation, field.id, field) for field in fields),
            )
    yield FiledSection(
        id=UNLISTED,
        title=notation.text("paper-unlisted"),
        answers=tuple(_unlisted(paper, notation, (id for id in paper.fields if id not in listed))),
    )


def _unlisted(paper: ReportPaper, notation: Notation, ids: Iterable[str]) -> Iterator[FiledAnswer]:
    for id in ids:
        # A question that is no longer asked, because its condition changed, still has its label.
        yield _answer(paper, notation, id, paper.form.field(id) if paper.form else None)


def _answer(paper: ReportPaper, notation: Notation, id: str, field: Field | None) -> FiledAnswer:
    value = paper.fields.get(id)
    return FiledAnswer(
        id=id,
        kind=str(field.__struct_config__.tag) if field is not None else None,
        label=field.label[notation.language] if field is not None else id,
        value=value,
        text=notation.text("paper-no-answer") if value is None else notation.answer(field, value),
        touch=paper.touched.get(id),
    )
