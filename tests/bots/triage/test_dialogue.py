"""What the bot does, step by step, on the demo zone."""

from dataclasses import replace

import pytest

from bots.process import Knowing
from bots.triage.actions import Close, Fill, HandOver, Record, Say, StateNeed
from bots.triage.corpus import Corpus
from bots.triage.dialogue import Dialogue
from bots.triage.knowledge import Knowledge
from bots.triage.pipeline import Triage
from server.protocol.words import Language
from server.zone.catalogue import Catalogues
from server.zone.load import demo_folder, load_zone
from tests.bots.triage.talk import Talk


@pytest.fixture
def talk(dialogue: Dialogue) -> Talk:
    return Talk(dialogue)


@pytest.mark.parametrize(
    ("language", "bot"),
    [("nl", "bot, geen mens"), ("fr", "robot"), ("en", "bot, not a person"), ("de", "Bot, kein Mensch")],
)
def test_it_says_at_once_that_it_is_a_bot(dialogue: Dialogue, language: Language, bot: str) -> None:
    talk = Talk(dialogue, language)
    assert bot in talk.words
    assert talk.the(Record).action == "greet"


# --- answers


def test_a_question_is_answered_with_the_zones_words(talk: Talk, dialogue: Dialogue) -> None:
    talk.say("wanneer zijn jullie open?")
    answer, helped = talk.all(Say)
    assert str(answer.answer).startswith("opening_hours@")
    assert talk.the(Record).answer == answer.answer
    assert talk.the(StateNeed).need.topic == "opening_hours"
    assert [choice.value for choice in helped.choices] == ["helped.yes", "helped.no", "person"]


def test_an_answer_that_helped_leads_to_the_end(talk: Talk) -> None:
    talk.say("wanneer zijn jullie open?").say("ja dank u")
    assert talk.offered == ["more.no", "more.yes"]
    talk.choose("more.no")
    assert talk.the(Close).outcome == "answered_by_bot"
    assert talk.state.over


def test_an_answer_that_did_not_help_leads_to_what_is_related_and_to_a_person(talk: Talk) -> None:
    talk.say("de buren maken elke nacht lawaai").choose("form.no").choose("helped.no")
    assert talk.offered == ["topic.neighbour_dispute", "topic.contact_district_officer", "person"]


def test_who_says_more_about_what_was_answered_is_not_told_the_same_again(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").say("mijn fiets is gisteren aan het station gestolen")
    assert talk.words.startswith("Dank u, dat neem ik mee.")
    assert talk.offered == ["form.yes", "form.no", "person"]
    talk.choose("form.yes")
    assert talk.state.interview is not None
    assert set(talk.state.interview.proposed) == {"last_seen", "place_kind"}


def test_a_question_that_the_answer_does_not_answer_is_for_a_person(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").say("wie heeft mijn fiets gestolen?")
    assert "Een medewerker weet het wel" in talk.words
    assert "person" in talk.offered


def test_an_answer_can_be_asked_for_again(talk: Talk) -> None:
    talk.say("mijn fiets is gestolen").say("x", "topic.bike_theft")
    assert talk.all(Say)[0].answer is not None


def test_thanks_are_answered_and_the_end_is_offered(talk: Talk) -> None:
    talk.say("bedankt")
    assert talk.offered == ["more.no", "more.yes"]


# --- not sure


def test_what_is_unclear_is_asked_with_at_most_three_topics(dialogue: Dialogue) -> None:
    unclear = ["mijn fiets en mijn papieren", "iets met de buren en hun auto", "diefstal", "ik heb een boete en schade"]
    asked = [talk for text in unclear if (talk := Talk(dialogue).say(text)).the(Record).action == "clarify"]
    assert asked
    for talk in asked:
        topics = [value for value in talk.offered if value.startswith("topic.")]
        assert talk.offered[-1] == "person"
        assert len(topics) <= 4


def test_two_misunderstandings_in_a_row_bring_a_person_and_one_apology(talk: Talk) -> None:
    talk.say("qsdf lkjh mlkj")
    assert "Excuses" not in talk.words
    assert not talk.all(HandOver)
    talk.say("azer poiu")
    assert talk.words.count("Excuses") == 1
    assert talk.the(HandOver).why == "unsure"


def test_an_answer_in_between_starts_the_count_anew(talk: Talk) -> None:
    talk.say("qsdf lkjh mlkj").say("wanneer zijn jullie open?").say("azer poiu")
    assert not talk.all(HandOver)


def test_none_of_these_is_a_misunderstanding_too(talk: Talk) -> None:
    talk.say("qsdf lkjh mlkj").say("Geen van deze", "topic.none")
    assert talk.the(HandOver).why == "unsure"


@pytest.mark.parametrize("text", ["", "😀😀", "..."])
def test_a_message_without_words_is_asked_for_words(talk: Talk, text: str) -> None:
    talk.say(text)
    assert "tekst" in talk.words
    assert not talk.all(HandOver)


# --- people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ik wil met een medewerker spreken"),
        ("nl", "persoon aub"),
        ("fr", "je veux parler à une personne"),
        ("en", "human please"),
        ("de", "kein Roboter bitte, einen Menschen"),
    ],
)
def test_whoever_asks_for_a_person_gets_one(dialogue: Dialogue, language: Language, text: str) -> None:
    talk = Talk(dialogue, language).say(text)
    handed_over = talk.the(HandOver)
    assert (handed_over.why, handed_over.need.languages) == ("requested", (language,))
    assert talk.state.over


