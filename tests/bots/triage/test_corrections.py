"""What was said can be taken back, in every language, without pressing anything."""

import pytest

from bots.triage.actions import Fill
from bots.triage.dialogue import Dialogue
from server.protocol.words import FieldValue, Language
from tests.bots.triage.talk import Talk

BEGUN: dict[Language, tuple[str, str]] = {
    "nl": ("mijn fiets is gestolen", "gisteren"),
    "fr": ("mon vélo a été volé", "hier"),
    "en": ("my bike was stolen", "yesterday"),
    "de": ("mein Fahrrad wurde gestohlen", "gestern"),
}


def begun(dialogue: Dialogue, language: Language = "nl") -> Talk:
    told, day = BEGUN[language]
    return Talk(dialogue, language).say(told).choose("form.yes").say(day)


def fields(talk: Talk) -> dict[str, FieldValue]:
    assert talk.state.interview is not None
    return talk.state.interview.fields


@pytest.mark.parametrize(
    ("language", "correction", "day"),
    [
        ("nl", "nee, het was dinsdag", "2026-03-10"),
        ("nl", "neen eergisteren", "2026-03-10"),
        ("nl", "nee, vorige dinsdag", "2026-03-10"),
        ("fr", "non, c'était mardi", "2026-03-10"),
        ("fr", "non il y a 3 jours", "2026-03-09"),
        ("en", "no, it was Tuesday", "2026-03-10"),
        ("en", "no, last night around 10", "2026-03-11T22:00"),
        ("de", "nein, es war Dienstag", "2026-03-10"),
        ("de", "nein, letzten Montag", "2026-03-09"),
    ],
)
def test_a_day_is_corrected_before_it_is_noted(
    dialogue: Dialogue, language: Language, correction: str, day: str
) -> None:
    talk = begun(dialogue, language).say(correction)
    assert not talk.all(Fill)
    assert talk.offered == ["noted.yes", "noted.no"]
    assert talk.choose("noted.yes").the(Fill).fields == {"last_seen": day}


@pytest.mark.parametrize(
    ("language", "correction"),
    [
        ("nl", "nee, het was dinsdag"),
        ("nl", "sorry, dinsdag"),
        ("fr", "non, c'était mardi"),
        ("fr", "je me suis trompé, mardi"),
        ("en", "no, it was Tuesday"),
        ("en", "I meant Tuesday"),
        ("de", "nein, es war Dienstag"),
        ("de", "Entschuldigung, Dienstag"),
    ],
)
@pytest.mark.parametrize("question", ["noticed", "place_kind", "violence"])
def test_a_day_that_was_noted_is_corrected_at_any_question(
    dialogue: Dialogue, language: Language, correction: str, question: str
) -> None:
    talk = begun(dialogue, language).choose("noted.yes")
    while talk.state.interview and talk.state.interview.questions[0] != question:
        talk.choose("field.skip")
    talk.say(correction)
    assert talk.the(Fill).fields == {"last_seen": "2026-03-10"}
    assert talk.state.interview is not None
    assert talk.state.interview.questions[0] == question, "the question stands"


def test_a_choice_is_corrected_by_its_words(dialogue: Dialogue) -> None:
    talk = begun(dialogue).say("ja").choose("field.skip").say("station").say("nee, het was aan de winkel")
    assert talk.the(Fill).fields == {"place_kind": "shop"}
    assert "Aangepast" in talk.words


@pytest.mark.parametrize("apostrophe", "'’")
def test_a_choice_is_known_by_either_apostrophe(dialogue: Dialogue, apostrophe: str) -> None:
    talk = begun(dialogue, "fr").choose("noted.yes")
    while talk.state.interview and talk.state.interview.questions[0] != "bike_kind":
        talk.choose("field.skip")
    talk.say(f"d{apostrophe}enfant")
    assert talk.the(Fill).fields == {"bike_kind": "child"}


def test_a_free_answer_is_corrected_by_its_name(dialogue: Dialogue) -> None:
    talk = begun(dialogue).say("ja")
    while talk.state.interview and talk.state.interview.questions[0] != "brand":
        talk.choose("field.skip")
    talk.say("Batavuz").say("sorry, het merk is Batavus")
    assert talk.the(Fill).fields == {"brand": "Batavus"}


def test_a_no_to_a_question_is_an_answer(dialogue: Dialogue) -> None:
    talk = begun(dialogue).say("ja")
    while talk.state.interview and talk.state.interview.questions[0] != "violence":
        talk.choose("field.skip")
    talk.say("nee, gelukkig niet, ik was dinsdag niet thuis")
    assert talk.the(Fill).fields == {"violence": False}


@pytest.mark.parametrize(
    "words", ["dat klopt niet", "nee dat klopt niet", "c'est faux", "that's wrong", "das stimmt nicht"]
)
def test_something_noted_can_be_said_to_be_wrong(dialogue: Dialogue, words: str) -> None:
    talk = begun(dialogue).say("ja").say(words)
    assert talk.offered == ["fix.last_seen"]
    talk.choose("fix.last_seen")
    assert "laatst gezien" in talk.words
    assert "last_seen" not in fields(talk)


def test_the_question_before_can_be_asked_again(dialogue: Dialogue) -> None:
    talk = begun(dialogue).say("ja").say("terug")
    assert "laatst gezien" in talk.words


def test_an_earlier_answer_that_would_be_wrong_is_not_taken(dialogue: Dialogue) -> None:
    talk = begun(dialogue).say("ja").say("11/3/2026").say("nee, het was zondag 1 maart")
    assert fields(talk) == {"last_seen": "2026-03-11", "noticed": "2026-03-11"}
