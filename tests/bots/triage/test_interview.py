"""The questions of a form, asked by the bot: what was told is not asked again, and a person gets everything."""

import pytest

from bots.triage.actions import Fill, HandOver, Say
from bots.triage.dialogue import Dialogue
from server.protocol.words import Language
from tests.bots.triage.talk import Talk


@pytest.fixture
def talk(dialogue: Dialogue) -> Talk:
    return Talk(dialogue)


def test_a_form_is_begun_only_when_the_citizen_wants_it(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen")
    assert not talk.all(Fill)
    assert talk.offered == ["form.yes", "person", "form.no"]
    talk.choose("form.no")
    assert not talk.all(Fill)


def test_what_was_told_is_not_asked_again_and_a_person_gets_everything(talk: Talk) -> None:
    talk.say("mijn fiets is gisterenavond gestolen").choose("form.yes")
    assert talk.the(Fill) == Fill("bike_theft", {"last_seen": "2026-03-11Tevening"})
    asked = []
    for reply in ("vandaag om 8u", "station", "Leopoldstraat", "Mechelen", "nee", "koersfiets", "Gazelle"):
        asked.append(talk.words)
        talk.say(reply)
    assert not any("laatst gezien" in words for words in asked)
    handed_over = talk.the(HandOver)
    assert (handed_over.why, handed_over.need.neighbourhood) == ("form", "mechelen_zuid")
    assert talk.state.interview is not None
    assert talk.state.interview.fields == {
        "last_seen": "2026-03-11Tevening",
        "noticed": "2026-03-12T08:00",
        "place_kind": "railway_station",
        "street": "Leopoldstraat",
        "municipality": "Mechelen",
        "violence": False,
        "bike_kind": "race",
        "brand": "Gazelle",
    }


def test_what_cannot_be_read_is_asked_once_more_and_then_left_open(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes").say("tja")
    assert "geen dag" in talk.words
    assert "laatst gezien" in talk.words
    talk.say("tja")
    assert "geen dag" not in talk.words
    assert "merkte" in talk.words


def test_a_day_to_come_is_asked_again(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes").say("31/12/2026")
    assert "moet nog komen" in talk.words


def test_a_question_can_be_left_open(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes").choose("field.skip")
    assert not talk.all(Fill)
    assert "merkte" in talk.words


def test_a_form_that_knows_i_do_not_know_has_it_once(dialogue: Dialogue) -> None:
    talk = Talk(dialogue, "de").say("Ich habe meinen Ausweis verloren").choose("form.yes")
    assert talk.offered == ["field.lost", "field.stolen", "field.unknown"]
    talk.say("keine Ahnung")
    assert talk.the(Fill).fields == {"what_happened": "unknown"}


def test_violence_ends_the_questions(talk: Talk) -> None:
    talk.say("mijn fiets is gisteren gestolen").choose("form.yes")
    for reply in ("vandaag", "station", "Bruul", "Mechelen", "ja"):
        talk.say(reply)
    assert talk.the(Fill).fields == {"violence": True}
    assert talk.the(HandOver).need.urgency == "priority"


@pytest.mark.parametrize(
    ("language", "told", "word"),
    [
        ("nl", "mijn fiets is gestolen", "medewerker"),
        ("fr", "mon vélo a été volé", "agent"),
        ("en", "my bike was stolen", "person"),
        ("de", "mein Fahrrad wurde gestohlen", "Mitarbeiter"),
    ],
)
def test_a_person_can_be_called_from_inside_a_form_by_the_word_that_was_named(
    dialogue: Dialogue, language: Language, told: str, word: str
) -> None:
    talk = Talk(dialogue, language).say(told).choose("form.yes")
    assert word in talk.words
    assert talk.say(word).the(HandOver).why == "requested"


def test_a_form_can_be_stopped(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes").say("stop")
    assert talk.state.interview is None
    assert "person" in talk.offered


def test_another_question_is_answered_and_the_form_goes_on(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes").say("wanneer zijn jullie open?")
    answer, question = talk.all(Say)
    assert str(answer.answer).startswith("opening_hours@")
    assert "laatst gezien" in question.text


def test_changing_the_language_asks_the_question_in_it(talk: Talk, dialogue: Dialogue) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes")
    turn = dialogue.switch(talk.state, "fr")
    said = [action.text for action in turn.actions if isinstance(action, Say)]
    assert said[0] == "Je continue en français."
    assert "votre vélo" in said[1]
