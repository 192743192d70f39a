"""What is asked about a report."""

from typing import Annotated, ClassVar

from msgspec import Meta

from server.protocol.commands.command import AGENT, ANYONE, CITIZEN, PEOPLE, STAFF, Command
from server.protocol.results import ReportShown
from server.protocol.words import FieldValue, Identifier, Number, Slug


class StartReport(Command, frozen=True, kw_only=True):
    """Begin a report on one of the zone's forms, or get the one that was begun."""

    event: ClassVar[str] = "report.start"
    by: ClassVar = STAFF
    result: ClassVar = ReportShown
    conversation: Identifier
    form: Slug
    fields: dict[Slug, FieldValue] = {}


class FillReport(Command, frozen=True, kw_only=True):
    """Fill or correct fields.

    `revision` is the one you saw: fields somebody else changed since are refused as `report_changed`.
    """

    event: ClassVar[str] = "report.fill"
    by: ClassVar = ANYONE
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier
    revision: Number
    fields: Annotated[dict[Slug, FieldValue], Meta(max_length=100)]


class ShowReport(Command, frozen=True, kw_only=True):
    """Read a report as it stands."""

    event: ClassVar[str] = "report.show"
    by: ClassVar = PEOPLE
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier


class OfferReport(Command, frozen=True, kw_only=True):
    """Ask the citizen to read and confirm a complete report."""

    event: ClassVar[str] = "report.offer"
    by: ClassVar = STAFF
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier


class ConfirmReport(Command, frozen=True, kw_only=True):
    """Confirm exactly this revision. The reference in the answer means that it is durably stored."""

    event: ClassVar[str] = "report.confirm"
    by: ClassVar = CITIZEN
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier
    revision: Number


class RecordPvNumber(Command, frozen=True, kw_only=True):
    """Record the number of the official report, e.g. `ME.18.L1.012345/2026`."""

    event: ClassVar[str] = "report.record_pv_number"
    by: ClassVar = AGENT
    result: ClassVar = ReportShown
    conversation: Identifier
    report: Identifier
    pv_number: Annotated[str, Meta(pattern=r"^[A-Z]{2}\.\d{2}\.[A-Z0-9]{2}\.\d{5,6}/(\d{2}|\d{4})$")]
