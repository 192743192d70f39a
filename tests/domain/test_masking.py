"""What looks like personal data is found; what a bot learns from stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.masking import MASK, masked, personal


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("bel mij op 0470 12 34 56 aub", f"bel mij op {MASK} aub"),
        ("mijn nummer is +32 (0)15/46.44.64", f"mijn nummer is {MASK}"),
        ("rijksregister 80.05.01-003.71", f"rijksregister {MASK}"),
        ("schrijf naar jan.peeters@example.org", f"schrijf naar {MASK}"),
        ("zie https://www.example.org/x?y=1 daar", f"zie {MASK} daar"),
        ("rekening BE68 5390 0754 7034 gebruikt", f"rekening {MASK} gebruikt"),
        ("auto met plaat 1-ABC-234 is weg", f"auto met plaat {MASK} is weg"),
        ("framenummer wbk123456", f"framenummer {MASK}"),
        ("gestolen in de Leopoldstraat 12", f"gestolen in de Leopoldstraat {MASK}"),
        ("volé rue de la Gare 12b à Malines", f"volé rue de la Gare {MASK} à Malines"),
        ("in der Bahnhofstraße 4 gestohlen", f"in der Bahnhofstraße {MASK} gestohlen"),
        ("mijn naam is Jan van den Broeck en mijn fiets is weg", f"mijn naam is {MASK} en mijn fiets is weg"),
        ("je m'appelle Marie Dupont", f"je m'appelle {MASK}"),
        ("ich heiße Anna", f"ich heiße {MASK}"),
        ("Meneer Janssens van de overkant", f"Meneer {MASK} van de overkant"),
        ("geboren op 1/5/80", f"geboren op {MASK}"),
    ],
)
def test_personal_data_is_masked(text: str, without: str) -> None:
    assert masked(text) == without
    assert personal(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "mijn fiets van 3000 euro is gestolen",
        "moet ik 112 of 101 bellen?",
        "ik heb 500 euro betaald",
        "gisteren om 14u30 aan het station",
        "2 fietsen weg uit onze garage",
        "GAS-boete van 58 euro gekregen, wat nu?",
    ],
)
def test_what_is_nobodys_stays(text: str) -> None:
    assert masked(text) == text
    assert personal(text) is None


@given(st.text(alphabet="abz ABÉ019@.-/+,'straatrue", max_size=60))
def test_what_was_masked_holds_nothing_more(text: str) -> None:
    assert personal(masked(masked(text))) is None


@pytest.mark.parametrize(
    "text", ["1" * 4000, "a-" * 2000, "rue " * 1000, "mijn naam is " * 300, "a.b@" * 1000, "A1" * 2000]
)
def test_nothing_takes_long(text: str) -> None:
    masked(text)
