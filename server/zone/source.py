"""A file of zone data as nodes that know their line: YAML, CSV tables, and Markdown with front matter, all alike.

Only the shape is read here. Nothing is guessed from how a value looks (in plain YAML, `no` would be false and `12:30` a
number): what a value means is decided by what is asked for, in `decode`.
"""

import csv
from collections.abc import Iterator, Mapping

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from server.zone.phrase import Part, listed, phrase, suggest
from server.zone.problems import Problem

_TEXT = "tag:yaml.org,2002:str"

_BREAKS = {
    "mapping values are not allowed in this context": "zone-yaml-colon",
    "found unexpected end of stream": "zone-yaml-open-quote",
    "did not find expected ',' or ']'": "zone-yaml-open-list",
    "did not find expected ',' or '}'": "zone-yaml-open-group",
    "found character that cannot start any token": "zone-yaml-beginning",
    "found a tab character that violates indentation": "zone-yaml-tab",
    "did not find expected '-' indicator": "zone-yaml-no-dash",
    "did not find expected key": "zone-yaml-no-key",
    "could not find expected ':'": "zone-yaml-no-colon",
    "found undefined alias": "zone-yaml-star",
}
"""What libyaml says of the mistakes people make. The others are rare, and told in its own words."""


class Unreadable(Exception):
    """The file has no shape at all; `problem` says where it breaks."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.text)
        self.problem = problem


def line_of(node: Node) -> int:
    """The line on which a node begins, from 1."""
    return int(node.start_mark.line) + 1


def lines_of(text: str) -> list[str]:
    """The lines of a text as an editor counts them."""
    return text.replace("\r\n", "\n").split("\n")


def find(node: Node, path: tuple[str | int, ...]) -> Node:
    """The node at that path of keys and positions, or the last one on the way there."""
    for step in path:
        if isinstance(node, MappingNode):
            inner = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            inner = node.value[step]
        else:
            inner = None
        if inner is None:
            break
        node = inner
    return node


def read_yaml(file: str, text: str, *, first_line: int = 1) -> Node:
    """The root node of a YAML document. Raises Unreadable."""
    try:
        # Blank lines in front keep the line numbers true where the document starts further down in its file.
        root: Node | None = yaml.compose("\n" * (first_line - 1) + text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        # Quotes or brackets that are never closed show at the end of the file, but are mended where they begin.
        marks = [error.problem_mark, error.context_mark]
        mark = next(filter(None, reversed(marks) if "end of stream" in str(error.problem) else marks), None)
        line = int(mark.line) + 1 if mark else first_line
        said = str(error.problem or error.context)
        why: Part = phrase(_BREAKS[said]) if said in _BREAKS else said
        raise Unreadable(Problem(file, line, phrase("zone-not-yaml", why=why))) from error
    except yaml.YAMLError as error:
        raise Unreadable(Problem(file, first_line, phrase("zone-yaml-control-characters"))) from error
    if root is None:
        raise Unreadable(Problem(file, first_line, phrase("zone-file-empty")))
    return root


def read_markdown(file: str, text: str) -> Node:
    """Front matter between two lines of `---`, with the rest of the file as its `text`. Raises Unreadable."""
    lines = lines_of(text)
    closing = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if not lines or lines[0].rstrip() != "---" or closing is None:
        raise Unreadable(Problem(file, 1, phrase("zone-no-front-matter")))
    root = read_yaml(file, "\n".join(lines[1:closing]), first_line=2)
    if not isinstance(root, MappingNode):
        raise Unreadable(Problem(file, 2, phrase("zone-front-matter-empty")))
    body_starts = next((number for number, line in enumerate(lines) if number > closing and line.strip()), closing)
    body = "\n".join(lines[closing + 1 :]).strip()
    root.value.append((_scalar("text", body_starts), _scalar(body, body_starts)))
    return root


def read_table(file: str, text: str, columns: Mapping[str, bool]) -> Node:
    """A CSV table with a heading line, as a list of mappings; an empty cell is a key that is not there.

    `columns` are those there may be, and whether they must be. Raises Unreadable.
    """
    rows = csv.reader(lines_of(text))
    heading = [column.strip() for column in next(rows, [])]
    for column in heading:
        if column not in columns:
            raise Unreadable(Problem(file, 1, phrase("zone-no-column", name=column), suggest(column, columns)))
    lacking = [column for column, must_be in columns.items() if must_be and column not in heading]
    if lacking:
        message = phrase("zone-columns-missing", lacking=listed(lacking), columns=listed(columns))
        raise Unreadable(Problem(file, 1, message))
    try:
        items = list(_rows(file, heading, rows))
    except csv.Error as error:
        raise Unreadable(Problem(file, rows.line_num, phrase("zone-no-table"))) from error
    return SequenceNode("tag:yaml.org,2002:seq", items, _mark(0), _mark(0))


def _rows(file: str, heading: list[str], rows: Iterator[list[str]]) -> Iterator[MappingNode]:
    for number, cells in enumerate(rows, start=1):
        if len(cells) > len(heading):
            message = phrase("zone-too-many-cells", cells=len(cells), columns=len(heading))
            raise Unreadable(Problem(file, number + 1, message))
        pairs = [
            (_scalar(column, number), _scalar(cell.strip(), number))
            for column, cell in zip(heading, cells, strict=False)
            if cell.strip()
        ]
        if pairs:
            yield MappingNode("tag:yaml.org,2002:map", pairs, _mark(number), _mark(number))


def _scalar(value: str, line: int) -> ScalarNode:
    return ScalarNode(_TEXT, value, _mark(line), _mark(line))


def _mark(line: int) -> yaml.Mark:
    return yaml.Mark("", 0, line, 0, None, 0)
