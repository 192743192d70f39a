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
