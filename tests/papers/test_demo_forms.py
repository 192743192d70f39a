"""Every form of the demo zone prints and exports as it was filled: nobody types it again."""

import json
from collections.abc import Mapping
from dataclasses import replace

import jsonschema
import pytest

from server.domain.form import Form, asked, missing, validate
from server.domain.report import digest
from server.papers.paper import ReportPaper
from server.papers.printer import Printer
from server.protocol.words import FieldValue, Language
from server.zone import Zone
from tests.architecture.source import TREE
from tests.papers.pdf import PDFUA, Pdf
from tests.papers.samples import FILED_AT, REFERENCE, report

FORMS = sorted(path.stem for path in (TREE / "server/zone/demo/forms").glob("*.yaml"))
SCHEMA = json.loads((TREE / "docs/report-export.schema.json").read_text())

SAMPLES: Mapping[str, FieldValue] = {
    "text": "Gazelle",
    "long_text": "Ik liep over de markt.\nToen was het weg.",
    "yes_no": True,
    "date": "1985-07-30",
    "moment": "2026-03-13Tevening",
    "street": "Bruul",
    "amount": 350.5,
    "phone": "0470 12 34 56",
    "email": "an@example.be",
    "serial": "AB-123",
    "national_number": "85.07.30-033.28",
}
DAYS_TO_COME: Mapping[str, FieldValue] = {"from": "2026-03-20", "until": "2026-04-05"}


def form_of(zone: Zone, id: str) -> Form:
    form = zone.form(id)
    assert form is not None
    return form


def filled(zone: Zone, id: str, language: Language) -> ReportPaper:
    """A report on that form in which every question that applies has an answer."""
    form, fields = form_of(zone, id), dict[str, FieldValue]()
    for _ in range(4):  # what is asked only after an answer comes with the next round
        for field in asked(form, fields):
            options = getattr(field, "options", None)
            sample = options[0].id if options else SAMPLES[str(field.__struct_config__.tag)]
            fields.setdefault(field.id, DAYS_TO_COME.get(field.id, sample))
    assert validate(form, fields, FILED_AT) == {}
    assert missing(form, fields) == ()
    paper = report(zone, language=language, form=form, fields=fields)
    told = digest(form.id, form.version, fields)
    return replace(paper, form_id=form.id, form_version=form.version, digest=told)


def test_there_are_eight() -> None:
    assert len(FORMS) == 8


@pytest.mark.parametrize("id", FORMS)
@pytest.mark.parametrize("language", ["nl", "de"])
def test_the_copy_says_everything_that_was_filed(zone: Zone, printer: Printer, id: str, language: Language) -> None:
    paper = filled(zone, id, language)
    pdf = Pdf(printer.copy(paper, FILED_AT))
    text = pdf.letters
    form = form_of(zone, id)
    assert squeezed(form.title[language]) in text
    for section in form.sections:
        assert squeezed(section.title[language]) in text
    for field in asked(form, paper.fields):
        assert squeezed(field.label[language]) in text, field.id
    for option in (option for field in form.fields for option in getattr(field, "options", ())[:1]):
        assert squeezed(option.label[language]) in text, option.id
    assert "Toenwashetweg." in text
    part = pdf.metadata.find(f".//{PDFUA}")
    assert part is not None
    assert part.text == "1"


@pytest.mark.parametrize("id", FORMS)
def test_the_certificate_tells_nothing_of_what_was_filed(zone: Zone, printer: Printer, id: str) -> None:
    text = Pdf(printer.certificate(filled(zone, id, "nl"), FILED_AT)).letters
    assert REFERENCE in text
    assert "Toenwashetweg." not in text


@pytest.mark.parametrize("id", FORMS)
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_the_export_has_every_answer_as_it_was_filed(zone: Zone, printer: Printer, id: str, language: Language) -> None:
    paper = filled(zone, id, language)
    content = json.loads(printer.export(paper))
    jsonschema.Draft202012Validator(SCHEMA).validate(content)
    exported = {field["id"]: field for section in content["sections"] for field in section["fields"]}
    assert {id: field["value"] for id, field in exported.items() if id in paper.fields} == paper.fields
    for field in asked(form_of(zone, id), paper.fields):
        assert exported[field.id]["label"] == field.label[language]
    assert content["form"]["topic"] == form_of(zone, id).topic


def squeezed(text: str) -> str:
    return "".join(text.split())
