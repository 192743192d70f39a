import pytest

from bots.triage.replies import Replies
from server.protocol.words import Choice

OFFERED = (
    Choice(value="helped.yes", label="Ja, dank u"),
    Choice(value="helped.no", label="Nee"),
    Choice(value="person", label="Ik wil een medewerker"),
)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Ja", "yes"),
        ("oui bien sûr", "yes"),
        ("ja graag!", "yes"),
        ("nee dank u", "no"),
        ("Nein", "no"),
        ("weet ik niet", "skip"),
        ("je ne sais pas", "skip"),
        ("stop", "stop"),
        ("wacht even", "wait"),
        ("un instant", "wait"),
        ("hold on", "wait"),
        ("later", "stop"),
        ("later in de avond", None),
        ("verder", "resume"),
        ("weiter", "resume"),
        ("terug", "back"),
        ("question précédente", "back"),
        ("nee dat klopt niet", "wrong"),
        ("das stimmt nicht", "wrong"),
        ("das stimmt", "yes"),
        ("c'est ça", "yes"),
        ("misschien", None),
        ("ja maar gisteren was het toch anders", None),
        ("", None),
    ],
)
def test_short_replies_are_read(replies: Replies, text: str, reply: str | None) -> None:
    assert replies.read(text) == reply


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ik wil een MEDEWERKER", "person"),
        ("3", "person"),
        ("ja", "helped.yes"),
        ("non", "helped.no"),
        ("4", None),
        ("fiets", None),
        ("", None),
    ],
)
def test_a_choice_is_also_plain_text(replies: Replies, text: str, value: str | None) -> None:
    assert replies.chosen(text, OFFERED) == value


def test_a_long_reply_may_still_begin_with_yes(replies: Replies) -> None:
    assert replies.begins_with("Ja, hij staat hier voor de deur met een hamer", "yes")
    assert not replies.begins_with("ik denk van niet", "yes")


@pytest.mark.parametrize(
    ("text", "corrects"),
    [
        ("nee, het was dinsdag", "surely"),
        ("non, c'était mardi", "surely"),
        ("no, it was Tuesday", "surely"),
        ("nein, es war Dienstag", "surely"),
        ("sorry, ik bedoel dinsdag", "surely"),
        ("nee dinsdag", "perhaps"),
        ("nee", None),
        ("dinsdag", None),
        ("", None),
    ],
)
def test_what_takes_something_back_is_told_from_an_answer(replies: Replies, text: str, corrects: str | None) -> None:
    assert replies.corrects(text) == corrects


@pytest.mark.parametrize(
    ("text", "value"),
    [("medewerker", "person"), ("een medewerker", "person"), ("de", None), ("een medewerker van de stad", None)],
)
def test_some_words_of_one_label_are_enough(replies: Replies, text: str, value: str | None) -> None:
    assert replies.chosen(text, OFFERED) == value
