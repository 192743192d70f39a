"""From a sheet to a PDF: typst sets it, tagged for people who cannot see it (PDF/UA-1, ISO 14289-1)."""

import json
import re
from datetime import datetime
from pathlib import Path

import typst

from server.papers.pictures import beside, forget
from server.papers.sheet import Sheet

FONTS = Path(__file__).parent / "fonts"
TEMPLATES = Path(__file__).parent / "templates"

TEMPLATE = "sheet.typ"

TEXT_FONT = "Noto Sans"
"""Sets Latin, Greek and Cyrillic. Each other font is asked for what those before it do not have."""

LAST_RESORT = "Onlineloket Boxes"
"""Covers every character with an empty box: one that no other font has is then visible as such on the page, and still
itself in the text that is read aloud, searched and copied. Without it the paper could not be made at all."""


class PaperError(Exception):
    """A paper could not be set. Says nothing of what stands on it, so that it may be logged."""


class Typesetter:
    """Sets sheets with the fonts and the template that ship with the desk: no system fonts, no network.

    Setting is pure computation of some tens of milliseconds and leaves the interpreter to others meanwhile; one
    typesetter serves any number of threads at once.
    """

    def __init__(self, fonts: Path = FONTS, templates: Path = TEMPLATES) -> None:
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        self._templates = templates
        others = sorted(set(self._fonts.families()) - {TEXT_FONT, LAST_RESORT})
        self._families = [TEXT_FONT, *others, LAST_RESORT]

    def set(self, sheet: Sheet, now: datetime) -> bytes:
        """The sheet as PDF. The same sheet at the same `now` (aware, kept to the second) gives the same bytes.

        Raises PaperError.
        """
        if not sheet.pictures:
            return self._compile(sheet, self._templates, now)
        try:
            with beside(self._templates / TEMPLATE, sheet.pictures) as folder:
                return self._compile(sheet, folder, now)
        finally:
            forget()

    def _compile(self, sheet: Sheet, folder: Path, now: datetime) -> bytes:
        """The sheet, by the template in a folder, which sees nothing but that."""
        inputs = {
            "sheet": json.dumps(sheet.data()),
            "families": json.dumps(self._families),
        }
        try:
            return typst.compile(
                folder / TEMPLATE,
                root=folder,
                font_paths=self._fonts,
                sys_inputs=inputs,
                pdf_standards=["ua-1"],
                timestamp=int(now.timestamp()),
            )
        except typst.TypstError as error:
            # What typst says may quote the text, and would hang on to the exception if it were not left behind.
            raise PaperError(f"typst refused a sheet at {_places(error)}") from None


def _places(error: typst.TypstError) -> str:
    """Where in the template it went wrong."""
    return ", ".join(re.findall(r"┌─ ([\w/.-]+:\d+:\d+)", error.diagnostic)) or "no place in particular"
