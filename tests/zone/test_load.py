"""A folder becomes a zone, or a list of everything that is wrong with it."""

from pathlib import Path

import msgspec
import pytest

from server.zone.load import load_zone
from server.zone.problems import ZoneProblems
from tests.zone.folders import Draft, told_in


def test_an_empty_folder_is_told_apart_from_a_broken_zone(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        (problem,) = told_in(folder)
        assert problem.message == f"there is no zone in `{folder}`"
        with pytest.raises(ZoneProblems):
            load_zone(folder)


def test_every_file_that_is_missing_is_named(draft: Draft) -> None:
    for file in ("rights.yaml", "streets.csv"):
        (draft.path / file).unlink()
    assert [(problem.file, problem.message) for problem in draft.errors()] == [
        ("rights.yaml", "the file is missing"),
        ("streets.csv", "the file is missing"),
    ]


def test_a_real_zone_has_no_demo_agents(draft: Draft) -> None:
    (draft.path / "demo-agents.yaml").unlink()
    assert draft.load().demo_agents == ()


@pytest.mark.parametrize(
    ("file", "message", "remedy"),
    [
        ("number.yaml", "nothing reads this file", "did you mean `numbers.yaml`?"),
        ("forms/Bike Theft.yaml", "nothing reads this file", "take it out"),
        ("answers/bike_theft.es.md", "this is no name for an answer", "use `<topic>.<language>.md`"),
    ],
)
def test_a_file_that_nothing_reads_is_told(draft: Draft, file: str, message: str, remedy: str) -> None:
    draft.write(file, "---\n---\n")
    (problem,) = draft.errors()
    assert (problem.file, problem.message) == (file, message)
    assert remedy in problem.remedy


@pytest.mark.parametrize("file", ["README.md", ".git/config.yaml", "notes.txt", "answers/.bike_theft.nl.md"])
def test_what_is_beside_the_data_is_left_alone(draft: Draft, file: str) -> None:
    draft.write(file, "anything")
    assert draft.errors() == []


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("doors.yaml", "# nothing yet\n", "there is nothing in it"),
        ("doors.yaml", "id: victim\n", "this file is a group of keys"),
        ("zone.yaml", "- id: demo\n", "this file is a list"),
        ("streets.csv", "", "the column `street`, `postcode`, `neighbourhood` is missing"),
        ("answers/bike_theft.nl.md", "Bel ons.\n", "the front matter is missing"),
        ("answers/bike_theft.nl.md", "---\nchecked_on: 2026-11-23\nowner: x\n---\n", "`text` is empty"),
    ],
)
def test_a_file_of_another_shape_is_told(draft: Draft, file: str, text: str, message: str) -> None:
    draft.write(file, text)
    (problem,) = draft.errors()
    assert (problem.file, problem.message) == (file, message)


def test_a_character_that_is_not_utf_8_is_told_with_its_line(draft: Draft) -> None:
    path = draft.path / "doors.yaml"
    path.write_bytes(path.read_bytes().replace("schließen".encode(), b"") + b"# caf\xe9\n")
    (problem,) = draft.errors()
    assert problem.message == "a character here is not UTF-8"
    assert problem.line == draft.path.joinpath("doors.yaml").read_bytes().count(b"\n")


def test_a_file_that_cannot_be_opened_is_told_once(draft: Draft) -> None:
    (draft.path / "doors.yaml").unlink()
    (draft.path / "doors.yaml").symlink_to("nowhere.yaml")
    (problem,) = draft.errors()
    assert (problem.file, problem.remedy) == ("doors.yaml", "look at who may read it")
    assert problem.message.startswith("the file cannot be opened: ")


def test_a_byte_order_mark_does_no_harm(draft: Draft) -> None:
    draft.write("doors.yaml", "\ufeff" + draft.read("doors.yaml"))
    assert draft.errors() == []


def test_problems_read_like_a_compiler_says_them(draft: Draft) -> None:
    line = draft.change("zone.yaml", "hard_cap: 4", "hard_cap: four")
    (problem,) = draft.errors()
    assert str(problem) == f"zone.yaml:{line}: `hard_cap` is `four` — write a whole number from 1 to 20"


def test_the_version_follows_the_content_and_nothing_else(draft: Draft) -> None:
    before = draft.load().version
    (draft.path / "zone.yaml").touch()
    assert draft.load().version == before
    draft.change("zone.yaml", "reference_prefix: OL", "reference_prefix: PROEF")
    assert draft.load().version != before


def test_the_version_of_an_answer_follows_the_numbers_it_names(draft: Draft) -> None:
    before = {(answer.topic, answer.language): answer for answer in draft.load().answers}
    draft.change("numbers.yaml", "value: 078 170 170", "value: 078 999 999")
    for answer in draft.load().answers:
        was = before[answer.topic, answer.language]
        names_it = answer.topic == "lost_id"
        assert (answer.version != was.version) is names_it
        assert ("078 999 999" in answer.text) is names_it


def test_forms_are_filled_in_the_time_of_the_zone(draft: Draft) -> None:
    draft.change("zone.yaml", "time_zone: Europe/Brussels", "time_zone: Atlantic/Azores")
    assert {form.time_zone for form in draft.load().forms} == {"Atlantic/Azores"}


def test_a_zone_cannot_be_changed(draft: Draft) -> None:
    zone = draft.load()
    with pytest.raises(AttributeError):
        zone.version = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        zone.profile.time_zone = "UTC"  # type: ignore[misc]
    assert msgspec.json.encode(zone.forms[0])
