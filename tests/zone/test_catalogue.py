"""Catalogues are read strictly, and say the same in every language."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from server.protocol.words import LANGUAGES, Language
from server.zone.catalogue import CatalogueError, Catalogues

LOCALES = Path(__file__).parents[2] / "web" / "locales"


def write(folder: Path, **files: str) -> Path:
    """A folder of catalogues with the same files in every language."""
    for language in LANGUAGES:
        (folder / language).mkdir()
        for name, source in files.items():
            (folder / language / f"{name}.ftl").write_text(source, encoding="utf-8")
    return folder


def test_fills_places_and_counts(tmp_path: Path) -> None:
    plural = "waiting = { $count ->\n    [one] één\n   *[other] { $count }\n }\n"
    source = "greeting = Dag { $name }\n    .title = Groet\n" + plural
    nl = Catalogues.load(write(tmp_path, pages=source), isolating=False)["nl"]
    assert nl.text("greeting", name="An") == "Dag An"
    assert nl.text("greeting.title") == "Groet"
    assert nl.text("waiting", count=1) == "één"
    assert nl.text("waiting", count=7) == "7"


def test_isolates_what_is_filled_in(tmp_path: Path) -> None:
    nl = Catalogues.load(write(tmp_path, pages="greeting = Dag { $name }\n"))["nl"]
    assert nl.text("greeting", name="\u05e9\u05e8\u05d4") == "Dag \u2068\u05e9\u05e8\u05d4\u2069"


@pytest.mark.parametrize("id", ["nothing", "greeting.title"])
def test_unknown_text_is_an_error(tmp_path: Path, id: str) -> None:
    catalogues = Catalogues.load(write(tmp_path, pages="greeting = Dag\n"))
    with pytest.raises(CatalogueError, match=f"there is no text `{id}`"):
        catalogues["nl"].text(id)


def test_missing_argument_is_an_error(tmp_path: Path) -> None:
    catalogues = Catalogues.load(write(tmp_path, pages="greeting = Dag { $name }\n"))
    with pytest.raises(CatalogueError, match="greeting"):
        catalogues["nl"].text("greeting")


def test_mistake_is_named_by_file_and_line(tmp_path: Path) -> None:
    folder = write(tmp_path, pages="good = Dag\n\nbad = { $name\n")
    with pytest.raises(CatalogueError, match=r"pages\.ftl:\d"):
        Catalogues.load(folder)


def test_text_stands_in_one_file_only(tmp_path: Path) -> None:
    folder = write(tmp_path, bot="greeting = Dag\n", pages="greeting = Dag\n")
    with pytest.raises(CatalogueError, match=r"`greeting` stands in bot\.ftl too"):
        Catalogues.load(folder)


def test_the_desks_own_catalogues_load() -> None:
    assert set(Catalogues.load(LOCALES)) == set(LANGUAGES)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "nl"])
def test_says_the_same_in_every_language(language: Language) -> None:
    """The same files, the same texts in them, each with the same places to fill in."""
    assert places(LOCALES / language) == places(LOCALES / "nl")


class Places(Visitor):
    """Collects the names of the variables in a text."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 the library's name for it
        self.found.add(node.id.name)


def places(folder: Path) -> dict[str, set[str]]:
    """The variables of each text, by file and id."""
    found: dict[str, set[str]] = {}
    for path in folder.glob("*.ftl"):
        for item in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(item, ast.Message | ast.Term):
                attributes = [attribute.id.name for attribute in item.attributes]
                visitor = Places()
                visitor.visit(item)
                found[f"{path.name} {item.id.name} {attributes}"] = visitor.found
    return found
