"""Files as nodes that know their line."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml.nodes import Node

from server.zone.source import Unreadable, find, line_of, read_markdown, read_table, read_yaml
from tests.zone.folders import told

COLUMNS = {"street": True, "number": False}


def test_a_node_is_found_by_its_path_or_as_near_as_can_be() -> None:
    root = read_yaml("a.yaml", "teams:\n  - id: one\n    hours:\n      monday: x\n  - id: two\n")
    assert line_of(find(root, ("teams", 0, "hours", "monday"))) == 4
    assert line_of(find(root, ("teams", 1, "id"))) == 5
    assert line_of(find(root, ("teams", 1, "hours", "monday"))) == 5
    assert line_of(find(root, ("teams", 7))) == 2
    assert line_of(find(root, ("nonsense",))) == 1


def test_lines_of_front_matter_and_text_are_those_of_the_file() -> None:
    root = read_markdown("a.md", "---\nchecked_on: 2026-01-01\nowner: me\n---\n\nHello.\n\nBye.\n")
    assert line_of(find(root, ("owner",))) == 3
    text = find(root, ("text",))
    assert line_of(text) == 6
    assert text.value == "Hello.\n\nBye."


def test_cells_are_keys_and_empty_ones_are_not_there() -> None:
    root = read_table("a.csv", 'street,number\n"Straat, Oude",1\n\nLaan,\n', COLUMNS)
    assert [[(key.value, value.value) for key, value in row.value] for row in root.value] == [
        [("street", "Straat, Oude"), ("number", "1")],
        [("street", "Laan")],
    ]
    assert [line_of(row) for row in root.value] == [2, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\n  b: 2\n", 2),
        ("a: 1\nb: 'open\nc: 3\n", 2),
        ("a: \x07\n", 1),
        ("", 1),
    ],
)
def test_what_is_no_yaml_is_told_where_it_breaks(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        read_yaml("a.yaml", text)
    assert (caught.value.problem.file, caught.value.problem.line) == ("a.yaml", line)
    assert told(caught.value.problem).remedy


@pytest.mark.parametrize("text", ["", "Hello.\n", "---\na: 1\n", "---\n- a\n---\nHello.\n", "---\n---\nHello.\n"])
def test_an_answer_needs_its_front_matter(text: str) -> None:
    with pytest.raises(Unreadable):
        read_markdown("a.md", text)


@given(st.text())
def test_any_text_is_read_or_told_to_be_unreadable(text: str) -> None:
    for read in (read_yaml, read_markdown):
        assert first_line(lambda: read("a", text)) >= 1  # noqa: B023 - called at once


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\0", codec="utf-8"), max_size=5)))
def test_any_table_is_read_or_told_to_be_unreadable(rows: list[str]) -> None:
    table = "\n".join(["street,number", *rows])
    assert 1 <= first_line(lambda: read_table("a.csv", table, COLUMNS)) <= table.count("\n") + 2


def first_line(read: Callable[[], Node]) -> int:
    """The line on which what was read begins, or of the problem it has."""
    try:
        return line_of(read())
    except Unreadable as unreadable:
        return told(unreadable.problem).line
