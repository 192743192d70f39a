"""docs/zone-data.md says what can be written, and what it shows is right."""

import re
from pathlib import Path

import msgspec
import pytest
from msgspec import inspect

from server.domain.form import Form
from server.zone.answer import Heading
from server.zone.assembly import FILES, OPTIONAL
from server.zone.checks.lines import numbers_in
from tests.zone.folders import Draft

DOCS = (Path(__file__).parents[2] / "docs" / "zone-data.md").read_text(encoding="utf-8")


def keys_of(wanted: inspect.Type) -> set[str]:
    """Every key that can be written somewhere in a value of that type."""
    match wanted:
        case inspect.Metadata():
            return keys_of(wanted.type)
        case inspect.StructType() if not hasattr(wanted.cls, "WRITTEN"):
            own = {field.encode_name for field in wanted.fields}
            return own.union(*(keys_of(field.type) for field in wanted.fields))
        case inspect.VarTupleType():
            return keys_of(wanted.item_type)
        case inspect.DictType():
            return keys_of(wanted.value_type)
        case inspect.UnionType():
            return set[str]().union(*(keys_of(kind) for kind in wanted.types))
    return set()


@pytest.mark.parametrize(
    "wanted", [*(kind for _, kind in (*FILES.values(), *OPTIONAL.values())), Heading, Form], ids=str
)
def test_every_key_is_described(wanted: type) -> None:
    # A form's time zone is the zone's own, and an answer's text is the file itself.
    told = {*re.findall(r"\w+", DOCS), "time_zone", "text"}
    assert keys_of(inspect.type_info(wanted)) <= told


def test_every_file_is_described() -> None:
    for file in [*(name for name, _ in (*FILES.values(), *OPTIONAL.values()))]:
        assert f"`{file}`" in DOCS


def test_every_kind_of_field_is_described() -> None:
    section = next(field for field in msgspec.structs.fields(Form) if field.name == "sections")
    found = set(re.findall(r"tag='(\w+)'", str(inspect.type_info(section.type))))
    assert len(found) >= 12
    for kind in found:
        assert f"`{kind}`" in DOCS


def test_the_hours_it_shows_can_be_written(draft: Draft) -> None:
    (shown,) = re.findall(r"```yaml\n(hours:.*?)```", DOCS, re.DOTALL)
    indented = shown.replace("\n", "\n  ").rstrip()
    hours = draft.read("teams.yaml")
    start = hours.index('  hours:\n    weekly:\n      monday: ["08:30-21:00"]')
    end = hours.index("  topics: [domestic_violence_past")
    draft.write("teams.yaml", f"{hours[:start]}  {indented}\n{hours[end:]}")
    assert draft.errors() == []


def test_the_answer_it_shows_can_be_written(draft: Draft) -> None:
    (shown,) = re.findall(r"```\n(---\nchecked_on.*?)```", DOCS, re.DOTALL)
    draft.write("answers/lost_id.nl.md", shown)
    assert draft.errors() == []
    assert not numbers_in(shown)