@pytest.mark.parametrize(
    ("text", "video"),
    [("Nee, liever een mens", False), ("non plutôt une personne", False), ("nee, ik bel liever met video", True)],
)
def test_who_would_rather_have_a_person_is_not_sent_away(talk: Talk, text: str, video: bool) -> None:
    talk.say("bedankt").say(text)
    assert not talk.all(Close)
    assert talk.the(HandOver).need.video == video


@pytest.mark.parametrize(
    ("text", "video"), [("liever echt iemand", False), ("kan ik een agent zien", False), ("kan ik iemand zien", True)]
)
def test_a_person_comes_inside_a_form_too(talk: Talk, text: str, video: bool) -> None:
    talk.say("mijn fiets is gestolen").choose("form.yes").say(text)
    assert (talk.the(HandOver).why, talk.the(HandOver).need.video) == ("requested", video)


def test_after_handing_over_it_is_silent(talk: Talk) -> None:
    talk.say("persoon aub").say("hallo?")
    assert talk.turn.actions == ()


def test_a_video_call_is_a_person_too(talk: Talk) -> None:
    talk.say("ik wil videobellen met een agent")
    assert talk.the(HandOver).need.video


def test_a_topic_without_an_answer_goes_to_a_person_with_the_need_filled_in(
    triage: Triage, corpus: Corpus, catalogues: Catalogues
) -> None:
    zone = load_zone(demo_folder())
    silent = replace(zone, answers=tuple(each for each in zone.answers if each.topic != "event_permission"))
    talk = Talk(Knowing(corpus, catalogues, triage).dialogue(silent))
    talk.say("ik wil een straatfeest organiseren in Nekkerspoel")
    need = talk.the(HandOver).need
    assert (need.topic, need.neighbourhood) == ("event_permission", "nekkerspoel")


def test_past_violence_gets_care_numbers_and_a_person_before_others_and_no_form(talk: Talk) -> None:
    talk.say("mijn man heeft mij vorige week geslagen")
    handed_over = talk.the(HandOver)
    assert (handed_over.why, handed_over.need.urgency) == ("sensitive", "priority")
    assert "1712" in talk.words
    assert not talk.all(Fill)
    assert not any(value.startswith("form") for value in talk.offered)


def test_a_missing_person_goes_first(talk: Talk) -> None:
    talk.say("mijn moeder met dementie is niet thuisgekomen")
    assert talk.the(HandOver).need.urgency == "emergency"


# --- doors


def test_the_victims_door_offers_a_person_first_and_numbers(talk: Talk) -> None:
    talk.say("Ik ben slachtoffer", "door.victim")
    assert talk.offered[0] == "person"
    assert talk.the(StateNeed).need.urgency == "priority"
    assert any(link.href == "tel:112" for link in talk.the(Say).links)
    assert all(len(said.choices) <= 12 for said in talk.all(Say))


def test_who_came_as_a_victim_stays_first(talk: Talk) -> None:
    talk.say("Ik ben slachtoffer", "door.victim").say("mijn gsm is gestolen")
    assert talk.the(StateNeed).need.urgency == "priority"


@pytest.mark.parametrize("door", ["door.report", "door.question"])
def test_the_other_doors_ask(talk: Talk, door: str) -> None:
    talk.say("label", door)
    assert talk.offered[-1] == "person"
    assert not talk.all(StateNeed)


@pytest.mark.parametrize(
    "choice", ["door.none", "topic.unheard_of", "nonsense", "emergency.maybe", "language.xx", "x.y"]
)
def test_a_choice_that_was_never_offered_is_read_as_words(talk: Talk, choice: str) -> None:
    talk.say("wanneer zijn jullie open?", choice)
    assert talk.state.topic == "opening_hours"


# --- languages


def test_it_follows_the_language_that_is_written_and_offers_the_way_back(talk: Talk) -> None:
    talk.say("when is the police station open on Saturday?")
    first = talk.all(Say)[0]
    assert first.text == "I will go on in English."
    assert [choice.value for choice in first.choices] == ["language.nl"]
    talk.say("Liever Nederlands", "language.nl")
    assert talk.words == "Ik ga verder in het Nederlands."
    talk.say("when is the police station open on Saturday?")
    assert "Dit loket" in talk.words


def test_a_foreign_language_gets_a_person_who_speaks_it(talk: Talk) -> None:
    talk.say("Mi-au furat telefonul ieri în tren și nu știu ce să fac")
    assert talk.the(HandOver).need.languages == ("ro",)
    assert "limba dumneavoastră" in talk.words
    assert "112" in talk.words


def test_a_language_without_a_sentence_gets_those_most_people_know(knowledge: Knowledge) -> None:
    words = knowledge.foreign("xx").text
    for sentence in ("Ik begrijp uw taal niet", "Je ne comprends pas", "I do not understand"):
        assert sentence in words
    assert "112" in words


def test_every_foreign_sentence_names_the_number(knowledge: Knowledge, corpus: Corpus) -> None:
    for code in corpus.foreign_sentences:
        assert "112" in knowledge.foreign(code).text, code


# --- abuse


def test_abuse_gets_one_calm_sentence(talk: Talk) -> None:
    talk.say("klootzak")
    assert "scheldwoorden" in talk.words
    talk.say("klootzak")
    assert "scheldwoorden" not in talk.words


def test_a_curse_beside_a_question_is_not_abuse(talk: Talk) -> None:
    talk.say("kut mijn fiets is gestolen")
    assert talk.state.topic == "bike_theft"
