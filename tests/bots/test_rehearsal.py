"""The bot in a terminal."""

from bots.rehearsal import rehearse
from bots.triage.dialogue import Dialogue

ZONE = "Europe/Brussels"


def talked(dialogue: Dialogue, *typed: str) -> list[str]:
    told: list[str] = []
    rehearse(dialogue, ZONE, "nl", typed, told.append)
    return told


def test_it_greets_answers_and_takes_a_choice_by_its_number(dialogue: Dialogue) -> None:
    told = talked(dialogue, "mijn rijbewijs is gestolen\n")
    assert "bot" in told[0]
    (person,) = [line for line in told if "medewerker" in line.casefold() and line.startswith("  ")][:1]
    number = person.strip().partition(".")[0]
    told = talked(dialogue, "mijn rijbewijs is gestolen\n", f"{number}\n", "nog iets\n")
    assert any(line.startswith("[to a person: requested") for line in told)
    # The bot is done then; what is typed after that is nobody's.
    assert told[-1].startswith("[")


def test_danger_shows_the_card(dialogue: Dialogue) -> None:
    told = talked(dialogue, "er staat een man met een mes in mijn huis\n")
    assert "\n[emergency card, tier 1]" in told
    assert any("emergency" in line for line in told if line.startswith("[to a person"))
