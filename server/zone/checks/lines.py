"""Telephone numbers as they stand in the lines of a file, and those that no zone may name any more."""

import re
from pathlib import Path

import msgspec
import yaml

from server.zone.folder import Folder
from server.zone.phrase import phrase

_NUMBER = re.compile(r"(?<![\w.])(?<!\d )(?:0|\+ ?\d)(?:[ ./()-]{0,2}\d){7,14}(?!\w)", re.ASCII)


class Outdated(msgspec.Struct, frozen=True):
    """A number that leads nowhere, or to the wrong place, and the one to name instead. `about`: the text that says
    why.
    """

    number: str
    instead: str
    about: str


def check_lines(folder: Folder) -> None:
    """Report outdated numbers, wherever they stand and however they are written."""
    outdated = {digits_of(each.number): each for each in outdated_numbers()}
    for file in folder.files:
        for line, text in enumerate(folder.lines(file), start=1):
            for number in numbers_in(text):
                if (each := outdated.get(digits_of(number))) is not None:
                    message = phrase("zone-outdated", number=number, why=phrase(each.about), instead=each.instead)
                    folder.report_line(file, line, message)


def numbers_in(text: str) -> list[str]:
    """Whatever in a text looks like a telephone number with its area: eight digits or more, from `0` or `+` on."""
    return [found[0] for found in _NUMBER.finditer(text)]


def digits_of(number: str) -> str:
    """The digits a number is dialled with inside Belgium, so that all ways to write it are the same."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.strip().startswith("+32"):
        return "0" + digits[2:]
    return "0" + digits[4:] if digits.startswith("0032") else digits


def outdated_numbers() -> tuple[Outdated, ...]:
    """The list that ships with the desk."""
    path = Path(__file__).parent.parent / "outdated-numbers.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), tuple[Outdated, ...])
