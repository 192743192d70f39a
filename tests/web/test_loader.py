"""The loader: small, alone, and in the same words as the catalogues."""

import gzip
import json
import re
from pathlib import Path

import pytest

from server.protocol.words import LANGUAGES, Language
from server.zone.catalogue import Catalogues

WEB = Path(__file__).parents[2] / "web"
LOADER = (WEB / "static" / "loader.js").read_text()
MOST_BYTES = 3 * 1024


def test_it_weighs_at_most_three_kilobytes() -> None:
    assert len(gzip.compress(LOADER.encode(), 9)) <= MOST_BYTES


def test_it_needs_nothing_else() -> None:
    assert not re.search(r"\b(import|require|fetch|XMLHttpRequest|eval)\b\s*\(", LOADER)
    assert "import " not in LOADER


def test_it_leaves_the_title_of_the_host_alone() -> None:
    assert "document.title" not in LOADER


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_as_the_catalogues_do(language: Language) -> None:
    line = re.search(rf"^ +{language}: (\[.*\]),$", LOADER, re.MULTILINE)
    assert line is not None
    text = Catalogues.load(WEB / "locales", "widget", isolating=False)[language].text
    assert json.loads(line[1]) == [text("loader-open"), text("loader-close"), text("loader-new")]
