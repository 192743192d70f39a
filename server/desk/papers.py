"""Papers: who may have which, and what the database knows to print them from."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from server.desk import admission
from server.desk.zones import ZoneSource
from server.domain.actor import Agent
from server.papers.paper import ReportPaper, TranscriptPaper
from server.papers.printer import Printer
from server.protocol.entries import Entry
from server.protocol.errors import Refusal
from server.protocol.words import Author, Language
from server.store import audit, conversations, log, participants, reports
from server.store.database import Database
from server.store.tokens import Ticket

ReportKind = Literal["report", "certificate", "export"]
TranscriptKind = Literal["pdf", "html"]

_AT_ONCE = 2
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Printed:
    """A file for somebody. `policy`: the Content-Security-Policy it is to be served with, for a page."""

    content: bytes
    media_type: str
    filename: str
    policy: str | None = None


class Papers:
    """Prints in threads, a few at once, so that the desk goes on meanwhile."""

    def __init__(self, database: Database, zone: ZoneSource, printer: Printer) -> None:
        self._database = database
        self._zone = zone
        self._printer = printer
        self._turn = asyncio.Semaphore(_AT_ONCE)

    async def by_ticket(self, ticket: Ticket, now: datetime) -> Printed:
        """The paper that a citizen's ticket is for, in the language of the conversation.

        Raises Refusal `no_such_report` where the report is not filed.
        """
        if ticket.purpose == "transcript":
            return await self._transcript(ticket.conversation, "pdf", ticket.language, now)
        if ticket.report is None:
            raise Refusal("no_such_report")
        kind: ReportKind = "certificate" if ticket.purpose == "certificate" else "report"
        async with self._database.read() as connection:
            paper = await self._report_paper(connection, ticket.report, ticket.language)
        return await self._print_report(paper, kind, now)

    async def report(
        self, actor: Agent, report: str, kind: ReportKind, language: Language | None, now: datetime
    ) -> Printed:
        """A paper of a filed report for an agent, who leaves an audit line. Raises Refusal."""
        async with self._database.write() as connection:
            found = await reports.load(connection, report)
            await admission.admit(connection, actor, found.conversation, "read_report", now)
            await audit.record(connection, actor, f"paper.{kind}", now, conversation=found.conversation, report=report)
            paper = await self._report_paper(connection, report, language or self._procedure_language)
        return await self._print_report(paper, kind, now)

    async def transcript(
        self, actor: Agent, conversation: str, kind: TranscriptKind, language: Language | None, now: datetime
    ) -> Printed:
        """The conversation's shared log for an agent, who leaves an audit line. Raises Refusal."""
        async with self._database.write() as connection:
            await admission.admit(connection, actor, conversation, "read_shared", now)
            await audit.record(connection, actor, "paper.transcript", now, conversation=conversation)
        return await self._transcript(conversation, kind, language or self._procedure_language, now)

    @property
    def _procedure_language(self) -> Language:
        return self._zone().profile.procedure_language

    async def _print_report(self, paper: ReportPaper, kind: ReportKind, now: datetime) -> Printed:
        name = paper.reference.lower()
        async with self._turn:
            match kind:
                case "report":
                    content = await asyncio.to_thread(self._printer.copy, paper, now)
                    return Printed(content, "application/pdf", f"{name}.pdf")
                case "certificate":
                    content = await asyncio.to_thread(self._printer.certificate, paper, now)
                    return Printed(content, "application/pdf", f"{name}-attest.pdf")
                case "export":
                    content = await asyncio.to_thread(self._printer.export, paper)
                    return Printed(content, "application/json", f"{name}.json")

    async def _transcript(self, conversation: str, kind: TranscriptKind, language: Language, now: datetime) -> Printed:
        async with self._database.read() as connection:
            entries = await self._whole_log(connection, conversation)
        paper = TranscriptPaper(zone=self._zone(), language=language, conversation=conversation, entries=tuple(entries))
        name = f"onlineloket-{entries[0].at:%Y%m%d}"
        async with self._turn:
            if kind == "html":
                page = await asyncio.to_thread(self._printer.transcript_page, paper)
                return Printed(page.encode(), "text/html", f"{name}.html", self._printer.page_policy)
            content = await asyncio.to_thread(self._printer.transcript, paper, now)
            return Printed(content, "application/pdf", f"{name}.pdf")

    async def _report_paper(self, connection: AsyncConnection, report: str, language: Language) -> ReportPaper:
        """What a filed report's papers are made from. Raises Refusal `no_such_report` where it is not filed."""
        found = await reports.load(connection, report)
        if found.reference is None or found.filed_at is None or found.digest is None:
            raise Refusal("no_such_report")
        conversation = await conversations.load(connection, found.conversation)
        people = await participants.of(connection, found.conversation)
        authors: dict[str, Author] = {each.id: each.author for each in people}
        zone = self._zone()
        return ReportPaper(
            zone=zone,
            language=language,
            written_in=found.language,
            report=found.id,
            form_id=found.form,
            form_version=found.form_version,
            form=zone.form(found.form),
            team=conversation.team,
            revision=found.revision,
            fields=found.fields,
            touched=found.touched,
            reference=found.reference,
            filed_at=found.filed_at,
            digest=found.digest,
            taken_by=authors.get(found.taken_by) if found.taken_by else None,
            participants=tuple(authors.values()),
            pv_number=found.pv_number,
        )

    @staticmethod
    async def _whole_log(connection: AsyncConnection, conversation: str) -> list[Entry]:
        entries: list[Entry] = []
        while True:
            page = await log.sync(connection, conversation, "shared", after=len(entries), limit=_PAGE)
            entries += page
            if len(page) < _PAGE:
                return entries
