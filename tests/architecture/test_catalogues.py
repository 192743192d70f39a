"""The four languages say the same things, from the same data, and nothing that nobody shows."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from server.protocol.words import LANGUAGES
from tests.architecture.source import TREE, files, name

LOCALES = TREE / "web/locales"
CATALOGUES = sorted(LOCALES.rglob("*.ftl"))
NAMES = sorted({path.name for path in CATALOGUES})


class Places(Visitor):
    """What a text asks for: variables, and other texts."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.texts: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (fluent.syntax names it)
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.texts.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.texts.add(f"-{node.id.name}")
        self.generic_visit(node)


def entries(path: Path) -> dict[str, ast.Message | ast.Term]:
    """The texts of a catalogue under their ids; terms with their dash."""
    body = FluentParser().parse(path.read_text()).body
    broken = [entry.content for entry in body if isinstance(entry, ast.Junk)]
    assert broken == [], name(path)
    return {
        ("-" if isinstance(entry, ast.Term) else "") + entry.id.name: entry
        for entry in body
        if isinstance(entry, ast.Message | ast.Term)
    }


def shape(entry: ast.Message | ast.Term) -> tuple[bool, dict[str, set[str]]]:
    """What must be alike in every language: whether it has a value, and the variables of value and attributes."""
    parts: dict[str, ast.Pattern] = {"": entry.value} if entry.value else {}
    parts |= {attribute.id.name: attribute.value for attribute in entry.attributes}
    wanted: dict[str, set[str]] = {}
    for part, pattern in parts.items():
        places = Places()
        places.visit(pattern)
        wanted[part] = places.variables
    return entry.value is not None, wanted


def language_texts(language: str) -> dict[str, ast.Message | ast.Term]:
    found: dict[str, ast.Message | ast.Term] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        mine = entries(path)
        assert not found.keys() & mine.keys(), f"{name(path)} repeats {found.keys() & mine.keys()}"
        found |= mine
    return found


def test_the_languages_are_the_desk_s() -> None:
    assert sorted(path.name for path in LOCALES.iterdir()) == sorted(LANGUAGES)


@pytest.mark.parametrize("catalogue", NAMES)
def test_a_catalogue_says_the_same_in_every_language(catalogue: str) -> None:
    shapes = {
        language: {
            id: shape(entry)
            for id, entry in entries(LOCALES / language / catalogue).items()
            if isinstance(entry, ast.Message)
        }
        for language in LANGUAGES
    }
    dutch = shapes["nl"]
    for language, texts in shapes.items():
        assert sorted(texts.keys() ^ dutch.keys()) == [], f"{language} and nl differ"
        unlike = [id for id, mine in texts.items() if mine != dutch[id]]
        assert unlike == [], f"{language} asks for other data than nl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_refers_to_texts_that_are_there(language: str) -> None:
    texts = language_texts(language)
    for id, entry in texts.items():
        places = Places()
        places.visit(entry)
        assert places.texts - texts.keys() == set(), f"{language}: {id}"


def test_every_text_is_shown_somewhere() -> None:
    code = "\n".join(
        path.read_text()
        for path in (
            *files("web/static", "web/templates", suffixes={".js", ".html", ".j2", ".css"}),
            *files("server", "bots", suffixes={".py", ".yaml", ".typ"}),
        )
    )
    whole = set(re.findall(r"[a-zA-Z][\w-]*", code))
    # `log-${kind}` in JavaScript, f"log-{kind}" in Python, "log-" ~ kind in Jinja: what begins so may be meant.
    beginnings = set(re.findall(r"([a-z][\w-]*[-_])(?:\$?\{|[\"'`]\s*[+~])", code))
    texts = language_texts("nl")
    referred = Places()
    for entry in texts.values():
        referred.visit(entry)
    unused = [
        id
        for id in texts
        if id not in whole
        and id not in referred.texts
        and not any(id.startswith(beginning) for beginning in beginnings if len(beginning) > 2)
    ]
    assert unused == []
