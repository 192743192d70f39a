"""Answers that exist in every language and can be read by everybody."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "an answer with a number nobody knows": Mistake(
        "answers/lost_id.nl.md",
        "[doc_stop, ",
        "[docstop, ",
        "there is no number `docstop`",
        "did you mean `doc_stop`?",
    ),
    "a blank that nothing fills": Mistake(
        "answers/lost_id.nl.md",
        "Bel Card Stop op {card_stop}",
        "Bel Card Stop op {cardstop}",
        "nothing fills `{cardstop}`",
        "did you mean `card_stop`?",
    ),
    "a number written out": Mistake(
        "answers/lost_id.nl.md",
        "Bel Card Stop op {card_stop}",
        "Bel Card Stop op 078/170.170",
        "the number 078/170.170 is written out",
        "write `{card_stop}`",
    ),
    "a number from nowhere": Mistake(
        "answers/lost_id.nl.md",
        "Bel Card Stop op {card_stop}",
        "Bel Card Stop op 02 555 55 55",
        "the number 02 555 55 55 is written out",
        "add it to numbers.yaml",
    ),
    "markup": Mistake(
        "answers/lost_id.nl.md",
        "Is ook uw bankkaart weg?",
        "Is ook uw **bankkaart** weg?",
        "`**` would be shown as it stands",
        "write plain text",
    ),
    "a sentence nobody can follow": Mistake(
        "answers/lost_id.nl.md",
        "Is ook uw bankkaart weg?",
        "Is " + 24 * "heel " + "veel weg?",
        "a sentence of 27 words",
        "make two of it",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])


def test_an_answer_for_no_topic_is_told(draft: Draft) -> None:
    text = draft.read("answers/lost_id.nl.md")
    for language in ("nl", "fr", "en", "de"):
        draft.write(f"answers/lost_ids.{language}.md", text)
    errors = draft.errors()
    assert [error.file for error in errors] == [
        f"answers/lost_ids.{language}.md" for language in ("de", "en", "fr", "nl")
    ]
    assert {(error.message, error.remedy) for error in errors} == {
        ("there is no topic `lost_ids`", "did you mean `lost_id`?")
    }


def test_languages_that_are_missing_are_told_once(draft: Draft) -> None:
    for language in ("nl", "de"):
        (draft.path / f"answers/lost_id.{language}.md").unlink()
    (error,) = draft.errors()
    assert error.message == "the answer lacks `nl` and `de`"
    assert error.remedy == "write answers/lost_id.nl.md and answers/lost_id.de.md"


def test_an_answer_longer_than_a_message_is_told(draft: Draft) -> None:
    text = draft.read("answers/lost_id.nl.md")
    draft.write("answers/lost_id.nl.md", text + "Dit is een zin. " * 300)
    (error,) = draft.errors()
    assert error.remedy == "use at most 4000"


@pytest.mark.parametrize("markup", ["<b>weg</b>", "# Weg", "[hier](https://x.be)", "__weg__", "`weg`"])
def test_markup_of_any_kind_is_told(draft: Draft, markup: str) -> None:
    text = draft.read("answers/lost_id.nl.md")
    draft.write("answers/lost_id.nl.md", f"{text}\n{markup}\n")
    (error,) = draft.errors()
    assert "would be shown as it stands" in error.message
    assert error.line == text.count("\n") + 2
