import pytest

from bots.triage.language import LanguageTeller
from bots.triage.lexicon import Lexicon
from bots.triage.normalise import Normaliser


@pytest.fixture(scope="module")
def teller(lexicon: Lexicon) -> LanguageTeller:
    return LanguageTeller(lexicon)


@pytest.mark.parametrize(
    ("text", "code", "foreign"),
    [
        ("me fiets is weg aan t station wa nu", "nl", False),
        ("on m'a volé mon vélo devant la gare", "fr", False),
        ("my bike was stolen last night", "en", False),
        ("mein Fahrrad wurde gestern gestohlen", "de", False),
        ("mi-au furat telefonul ieri în tren", "ro", True),
        ("me robaron la cartera ayer en el tren", "es", True),
        ("мій велосипед вкрали вчора біля вокзалу", "uk", True),
        ("سرقوا هاتفي في القطار", "ar", True),
        ("telefonum dün trende çalındı ne yapmalıyım", "tr", True),
    ],
)
def test_a_sentence_is_told(
    teller: LanguageTeller, normaliser: Normaliser, text: str, code: str, *, foreign: bool
) -> None:
    spoken = teller.tell(text, normaliser.words(text), "nl")
    assert (spoken.code, spoken.foreign) == (code, foreign)


@pytest.mark.parametrize("text", ["", "ok", "bike stolen", "12345 67890 111", "😀 😀 😀"])
def test_what_is_too_short_to_tell_keeps_the_language_of_the_screen(
    teller: LanguageTeller, normaliser: Normaliser, text: str
) -> None:
    spoken = teller.tell(text, normaliser.words(text), "de")
    assert (spoken.code, spoken.sure) == ("de", False)
