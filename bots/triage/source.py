"""Where in the files of the corpus each thing stands, so that a mistake can be shown to whoever wrote it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(r'(\s*)"?([\w-]+)"?:\s*\|\s*$')
_LIST = re.compile(r'"?(\w+)"?:\s*(?!\|)(\S.*)$')


class Written(NamedTuple):
    """A line of a block, or a pattern of a list: `under` is its key, with the key of the section before it
    (`near_misses/fire`).
    """

    file: str
    line: int
    under: str
    text: str


def utterances(folder: Path, file: str) -> Iterator[Written]:
    """Every line of every block in a file."""
    section: list[tuple[int, str]] = []
    for number, line in enumerate((folder / file).read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        depth = len(line) - len(line.lstrip())
        while section and depth <= section[-1][0]:
            section.pop()
        block = _BLOCK.match(line)
        if block:
            section.append((depth, block[2]))
        elif line.rstrip().endswith(":") and not (section and depth > section[-1][0] and _is_block(section)):
            section.append((depth, line.strip().rstrip(":")))
        elif section:
            yield Written(file, number, "/".join(key for _, key in section), line.strip())


def patterns(folder: Path, file: str) -> Iterator[Written]:
    """Every pattern of every list in a file."""
    for number, line in enumerate((folder / file).read_text(encoding="utf-8").splitlines(), start=1):
        found = _LIST.match(line)
        if found and not line.startswith("#"):
            for pattern in found[2].strip("\"'").split(","):
                yield Written(file, number, found[1], pattern.strip())


def _is_block(section: list[tuple[int, str]]) -> bool:
    # In `near_misses:` stand keys, in every other section lines.
    return section[-1][1] != "near_misses"
