"""What is wrong with zone data, told so that whoever wrote it can mend it."""

from collections.abc import Sequence
from typing import Literal

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One mistake: `file` is relative to the zone's folder, `line` counts from 1. A warning does not keep a zone
    from loading.
    """

    file: str
    line: int
    message: str
    remedy: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "warning: "
        return f"{self.file}:{self.line}: {mark}{self.message} — {self.remedy}"


class ZoneProblems(Exception):
    """The folder is no zone yet: everything that was found wrong, in order of file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
