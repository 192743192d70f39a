"""The catalogues of console, components and errors: nothing missing in any language, nothing that does not exist."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from server.protocol.errors import CODES
from server.protocol.words import LANGUAGES

WEB = Path(__file__).parents[2] / "web"
CATALOGUES = ("components", "console", "errors")


class Variables(Visitor):
    """The names of the variables that a message uses."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def messages(language: str, catalogue: str) -> dict[str, set[str]]:
    """The variables of each message, by id; a line that cannot be read fails."""
    found: dict[str, set[str]] = {}
    text = (WEB / "locales" / language / f"{catalogue}.ftl").read_text()
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands there twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("catalogue", CATALOGUES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_the_same(language: str, catalogue: str) -> None:
    assert messages(language, catalogue) == messages("nl", catalogue)


def test_each_refusal_has_its_words() -> None:
    assert set(messages("nl", "errors")) == {f"error-{code}" for code in (*CODES, "unanswered")}


def test_each_text_that_the_modules_name_exists() -> None:
    known = {id for catalogue in CATALOGUES for id in messages("nl", catalogue)}
    for folder in ("components", "console"):
        for module in sorted((WEB / "static" / folder).glob("*.js")):
            asked = re.findall(r"""\btext\(["']([a-z-]+)["']|\bid: ["'](log-[a-z-]+)""", module.read_text())
            assert {one or other for one, other in asked} <= known, module.name


def test_each_text_is_asked_for_somewhere() -> None:
    sources = "".join(path.read_text() for path in (WEB / "static").rglob("*.js"))
    sources += "".join(path.read_text() for path in (WEB / "templates").rglob("*.html"))
    sources += "".join(path.read_text() for path in (WEB / "locales" / "nl").glob("*.ftl"))
    made = {f"{start}-" for start in re.findall(r"`([a-z]+(?:-[a-z]+)*)-\$\{", sources)}
    for id in (id for catalogue in ("components", "console") for id in messages("nl", catalogue)):
        named = re.search(rf"""["'`]{id}["'`]|\{{ {id} \}}""", sources)
        assert named or any(id.startswith(start) for start in made), f"nothing says {id}"
