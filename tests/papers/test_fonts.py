"""The fonts are what their makers published, under a licence that lets us pass them on; one is ours."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from server.papers.typesetter import FONTS
from tests.tooling.fonts import BOXES, SURROGATES, Font, boxes, integrity, read

PUBLISHED = read(FONTS).fonts


@pytest.mark.parametrize("font", PUBLISHED, ids=lambda font: font.file)
def test_a_font_is_what_its_integrity_says(font: Font) -> None:
    assert integrity((FONTS / font.file).read_bytes()) == font.integrity


@pytest.mark.parametrize("font", PUBLISHED, ids=lambda font: font.file)
def test_a_font_comes_with_its_licence(font: Font) -> None:
    assert font.licence == "OFL-1.1"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / font.licence_file).read_text()


def test_the_manifest_names_every_file() -> None:
    there = {path.relative_to(FONTS) for path in FONTS.rglob("*") if path.is_file()}
    named = {Path(name) for font in PUBLISHED for name in (font.file, font.licence_file)}
    assert there == named | {Path("manifest.json"), Path(BOXES)}


def test_the_boxes_are_those_that_the_program_draws() -> None:
    assert (FONTS / BOXES).read_bytes() == boxes()


def test_the_boxes_stand_in_for_every_character() -> None:
    covered = TTFont(FONTS / BOXES).getBestCmap()
    assert set(range(0x20, 0x110000)) - set(SURROGATES) == set(covered)


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("Dutch, French, German", "éèêëçñßœĳÿ«»„“”’€"),
        ("Polish, Romanian, Turkish", "ąęłńśźżșțğıİş"),
        ("Ukrainian, Bulgarian", "ґєіїъщю"),
        ("Greek", "αβγάέώ"),
        ("Arabic", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإؤئ،؟"),
        ("Persian, Pashto, Urdu, Kurdish", "پچژگکیښګړۍټډڼېہےںٹڈڕڵێۆ"),
        ("Tigrinya, Amharic", "ሀለሐመሠረሰሸቀ።"),
        ("Armenian, Georgian, Hebrew", "բարև გამარჯობა שלום"),
        ("Hindi, Punjabi, Bengali, Tamil, Thai", "नमस्ते ਸਤਿ বাংলা தமிழ் สวัสดี"),
        ("what people add to a message", "😀🚲🇧🇪❤"),
    ],
)
def test_what_people_here_write_has_letters_of_its_own(language: str, letters: str) -> None:
    covered: set[int] = set()
    for font in PUBLISHED:
        covered |= set(TTFont(FONTS / font.file).getBestCmap())
    assert {letter for letter in letters if ord(letter) not in covered} == set(), language
