"""Makes every paper there is."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from server.papers.export import export
from server.papers.notation import Notation
from server.papers.page import TalkPage
from server.papers.paper import ReportPaper, TranscriptPaper
from server.papers.report import certificate, copy
from server.papers.transcript import transcript
from server.papers.typesetter import PaperError, Typesetter
from server.zone.catalogue import Catalogues


class Printer:
    """From what papers are made of to files.

    One printer serves any number of threads. The PDFs are the same to the byte for the same paper at the same `now`
    (aware, kept to the second), which is the moment they claim to have been made. They raise `PaperError` where a
    paper cannot be set.
    """

    def __init__(self, catalogues: Catalogues, typesetter: Typesetter, page: TalkPage) -> None:
        self._catalogues = catalogues
        self._typesetter = typesetter
        self._page = page

    @classmethod
    def load(cls, locales: Path) -> "Printer":
        """A printer with the catalogues in `locales` and the fonts and templates that ship with the desk."""
        return cls(Catalogues.load(locales, "papers", isolating=False), Typesetter(), TalkPage())

    def copy(self, paper: ReportPaper, now: datetime) -> bytes:
        """The copy of the report, as PDF/UA-1."""
        return self._typesetter.set(copy(paper, self._notation(paper)), now)

    def certificate(self, paper: ReportPaper, now: datetime) -> bytes:
        """The certificate of complaint, as PDF/UA-1."""
        return self._typesetter.set(certificate(paper, self._notation(paper)), now)

    def export(self, paper: ReportPaper) -> bytes:
        """The report as JSON, in the shape of `ReportExport`."""
        return msgspec.json.format(msgspec.json.encode(export(paper, self._notation(paper))), indent=2)

    def transcript(self, paper: TranscriptPaper, now: datetime) -> bytes:
        """The conversation as PDF/UA-1. Raises PaperError where it does not fit one: give out the page instead."""
        if not paper.fits_pdf:
            raise PaperError("the conversation is too long for a PDF")
        return self._typesetter.set(transcript(paper, self._notation(paper)), now)

    def transcript_page(self, paper: TranscriptPaper) -> str:
        """The conversation as one HTML file without script, to be served with `page_policy`."""
        return self._page.draw(transcript(paper, self._notation(paper)))

    @property
    def page_policy(self) -> str:
        """The Content-Security-Policy for `transcript_page`."""
        return self._page.policy

    def _notation(self, paper: ReportPaper | TranscriptPaper) -> Notation:
        return Notation(self._catalogues[paper.language], ZoneInfo(paper.zone.profile.time_zone))
