"""Questions about the topic at hand keep it."""

import pytest

from bots.triage.actions import HandOver, Record, Say
from bots.triage.corpus import Corpus
from bots.triage.dialogue import Dialogue
from bots.triage.follow_ups import ORDER, FollowUps
from bots.triage.lexicon import FRAME
from bots.triage.normalise import Normaliser
from bots.triage.pipeline import Triage
from server.protocol.words import LANGUAGES, Language
from tests.bots.triage.talk import Talk

ASKED: list[tuple[Language, str, str]] = [
    ("nl", "en wat kost dat?", "cost"),
    ("nl", "is dat gratis", "cost"),
    ("nl", "wat heb ik daarvoor nodig?", "needed"),
    ("nl", "hoe lang duurt dat?", "duration"),
    ("nl", "waar moet ik zijn?", "place"),
    ("nl", "kan dat ook online?", "online"),
    ("nl", "moet ik een afspraak maken?", "appointment"),
    ("nl", "en wat gebeurt er daarna?", "next"),
    ("nl", "kan dat anoniem?", "anonymous"),
    ("fr", "et combien ça coûte ?", "cost"),
    ("fr", "c'est gratuit ?", "cost"),
    ("fr", "quels documents dois-je apporter ?", "needed"),
    ("fr", "ça dure combien de temps ?", "duration"),
    ("fr", "où dois-je aller ?", "place"),
    ("fr", "je peux le faire en ligne ?", "online"),
    ("fr", "il faut un rendez-vous ?", "appointment"),
    ("fr", "et après ?", "next"),
    ("fr", "je peux rester anonyme ?", "anonymous"),
    ("en", "and what does it cost?", "cost"),
    ("en", "is it free?", "cost"),
    ("en", "what do I need for that?", "needed"),
    ("en", "how long does it take?", "duration"),
    ("en", "where do I have to go?", "place"),
    ("en", "can I do it online?", "online"),
    ("en", "do I need an appointment?", "appointment"),
    ("en", "what happens next?", "next"),
    ("en", "can I stay anonymous?", "anonymous"),
    ("de", "und was kostet das?", "cost"),
    ("de", "was brauche ich dafür?", "needed"),
    ("de", "wie lange dauert das?", "duration"),
    ("de", "wohin muss ich?", "place"),
    ("de", "geht das auch online?", "online"),
    ("de", "brauche ich einen Termin?", "appointment"),
    ("de", "und wie geht es weiter?", "next"),
    ("de", "bleibe ich anonym?", "anonymous"),
]
ABOUT: dict[Language, str] = {
    "nl": "mijn fiets is gestolen",
    "fr": "mon vélo a été volé",
    "en": "my bike was stolen",
    "de": "mein Fahrrad wurde gestohlen",
}


@pytest.mark.parametrize(("language", "text", "asks"), ASKED)
def test_a_short_question_is_about_the_topic_at_hand(
    dialogue: Dialogue, language: Language, text: str, asks: str
) -> None:
    talk = Talk(dialogue, language).say(ABOUT[language]).say(text)
    assert talk.state.topic == "bike_theft"
    answer = talk.all(Say)[0]
    assert str(answer.answer).startswith(f"bike_theft.{asks}@")
    assert talk.the(Record).answer == answer.answer
    assert "person" in talk.offered


def test_every_language_knows_every_question(corpus: Corpus) -> None:
    for language in LANGUAGES:
        assert set(corpus.follow_ups[language]) == set(ORDER)


@pytest.mark.parametrize("text", ["", "mijn fiets is weg", "ja", "wat " * 20 + "kost dat"])
def test_other_texts_ask_nothing_of_the_kind(corpus: Corpus, normaliser: Normaliser, triage: Triage, text: str) -> None:
    assert FollowUps(normaliser, corpus.follow_ups, triage.concepts).asked(text) is None


def test_what_frames_a_question_are_concepts(corpus: Corpus) -> None:
    assert set(corpus.patterns["nl"]) >= FRAME


def test_a_question_that_names_another_topic_leads_to_it(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gestolen").say("hoe lang duurt vakantietoezicht?")
    assert talk.state.topic == "holiday_surveillance"
    talk = Talk(dialogue).say("mijn fiets is gestolen").say("wat kost een nieuw paspoort?")
    assert not any(str(said.answer).startswith("bike_theft") for said in talk.all(Say))


def test_the_topics_own_answer_goes_before_the_general_one(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("waar vraag ik een uittreksel uit het strafregister?").say("en wat kost dat?")
    assert "gemeente" in talk.words
    assert not talk.all(HandOver)


def test_without_a_topic_it_is_a_question_like_others(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("wat kost dat?")
    assert not any(said.answer and ".cost@" in said.answer for said in talk.all(Say))
