"""The questions of a form, asked by the bot: what was told is not asked again, and a person gets everything."""

import pytest

from bots.triage.actions import Close, Fill, HandOver, Record, Say
from bots.triage.dialogue import Dialogue
from server.protocol.words import FieldValue, Language
from tests.bots.triage.talk import Talk

WRITTEN: dict[str, FieldValue] = {
    "last_seen": "2026-03-10",
    "noticed": "2026-03-11",
    "place_kind": "street",
    "street": "Bruul",
    "municipality": "Mechelen",
    "violence": False,
    "bike_kind": "city",
    "brand": "Gazelle",
    "colour": "blauw",
    "locked": True,
    "is_owner": True,
}
"""All that the bot would ask about a bicycle, as the citizen writes it in the report."""


@pytest.fixture
def talk(dialogue: Dialogue) -> Talk:
    return Talk(dialogue)


@pytest.fixture
def asked(talk: Talk) -> Talk:
    """Somebody who told nothing yet but that a bicycle is gone, at the first question."""
    return talk.say("mijn fiets is gestolen").choose("form.yes")


# --- beginning


def test_a_form_is_begun_only_when_the_citizen_wants_it(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen")
    assert not talk.all(Fill)
    assert talk.offered == ["form.yes", "form.no", "person"]
    talk.choose("form.no")
    assert not talk.all(Fill)
    assert talk.offered == ["helped.yes", "helped.no", "person"]


def test_what_was_told_is_not_asked_again_and_a_person_gets_everything(talk: Talk) -> None:
    talk.say("mijn fiets is gisterenavond gestolen").choose("form.yes")
    assert talk.the(Fill) == Fill("bike_theft", {})
    assert "woensdag 11 maart 2026, ’s avonds. Klopt dat?" in talk.words
    talk.say("ja")
    assert talk.the(Fill) == Fill("bike_theft", {"last_seen": "2026-03-11Tevening"})
    asked = []
    for reply in ("12/3/2026 om 8u", "station", "Leopoldstraat", "nee", "koersfiets", "Gazelle", "rood", "ja", "ja"):
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
        "colour": "rood",
        "locked": True,
        "is_owner": True,
    }
    assert "Soort plaats: Aan het station" in talk.words


def test_it_says_how_far_along_it_is(asked: Talk) -> None:
    assert "Vraag 1 van 11" in asked.words
    assert "Vraag 2 van 11" in asked.choose("field.skip").words


def test_a_second_report_is_for_a_person(asked: Talk) -> None:
    asked.say("stop").say("ik wil schade aan mijn gevel aangeven, graffiti").say("x", "form.yes")
    assert not asked.all(Fill)
    assert asked.offered == ["person", "form.resume"]


# --- what cannot be read, or is not known


def test_what_cannot_be_read_is_asked_once_more_and_then_left_open(asked: Talk) -> None:
    asked.say("tja")
    assert "geen dag" in asked.words
    assert "laatst gezien" in asked.words
    asked.say("tja")
    assert "geen dag" not in asked.words
    assert "merkte" in asked.words


def test_two_questions_in_a_row_that_nobody_could_read_bring_a_person_and_one_apology(asked: Talk) -> None:
    for _ in range(3):
        assert not asked.say("tja").all(HandOver)
    asked.say("tja")
    assert asked.the(HandOver).why == "form"
    assert asked.words.count("Excuses") == 1


@pytest.mark.parametrize("reply", ["ja", "nee", "😀", "???"])
def test_what_is_no_street_is_not_noted_as_one(asked: Talk, reply: str) -> None:
    for _ in range(3):
        asked.choose("field.skip")
    assert "straat" in asked.words
    asked.say(reply)
    assert not asked.all(Fill)
    assert "straat" in asked.words


def test_a_day_to_come_is_asked_again(asked: Talk) -> None:
    assert "moet nog komen" in asked.say("31/12/2026").words


def test_a_day_before_the_one_it_follows_is_asked_again(asked: Talk) -> None:
    asked.say("10/3/2026").say("9/3/2026")
    assert "vroeger dan" in asked.words
    assert not asked.all(Fill)


def test_a_question_can_be_left_open(asked: Talk) -> None:
    asked.choose("field.skip")
    assert not asked.all(Fill)
    assert "merkte" in asked.words


def test_a_form_that_knows_i_do_not_know_has_it_once(dialogue: Dialogue) -> None:
    talk = Talk(dialogue, "de").say("Mein Ausweis ist weg").choose("form.yes").say("ja")
    assert talk.offered == ["field.lost", "field.stolen", "field.unknown"]
    talk.say("keine Ahnung")
    assert talk.the(Fill).fields == {"what_happened": "unknown"}


# --- for a person


def test_violence_ends_the_questions(talk: Talk) -> None:
    talk.say("mijn fiets is gisteren gestolen").choose("form.yes")
    for reply in ("ja", "12/3/2026", "station", "Bruul", "ja"):
        talk.say(reply)
    assert talk.the(Fill).fields == {"violence": True}
    assert talk.the(HandOver).need.urgency == "priority"


