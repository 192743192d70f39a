"""Catalogues are read strictly. That they say the same in every language is among the tests of the architecture."""

from pathlib import Path

import pytest

from server.protocol.words import LANGUAGES
from server.zone.catalogue import CatalogueError, Catalogues


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
    nl = Catalogues.load(write(tmp_path, pages=source), "pages", isolating=False)["nl"]
    assert nl.text("greeting", name="An") == "Dag An"
    assert nl.text("greeting.title") == "Groet"
    assert nl.text("waiting", count=1) == "één"
    assert nl.text("waiting", count=7) == "7"


def test_isolates_what_is_filled_in(tmp_path: Path) -> None:
    nl = Catalogues.load(write(tmp_path, pages="greeting = Dag { $name }\n"), "pages")["nl"]
    assert nl.text("greeting", name="\u05e9\u05e8\u05d4") == "Dag \u2068\u05e9\u05e8\u05d4\u2069"


@pytest.mark.parametrize("id", ["nothing", "greeting.title"])
def test_unknown_text_is_an_error(tmp_path: Path, id: str) -> None:
    catalogues = Catalogues.load(write(tmp_path, pages="greeting = Dag\n"), "pages")
    with pytest.raises(CatalogueError, match=f"there is no text `{id}`"):
        catalogues["nl"].text(id)


def test_missing_argument_is_an_error(tmp_path: Path) -> None:
    catalogues = Catalogues.load(write(tmp_path, pages="greeting = Dag { $name }\n"), "pages")
    with pytest.raises(CatalogueError, match="greeting"):
        catalogues["nl"].text("greeting")


def test_mistake_is_named_by_file_and_line(tmp_path: Path) -> None:
    folder = write(tmp_path, pages="good = Dag\n\nbad = { $name\n")
    with pytest.raises(CatalogueError, match=r"pages\.ftl:\d"):
        Catalogues.load(folder, "pages")


def test_text_stands_in_one_file_only(tmp_path: Path) -> None:
    folder = write(tmp_path, bot="greeting = Dag\n", pages="greeting = Dag\n")
    with pytest.raises(CatalogueError, match=r"`greeting` stands in bot\.ftl too"):
        Catalogues.load(folder, "bot", "pages")


def test_a_catalogue_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"pages\.ftl: No such file"):
        Catalogues.load(write(tmp_path, bot="greeting = Dag\n"), "bot", "pages")


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    catalogues = Catalogues.load(write(tmp_path, bot="greeting = Dag\n", pages="wrong = { $"), "bot")
    assert {language: catalogues[language].text("greeting") for language in catalogues} == dict.fromkeys(
        LANGUAGES, "Dag"
    )
