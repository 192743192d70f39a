"""What was told before a form, or beside an answer, is understood, confirmed, and not asked again."""

from collections.abc import Mapping

import pytest

from bots.triage.actions import Fill, HandOver
from bots.triage.dialogue import Dialogue
from server.protocol.words import FieldValue, Language
from tests.bots.triage.talk import Talk


def proposed(talk: Talk) -> Mapping[str, FieldValue]:
    assert talk.state.interview is not None
    return talk.state.interview.proposed


STORIES: list[tuple[Language, str, str, dict[str, FieldValue]]] = [
    (
        "en",
        "bike_theft",
        "my bike was stolen yesterday at the station",
        {"last_seen": "2026-03-11", "place_kind": "railway_station"},
    ),
    (
        "nl",
        "bike_theft",
        "mijn rode Gazelle is eergisteren gestolen in de Bruul 12, hij stond op slot",
        {
            "last_seen": "2026-03-10",
            "street": "Bruul",
            "house_number": "12",
            "municipality": "Mechelen",
            "brand": "Gazelle",
            "colour": "rode",
            "locked": True,
        },
    ),
    (
        "fr",
        "bike_theft",
        "on a volé mon vtt bleu il y a 3 jours, il n'était pas attaché",
        {"last_seen": "2026-03-09", "bike_kind": "mountain", "colour": "bleu", "locked": False},
    ),
    (
        "de",
        "bike_theft",
        "mein E-Bike wurde letzten Montag am Bahnhof gestohlen",
        {"last_seen": "2026-03-09", "bike_kind": "electric", "place_kind": "railway_station"},
    ),
    (
        "nl",
        "phone_or_wallet_theft",
        "mijn gsm is gisteravond gestolen op de trein",
        {"phone_stolen": True, "last_seen": "2026-03-11Tevening", "place_kind": "public_transport"},
    ),
    (
        "fr",
        "online_fraud",
        "j'ai payé 350 euros par virement sur vinted et je n'ai jamais rien reçu",
        {
            "fraud_kind": "not_delivered",
            "money_lost": True,
            "amount": 350.0,
            "paid_by": "transfer",
            "contact": "site",
            "circumstances": "j'ai payé 350 euros par virement sur vinted et je n'ai jamais rien reçu",
        },
    ),
    (
        "de",
        "nuisance",
        "jede Nacht laute Musik in der Leopoldstraat",
        {"nuisance_kind": "music", "how_often": "daily", "street": "Leopoldstraat", "municipality": "Mechelen"},
    ),
    (
        "nl",
        "holiday_watch",
        "wij zijn op reis van 20 maart tot 5 april",
        {"from": "2026-03-20", "until": "2026-04-05"},
    ),
    (
        "en",
        "accident",
        "nobody hurt, my parked car in Bruul was hit",
        {"injured": False, "street": "Bruul", "municipality": "Mechelen", "role": "owner"},
    ),
    (
        "en",
        "vandalism",
        "graffiti on my front door since last night",
        {"graffiti": True, "damaged": "building", "noticed": "2026-03-12Tnight"},
    ),
]


@pytest.mark.parametrize(("language", "form", "told", "fields"), STORIES)
def test_what_was_told_is_proposed_and_noted_once_it_is_confirmed(
    dialogue: Dialogue, language: Language, form: str, told: str, fields: dict[str, FieldValue]
) -> None:
    topic = dialogue.form_topic(form)
    talk = Talk(dialogue, language).say(told).say("x", f"topic.{topic}").choose("form.yes")
    assert talk.the(Fill) == Fill(form, {})
    assert proposed(talk) == fields
    talk.say("yes")
    assert talk.the(Fill).fields == fields
    interview = talk.state.interview
    assert interview is not None
    assert not set(interview.questions[:1]) & set(fields)


def test_several_messages_are_one_story(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gestolen").say("en wat kost dat?").say("gisteren aan het station was dat")
    talk.say("x", "topic.bike_theft").choose("form.yes")
    assert proposed(talk) == {"last_seen": "2026-03-11", "place_kind": "railway_station"}


def test_one_thing_that_is_wrong_is_asked_and_the_rest_is_noted(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gisteren aan het station gestolen").choose("form.yes").choose("noted.no")
    assert talk.offered == ["fix.last_seen", "fix.place_kind", "fix.all"]
    talk.say("soort plaats")
    assert talk.the(Fill).fields == {"last_seen": "2026-03-11"}
    assert proposed(talk) == {}


def test_what_was_said_to_be_wrong_is_asked_at_once(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gisteren aan het station gestolen").choose("form.yes").say("nee")
    talk.choose("fix.place_kind")
    assert "Waar stond uw fiets?" in talk.words


def test_everything_may_be_wrong(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gisteren aan het station gestolen").choose("form.yes").say("nee")
    talk.choose("fix.all")
    assert not talk.all(Fill)
    assert "laatst gezien" in talk.words


def test_more_than_what_was_asked_is_confirmed_beside_it(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gestolen").choose("form.yes")
    talk.say("op 10/3/2026 aan het station, het was een plooifiets")
    assert talk.the(Fill).fields == {"last_seen": "2026-03-10"}
    assert proposed(talk) == {"place_kind": "railway_station", "bike_kind": "folding"}


def test_an_answer_to_something_else_is_noted_and_the_question_stands(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gestolen").choose("form.yes").say("hij stond toen aan het station")
    assert proposed(talk) == {"place_kind": "railway_station"}
    talk.say("ja")
    assert "laatst gezien" in talk.words


def test_a_period_too_short_is_asked_again(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("ik wil vakantietoezicht").choose("form.yes")
    talk.say("20/3/2026").say("22/3/2026")
    assert "te weinig dagen" in talk.words
    assert not talk.all(HandOver)
