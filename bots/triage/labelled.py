"""Utterances with what they ought to be read as, a JSON object on each line of a file: what the bot is measured by."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from server.protocol.words import Language

Kind = Literal["topic", "near_miss", "emergency", "out_of_scope"]


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody may say. `topic`: what it is about; a near miss (it only sounds like danger) may be about none.
    `danger`: which kind, of an emergency: `weapon`, `fire`, `violence`, `burglary` and `suicide` may never be missed.
    `lang`: the language of the text as ISO 639-1 code, where it is not the screen's.
    """

    text: str
    kind: Kind = "topic"
    topic: str | None = None
    danger: str | None = None
    ui_lang: Language = "nl"
    lang: str | None = None


class LabelledError(Exception):
    """Lines that say nothing the bot could be measured by: each with its number and why."""


def read_labelled(path: Path) -> list[Labelled]:
    """All utterances of a file; blank lines are skipped. Raises LabelledError, or OSError where it cannot be opened."""
    read: list[Labelled] = []
    wrong: list[str] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            each = msgspec.json.decode(line, type=Labelled)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            wrong.append(f"{path}:{number}: {error}")
            continue
        if each.kind == "topic" and each.topic is None:
            wrong.append(f"{path}:{number}: a line of kind topic names its `topic`")
        read.append(each)
    if wrong:
        raise LabelledError("\n".join(wrong))
    if not read:
        raise LabelledError(f"{path}: there is no line in it")
    return read


def topics_in(labelled: Iterable[Labelled]) -> frozenset[str]:
    """The topics that are named."""
    return frozenset(each.topic for each in labelled if each.topic is not None)
