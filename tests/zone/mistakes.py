"""Mistakes somebody makes in a zone's folder, and what they are told."""

from dataclasses import dataclass

from tests.zone.folders import Draft


@dataclass(frozen=True)
class Mistake:
    """`old` was replaced by `new` in a file; `message` and `remedy` are parts of what is said about it.

    `below`: how many lines below the change the mistake shows.
    """

    file: str
    old: str
    new: str
    message: str
    remedy: str
    below: int = 0


def assert_told(draft: Draft, mistake: Mistake) -> None:
    """The mistake is told with its file, its line and what to write instead."""
    line = draft.change(mistake.file, mistake.old, mistake.new) + mistake.below
    errors = draft.errors()
    told = [problem for problem in errors if mistake.message in problem.message]
    assert told, [str(problem) for problem in errors]
    assert (told[0].file, told[0].line) == (mistake.file, line), str(told[0])
    assert mistake.remedy in told[0].remedy
