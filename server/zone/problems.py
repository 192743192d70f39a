"""What is wrong with zone data, told so that whoever wrote it can mend it."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from server.zone.phrase import Phrase


class Problem(msgspec.Struct, frozen=True):
    """One mistake: `file` is relative to the zone's folder, `line` counts from 1. A warning does not keep a zone
    from loading.

    `remedy`: what to write instead, where that is another than the one which goes with the message in the catalogue.
    `Speech` puts both into words.
    """

    file: str
    line: int
    message: Phrase
    remedy: Phrase | None = None
    severity: Literal["error", "warning"] = "error"


class ZoneProblems(Exception):
    """The folder is no zone yet: everything that was found wrong, in order of file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{each.file}:{each.line}: {each.message.text}" for each in problems))
        self.problems = tuple(problems)
