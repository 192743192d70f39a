from datetime import datetime

import pytest

from bots.triage.moments import MomentReader
from server.protocol.words import Language

NOW = datetime.fromisoformat("2026-03-12T14:30")
"""A Thursday."""


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("gisteren", "nl", "2026-03-11"),
        ("eergisteren om 21u30", "nl", "2026-03-10T21:30"),
        ("gisterenavond", "nl", "2026-03-11Tevening"),
        ("vannacht", "nl", "2026-03-12Tnight"),
        ("dinsdag in de namiddag", "nl", "2026-03-10Tafternoon"),
        ("donderdag", "nl", "2026-03-05"),
        ("14 februari", "nl", "2026-02-14"),
        ("25 december", "nl", "2025-12-25"),
        ("avant-hier", "fr", "2026-03-10"),
        ("hier soir vers 20h", "fr", "2026-03-11T20:00"),
        ("le 1er mars", "fr", "2026-03-01"),
        ("last night", "en", "2026-03-12Tnight"),
        ("yesterday at 9:15 pm", "en", "2026-03-11T21:15"),
        ("on Monday morning", "en", "2026-03-09Tmorning"),
        ("March 3rd", "en", "2026-03-03"),
        ("vorgestern", "de", "2026-03-10"),
        ("gestern um 18 Uhr", "de", "2026-03-11T18:00"),
        ("am 2. März", "de", "2026-03-02"),
        ("2/3", "nl", "2026-03-02"),
        ("02/03/2025", "nl", "2025-03-02"),
        ("2-3-2025", "nl", "2025-03-02"),
        ("2026-03-01 10:00", "en", "2026-03-01T10:00"),
        ("vorige dinsdag", "nl", "2026-03-10"),
        ("dinsdag vorige week", "nl", "2026-03-03"),
        ("dinsag", "nl", "2026-03-10"),
        ("dinsdagavond", "nl", "2026-03-10Tevening"),
        ("maandag morgen", "nl", "2026-03-09Tmorning"),
        ("drie dagen geleden om 14u", "nl", "2026-03-09T14:00"),
        ("een week geleden", "nl", "2026-03-05"),
        ("gisteravond rond 10", "nl", "2026-03-11T22:00"),
        ("gisteren om half negen", "nl", "2026-03-11T08:30"),
        ("op 14 februari om 3 uur 's nachts", "nl", "2026-02-14T03:00"),
        ("morgen", "nl", "2026-03-13Tmorning"),
        ("3 jours", "fr", "2026-03-09"),
        ("il y a 3 jours", "fr", "2026-03-09"),
        ("mardi dernier", "fr", "2026-03-10"),
        ("mardi de la semaine dernière", "fr", "2026-03-03"),
        ("hier vers huit heures et demie du soir", "fr", "2026-03-11T20:30"),
        ("cette nuit vers 2h", "fr", "2026-03-12T02:00"),
        ("Le 14 mars 2025", "fr", "2025-03-14"),
        ("last Tuesday", "en", "2026-03-10"),
        ("last night around 10", "en", "2026-03-11T22:00"),
        ("last night at 2 am", "en", "2026-03-12T02:00"),
        ("two days ago at quarter past ten in the morning", "en", "2026-03-10T10:15"),
        ("yesterday at a station", "en", "2026-03-11"),
        ("letzten Montag", "de", "2026-03-09"),
        ("Montagabend", "de", "2026-03-09Tevening"),
        ("Dienstag letzter Woche", "de", "2026-03-03"),
        ("vor drei Tagen gegen halb neun abends", "de", "2026-03-09T20:30"),
        ("heute morgen um 8", "de", "2026-03-12T08:00"),
        ("vorige week", "nl", None),
        ("la semaine dernière", "fr", None),
        ("I live at 12 Bruul", "en", None),
        ("99999999 dagen geleden", "nl", None),
        ("31/2", "nl", None),
        ("hier aan het station", "nl", None),
        ("om 10u", "nl", None),
        ("geen idee", "nl", None),
        ("", "nl", None),
    ],
)
def test_days_are_read_as_people_say_them(
    moments: MomentReader, text: str, language: Language, moment: str | None
) -> None:
    assert moments.read(text, NOW, language) == moment


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("20 december", "nl", "2026-12-20"),
        ("1 februari", "nl", "2027-02-01"),
        ("overmorgen", "nl", "2026-03-14"),
        ("volgende maandag", "nl", "2026-03-16"),
        ("3 dagen", "nl", "2026-03-15"),
        ("demain", "fr", "2026-03-13"),
        ("dans 2 semaines", "fr", "2026-03-26"),
        ("lundi de la semaine prochaine", "fr", "2026-03-16"),
        ("on 3 January 2027", "en", "2027-01-03"),
        ("in two weeks", "en", "2026-03-26"),
        ("in drei Wochen", "de", "2026-04-02"),
        ("2/3", "nl", "2027-03-02"),
    ],
)
def test_days_to_come_are_read_where_they_are_asked_for(
    moments: MomentReader, text: str, language: Language, day: str
) -> None:
    assert moments.read(text, NOW, language, "future") == day


@pytest.mark.parametrize(
    ("text", "language", "period"),
    [
        ("van 20 december tot 3 januari", "nl", ("2026-12-20", "2027-01-03")),
        ("van 20 tot 27 december", "nl", ("2026-12-20", "2026-12-27")),
        ("van maandag tot vrijdag", "nl", ("2026-03-16", "2026-03-20")),
        ("20/12 - 3/1", "nl", ("2026-12-20", "2027-01-03")),
        ("du 20 décembre au 3 janvier", "fr", ("2026-12-20", "2027-01-03")),
        ("from 20 December until 3 January", "en", ("2026-12-20", "2027-01-03")),
        ("vom 20. Dezember bis zum 3. Januar", "de", ("2026-12-20", "2027-01-03")),
        ("vanaf 20 december", "nl", None),
        ("we gaan op reis", "nl", None),
        ("tot tot tot", "nl", None),
        ("", "nl", None),
    ],
)
def test_a_first_and_a_last_day_are_read_together(
    moments: MomentReader, text: str, language: Language, period: tuple[str, str] | None
) -> None:
    assert moments.period(text, NOW, language) == period


@pytest.mark.parametrize(("text", "exact"), [("12/3/2026", True), ("2026-03-12", True), ("12/3", False), ("x", False)])
def test_a_day_with_its_year_leaves_nothing_to_guess(moments: MomentReader, text: str, exact: bool) -> None:
    assert moments.is_exact(text) is exact
