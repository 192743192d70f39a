"""What papers are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.domain.form import Form
from server.domain.report import Touch
from server.protocol.entries import Entry, MessagePosted
from server.protocol.words import Author, FieldValue, Language, PhotoPurpose
from server.zone.zone import Zone


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A photo that belongs to a report. `picture`: the JPEG, where it is to be printed; None where it is not to be, or
    cannot be opened. `size` in bytes, measures in pixels."""

    id: str
    purpose: PhotoPurpose
    taken_at: datetime
    size: int
    width: int
    height: int
    sha256: str
    picture: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class ReportPaper:
    """A filed report, with all that its papers say about it: the copy, the certificate, the export.

    - `language`: of the paper. The zone's procedure language, unless the reader asked for another that the zone offers.
    - `written_in`: the language in which the answers were given.
    - `form`: the form it was filed on; None where the zone has it no longer. Answers it does not know are printed under
      their ids: what was filed is never left out.
    - `team`: the id of the team whose queue it came through.
    - `fields`: the answers as they were filed; `touched`: who last changed each, and when.
    - `digest`: SHA-256 of the filed content, see `server.domain.report.digest`.
    - `taken_by`: the agent or bot who took the report; `participants`: everybody who took part in the conversation, in
      the order in which they joined.
    - `pv_number`: the number of the official report, once an officer recorded it.
    - `attachments`: the photos that belong to it, in the order they were asked for.

    All moments are aware.
    """

    zone: Zone
    language: Language
    written_in: Language
    report: str
    form_id: str
    form_version: int
    form: Form | None
    team: str
    revision: int
    fields: Mapping[str, FieldValue]
    touched: Mapping[str, Touch]
    reference: str
    filed_at: datetime
    digest: str
    taken_by: Author | None
    participants: tuple[Author, ...]
    pv_number: str | None = None
    attachments: tuple[Attachment, ...] = ()


LONGEST_TALK = 500_000
"""Characters that a PDF of a conversation may have: about a second of work and 200 MB, whatever was typed."""


@dataclass(frozen=True, kw_only=True)
class TranscriptPaper:
    """A conversation's shared log.

    - `language`: of the paper, as for a report.
    - `entries`: the shared log from number 1 on, without gaps. An entry of the staff log is refused with ValueError: no
      mistake of a caller may put a note in a citizen's hands.
    """

    zone: Zone
    language: Language
    conversation: str
    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        if any(entry.log != "shared" or entry.body.log != "shared" for entry in self.entries):
            raise ValueError("a transcript holds the shared log only")
        if [entry.number for entry in self.entries] != list(range(1, len(self.entries) + 1)) or not self.entries:
            raise ValueError("a transcript holds the log from its first entry on, without gaps")

    @property
    def fits_pdf(self) -> bool:
        """Whether it can be had as PDF. As a page it can be had at any length."""
        said = (len(entry.body.text) for entry in self.entries if isinstance(entry.body, MessagePosted))
        return sum(said) <= LONGEST_TALK
