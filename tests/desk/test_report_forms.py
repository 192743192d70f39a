"""A report whose form changes in the zone's data before it is filed."""

import dataclasses

import pytest
from msgspec.structs import replace

from server.domain.form import Form
from server.protocol import commands as c
from server.protocol.entries import ReportChanged
from tests.desk.harness import Bench
from tests.desk.test_reports import begun, fill, filled


def form_changes(desk: Bench, old: str, new: str | None = None) -> None:
    """The zone's next version of the bike form has a field under another name, or no longer at all."""

    def changed(form: Form) -> Form:
        sections = [
            replace(
                section,
                fields=tuple(
                    replace(each, id=new or each.id) if each.id == old else each
                    for each in section.fields
                    if each.id != old or new is not None
                ),
            )
            for section in form.sections
        ]
        return replace(form, version=form.version + 1, sections=tuple(sections))

    forms = tuple(changed(form) if form.id == "bike_theft" else form for form in desk.zone.forms)
    desk.zone = dataclasses.replace(desk.zone, forms=forms)


async def test_an_open_report_goes_on_by_the_form_as_the_zone_has_it_now(desk: Bench) -> None:
    citizen, agent, conversation, report = await begun(desk)
    report = await fill(desk, agent, conversation, report, **filled(desk.zone.form("bike_theft")))  # type: ignore[arg-type]
    told = report.fields["brand"]
    form_changes(desk, "brand", "make")
    shown = await desk.do(agent, c.ShowConversation(conversation=conversation))
    assert shown.reports[0].problems == {"make": "missing", "brand": "unknown_field"}
    report = await fill(desk, citizen, conversation, report, make=told)
    assert (report.form_version, report.problems) == (desk.zone.form("bike_theft").version, {})  # type: ignore[union-attr]
    assert "brand" not in report.fields
    entry = (await desk.log(conversation))[-2]
    assert (entry.author.kind, entry.body) == (
        "desk",
        ReportChanged(report=report.report, revision=2, fields={"brand": None}, form_version=report.form_version),
    )
    offered = (await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))).view
    confirm = c.ConfirmReport(conversation=conversation, report=report.report, revision=offered.revision)
    filed = (await desk.do(citizen, confirm)).view
    assert (filed.state, filed.form_version) == ("filed", report.form_version)
    form_changes(desk, "make")
    assert (await desk.do(citizen, confirm)).view == filed, "what is filed stays what it was"


async def test_a_report_whose_form_changes_after_it_was_read_is_read_again(desk: Bench) -> None:
    citizen, agent, conversation, report = await begun(desk)
    report = await fill(desk, agent, conversation, report, **filled(desk.zone.form("bike_theft")))  # type: ignore[arg-type]
    await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))
    form_changes(desk, "brand")
    with desk.refused("report_changed"):
        await desk.do(
            citizen, c.ConfirmReport(conversation=conversation, report=report.report, revision=report.revision)
        )
    stands = citizen.events("report")[-1]["view"]
    assert stands["revision"] == report.revision + 1
    assert "brand" not in stands["fields"]
    confirm = c.ConfirmReport(conversation=conversation, report=report.report, revision=stands["revision"])
    filed = (await desk.do(citizen, confirm)).view
    assert filed.form_version == desk.zone.form("bike_theft").version  # type: ignore[union-attr]


@pytest.mark.parametrize("asked_for", ["offer", "fill"])
async def test_what_is_refused_as_the_form_changed_tells_of_the_change(desk: Bench, asked_for: str) -> None:
    citizen, agent, conversation, report = await begun(desk)
    report = await fill(desk, agent, conversation, report, **filled(desk.zone.form("bike_theft")))  # type: ignore[arg-type]
    form_changes(desk, "brand", "make")
    for _ in range(2):
        if asked_for == "offer":
            with desk.refused("report_incomplete"):
                await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))
        else:
            with desk.refused("malformed"):
                await fill(desk, agent, conversation, report, brand="Batavus")
        for listener in (citizen, agent):
            stands = listener.events("report")[-1]["view"]
            assert (stands["form_version"], stands["revision"]) == (report.form_version + 1, report.revision + 1)
            assert (stands["state"], stands["problems"]) == ("draft", {"make": "missing"})
        assert (await desk.types(conversation)).count("report.changed") == 2, "it goes on once"
    report = await fill(desk, agent, conversation, report, make="Batavus")
    offered = (await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))).view
    assert offered.state == "offered"


async def test_a_node_with_an_older_form_leaves_a_report_as_it_is(desk: Bench) -> None:
    older = desk.zone
    form_changes(desk, "brand", "make")
    newer = desk.zone
    citizen, agent, conversation, report = await begun(desk)
    report = await fill(desk, agent, conversation, report, **filled(newer.form("bike_theft")))  # type: ignore[arg-type]
    names = {"conversation": conversation, "report": report.report}
    offer, confirm = c.OfferReport(**names), c.ConfirmReport(**names, revision=report.revision)
    desk.zone = older
    with desk.refused("unavailable"):
        await fill(desk, agent, conversation, report, brand="Gazelle")
    with desk.refused("unavailable"):
        await desk.do(agent, c.StartReport(conversation=conversation, form="bike_theft", fields={"brand": "Gazelle"}))
    with desk.refused("unavailable"):
        await desk.do(agent, offer)
    desk.zone = newer
    offered = (await desk.do(agent, offer)).view
    assert (offered.revision, offered.fields) == (report.revision, report.fields)
    desk.zone = older
    with desk.refused("unavailable"):
        await desk.do(citizen, confirm)
    desk.zone = newer
    filed = (await desk.do(citizen, confirm)).view
    assert (filed.state, filed.fields["make"]) == ("filed", report.fields["make"])
    desk.zone = older
    assert (await desk.do(citizen, confirm)).view.reference == filed.reference
