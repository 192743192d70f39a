"""Papers: who may have which, and what the database knows to print them from."""

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from server.desk import admission
from server.desk.photo_album import PhotoAlbum
from server.desk.tickets import Tickets
from server.desk.zones import ZoneSource
from server.domain.actor import Agent
from server.papers.paper import Attachment, ReportPaper, TranscriptPaper
from server.papers.pictures import can_print
from server.papers.printer import Printer
from server.papers.typesetter import PaperError
from server.protocol.entries import Entry, ParticipantJoined
from server.protocol.errors import Refusal
from server.protocol.words import Author, Language
from server.store import audit, conversations, log, participants, photos, reports
from server.store.database import Database
from server.store.photos import Photo

ReportForm = Literal["pdf", "certificate", "json"]
TranscriptForm = Literal["pdf", "html"]

_AT_ONCE = 2
_PAGE = 500
_MOST_PIXELS = 64_000_000
"""Of photos in one copy: it takes three bytes of memory to print one."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A file for somebody. `policy`: the Content-Security-Policy it is to be served with, for a page."""

    body: bytes
    content_type: str
    name: str
    policy: str | None = None


class Papers:
    """Prints in threads, a few at once, so that the desk goes on meanwhile."""

    def __init__(
        self, database: Database, zone: ZoneSource, tickets: Tickets, printer: Printer, album: PhotoAlbum
    ) -> None:
        self._database = database
        self._tickets = tickets
        self._zone = zone
        self._printer = printer
        self._album = album
        self._turn = asyncio.Semaphore(_AT_ONCE)

    async def by_ticket(self, code: str, now: datetime) -> Printed:
        """The paper that a citizen's ticket is for, in the language of the conversation; the ticket is used up.

        Raises Refusal: `ticket_used`; `no_such_report` where the report is not filed.
        """
        ticket = await self._tickets.redeem(code, now)
        if ticket.purpose == "transcript":
            return await self._transcript(ticket.conversation, "pdf", ticket.language, now)
        if ticket.report is None:
            raise Refusal("no_such_report")
        form: ReportForm = "certificate" if ticket.purpose == "certificate" else "pdf"
        async with self._database.read() as connection:
            paper, held = await self._report_paper(connection, ticket.report, ticket.language)
        return await self._print_report(paper, held, form, now)

    async def report(self, actor: Agent, report: str, form: ReportForm, now: datetime) -> Printed:
        """A paper of a filed report for an agent, who leaves an audit line. Raises Refusal."""
        async with self._database.write() as connection:
            found = await reports.load(connection, report)
            await admission.admit(connection, actor, found.conversation, "read_report", now)
            await audit.record(connection, actor, f"paper.{form}", now, conversation=found.conversation, report=report)
            paper, held = await self._report_paper(connection, report, self._procedure_language)
        return await self._print_report(paper, held, form, now)

    async def transcript(self, actor: Agent, conversation: str, form: TranscriptForm, now: datetime) -> Printed:
        """The conversation's shared log for an agent, who leaves an audit line. Raises Refusal."""
        async with self._database.write() as connection:
            await admission.admit(connection, actor, conversation, "read_shared", now)
            await audit.record(connection, actor, "paper.transcript", now, conversation=conversation)
        return await self._transcript(conversation, form, self._procedure_language, now)

    @property
    def _procedure_language(self) -> Language:
        return self._zone().profile.procedure_language

    async def _print_report(
        self, paper: ReportPaper, held: Sequence[Photo], form: ReportForm, now: datetime
    ) -> Printed:
        name = paper.reference.lower()
        async with self._turn:
            match form:
                case "pdf":
                    content = await asyncio.to_thread(self._copy, paper, held, now)
                    return Printed(content, "application/pdf", f"{name}.pdf")
                case "certificate":
                    content = await asyncio.to_thread(self._printer.certificate, paper, now)
                    return Printed(content, "application/pdf", f"{name}-attest.pdf")
                case "json":
                    content = await asyncio.to_thread(self._printer.export, paper)
                    return Printed(content, "application/json", f"{name}.json")

    def _copy(self, paper: ReportPaper, held: Sequence[Photo], now: datetime) -> bytes:
        """The copy, with the photos in it. In a thread."""
        shown, pixels = [], 0
        for attachment, photo in zip(paper.attachments, held, strict=True):
            pixels += attachment.width * attachment.height
            picture = None
            if can_print() and pixels <= _MOST_PIXELS:
                # One that cannot be opened still stands there with its digest.
                with contextlib.suppress(Refusal):
                    picture = self._album.get(photo)
            shown.append(replace(attachment, picture=picture))
        try:
            return self._printer.copy(replace(paper, attachments=tuple(shown)), now)
        except PaperError:
            if not any(each.picture for each in shown):
                raise
            # A photo that typst does not take must not keep anybody from their report.
            structlog.get_logger("papers").warning("photos_not_printed", report=paper.report)
            return self._printer.copy(paper, now)

    async def _transcript(self, conversation: str, form: TranscriptForm, language: Language, now: datetime) -> Printed:
        async with self._database.read() as connection:
            entries = await self._whole_log(connection, conversation)
        paper = TranscriptPaper(zone=self._zone(), language=language, conversation=conversation, entries=tuple(entries))
        name = f"onlineloket-{entries[0].at:%Y%m%d}"
        async with self._turn:
            if form == "html" or not paper.fits_pdf:
                page = await asyncio.to_thread(self._printer.transcript_page, paper)
                return Printed(page.encode(), "text/html", f"{name}.html", self._printer.page_policy)
            content = await asyncio.to_thread(self._printer.transcript, paper, now)
            return Printed(content, "application/pdf", f"{name}.pdf")

    async def _report_paper(
        self, connection: AsyncConnection, report: str, language: Language
    ) -> tuple[ReportPaper, Sequence[Photo]]:
        """What a filed report's papers are made from, and the photos it holds. Raises Refusal `no_such_report` where it
        is not filed."""
        found = await reports.load(connection, report)
        if found.reference is None or found.filed_at is None or found.digest is None:
            raise Refusal("no_such_report")
        conversation = await conversations.load(connection, found.conversation)
        people = await participants.of(connection, found.conversation)
        authors: dict[str, Author] = {each.id: each.author for each in people}
        took_part = _took_part(await self._whole_log(connection, found.conversation))
        held = await photos.held_by(connection, found.conversation, found.id)
        zone = self._zone()
        form = zone.form(found.form)
        paper = ReportPaper(
            zone=zone,
            language=language,
            written_in=found.language,
            report=found.id,
            form_id=found.form,
            form_version=found.form_version,
            form=form if form is not None and form.version == found.form_version else None,
            team=conversation.team,
            revision=found.revision,
            fields=found.fields,
            touched=found.touched,
            reference=found.reference,
            filed_at=found.filed_at,
            digest=found.digest,
            taken_by=authors.get(found.taken_by) if found.taken_by else None,
            participants=tuple(each for name, each in authors.items() if name in took_part),
            pv_number=found.pv_number,
            attachments=tuple(_attachment(each) for each in held),
        )
        return paper, held

    @staticmethod
    async def _whole_log(connection: AsyncConnection, conversation: str) -> list[Entry]:
        entries: list[Entry] = []
        while True:
            page = await log.sync(connection, conversation, "shared", after=len(entries), limit=_PAGE)
            entries += page
            if len(page) < _PAGE:
                return entries


def _attachment(photo: Photo) -> Attachment:
    """Of a photo that was sent."""
    return Attachment(
        id=photo.id,
        purpose=photo.purpose,
        taken_at=photo.taken_at or photo.asked_at,
        size=photo.size or 0,
        width=photo.width or 0,
        height=photo.height or 0,
        sha256=photo.sha256 or "",
    )


def _took_part(entries: Iterable[Entry]) -> set[str]:
    """Ids of the participants who took part in a conversation: whoever joined it or said something in it. Staff who
    only looked in is known to the audit log, and stands on no paper."""
    joined = {entry.body.participant.participant for entry in entries if isinstance(entry.body, ParticipantJoined)}
    return joined | {entry.author.participant for entry in entries}
