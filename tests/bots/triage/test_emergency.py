import pytest

from bots.triage.corpus import Corpus
from bots.triage.emergency import Condition, EmergencyDetector, Rule, Rules
from bots.triage.lexicon import Lexicon
from bots.triage.normalise import Normaliser


@pytest.fixture(scope="module")
def detector(corpus: Corpus, lexicon: Lexicon) -> EmergencyDetector:
    return EmergencyDetector(lexicon, corpus.rules)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        # danger now
        ("hij slaat mij nu", 1),
        ("il y a quelqu'un chez moi", 1),
        ("man with a gun", 1),
        ("es brennt", 1),
        ("ik wil niet meer leven", 1),
        ("il ne respire plus", 1),
        ("help mij", 1),
        ("112 aub", 1),
        ("Vorige week is er ingebroken. Nu staat hij hier weer met een mes!", 1),
        ("on me frappe, au secours", 1),
        ("pomocy, on mnie bije", 1),
        ("yangın var", 1),
        ("он меня бьет", 1),
        ("النجدة", 1),
        # perhaps
        ("mijn man slaat mij", 2),
        ("mijn moeder met dementie is niet thuisgekomen", 2),
        ("ik wil een pizza bestellen", 2),
        # not now, or not danger
        ("vorig jaar ben ik bedreigd met een mes", 0),
        ("il y a deux ans mon voisin m'a frappé", 0),
        ("my phone died during the video call", 0),
        ("ich sterbe vor Langeweile", 0),
        ("mijn buurman vermoordt mij met zijn muziek", 0),
        ("welke wapens zijn vergunningsplichtig?", 0),
        ("Help! Mijn fiets is gestolen.", 0),
        ("aanrijding, geen gewonden", 0),
        ("wat moet ik doen als er brand is?", 0),
        ("", 0),
    ],
)
def test_danger_now_is_told_from_danger_before(
    detector: EmergencyDetector, normaliser: Normaliser, text: str, tier: int
) -> None:
    alarm = detector.detect(normaliser.sentences(text))
    assert alarm.tier == tier, alarm.rules


def test_a_rule_over_the_text_reads_all_sentences_at_once(normaliser: Normaliser) -> None:
    rules = Rules(
        derived={"calm": Condition(any=("thing",))},
        rules={"plea": Rule(tier=1, over="text", all=("plea",), none=("calm",))},
    )
    lexicon = Lexicon({"en": {"plea": "help", "thing": "bike"}}, normaliser)
    detector = EmergencyDetector(lexicon, rules)
    assert detector.detect(normaliser.sentences("Help!")).tier == 1
    assert detector.detect(normaliser.sentences("Help! My bike.")).tier == 0


def test_the_gravest_rule_decides_and_all_are_named(normaliser: Normaliser) -> None:
    rules = Rules(derived={}, rules={"one": Rule(tier=2, all=("fire",)), "two": Rule(tier=1, all=("fire",))})
    alarm = EmergencyDetector(Lexicon({"en": {"fire": "fire"}}, normaliser), rules).detect((("fire",),))
    assert (alarm.tier, alarm.rules) == (1, ("one", "two"))
