"""What a file says: every mistake in it is told, with its line, and all of them at once."""

import pytest

from tests.zone.folders import Draft
from tests.zone.mistakes import Mistake, assert_told

MISTAKES = {
    "a key nobody knows": Mistake(
        "zone.yaml",
        "page_title:",
        "page_titel:",
        "`page_titel` is not a key of a profile",
        "did you mean `page_title`?",
    ),
    "a key of something else": Mistake(
        "doors.yaml",
        "- id: question\n",
        "- id: question\n  fee: 3\n",
        "`fee` is not a key of a door",
        "use one of `id`, `label`, `intro`, `sensitive`",
        below=1,
    ),
    "a word that is no choice": Mistake(
        "zone.yaml",
        "procedure_language: nl",
        "procedure_language: dutch",
        "`procedure_language` is `dutch`",
        "use one of `de`, `en`, `fr`, `nl`",
    ),
    "a number out of bounds": Mistake(
        "zone.yaml",
        "routine: 3",
        "routine: 300",
        "`routine` is 300",
        "write a whole number from 1 to 20",
    ),
    "a text for a number": Mistake(
        "zone.yaml",
        "routine: 3",
        "routine: three",
        "`routine` is `three`",
        "write a whole number from 1 to 20",
    ),
    "yes for true": Mistake(
        "zone.yaml",
        "call_takes_all: true",
        "call_takes_all: yes",
        "`call_takes_all` is `yes`",
        "write `true` or `false`",
    ),
    "a day that does not exist": Mistake(
        "rights.yaml",
        "checked_on: 2026-11-23",
        "checked_on: 2026-11-31",
        "`checked_on` is `2026-11-31`, a day that does not exist",
        "look at the month and the day again",
    ),
    "another way to write a day": Mistake(
        "rights.yaml",
        "checked_on: 2026-11-23",
        "checked_on: 23/11/2026",
        "`checked_on` is `23/11/2026`",
        "write a date like `2026-05-01`",
    ),
    "a list where a word belongs": Mistake(
        "zone.yaml",
        "id: demo\n",
        "id: [demo]\n",
        "`id` is a list",
        "write a word of small letters",
    ),
    "a word where a list belongs": Mistake(
        "zone.yaml",
        "ways: [local_police, police, app_112]",
        "ways: local_police",
        "`ways` is `local_police`",
        "write a list",
    ),
    "an id with capitals": Mistake(
        "topics.yaml",
        "- id: found_object",
        "- id: Found Object",
        "`id` is `Found Object`",
        "write a word of small letters, digits, `_` and `-` that begins with a letter",
    ),
    "an address without https": Mistake(
        "zone.yaml",
        "nl: https://www.meteo.be/nl",
        "nl: www.meteo.be",
        "`nl` is `www.meteo.be`",
        "write a web address that begins with `https://`",
    ),
    "a site with a path": Mistake(
        "zone.yaml",
        "- http://127.0.0.1:8081",
        "- http://127.0.0.1:8081/",
        "an item of `embed_on` is `http://127.0.0.1:8081/`",
        "write an origin without a path",
    ),
    "an empty text": Mistake(
        "doors.yaml",
        "nl: Ik heb een vraag",
        "nl: ''",
        "`nl` of `label` is empty",
        "write a text",
    ),
    "a key that stands there twice": Mistake(
        "zone.yaml",
        "reference_prefix: OL",
        "reference_prefix: OL\nreference_prefix: OL",
        "`reference_prefix` stands here twice",
        "keep one of them",
        below=1,
    ),
    "hours that are no hours": Mistake(
        "teams.yaml",
        '"13:00-19:00"',
        '"13.00-19.00"',
        "an item of `thursday` of `weekly` is `13.00-19.00`",
        "write hours like `08:30-12:00`",
    ),
    "a kind of field nobody knows": Mistake(
        "forms/bike_theft.yaml",
        "- kind: amount",
        "- kind: amont",
        "there is no kind `amont`",
        "did you mean `amount`?",
    ),
    "a list where a kind is named": Mistake(
        "forms/bike_theft.yaml",
        "- kind: amount",
        "- kind: [amount]",
        "an item of `fields` needs `kind`",
        "add `kind:` with one of `text`",
    ),
    "YAML that breaks off": Mistake(
        "doors.yaml",
        "nl: Ik heb een vraag",
        'nl: "Ik heb een vraag',
        "this is not YAML",
        "needs quotes",
    ),
    "a colon in a plain text": Mistake(
        "doors.yaml",
        "nl: Ik heb een vraag",
        "nl: Vraag: stel ze",
        "this is not YAML",
        "needs quotes",
    ),
    "a comma too many in a table": Mistake(
        "streets.csv",
        "Bruul,2800,binnenstad,,,",
        "Bruul,2800,binnenstad,,,,too much",
        "there are 7 cells under 6 columns",
        "between double quotes",
    ),
    "a column nobody knows": Mistake(
        "streets.csv",
        "neighbourhood,first",
        "neighbourhod,first",
        "there is no column `neighbourhod`",
        "did you mean `neighbourhood`?",
    ),
    "a postcode that is none": Mistake(
        "streets.csv",
        "Bruul,2800,",
        "Bruul,28OO,",
        "`postcode` is `28OO`",
        "write a Belgian postcode of four digits",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_is_with_what_to_write_instead(draft: Draft, name: str) -> None:
    assert_told(draft, MISTAKES[name])


def test_every_mistake_is_told_at_once(draft: Draft) -> None:
    expected = {
        ("zone.yaml", draft.change("zone.yaml", "routine: 3", "routine: many")),
        ("zone.yaml", draft.change("zone.yaml", "page_title:", "page_titel:")),
        ("rights.yaml", draft.change("rights.yaml", "checked_on: 2026-11-23", "checked_on: soon")),
        ("streets.csv", draft.change("streets.csv", "Bruul,2800,", "Bruul,28,")),
        ("streets.csv", draft.change("streets.csv", "Veemarkt,2800,binnenstad", "Veemarkt,2800,")),
        ("forms/bike_theft.yaml", draft.change("forms/bike_theft.yaml", "most: 50000", "most: a lot")),
    }
    assert expected <= {(problem.file, problem.line) for problem in draft.errors()}


def test_a_key_that_is_missing_is_told_where_its_thing_begins(draft: Draft) -> None:
    line = draft.change("teams.yaml", "- id: victim_support\n  kind: police\n", "- id: victim_support\n")
    (error,) = draft.errors()
    assert (error.line, error.message) == (line, "a team needs `kind`")
    assert error.remedy == "add `kind:` with one of `police`, `prevention`"


def test_languages_that_are_missing_are_named(draft: Draft) -> None:
    line = draft.change("doors.yaml", "    en: I am a victim\n    de: Ich bin Opfer\n", "")
    (error,) = draft.errors()
    assert error.message == "`label` lacks `de` and `en`"
    assert error.remedy == "add `de: …` and `en: …`"
    assert error.line == line - 2


def test_a_language_that_is_written_wrong_is_not_also_missing(draft: Draft) -> None:
    draft.change("doors.yaml", "de: Ich bin Opfer", "de: ''")
    assert [error.message for error in draft.errors()] == ["`de` of `label` is empty"]


def test_what_looks_like_something_else_in_yaml_is_the_text_it_was_meant_to_be(draft: Draft) -> None:
    draft.change("doors.yaml", "nl: Ik heb een vraag", "nl: no")
    draft.change("doors.yaml", "fr: J’ai une question", "fr: 12:30")
    labels = draft.load().doors[2].label
    assert (labels["nl"], labels["fr"]) == ("no", "12:30")


@pytest.mark.parametrize("written", ["~", "null", ""])
def test_nothing_is_not_a_text(draft: Draft, written: str) -> None:
    draft.change("doors.yaml", "nl: Ik heb een vraag", f"nl: {written}")
    assert [error.message for error in draft.errors()] == ["`nl` of `label` is empty"]
