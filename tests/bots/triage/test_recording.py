"""What is kept of the bot's decisions says what the citizen replied and why a person came, and quotes nobody."""

from bots.triage.actions import Record
from bots.triage.dialogue import Dialogue
from bots.triage.pipeline import Triage
from bots.triage.recording import record_of
from tests.bots.triage.talk import Talk


def test_every_stage_is_kept_and_no_word_of_the_message(triage: Triage) -> None:
    finding = triage.read("mijn fiets is gestolen aan het zwembad", "nl")
    record = record_of(finding)
    assert [stage.name for stage in record.stages] == [
        "normalise",
        "concepts",
        "emergency",
        "language",
        "topic",
        "gate",
    ]
    assert record.model == finding.model
    assert set(record.topics) < set(record.scores)
    assert all("zwembad" not in stage.outcome for stage in record.stages)


def test_a_long_message_fits(triage: Triage) -> None:
    words = " ".join(
        sorted({"fiets", "mes", "brand", "dief", "hond", "buur", "geld", "kaart"} | set(map(str, range(900))))
    )
    record = record_of(triage.read(words, "nl"))
    assert all(len(stage.names) <= 100 and len(stage.outcome) <= 200 for stage in record.stages)


def test_a_choice_says_what_the_answer_was_worth(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("wanneer is het politiekantoor open?")
    assert talk.the(Record).reply is None
    assert talk.say("nee").the(Record).reply == "not_helped"
    talk = Talk(dialogue).say("wanneer is het politiekantoor open?").choose("helped.yes")
    assert talk.the(Record).reply == "helped"


def test_who_wants_no_form_now_judges_nothing(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("mijn fiets is gestolen").choose("form.no")
    assert [record.reply for record in talk.all(Record)] == [None]


def test_a_person_who_was_asked_for_is_no_failure(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("wanneer is het politiekantoor open?").choose("person")
    assert talk.the(Record).reply == "asked_person"


def test_what_is_said_in_words_judges_nothing(dialogue: Dialogue) -> None:
    talk = Talk(dialogue).say("wanneer is het politiekantoor open?").say("en waar kan ik een boete betalen?")
    assert talk.the(Record).reply is None
