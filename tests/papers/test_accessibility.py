"""Each PDF is tagged as PDF/UA-1 asks (ISO 14289-1): what stands there can be heard in order, by role and language.

No full validator runs here: what is looked at is what the Matterhorn Protocol calls machine-checkable and what matters
most to somebody with a screen reader.
"""

from collections.abc import Callable
from itertools import pairwise

import pytest
from pypdf.generic import ContentStream

from server.papers.printer import Printer
from server.zone import Zone
from tests.papers.pdf import PDFUA, Element, Pdf
from tests.papers.samples import FILED_AT, REFERENCE, photo, report, whole_talk
from tests.support.pictures import jpeg

Make = Callable[[Printer, Zone], bytes]
PHOTOS = (photo(1, "damage", jpeg()), photo(2, "other", None))
PAPERS: dict[str, Make] = {
    "copy": lambda printer, zone: printer.copy(report(zone), FILED_AT),
    "copy with photos": lambda printer, zone: printer.copy(report(zone, attachments=PHOTOS), FILED_AT),
    "certificate": lambda printer, zone: printer.certificate(report(zone), FILED_AT),
    "transcript": lambda printer, zone: printer.transcript(whole_talk(zone), FILED_AT),
}

STANDARD_ROLES = {
    *("Document", "P", "H1", "H2", "L", "LI", "Lbl", "LBody", "Span", "Div", "Figure"),
    *("Table", "THead", "TBody", "TR", "TH", "TD"),
}


@pytest.fixture(scope="module", params=PAPERS)
def pdf(request: pytest.FixtureRequest, printer: Printer, zone: Zone) -> Pdf:
    return Pdf(PAPERS[request.param](printer, zone))


def test_claims_the_standard(pdf: Pdf) -> None:
    part = pdf.metadata.find(f".//{PDFUA}")
    assert part is not None
    assert part.text == "1"
    assert pdf.catalogue["/MarkInfo"]["/Marked"]


def test_has_a_language_and_a_title_that_viewers_show(pdf: Pdf) -> None:
    assert pdf.catalogue["/Lang"] == "nl-BE"
    assert pdf.catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = pdf.reader.metadata
    assert metadata is not None
    assert metadata.title
    heading = next(element for element in pdf.structure.walk() if element.role == "H1")
    assert metadata.title.startswith(heading.title)


def test_uses_standard_roles_only(pdf: Pdf) -> None:
    mapped = {role.removeprefix("/") for role in pdf.catalogue["/StructTreeRoot"].get("/RoleMap", {})}
    assert set(pdf.roles) <= STANDARD_ROLES | mapped


def test_has_one_title_and_headings_without_gaps(pdf: Pdf) -> None:
    levels = [int(role[1]) for role in pdf.roles if role in {"H1", "H2", "H3", "H4", "H5", "H6"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert len(levels) > 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_lists_have_labels_and_bodies(pdf: Pdf) -> None:
    items = [element for element in pdf.structure.walk() if element.role == "LI"]
    assert items
    assert all([part.role for part in item.children] == ["Lbl", "LBody"] for item in items)


def test_tables_have_column_headings(printer: Printer, zone: Zone) -> None:
    tables = [element for element in Pdf(PAPERS["copy"](printer, zone)).structure.walk() if element.role == "Table"]
    assert tables
    for table in tables:
        head, body = table.children
        assert (head.role, body.role) == ("THead", "TBody")
        assert [(cell.role, cell.scope) for cell in head.children[0].children] == [("TH", "/Column")] * 2
        assert all([cell.role for cell in row.children] == ["TD", "TD"] for row in body.children)


def test_everything_on_the_page_is_tagged_or_decoration(pdf: Pdf) -> None:
    """Whatever is painted stands between the begin and the end of marked content."""
    for page in pdf.reader.pages:
        content = page.get_contents()
        assert content is not None
        depth = 0
        for _, operator in ContentStream(content, pdf.reader).operations:
            if operator in {b"BDC", b"BMC"}:
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            elif operator in {b"Tj", b"TJ", b"'", b'"', b"f", b"f*", b"S", b"B", b"Do"}:
                assert depth > 0
        assert depth == 0


def test_embeds_every_font(pdf: Pdf) -> None:
    descriptors = list(pdf.fonts)
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)


def test_has_no_pictures_but_those_that_say_what_they_show(pdf: Pdf) -> None:
    figures = [element.alt for element in pdf.structure.walk() if element.role == "Figure"]
    assert len(figures) == sum(len(page.images) for page in pdf.reader.pages)
    assert all(figures)


def test_words_in_another_language_say_so(printer: Printer, zone: Zone) -> None:
    languages = {element.language for element in Pdf(PAPERS["transcript"](printer, zone)).structure.walk()}
    assert {"fr-BE", "und"} <= languages


def test_reads_in_the_order_of_the_page(printer: Printer, zone: Zone) -> None:
    pdf = Pdf(PAPERS["copy"](printer, zone))
    headings = [element.title for element in pdf.structure.walk() if element.role in {"H1", "H2"}]
    places = [pdf.text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert headings[0] == "Kopie van uw aangifte"
    assert first(pdf.structure, "L") < first(pdf.structure, "Table")


def test_the_title_of_a_report_tells_it_from_others(printer: Printer, zone: Zone) -> None:
    metadata = Pdf(PAPERS["copy"](printer, zone)).reader.metadata
    assert metadata is not None
    assert metadata.title == f"Kopie van uw aangifte · {REFERENCE}"


def first(structure: Element, role: str) -> int:
    """Where in reading order the first element of a role stands."""
    return [element.role for element in structure.walk()].index(role)


def test_a_picture_says_what_it_shows(zone: Zone, printer: Printer) -> None:
    pdf = Pdf(PAPERS["copy with photos"](printer, zone))
    assert [element.alt for element in pdf.structure.walk() if element.role == "Figure"] == ["Foto 1: schade"]
