import pytest

from bots.triage.lexicon import Lexicon
from bots.triage.normalise import Normaliser

PLAIN = Normaliser({})


def find(pattern: str, text: str) -> bool:
    lexicon = Lexicon({"nl": {"it": pattern}}, PLAIN)
    return "it" in lexicon.concepts(PLAIN.words(text))


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("fiets", "mijn fiets", True),
        ("fiets", "fietsen", False),
        ("fiets-", "fietsenstalling", True),
        ("fiets-", "bakfiets", False),
        ("-fiets", "bakfiets", True),
        ("-fiets-", "bakfietsen", True),
        ("op straat", "het lag op straat", True),
        ("op straat", "op de straat", False),
        ("breekt .. deur", "hij breekt nu mijn deur open", True),
        ("breekt .. deur", "hij breekt een heel eind verder dan dat de deur", False),
        ("breekt .. deur", "de deur breekt", False),
        ("een, twee", "twee", True),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, *, found: bool) -> None:
    assert find(pattern, text) is found


@pytest.mark.parametrize("typed", ["vermoordden", "vermooden", "vermorden", "vemoorden", "vermoorden"])
def test_one_slip_in_a_long_word_is_forgiven(typed: str) -> None:
    assert find("vermoorden", typed)


def test_a_known_word_is_not_taken_for_a_slip() -> None:
    lexicon = Lexicon({"nl": {"stab": "gestoken"}}, PLAIN, known_words=["gestolen"])
    assert not lexicon.concepts(("gestolen",))


def test_an_ambiguous_word_counts_unless_the_text_is_plainly_in_another_language(
    lexicon: Lexicon, normaliser: Normaliser
) -> None:
    def concepts(text: str) -> frozenset[str]:
        return lexicon.concepts(normaliser.words(text))

    assert "weapon" in concepts("mes")
    assert "weapon" not in concepts("j'ai perdu mes clés dans la rue")


def test_a_pattern_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to find"):
        Lexicon({"nl": {"it": "fiets, , velo"}}, PLAIN)