def test_somebody_hurt_ends_the_questions(talk: Talk) -> None:
    talk.say("ik had gisteren een ongeval met de auto").choose("form.yes").say("ja").say("ja, mijn arm doet pijn")
    assert talk.all(HandOver)
    assert "112" in talk.words


def test_violence_told_where_it_is_asked_for_is_the_answer(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes")
    for _ in range(5):
        talk.choose("field.skip")
    assert "geweld" in talk.words
    talk.say("er is geweld gebruikt bij de diefstal")
    assert talk.the(Fill).fields == {"violence": True}
    assert talk.the(HandOver).need.topic == "bike_theft"


def test_violence_told_in_the_middle_of_a_form_is_no_longer_about_a_bicycle(asked: Talk) -> None:
    asked.say("mijn man heeft mij vorige week geslagen")
    handed_over = asked.the(HandOver)
    assert (handed_over.why, handed_over.need.topic) == ("sensitive", "domestic_violence_past")
    assert "1712" in asked.words


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


# --- aside


def test_a_form_can_be_stopped_and_gone_on_with(asked: Talk) -> None:
    asked.say("10/3/2026").say("stop")
    assert asked.state.asking is None
    assert asked.offered == ["form.resume", "person"]
    asked.say("wanneer zijn jullie open?")
    assert asked.offered == ["form.resume", "helped.yes", "person"]
    asked.say("verder")
    assert "merkte" in asked.words
    assert asked.state.interview is not None
    assert asked.state.interview.fields == {"last_seen": "2026-03-10"}


@pytest.mark.parametrize("reply", ["wacht even", "un instant", "hold on", "einen Moment"])
def test_somebody_who_looks_something_up_is_given_time(asked: Talk, reply: str) -> None:
    before = asked.state.interview
    asked.say(reply)
    assert "tijd" in asked.words
    assert asked.state.interview == before
    assert asked.offered == ["field.skip"]


def test_another_question_is_answered_and_the_form_goes_on(asked: Talk) -> None:
    asked.say("wanneer zijn jullie open?")
    answer, question = asked.all(Say)
    assert str(answer.answer).startswith("opening_hours@")
    assert "laatst gezien" in question.text


def test_a_question_about_the_report_itself_is_answered_too(asked: Talk) -> None:
    asked.say("en wat kost dat?")
    answer, question = asked.all(Say)
    assert str(answer.answer).startswith("bike_theft.cost@")
    assert "laatst gezien" in question.text


def test_changing_the_language_asks_the_question_in_it(asked: Talk, dialogue: Dialogue) -> None:
    turn = dialogue.switch(asked.state, "fr")
    said = [action.text for action in turn.actions if isinstance(action, Say)]
    assert said[0] == "Je continue en français."
    assert "votre vélo" in said[1]


def test_abuse_in_a_form_gets_one_calm_sentence_and_the_question(asked: Talk) -> None:
    asked.say("klootzak")
    assert "scheldwoorden" in asked.words
    assert "laatst gezien" in asked.words
    assert not asked.all(Close)


def test_what_the_citizen_writes_in_the_form_is_not_asked(asked: Talk, dialogue: Dialogue) -> None:
    turn = dialogue.amend(asked.state, {"last_seen": "2026-03-10", "noticed": "2026-03-11", "frame_number": "AB12"})
    assert turn.actions == ()
    interview = turn.state.interview
    assert interview is not None
    assert interview.questions[0] == "place_kind"


def test_the_record_says_that_it_is_a_form(asked: Talk) -> None:
    assert asked.say("10/3/2026").the(Record).action == "form"


@pytest.mark.parametrize(
    ("text", "choice"),
    [("rood", None), ("ja", None), ("terug", None), ("weet ik niet", None), ("x", "field.skip"), ("x", "noted.yes")],
)
def test_a_report_that_the_citizen_wrote_to_the_end_goes_to_a_person(
    asked: Talk, text: str, choice: str | None
) -> None:
    asked.amend(**WRITTEN)
    assert asked.turn.actions == ()
    assert asked.say(text, choice).the(HandOver).why == "form"
    assert "Gazelle" in asked.words


def test_a_report_that_was_written_to_the_end_while_paused_is_not_asked_on(asked: Talk) -> None:
    asked.say("stop").amend(**WRITTEN).say("verder")
    assert asked.the(HandOver).why == "form"


def test_what_was_doubted_and_then_written_is_not_doubted_any_more(talk: Talk) -> None:
    talk.say("mijn fiets is gisteren aan het station gestolen").choose("form.yes").choose("noted.no")
    talk.amend(last_seen="2026-03-10", place_kind="street")
    interview = talk.state.interview
    assert interview is not None
    assert (dict(interview.proposed), interview.doubted) == ({}, False)
