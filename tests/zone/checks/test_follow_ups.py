"""Follow-ups that name what exists, and can be read by everybody."""

import pytest

from server.zone.follow_up import pick
from tests.zone.folders import TODAY, Draft
from tests.zone.mistakes import Mistake, assert_told

FILE = "follow-ups.yaml"
MISTAKES = {
    "a topic nobody knows": Mistake(
        FILE, "topics: [lost_id]\n  checked_on: 2026-11-29\n  owner: Onlineloket\n  text:\n    nl: Uw kaart",
        "topics: [lost_ids]\n  checked_on: 2026-11-29\n  owner: Onlineloket\n  text:\n    nl: Uw kaart",
        "there is no topic `lost_ids`", "did you mean `lost_id`?",
    ),
    "a question nobody asks": Mistake(
        FILE, "- asks: anonymous\n  topics: all", "- asks: anonimous\n  topics: all", "is `anonimous`",
        "did you mean `anonymous`?",
    ),
    "a blank that nothing fills": Mistake(
        FILE, "nl: Nee. De politie komt ter plaatse om sporen te zoeken. Bel {local_police}",
        "nl: Nee. De politie komt ter plaatse om sporen te zoeken. Bel {local_polce}",
        "nothing fills `{local_polce}`", "did you mean `local_police`?",
    ),
    "a number written out": Mistake(
        FILE, "nl: Uw gemeente zegt of het iets kost.\n", "nl: Uw gemeente zegt of het iets kost. Bel 015 29 76 11.\n",
        "the number 015 29 76 11 is written out", "add it to numbers.yaml",
    ),
    "markup": Mistake(
        FILE, "nl: Dit is gratis.", "nl: Dit is **gratis**.", "`**` would be shown as it stands", "write plain text",
    ),
    "a sentence nobody can follow": Mistake(
        FILE, "nl: Dit is gratis.", "nl: Dit is " + 25 * "heel " + "gratis.", "a sentence of 28 words", "make two",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])


def test_a_language_that_is_missing_is_told(draft: Draft) -> None:
    draft.change(FILE, "    de: Das ist kostenlos.\n", "")
    (error,) = draft.errors()
    assert "lacks `de`" in error.message


def test_two_answers_to_one_question_are_told(draft: Draft) -> None:
    entry = "topics: [{}]\n  checked_on: 2026-11-29\n  owner: Onlineloket\n  text:\n    nl: Het bedrag"
    line = draft.change(FILE, entry.format("traffic_fine"), entry.format("lost_id"))
    (error,) = draft.errors()
    assert (error.file, error.line) == (FILE, line)
    assert error.message == "`cost` is answered twice for `lost_id`"


def test_a_zone_may_do_without(draft: Draft) -> None:
    (draft.path / FILE).unlink()
    assert draft.errors() == []
    assert draft.load().follow_up("bike_theft", "cost") is None


def test_what_was_checked_too_long_ago_is_told(draft: Draft) -> None:
    draft.write(FILE, draft.read(FILE).replace("checked_on: 2026-11-29", "checked_on: 2024-11-29", 1))
    (warning,) = [problem for problem in draft.warnings(TODAY) if problem.file == FILE]
    assert warning.message == "last checked on 2024-11-29"


def test_a_topics_own_answer_goes_before_the_general_one(draft: Draft) -> None:
    zone = draft.load()
    own, general = (pick(zone.follow_ups, topic, "cost") for topic in ("traffic_fine", "bike_theft"))
    assert own is not None
    assert general is not None
    assert "justonweb" in own.text["nl"]
    assert general.topics == "all"
    assert own.version != general.version
