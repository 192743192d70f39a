import pytest

from bots.triage.normalise import MOST_WORDS, Normaliser


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Mijn FIETS is weg!", ("mijn", "fiets", "is", "weg")),
        ("vélo volé à l'école", ("velo", "vole", "a", "l", "ecole")),
        ("Straße", ("strasse",)),
        ("heeeelp mij", ("help", "mij")),
        ("fiets", ("fiets",)),
        ("🔥 in huis", ("fire", "in", "huis")),
        ("kheb een vraag", ("ik", "heb", "een", "vraag")),
        ("\u202eovergedraaid\u0000", ("overgedraaid",)),
        ("1000 euro", ("1000", "euro")),
        ("", ()),
        ("😀😀", ()),
    ],
)
def test_words_are_bare(normaliser: Normaliser, typed: str, words: tuple[str, ...]) -> None:
    assert normaliser.words(typed) == words


def test_sentences_end_at_marks_but_not_inside_numbers(normaliser: Normaliser) -> None:
    assert normaliser.sentences("Help! 6.500 euro weg.\nwat nu?") == (
        ("help",),
        ("6", "500", "euro", "weg"),
        ("wat", "nu"),
    )


def test_of_a_very_long_text_the_edges_are_read(normaliser: Normaliser) -> None:
    text = "begin " + "midden " * 20_000 + "einde"
    words = [word for sentence in normaliser.sentences(text) for word in sentence]
    assert len(words) == MOST_WORDS
    assert (words[0], words[-1]) == ("begin", "einde")
