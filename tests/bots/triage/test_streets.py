import pytest

from bots.triage.actions import Fill
from bots.triage.dialogue import Dialogue
from bots.triage.knowledge import Knowledge
from tests.bots.triage.talk import Talk


@pytest.mark.parametrize(
    ("text", "street", "exact"),
    [
        ("Leopoldstraat", "Leopoldstraat", True),
        ("in de leopoldstr.", "Leopoldstraat", True),
        ("leopold straat", "Leopoldstraat", True),
        ("onze lieve vrouwestraat 5", "Onze-Lieve-Vrouwestraat", True),
        ("grote markt", "Grote Markt", True),
        ("leopolstraat", "Leopoldstraat", False),
        ("Leopoldstraaaat", "Leopoldstraat", False),
        ("het was in de Nekerspoelstraat denk ik", "Nekkerspoelstraat", False),
        ("frederik de merodestraat", "Frederik de Merodestraat", True),
        ("fredrik de merodestraat", "Frederik de Merodestraat", False),
    ],
)
def test_streets_are_found_as_people_write_them(knowledge: Knowledge, text: str, street: str, exact: bool) -> None:
    found = knowledge.streets.find(text)
    assert found is not None
    assert (found.street, found.exact) == (street, exact)


@pytest.mark.parametrize("text", ["", "thuis", "weet ik niet", "gestolen aan het station", "Straat", "x" * 500])
def test_what_is_no_street_is_none(knowledge: Knowledge, text: str) -> None:
    assert knowledge.streets.find(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bruul 12", "12"),
        ("Bruul nr 12", "12"),
        ("Bruul 12a", "12a"),
        ("Bruul om 8 uur", None),
        ("Bruul 8 uur", None),
    ],
)
def test_a_house_number_behind_it_is_heard(knowledge: Knowledge, text: str, number: str | None) -> None:
    found = knowledge.streets.find(text)
    assert found is not None
    assert found.number == number


def test_the_municipality_is_known_where_there_is_only_one(knowledge: Knowledge) -> None:
    (bruul, hoogstraat) = map(knowledge.streets.find, ("Bruul", "Hoogstraat"))
    assert bruul is not None
    assert hoogstraat is not None
    assert bruul.municipality == "Mechelen"
    assert hoogstraat.municipality is None, "there is one in more than one municipality"


@pytest.fixture
def talk(dialogue: Dialogue) -> Talk:
    """Somebody who is asked in which street it was."""
    talk = Talk(dialogue).say("mijn fiets is gestolen").choose("form.yes")
    for _ in range(3):
        talk.choose("field.skip")
    return talk


def test_a_street_of_the_table_is_noted_with_its_municipality(talk: Talk) -> None:
    talk.say("Bruul 12")
    assert talk.the(Fill).fields == {"street": "Bruul", "house_number": "12", "municipality": "Mechelen"}


def test_a_street_with_a_slip_is_confirmed(talk: Talk) -> None:
    talk.say("leopolstraat")
    assert not talk.all(Fill)
    assert "Leopoldstraat" in talk.words
    talk.say("ja")
    assert talk.the(Fill).fields == {"street": "Leopoldstraat", "municipality": "Mechelen"}
    assert talk.state.neighbourhood == "mechelen_zuid"


def test_one_that_was_not_meant_is_noted_as_it_was_written(talk: Talk) -> None:
    talk.say("Leopolstraat").say("nee")
    assert talk.the(Fill).fields == {"street": "Leopolstraat"}


def test_a_street_elsewhere_is_noted_as_it_was_written(talk: Talk) -> None:
    talk.say("Rue de la Loi")
    assert talk.the(Fill).fields == {"street": "Rue de la Loi"}
