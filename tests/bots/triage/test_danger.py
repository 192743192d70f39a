"""What the bot does about danger: now, perhaps, and while the citizen waits for a person."""

import pytest

from bots.triage.actions import HandOver, RaiseTier, Record
from bots.triage.dialogue import Dialogue
from tests.bots.at_work import ASKED_ABOUT
from tests.bots.triage.talk import Talk


@pytest.fixture
def talk(dialogue: Dialogue) -> Talk:
    return Talk(dialogue)


def test_danger_now_shows_the_card_and_calls_a_person(talk: Talk) -> None:
    talk.say("er staat een man met een mes voor mijn deur")
    assert talk.the(RaiseTier).tier == 1
    assert "112" in talk.words
    handed_over = talk.the(HandOver)
    assert (handed_over.why, handed_over.need.urgency) == ("emergency", "emergency")
    assert talk.the(Record).rules


@pytest.mark.parametrize("reply", ["ja", "Ja, hij is hier in huis", "yes"])
def test_perhaps_danger_is_asked_and_yes_is_danger(dialogue: Dialogue, reply: str) -> None:
    talk = Talk(dialogue, "en").say("my husband hits me")
    assert talk.the(RaiseTier).tier == 2
    assert talk.offered == ["emergency.yes", "emergency.no"]
    talk.say(reply)
    assert talk.the(RaiseTier).tier == 1
    assert talk.the(HandOver).why == "emergency"


def test_no_danger_goes_on_with_what_was_said(dialogue: Dialogue) -> None:
    talk = Talk(dialogue, "en").say("my husband hits me").choose("emergency.no")
    assert talk.the(HandOver).need.topic == "domestic_violence_past"


def test_the_same_is_not_asked_twice(talk: Talk) -> None:
    talk.say("mijn man slaat mij").choose("emergency.no").say("mijn man slaat mij")
    assert not talk.all(RaiseTier)


def test_danger_is_seen_inside_a_form(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes").say("help hij slaat mij")
    assert talk.the(RaiseTier).tier == 1


def test_a_no_that_goes_on_about_danger_is_none(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn man slaat mij").say("nee maar hij bonkt op de deur en komt binnen")
    assert talk.the(RaiseTier).tier == 1


@pytest.mark.parametrize("reply", ["nee", "nee nu niet", "non, pas maintenant", "no, not now", "nein, jetzt nicht"])
def test_a_short_no_is_believed(dialogue: Dialogue, reply: str) -> None:
    talk = Talk(dialogue).say("mijn man slaat mij").say(reply)
    assert not talk.all(RaiseTier)
    assert not talk.state.raised


def test_a_no_about_the_same_is_one(talk: Talk) -> None:
    talk.say("mijn man slaat mij").say("nee, mijn man slaat mij soms maar nu niet")
    assert not talk.all(RaiseTier)
    assert talk.state.asked_about == frozenset()


def test_what_was_asked_is_forgotten_once_it_is_answered(talk: Talk) -> None:
    talk.say("mijn man slaat mij").choose("emergency.no")
    assert talk.state.over
    assert talk.wait("ja dank u, ik wacht").turn.actions == ()


def test_the_question_of_danger_is_asked_again_in_another_language(talk: Talk) -> None:
    question = talk.say("mijn man slaat mij").words
    talk.switch("en")
    assert talk.offered == ["emergency.yes", "emergency.no"]
    assert "Is this happening now" in talk.words
    assert talk.words != question
    assert talk.say("yes").the(RaiseTier).tier == 1


# --- danger while the citizen waits for a person


def test_a_no_that_means_danger_raises_the_alarm(talk: Talk) -> None:
    talk.wait(ASKED_ABOUT)
    assert talk.the(RaiseTier).tier == 2
    talk.wait("nee hij heeft een mes en staat hier, help")
    assert talk.the(RaiseTier).tier == 1
    assert talk.wait("hij schiet").turn.actions == ()


@pytest.mark.parametrize("reply", ["nee", "nee nu niet", "non", "no, not now", "nein"])
def test_a_short_no_is_one(talk: Talk, reply: str) -> None:
    talk.wait(ASKED_ABOUT).wait(reply)
    assert talk.turn.actions == ()
    assert talk.wait("ja dank u, ik wacht").turn.actions == ()
    assert talk.wait(ASKED_ABOUT).turn.actions == ()


def test_who_reported_a_missing_person_is_still_heard(talk: Talk) -> None:
    talk.say(ASKED_ABOUT)
    assert not talk.all(RaiseTier)
    assert talk.wait("er staat een man met een mes voor mijn deur").the(RaiseTier).tier == 1
