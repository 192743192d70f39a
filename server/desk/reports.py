"""The report (aangifte): begun, filled by both sides, offered, confirmed, filed under a reference."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from server.desk import admission, photo_steps
from server.desk.connections import Connections
from server.desk.identity import new_id
from server.desk.ledger import Change, Ledger
from server.desk.report_forms import go_on
from server.desk.report_view import problems_of, view_of
from server.desk.zones import ZoneSource
from server.domain import permission
from server.domain import report as rules
from server.domain.actor import Actor, Agent
from server.domain.form import Form, answers
from server.domain.report import Touch
from server.protocol.commands import (
    ConfirmReport,
    FillReport,
    OfferReport,
    RecordPvNumber,
    ShowReport,
    StartReport,
)
from server.protocol.entries import PvNumberRecorded, ReportChanged, ReportFiled, ReportOffered, ReportStarted
from server.protocol.errors import Refusal
from server.protocol.results import ReportShown
from server.protocol.signals import ReportStands
from server.protocol.wire import clean
from server.protocol.words import FieldValue, ReportView
from server.store import audit, photos, reports
from server.store.reports import Report


@dataclass
class Reports:
    """Use cases of reports. Each change is an entry, so that the log tells how the report came to be.

    What goes on with a report that is not filed raises Refusal as `go_on` does.
    """

    ledger: Ledger
    connections: Connections
    zone: ZoneSource

    async def start(self, actor: Actor, command: StartReport, now: datetime) -> ReportShown:
        """Begin a report on a form, or show the one on it that is not filed yet. Raises Refusal `no_such_form`."""
        form = self._form(command.form)
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "start_report", now, lock=True)
            begun = [
                each
                for each in await reports.of(change.connection, command.conversation)
                if each.form == form.id and each.state != "filed"
            ]
            given = command.fields
            if begun:
                report = await go_on(change, begun[0], form)
                # What was answered since, perhaps by the citizen, is not taken back by asking for the report again.
                given = {name: value for name, value in given.items() if name not in report.touched}
            else:
                report = await reports.insert(
                    change.connection,
                    new_id("r"),
                    command.conversation,
                    form=form.id,
                    form_version=form.version,
                    language=seat.conversation.language,
                    taken_by=seat.author.participant,
                    now=now,
                )
                await change.append(
                    command.conversation,
                    seat.author,
                    ReportStarted(report=report.id, form=form.id, form_version=form.version),
                )
                await photo_steps.adopt(change, self.connections, report)
            report = await self._fill(change, actor, seat, report, form, report.revision, given)
            await audit.record(
                change.connection, actor, "report.start", now, conversation=command.conversation, report=report.id
            )
            return self._shown(change, report, form)

    async def fill(self, actor: Actor, command: FillReport, now: datetime) -> ReportShown:
        """Fill or correct fields. Wrong answers are kept and named in `problems`: nothing somebody typed is lost.

        Raises Refusal: `report_filed`, `report_changed`, `malformed` for a field the form does not have. Where the form
        has changed since, the report goes on by it also then.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "fill_report", now, lock=True)
            report = await reports.load(change.connection, command.report, command.conversation)
            form = self._form(report.form)
            current = await go_on(change, report, form)
            try:
                filled = await self._fill(change, actor, seat, current, form, command.revision, command.fields)
            except Refusal as refusal:
                if current.revision == report.revision:
                    raise
                self._shown(change, current, form)
                refused = refusal
            else:
                await audit.record(
                    change.connection, actor, "report.fill", now, conversation=command.conversation, report=report.id
                )
                return self._shown(change, filled, form)
        # It has gone on, which is to be kept and told: a page that sends this does not know the form as it is now.
        raise refused

    async def show(self, actor: Actor, command: ShowReport, now: datetime) -> ReportShown:
        """The report as it stands. An agent's look leaves an audit line."""
        async with self.ledger.database.write() as connection:
            await admission.admit(connection, actor, command.conversation, "read_report", now)
            report = await reports.load(connection, command.report, command.conversation)
            if isinstance(actor, Agent):
                await audit.record(
                    connection, actor, "report.show", now, conversation=command.conversation, report=report.id
                )
        return ReportShown(view=view_of(report, self.zone().form(report.form), now))

    async def show_again(self, conversation: str, report: str, now: datetime) -> None:
        """Show a report, as it stands, to all here who follow its conversation."""
        async with self.ledger.database.read() as connection:
            found = await reports.load(connection, report, conversation)
        view = view_of(found, self.zone().form(found.form), now)
        self.connections.signal_here(conversation, ReportStands(conversation=conversation, view=view))

    async def offer(self, actor: Actor, command: OfferReport, now: datetime) -> ReportShown:
        """Ask the citizen to confirm.

        Raises Refusal `report_incomplete`, naming the fields and what is wrong. Where the form has changed since, the
        report goes on by it also then.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "offer_report", now, lock=True)
            report = await reports.load(change.connection, command.report, command.conversation)
            form = self._form(report.form)
            if report.state == "filed":
                raise Refusal("report_filed")
            current = await go_on(change, report, form)
            problems = problems_of(current, form, now)
            if not problems:
                await reports.change(change.connection, report.id, state="offered")
                await change.append(
                    command.conversation,
                    seat.author,
                    ReportOffered(report=report.id, revision=max(1, current.revision)),
                )
                return self._shown(change, await reports.load(change.connection, report.id), form)
            if current.revision != report.revision:
                self._shown(change, current, form)
        # That it has gone on is to be kept and told: what is missing may be a field that the page does not know yet.
        raise Refusal("report_incomplete", fields=problems)

    async def confirm(self, actor: Actor, command: ConfirmReport, now: datetime) -> ReportShown:
        """File exactly the revision that the citizen read. Confirming it again gives the same reference again.

        Raises Refusal: `report_not_offered`, `report_incomplete`; `report_changed`, also where the form has changed
        since it was read: then it is to be read as it goes on.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "read_report", now, lock=True)
            report = await reports.load(change.connection, command.report, command.conversation)
            if report.state == "filed" and report.revision == command.revision:
                return ReportShown(view=view_of(report, self.zone().form(report.form), now))
            permission.check(actor, "confirm_report", seat.facts)
            form = self._form(report.form)
            rules.check_confirmation(report.state, report.revision, command.revision)
            current = await go_on(change, report, form)
            if current.revision == report.revision:
                return await self._file(change, actor, seat, report, form)
            self._shown(change, current, form)
        # It has gone on, which is to be kept: only what was asked for is refused.
        raise Refusal("report_changed")

    async def record_pv_number(self, actor: Agent, command: RecordPvNumber, now: datetime) -> ReportShown:
        """Record the number of the official report beside a filed one. The desk never invents one."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(
                change.connection, actor, command.conversation, "record_pv_number", now, lock=True
            )
            report = await reports.load(change.connection, command.report, command.conversation)
            author = (await admission.seat_of_agent(change.connection, seat, actor, now)).author
            if report.pv_number != command.pv_number:
                await reports.change(change.connection, report.id, pv_number=command.pv_number)
                await change.append(
                    command.conversation,
                    author,
                    PvNumberRecorded(report=report.id, pv_number=command.pv_number),
                )
                await audit.record(
                    change.connection,
                    actor,
                    "report.pv_number",
                    now,
                    conversation=command.conversation,
                    report=report.id,
                )
            form = self.zone().form(report.form)
            return self._shown(change, await reports.load(change.connection, report.id), form)

    async def _file(
        self, change: Change, actor: Actor, seat: admission.Seat, report: Report, form: Form
    ) -> ReportShown:
        problems = problems_of(report, form, change.now)
        if problems:
            raise Refusal("report_incomplete", fields=problems)
        filed = answers(form, report.fields)
        held = await photos.held_by(change.connection, report.conversation, report.id)
        reference = await self._new_reference(change)
        await reports.change(
            change.connection,
            report.id,
            state="filed",
            fields=filed,
            filed_at=change.now,
            reference=reference,
            digest=rules.digest(report.form, report.form_version, filed, [each.sha256 or "" for each in held]),
        )
        for each in held:
            # From now on it is kept as long as the report.
            await photos.change(change.connection, each.id, erase_at=None)
        await change.append(
            report.conversation,
            seat.author,
            ReportFiled(report=report.id, revision=max(1, report.revision), reference=reference),
        )
        await audit.record(
            change.connection, actor, "report.file", change.now, conversation=report.conversation, report=report.id
        )
        return self._shown(change, await reports.load(change.connection, report.id), form)

    async def _fill(
        self,
        change: Change,
        actor: Actor,
        seat: admission.Seat,
        report: Report,
        form: Form,
        seen: int,
        fields: dict[str, FieldValue],
    ) -> Report:
        """Raises Refusal before it has written anything."""
        unknown = [field for field in fields if form.field(field) is None]
        if unknown:
            raise Refusal("malformed", field=unknown[0])
        tidy = {name: clean(value) or None if isinstance(value, str) else value for name, value in fields.items()}
        changes = rules.check_changes(report.state, seen, tidy, report.fields, report.touched)
        if not changes:
            return report
        revision = report.revision + 1
        touched = {
            **report.touched,
            **{name: Touch(revision=revision, kind=actor.kind, at=change.now) for name in changes},
        }
        kept = {name: value for name, value in {**report.fields, **changes}.items() if value is not None}
        await reports.change(change.connection, report.id, revision=revision, fields=kept, provenance=touched)
        await change.append(
            report.conversation, seat.author, ReportChanged(report=report.id, revision=revision, fields=changes)
        )
        return await reports.load(change.connection, report.id)

    def _shown(self, change: Change, report: Report, form: Form | None) -> ReportShown:
        view = view_of(report, form, change.now)
        change.afterwards(lambda: self._tell(report.conversation, view))
        return ReportShown(view=view)

    async def _tell(self, conversation: str, view: ReportView) -> None:
        self.connections.signal(conversation, ReportStands(conversation=conversation, view=view))

    def _form(self, name: str) -> Form:
        form = self.zone().form(name)
        if form is None:
            raise Refusal("no_such_form")
        return form

    async def _new_reference(self, change: Change) -> str:
        while True:
            reference = rules.reference(self.zone().profile.reference_prefix, change.now.year, secrets.token_bytes(5))
            if not await reports.reference_exists(change.connection, reference):
                return reference
