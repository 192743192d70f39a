"""A file is one noun of at most 300 lines, and says nothing about the machine it was written on."""

import re

from tests.architecture.source import TREE, files, is_generated, name, texts

LONGEST = 300

DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "lib", "tools", "stuff"}

# Written apart, so that this file does not name them either.
MACHINES = [
    "/" + "work/",
    "/" + "root/",
    "/" + r"home/\w",
    "/" + "opt/",
    "py" + r"pi\.org",
    "python" + r"hosted\.org",
    "npm" + r"js\.(?:org|com)",
    "//" + r"registry\.",
]


SOURCES = [*files("server", "bots", "tests", suffixes={".py"}), *files("web/static", suffixes={".js", ".css"})]


def test_a_file_is_short_enough_to_read() -> None:
    # A migration is a record of what was done: it is never edited, so it need not be cut.
    written = (path for path in SOURCES if path.parent.name != "versions" and not is_generated(path))
    long = {name(path): lines for path in written if (lines := len(path.read_text().splitlines())) > LONGEST}
    assert long == {}, "cut these along their nouns"


def test_a_file_is_named_after_a_thing() -> None:
    drawers = [
        name(path)
        for path in SOURCES
        if DRAWERS & {part.removesuffix(path.suffix) for part in path.relative_to(TREE).parts}
    ]
    assert drawers == []


def test_no_file_names_a_machine() -> None:
    pattern = re.compile("|".join(MACHINES))
    named = {name(path): found for path in texts() if (found := pattern.findall(path.read_text()))}
    assert named == {}
