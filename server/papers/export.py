"""A filed report for programs: what a police back office takes in, so that nobody types it again.

The shape is stable: `schema` names it, fields are only ever added, and `docs/report-export.schema.json` describes it.
"""

import inspect
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from server.papers.filed import FiledAnswer, FiledSection, sections
from server.papers.notation import Notation
from server.papers.paper import Attachment, ReportPaper
from server.protocol.words import Author, FieldValue, Kind, Language, PhotoPurpose

SCHEMA: Literal["onlineloket.report/1"] = "onlineloket.report/1"


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what is exported: every key is always there."""


class ExportedZone(Exported, frozen=True, kw_only=True):
    """The police zone at whose desk it was filed."""

    id: str
    name: str


class ExportedForm(Exported, frozen=True, kw_only=True):
    """The form it was filed on. Ids of forms, sections, fields and choices come from the zone's data and do not change
    their meaning within a version. `topic` is null where the zone no longer has the form.
    """

    id: str
    version: Annotated[int, Meta(ge=1)]
    title: str
    topic: str | None


class ExportedPerson(Exported, frozen=True, kw_only=True):
    """Somebody who took part: agents by first name and role; the citizen's identity is in the answers, if asked for."""

    kind: Kind
    name: str | None
    role: str | None


class ExportedField(Exported, frozen=True, kw_only=True):
    """One question and its answer.

    `value` is the answer as it was filed: text, a number, true or false, the id of a choice, `YYYY-MM-DD` for a date;
    for a moment `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, or `YYYY-MM-DDT` with `night`, `morning`, `afternoon`, `evening` or
    `unknown`; null where a question was asked and not answered. `text` says the same in words. `filled_by`,
    `filled_at` and `revision` tell who gave the answer as it stands, when, and in which revision of the report; null
    where nobody did.
    """

    id: str
    kind: Annotated[str | None, Meta(description="One of the kinds in docs/protocol.md; null if the form lost it.")]
    label: str
    value: FieldValue
    text: str
    filled_by: Kind | None
    filled_at: datetime | None
    revision: int | None


class ExportedSection(Exported, frozen=True, kw_only=True):
    """Answers under one heading. The section `unlisted` holds what the form no longer asks for."""

    id: str
    title: str
    fields: tuple[ExportedField, ...]


class ExportedAttachment(Exported, frozen=True, kw_only=True):
    """A photo that the citizen sent and that belongs to the report, a JPEG of `size` bytes and so many pixels. `sha256`
    is that of the file, which is fetched at `GET /api/photos/<id>` as long as it is kept.
    """

    id: str
    purpose: PhotoPurpose
    content_type: Literal["image/jpeg"]
    size: Annotated[int, Meta(ge=1)]
    width: Annotated[int, Meta(ge=1)]
    height: Annotated[int, Meta(ge=1)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    taken_at: datetime


class ReportExport(Exported, frozen=True, kw_only=True):
    """A filed report. `language` is that of titles, labels and texts, `written_in` that of the answers. Moments are
    UTC.

    `digest` is SHA-256, in hexadecimal, over what was confirmed: the JSON object with `fields` (the values by id, those
    that are not null), `form` (its id) and `version`, its keys sorted, without spaces, in UTF-8. Where the report has
    attachments, the object has `photos` too: the list of their `sha256`, in this order.
    """

    schema: Literal["onlineloket.report/1"]
    reference: str
    pv_number: str | None
    zone: ExportedZone
    team: str
    report: str
    form: ExportedForm
    language: Language
    written_in: Language
    revision: Annotated[int, Meta(ge=0)]
    filed_at: datetime
    digest: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    taken_by: ExportedPerson | None
    participants: tuple[ExportedPerson, ...]
    sections: tuple[ExportedSection, ...]
    attachments: tuple[ExportedAttachment, ...]


def export(paper: ReportPaper, notation: Notation) -> ReportExport:
    """The report in the shape for programs."""
    profile = paper.zone.profile
    return ReportExport(
        schema=SCHEMA,
        reference=paper.reference,
        pv_number=paper.pv_number,
        zone=ExportedZone(id=profile.id, name=profile.name[notation.language]),
        team=paper.team,
        report=paper.report,
        form=ExportedForm(
            id=paper.form_id,
            version=paper.form_version,
            title=paper.form.title[notation.language] if paper.form else paper.form_id,
            topic=paper.form.topic if paper.form else None,
        ),
        language=notation.language,
        written_in=paper.written_in,
        revision=paper.revision,
        filed_at=paper.filed_at.astimezone(UTC),
        digest=paper.digest,
        taken_by=_person(paper.taken_by) if paper.taken_by else None,
        participants=tuple(_person(author) for author in paper.participants if author.kind != "desk"),
        sections=tuple(_section(section) for section in sections(paper, notation)),
        attachments=tuple(_attachment(each) for each in paper.attachments),
    )


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the export."""
    described = msgspec.json.schema(ReportExport)
    for definition in described["$defs"].values():
        definition["description"] = inspect.cleandoc(definition["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def _person(author: Author) -> ExportedPerson:
    return ExportedPerson(kind=author.kind, name=author.name, role=author.role)


def _attachment(attachment: Attachment) -> ExportedAttachment:
    return ExportedAttachment(
        id=attachment.id,
        purpose=attachment.purpose,
        content_type="image/jpeg",
        size=attachment.size,
        width=attachment.width,
        height=attachment.height,
        sha256=attachment.sha256,
        taken_at=attachment.taken_at.astimezone(UTC),
    )


def _section(section: FiledSection) -> ExportedSection:
    return ExportedSection(id=section.id, title=section.title, fields=tuple(_field(each) for each in section.answers))


def _field(answer: FiledAnswer) -> ExportedField:
    touch = answer.touch
    return ExportedField(
        id=answer.id,
        kind=answer.kind,
        label=answer.label,
        value=answer.value,
        text=answer.text,
        filled_by=touch.kind if touch else None,
        filled_at=touch.at.astimezone(UTC) if touch else None,
        revision=touch.revision if touch else None,
    )


if __name__ == "__main__":
    import sys

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n")
