"""Whatever the checks can say stands in the catalogue, with the places they fill. That the four languages ask for the
same is among the tests of the architecture.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from msgspec import inspect

from server.domain.form import Form
from server.protocol.words import LANGUAGES, Language
from server.zone.answer import Heading
from server.zone.assembly import FILES, OPTIONAL
from server.zone.speech import Speech
from server.zone.wanted import describe, noun_of

TREE = Path(__file__).parents[2]

ROOTS = [inspect.type_info(kind) for _, kind in (*FILES.values(), *OPTIONAL.values())]
ROOTS += [inspect.type_info(Heading), inspect.type_info(Form)]

LATER = {"name", "wanted"}
"""Places that `decode` fills where `scalar` says what is wrong with a word."""


def catalogue() -> dict[str, set[str]]:
    """The places of each text and its remedy, by id."""
    source = (TREE / "web/locales/en/zone.ftl").read_text(encoding="utf-8")
    messages = [entry for entry in FluentParser().parse(source).body if isinstance(entry, ftl.Message)]
    return {each.id.name: set(re.findall(r"\$(\w+)", source[each.span.start : each.span.end])) for each in messages}  # type: ignore[union-attr]


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """What can speak of zone data."""
    for path in sorted((TREE / "server/zone").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def types(found: inspect.Type, seen: set[type]) -> Iterator[inspect.Type]:
    """Every type that can be asked for somewhere in a value of that type."""
    yield found
    match found:
        case inspect.Metadata():
            # What is said of a type that has a name is that name: what is under it is never described.
            yield from list(types(found.type, seen))[1:]
        case inspect.StructType() if found.cls not in seen:
            seen.add(found.cls)
            for field in found.fields:
                yield from types(field.type, seen)
        case inspect.VarTupleType():
            yield from types(found.item_type, seen)
        case inspect.DictType():
            yield from types(found.key_type, seen)
            yield from types(found.value_type, seen)
        case inspect.UnionType():
            for kind in found.types:
                yield from types(kind, seen)


def test_every_text_is_asked_for_with_the_places_it_has() -> None:
    texts = catalogue()
    asked = 0
    for path, tree in sources():
        for call in ast.walk(tree):
            match call:
                case ast.Call(func=ast.Name(id="phrase" | "Unfit" as name), args=[ast.Constant(value=str(text)), *_]):
                    given = {keyword.arg for keyword in call.keywords} | (LATER if name == "Unfit" else set())
                    assert text in texts, path
                    assert texts[text] - given == set(), f"{path}: {text} lacks a place"
                    assert given - texts[text] <= LATER, f"{path}: {text} has no such place"
                    asked += 1
    assert asked > 100


def test_every_text_that_is_named_in_any_other_way_exists_too() -> None:
    texts = catalogue()
    named = {
        constant.value
        for _, tree in sources()
        for constant in ast.walk(tree)
        if isinstance(constant, ast.Constant)
        and isinstance(constant.value, str)
        and re.fullmatch(r"zone-[a-z0-9-]*[a-z0-9]", constant.value)
    }
    assert named - texts.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_file_may_hold_can_be_described(language: Language) -> None:
    speech = Speech.of(language)
    seen: set[type] = set()
    described = {speech.say(describe(kind)) for root in ROOTS for kind in types(root, seen)}
    assert len(described) > 30
    assert all(described)


def test_every_kind_of_thing_has_its_noun_and_every_noun_its_thing() -> None:
    seen: set[type] = set()
    for root in ROOTS:
        list(types(root, seen))
    nouns = {noun_of(struct).text for struct in seen if not hasattr(struct, "WRITTEN")}
    assert nouns == {text for text in catalogue() if text.startswith("zone-noun-")}
