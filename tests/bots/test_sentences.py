"""The bot's fixed sentences: each is there in every language, says something, and is used."""

import re
from pathlib import Path

import pytest

from bots.process import LOCALES_FOLDER, read_catalogues
from server.protocol.words import LANGUAGES, Language
from server.zone.catalogue import Argument

TREE = Path(__file__).resolve().parents[2]

FILLED: dict[str, Argument] = {"number": 3, "of": 8, "label": "Kleur", "answer": "rood", "answers": "- rood"}
"""What stands in the places of those that have some."""


def ids(language: Language) -> list[str]:
    written = (LOCALES_FOLDER / language / "bot.ftl").read_text(encoding="utf-8")
    return re.findall(r"^(bot-[a-z-]+) =", written, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_plain_text_in_every_language(language: Language) -> None:
    catalogue = read_catalogues()[language]
    assert ids(language) == ids("nl")
    for id in ids(language):
        text = catalogue.text(id, **FILLED)
        assert text.strip()
        assert not re.search(r"[<>{}\u2066-\u2069!]", text), id


def test_no_sentence_is_left_over() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (TREE / "bots").rglob("*.py"))
    built = {"yes", "no", "emergency-yes", "emergency-no", "form-noted-yes", "form-noted-no"}
    assert not [id for id in ids("nl") if id[4:] not in built and not re.search(rf"[\"'](bot-)?{id[4:]}[\"']", source)]
