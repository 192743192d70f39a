"""The export has all of a filed report in a documented shape, so that nobody types it again."""

import hashlib
import json
from typing import Any

import jsonschema
import msgspec
import pytest

from server.papers.export import SCHEMA, ReportExport, schema
from server.papers.printer import Printer
from server.protocol.words import LANGUAGES, Language
from server.zone import Zone
from tests.architecture.source import TREE
from tests.papers.samples import FIELDS, FORM, REFERENCE, photo, report

PUBLISHED = TREE / "docs/report-export.schema.json"


def exported(printer: Printer, zone: Zone, **changes: Any) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(printer.export(report(zone, **changes)))
    return content


def fields_of(content: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {field["id"]: field for section in content["sections"] for field in section["fields"]}


def test_the_published_schema_is_that_of_the_code() -> None:
    assert json.loads(PUBLISHED.read_text()) == schema(), "run `make docs`"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [FORM, None])
def test_an_export_fits_the_schema(printer: Printer, zone: Zone, language: Language, form: object) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text()))
    validator.validate(exported(printer, zone, language=language, form=form))
    validator.validate(exported(printer, zone, pv_number="ME.18.L1.012345/2026"))


def test_every_key_is_always_there(printer: Printer, zone: Zone) -> None:
    content = exported(printer, zone, form=None)
    assert set(content) == set(ReportExport.__struct_fields__)
    assert content["pv_number"] is None
    required = set(schema()["$defs"]["ReportExport"]["required"])
    assert required == set(ReportExport.__struct_fields__)


def test_says_what_it_is(printer: Printer, zone: Zone) -> None:
    content = exported(printer, zone)
    assert (content["schema"], content["reference"], content["revision"]) == (SCHEMA, REFERENCE, 12)
    assert content["filed_at"] == "2026-03-14T13:02:05Z"
    assert content["form"] == {"id": "bike_theft", "version": 3, "title": "Bicycle theft (nl)", "topic": "bike_theft"}
    assert content["taken_by"] == {"kind": "agent", "name": "Sofie", "role": "hoofdinspecteur"}
    assert [person["kind"] for person in content["participants"]] == ["citizen", "bot", "agent"]


def test_photos_are_named_by_what_tells_them_apart(printer: Printer, zone: Zone) -> None:
    assert exported(printer, zone)["attachments"] == []
    content = exported(printer, zone, attachments=(photo(1, "damage", b"not exported"),))
    jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text())).validate(content)
    assert content["attachments"] == [
        {
            "id": "pho_photo0001",
            "purpose": "damage",
            "content_type": "image/jpeg",
            "size": 2_812_345,
            "width": 4032,
            "height": 3024,
            "sha256": f"{1:064x}",
            "taken_at": "2026-03-14T12:52:05Z",
        }
    ]


def test_every_answer_comes_as_it_was_filed_and_in_words(printer: Printer, zone: Zone) -> None:
    fields = fields_of(exported(printer, zone))
    assert {id: field["value"] for id, field in fields.items() if field["value"] is not None} == dict(FIELDS)
    assert fields["gone"] == {
        "id": "gone",
        "kind": "moment",
        "label": "Gone since (nl)",
        "value": "2026-03-13Tevening",
        "text": "vrijdag 13 maart 2026, ’s avonds",
        "filled_by": "agent",
        "filled_at": "2026-03-14T12:36:05Z",
        "revision": 5,
    }
    assert fields["sticker"]["value"] is None
    assert fields["sticker"]["filled_by"] is None


def test_the_digest_can_be_computed_anew_from_the_export(printer: Printer, zone: Zone) -> None:
    content = exported(printer, zone)
    filed = {id: field["value"] for id, field in fields_of(content).items() if field["value"] is not None}
    confirmed = {"fields": filed, "form": content["form"]["id"], "version": content["form"]["version"]}
    canonical = json.dumps(confirmed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == content["digest"]


def test_an_export_reads_back_as_what_it_was(printer: Printer, zone: Zone) -> None:
    content = printer.export(report(zone))
    again = msgspec.json.decode(content, type=ReportExport)
    assert json.loads(msgspec.json.encode(again)) == json.loads(content)


def test_the_example_in_the_documentation_fits_the_schema() -> None:
    page = (TREE / "docs/papers.md").read_text()
    example = page.split("```json\n")[1].split("```")[0]
    jsonschema.Draft202012Validator(schema()).validate(json.loads(example))
