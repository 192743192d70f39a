"""A report and the form it is on: the zone's data may have another version of it than the report was begun under."""

from server.desk.ledger import DESK_AUTHOR, Change
from server.domain.form import Form, strays
from server.protocol.entries import ReportChanged
from server.protocol.errors import Refusal
from server.store import reports
from server.store.reports import Report


async def go_on(change: Change, report: Report, form: Form) -> Report:
    """The report as it goes on by the form that the zone has now; the same report where that is what it does already.

    Until it is filed, it is filled, judged and read by one version, and filed under that one. What was answered to
    fields that the form no longer has could be seen and mended by nobody: it is dropped, as an entry of the desk says.
    The revision goes up: who read the report before has not read what is to be confirmed. A filed report stays what it
    was.

    Raises Refusal `unavailable` where the report is on a newer version than this node has read yet: to go back would
    drop what was answered to the newer one.
    """
    if report.state == "filed":
        return report
    if form.version < report.form_version:
        raise Refusal("unavailable")
    gone = strays(form, report.fields)
    if report.form_version == form.version and not gone:
        return report
    revision = report.revision + 1
    await reports.change(
        change.connection,
        report.id,
        form_version=form.version,
        revision=revision,
        fields={name: value for name, value in report.fields.items() if name not in gone},
        provenance={name: touch for name, touch in report.touched.items() if name not in gone},
    )
    await change.append(
        report.conversation,
        DESK_AUTHOR,
        ReportChanged(report=report.id, revision=revision, fields=dict.fromkeys(gone), form_version=form.version),
    )
    return await reports.load(change.connection, report.id)
