"""The copy says everything, the certificate nothing of what was reported; both say what they are."""

from dataclasses import replace

import msgspec
import pytest

from server.papers.printer import Printer
from server.protocol.words import LANGUAGES, Author, Language
from server.zone import Zone
from tests.papers.pdf import Pdf
from tests.papers.samples import AGENT, CITIZEN, FILED_AT, REFERENCE, photo, report, with_rights
from tests.support.pictures import jpeg

PV_NUMBER = "ME.18.L1.012345/2026"


def test_the_copy_says_what_was_filed(zone: Zone, printer: Printer) -> None:
    text = Pdf(printer.copy(report(zone), FILED_AT)).text
    for said in (
        "Kopie van uw aangifte Bicycle theft (nl)",
        f"Kenmerk {REFERENCE}",
        "Ingediend op zaterdag 14 maart 2026 om 14:02",
        "Opgenomen door Sofie, hoofdinspecteur",
        "Ze is niet ondertekend, en dat hoeft ook niet",
        "The bicycle (nl)",
        "Brand (nl) Gazelle",
        "Colour (nl) Red (nl)",
        "Locked (nl) Nee",
        "Sticker (nl) Geen antwoord",
        "Gone since (nl) vrijdag 13 maart 2026, ’s avonds",
        "Worth (nl) € 1.849,50",
        "Story (nl) Ik zette mijn fiets op slot. Toen ik terugkwam, was hij weg.",
        "Burger Digitale assistent (bot, geen mens) Sofie, hoofdinspecteur",
        "Versie 12",
        "Formulier bike_theft, versie 3",
    ):
        assert said in text


def test_the_copy_carries_the_statement_rights_of_the_zone(zone: Zone, printer: Printer) -> None:
    mine = with_rights(zone, "You need not sign")
    text = Pdf(printer.copy(report(mine), FILED_AT)).text
    assert f"{zone.rights.title['nl']} {zone.rights.intro['nl']} 1. You need not sign (nl)" in text
    assert zone.rights.to_confirm is not None
    assert zone.rights.to_confirm["nl"] in text
    confirmed = replace(zone, rights=msgspec.structs.replace(zone.rights, to_confirm=None))
    assert zone.rights.to_confirm["nl"] not in Pdf(printer.copy(report(confirmed), FILED_AT)).text


def test_the_copy_can_be_traced_back_to_what_is_stored(zone: Zone, printer: Printer) -> None:
    paper = report(zone)
    assert paper.digest in Pdf(printer.copy(paper, FILED_AT)).letters


def test_the_certificate_says_that_something_was_reported_and_nothing_of_what(zone: Zone, printer: Printer) -> None:
    text = Pdf(printer.certificate(report(zone), FILED_AT)).text
    for said in ("Attest van klachtneerlegging", REFERENCE, "Wat gebeurt er nu?", "Hulp voor slachtoffers"):
        assert said in text
    for step in zone.after_filing.next_steps:
        assert step["nl"] in text
    for id in zone.after_filing.numbers:
        number = zone.number(id)
        assert number is not None
        assert number.title["nl"] in text
    for secret in ("Gazelle", "0470", "85.07.30", "Bruul", "example.be"):
        assert secret not in text


@pytest.mark.parametrize("paper", ["copy", "certificate"])
def test_the_pv_number_stands_there_once_it_is_known(zone: Zone, printer: Printer, paper: str) -> None:
    make = getattr(printer, paper)
    assert "PV-nummer Nog niet bekend" in Pdf(make(report(zone), FILED_AT)).text
    assert f"PV-nummer {PV_NUMBER}" in Pdf(make(report(zone, pv_number=PV_NUMBER), FILED_AT)).text


@pytest.mark.parametrize("paper", ["copy", "certificate"])
def test_a_demo_is_marked_on_every_page_and_a_real_zone_is_not(zone: Zone, printer: Printer, paper: str) -> None:
    assert zone.profile.demo is not None
    notice = zone.profile.demo.notice["nl"]
    pdf = Pdf(getattr(printer, paper)(report(zone), FILED_AT))
    assert all(notice in " ".join(page.split()) for page in pdf.raw_text.split("\f")[:-1])
    real = replace(zone, profile=msgspec.structs.replace(zone.profile, demo=None))
    assert notice not in Pdf(getattr(printer, paper)(report(real), FILED_AT)).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_speak_the_language_of_whoever_reads_them(zone: Zone, printer: Printer, language: Language) -> None:
    paper = report(zone, language=language)
    for pdf in (Pdf(printer.copy(paper, FILED_AT)), Pdf(printer.certificate(paper, FILED_AT))):
        assert f"Bicycle theft ({language})" in pdf.text
        assert zone.profile.name[language] in pdf.text
        assert pdf.catalogue["/Lang"] == f"{language}-BE"
    assert f"Brand ({language}) Gazelle" in Pdf(printer.copy(paper, FILED_AT)).text


def test_a_report_outlives_its_form_and_its_team(zone: Zone, printer: Printer) -> None:
    paper = replace(report(zone, form=None), team="dissolved", taken_by=None)
    text = Pdf(printer.copy(paper, FILED_AT)).text
    assert "Kopie van uw aangifte bike_theft" in text
    assert "brand Gazelle" in text
    assert f"Dienst {zone.profile.name['nl']} PV-nummer" in text


def test_the_desk_itself_is_no_participant(zone: Zone, printer: Printer) -> None:
    desk = Author(participant="p_desk0000", kind="desk")
    paper = replace(report(zone), participants=(CITIZEN, desk, AGENT))
    assert "Deelnemers Burger Sofie, hoofdinspecteur" in Pdf(printer.copy(paper, FILED_AT)).text


def test_the_copy_has_the_photos_with_their_digests(zone: Zone, printer: Printer) -> None:
    pictures = jpeg(640, 480), jpeg(480, 640, seed=1)
    attachments = (
        photo(1, "identity_card", pictures[0]),
        photo(2, "damage", None),
        photo(3, "other", pictures[1]),
    )
    made = printer.copy(report(zone, attachments=attachments), FILED_AT)
    pdf = Pdf(made)
    for said in (
        "Bijlagen",
        "Foto 1: identiteitskaart",
        "Foto 2: schade",
        "4032 × 3024 px, 2812345 B",
        "Deze foto staat niet op deze kopie.",
    ):
        assert said in pdf.text
    for each in attachments:
        assert each.sha256 in pdf.letters
    # As they were sent, byte for byte behind their headers.
    assert all(picture[-500:-2] in made for picture in pictures)
    certificate = Pdf(printer.certificate(report(zone, attachments=attachments), FILED_AT))
    assert "Foto 1" not in certificate.text
