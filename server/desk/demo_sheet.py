"""The sheet with the demo agents' sign-ins: a file that only the desk's user can read."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_HEADING = "# The demo agents' sign-ins: name, password, who it is. Delete this file to get other passwords.\n"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a demo agent signs in with."""

    login: str
    password: str
    who: str


def read(file: Path) -> Sequence[Credentials]:
    """The sign-ins that stand in the file; none where there is no file."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [Credentials(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def write(file: Path, all_of_them: Iterable[Credentials]) -> None:
    """In place of what was there, at once."""
    lines = [f"{each.login}\t{each.password}\t{each.who}\n" for each in all_of_them]
    new = file.with_suffix(".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
        stream.write(_HEADING + "".join(lines))
    new.replace(file)
