"""A report as participants see it, with what is still wrong or missing in it."""

from datetime import datetime

from server.domain.form import Form, missing, validate
from server.protocol.words import ReportView
from server.store.reports import Report


def view_of(report: Report, form: Form | None, now: datetime) -> ReportView:
    """The report as it stands. `problems` has a code per field, none where the zone no longer has the form."""
    return ReportView(
        report=report.id,
        form=report.form,
        form_version=report.form_version,
        revision=report.revision,
        state=report.state,
        fields=report.fields,
        problems=problems_of(report, form, now) if form is not None and report.state != "filed" else {},
        reference=report.reference,
        pv_number=report.pv_number,
    )


def problems_of(report: Report, form: Form, now: datetime) -> dict[str, str]:
    """What keeps the report from being filed: a code per field, `missing` for a required one without an answer."""
    wrong = {field: problem.code for field, problem in validate(form, report.fields, now).items()}
    return {**dict.fromkeys(missing(form, report.fields), "missing"), **wrong}
