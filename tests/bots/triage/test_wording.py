"""Answers as they are read back to whoever gave them."""

import pytest

from bots.triage.knowledge import Knowledge
from bots.triage.questions import Questionnaire
from bots.triage.wording import Wording
from server.protocol.words import FieldValue, Language
from server.zone.catalogue import Catalogues


@pytest.mark.parametrize(
    ("form", "id", "value", "language", "words"),
    [
        ("bike_theft", "last_seen", "2026-03-11", "nl", "Laatst gezien: woensdag 11 maart 2026"),
        (
            "bike_theft",
            "last_seen",
            "2026-03-11Tevening",
            "fr",
            "Vu pour la dernière fois : mercredi 11 mars 2026, le soir",
        ),
        ("bike_theft", "last_seen", "2026-03-11T08:30", "en", "Last seen: Wednesday, 11 March 2026 at 08:30"),
        ("bike_theft", "place_kind", "railway_station", "de", "Art des Ortes: Am Bahnhof"),
        ("bike_theft", "locked", False, "nl", "Op slot: Nee"),
        ("bike_theft", "brand", "Riese & Müller", "nl", "Merk: Riese & Müller"),
        ("bike_theft", "brand", "<b>Gazelle</b>", "nl", "Merk: zoals u het schreef"),
        ("bike_theft", "brand", "x" * 60, "nl", "Merk: zoals u het schreef"),
        ("online_fraud", "amount", 1250.5, "nl", "Bedrag in euro: € 1.250,50"),
        ("online_fraud", "circumstances", "kort", "nl", "Hoe het gebeurde: kort"),
    ],
)
def test_an_answer_is_read_back_in_words(
    knowledge: Knowledge,
    catalogues: Catalogues,
    form: str,
    id: str,
    value: FieldValue,
    language: Language,
    words: str,
) -> None:
    question = Questionnaire(knowledge.zone, form).questions[id]
    line = Wording(catalogues).line(question, value, language)
    assert line.replace("\u00a0", " ").replace("\u202f", " ") == words
