"""Whatever somebody typed is set literally; a paper always comes out, and the same paper is the same to the byte."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.papers.sheet import Answers, Fact, Facts, Heading, Line, Paragraph, Passage, Sheet, Talk
from server.papers.typesetter import TEMPLATES, PaperError, Typesetter
from tests.papers.pdf import Pdf

NOW = datetime(2026, 3, 14, 13, 2, 5, tzinfo=UTC)


def sheet(text: str) -> Sheet:
    """A paper on which a text stands in every place where there can be one."""
    passage = Passage.written(text, "nl")
    return Sheet(
        language="nl",
        title="Title",
        subtitle=text[:40],
        sender="Sender",
        demo=None,
        running="running",
        page="{page}/{pages}",
        blocks=(
            Facts((Fact("label", passage), Fact("exact", passage, exact=True))),
            Heading("Heading"),
            Paragraph(text),
            Answers("question", "answer", (Fact(text, passage),)),
            Talk((Line("14:02", "", passage, who=text[:80], notes=(text,)), Line("14:03", "", passage))),
        ),
    )


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


@pytest.mark.parametrize(
    "text",
    [
        '#eval("1+1") #panic() #read("/etc/passwd")',
        '#import "@preview/tiaoma:0.3.0": *',
        "*bold* _emphasis_ = heading / term: x - list + enum",
        "$ x^2 $ `code` <label> @reference https://example.be",
        "\\ \\u{41} // comment /* comment */ \\",
        "} ] ) { [ ( #} #] #)",
        '" \\" \' ~ -- --- ... -?',
        "{page} {pages} {{ x }} {% raw %}",
        "<script>alert(1)</script> &amp; &lt;",
        "\N{WINKING FACE} \N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}",
        "漢字 한국어 かな",
        "Żółw İstanbul ñandú œuvre ß ẞ Ĳ",
        "Привіт, їжак; Γειά σου",
        "አማርኛ ትግርኛ",
        "ქართული Հայերեն עברית",
        "हिन्दी ਪੰਜਾਬੀ தமிழ் ไทย",
        "\ue000 \U000f0000",
    ],
)
def test_a_text_is_set_as_it_was_typed(typesetter: Typesetter, text: str) -> None:
    letters = Pdf(typesetter.set(sheet(text), NOW)).letters
    for mark in "\u202a\u202b\u202c":  # poppler's own marks around what runs from right to left
        letters = letters.replace(mark, "")
    # Private characters, of which nobody knows what they are, are dropped before they are set.
    kept = "".join(char for char in text if unicodedata.category(char) != "Co")
    assert letters.count("".join(kept.split())) >= 5


def test_arabic_is_shaped_and_stays_readable(typesetter: Typesetter) -> None:
    pdf = Pdf(typesetter.set(sheet("مرحبا سرقت دراجتي"), NOW))
    assert "مرحبا" in pdf.raw_text
    assert "und" in {element.language for element in pdf.structure.walk()}


@pytest.mark.parametrize("word", ["x" * 4000, "ab-cd" * 800, "https://example.be/" + "a?b=c&" * 600, "ا" * 4000])
def test_a_word_of_any_length_stays_on_the_page(typesetter: Typesetter, word: str) -> None:
    pdf = Pdf(typesetter.set(sheet(word), NOW))
    assert pdf.letters.count(word[:30]) >= 5
    assert pdf.rightmost < float(pdf.reader.pages[0].mediabox.width) - 50


def test_a_long_answer_runs_over_pages(typesetter: Typesetter) -> None:
    words = " ".join(f"word{number}" for number in range(700))[:4000]
    pdf = Pdf(typesetter.set(sheet(words), NOW))
    assert len(pdf.reader.pages) > 2
    assert f"{len(pdf.reader.pages)}/{len(pdf.reader.pages)}" in pdf.text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_any_characters_make_a_paper(typesetter: Typesetter, text: str) -> None:
    """Control characters, half sequences, marks on nothing, scripts of which there is no font."""
    assert typesetter.set(sheet(text), NOW).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00\x01\x1b[31m", "\u202eevil", "\ud800", "\ufeff\ufffe\uffff"])
def test_nothing_to_print_is_nothing_printed(typesetter: Typesetter, text: str) -> None:
    letters = Pdf(typesetter.set(sheet(text), NOW)).letters
    assert not {"\x00", "\x1b", "\u202e", "\ufeff"} & set(letters)


def test_the_same_paper_is_the_same_to_the_byte(typesetter: Typesetter) -> None:
    first = typesetter.set(sheet("Gazelle"), NOW)
    assert typesetter.set(sheet("Gazelle"), NOW) == first
    assert Typesetter().set(sheet("Gazelle"), NOW) == first
    assert typesetter.set(sheet("Gazelle"), NOW + timedelta(seconds=1)) != first


def test_a_paper_says_when_it_was_made(typesetter: Typesetter) -> None:
    metadata = Pdf(typesetter.set(sheet("Gazelle"), NOW)).reader.metadata
    assert metadata is not None
    assert metadata.creation_date == NOW


def test_one_typesetter_serves_many_threads(typesetter: Typesetter) -> None:
    texts = [f"Gazelle {number}" for number in range(12)]
    alone = [typesetter.set(sheet(text), NOW) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: typesetter.set(sheet(text), NOW), texts)) == alone


def test_a_mistake_in_a_template_quotes_nobody(tmp_path: Path) -> None:
    template = (TEMPLATES / "sheet.typ").read_text()
    (tmp_path / "sheet.typ").write_text(template + "\n#panic(sheet.subtitle)\n")
    with pytest.raises(PaperError, match=rf"sheet\.typ:{template.count(chr(10)) + 2}:") as caught:
        Typesetter(templates=tmp_path).set(sheet("Gazelle"), NOW)
    assert "Gazelle" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_template_sees_its_own_folder_only(tmp_path: Path) -> None:
    inside = tmp_path / "templates"
    inside.mkdir()
    (tmp_path / "secret").write_text("secret")
    (inside / "sheet.typ").write_text('#read("../secret")')
    with pytest.raises(PaperError):
        Typesetter(templates=inside).set(sheet("Gazelle"), NOW)
