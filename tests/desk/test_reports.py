"""The report: filled by both sides, confirmed as it was read, and filed once."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from server.domain.form import Form, asked
from server.domain.report import is_reference
from server.protocol import commands as c
from server.protocol.words import FieldValue, ReportView
from server.zone.load import demo_folder
from tests.desk.harness import Bench, Listener

SAMPLES: dict[str, FieldValue] = {
    "text": "zwart",
    "long_text": "aan het station",
    "yes_no": False,
    "date": "1980-05-01",
    "moment": "2026-03-01Tevening",
    "street": "Stationsstraat",
    "amount": 450,
    "phone": "0470 12 34 56",
    "email": "jan@example.org",
    "serial": "AB12345",
    "national_number": "80.05.01-003.71",
}


def filled(form: Form, given: dict[str, FieldValue] | None = None) -> dict[str, FieldValue]:
    """Answers for every required question, by its kind."""
    values: dict[str, FieldValue] = dict(given or {})
    for _ in range(5):
        for field in asked(form, values):
            if field.required and field.id not in values:
                kind = field.__struct_config__.tag
                options = getattr(field, "options", None)
                values[field.id] = options[0].id if options else SAMPLES[str(kind)]
    return values


async def begun(desk: Bench) -> tuple[Listener, Listener, str, ReportView]:
    citizen, agent, conversation = await desk.helped()
    shown = await desk.do(agent, c.StartReport(conversation=conversation, form="bike_theft"))
    return citizen, agent, conversation, shown.view


async def fill(desk: Bench, who: Listener, conversation: str, report: ReportView, **fields: Any) -> ReportView:
    command = c.FillReport(conversation=conversation, report=report.report, revision=report.revision, fields=fields)
    return (await desk.do(who, command)).view  # type: ignore[no-any-return]


async def test_filled_corrected_confirmed_filed(desk: Bench) -> None:
    citizen, agent, conversation, report = await begun(desk)
    form = desk.zone.form("bike_theft")
    assert form is not None
    report = await fill(desk, agent, conversation, report, **filled(form))
    assert report.problems == {}
    assert citizen.events("report")[-1]["view"]["fields"] == report.fields
    with desk.refused("report_not_offered"):
        await desk.do(
            citizen, c.ConfirmReport(conversation=conversation, report=report.report, revision=report.revision)
        )
    await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))
    text = next(field.id for field in form.fields if str(field.__struct_config__.tag) in ("text", "long_text"))
    corrected = await fill(desk, citizen, conversation, report, **{text: "groen"})
    with desk.refused("report_changed"):
        await desk.do(
            citizen, c.ConfirmReport(conversation=conversation, report=report.report, revision=report.revision)
        )
    confirm = c.ConfirmReport(conversation=conversation, report=report.report, revision=corrected.revision)
    filed = (await desk.do(citizen, confirm)).view
    assert filed.state == "filed"
    assert is_reference(filed.reference)
    assert filed.fields[text] == "groen"
    assert (await desk.do(citizen, confirm)).view.reference == filed.reference
    assert (await desk.types(conversation)).count("report.filed") == 1
    with desk.refused("report_filed"):
        await fill(desk, agent, conversation, filed, **{text: "rood"})


async def test_no_reference_before_it_is_filed(desk: Bench) -> None:
    citizen, agent, conversation, report = await begun(desk)
    await fill(desk, agent, conversation, report, **filled(desk.zone.form("bike_theft")))  # type: ignore[arg-type]
    for listener in (citizen, agent):
        assert "reference" not in str(listener.heard)


async def test_an_incomplete_report_is_not_offered_and_says_what_is_missing(desk: Bench) -> None:
    _, agent, conversation, report = await begun(desk)
    with desk.refused("report_incomplete") as _:
        await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))


async def test_two_who_change_the_same_field_do_not_overwrite_each_other(desk: Bench) -> None:
    citizen, agent, conversation, report = await begun(desk)
    form = desk.zone.form("bike_theft")
    assert form is not None
    first, second = [
        field.id for field in form.fields if str(field.__struct_config__.tag) in ("text", "long_text", "street")
    ][:2]
    await fill(desk, agent, conversation, report, **{first: "van de agent"})
    await fill(desk, citizen, conversation, report, **{second: "van de burger"})
    with desk.refused("report_changed"):
        await fill(desk, citizen, conversation, report, **{first: "van de burger"})
    shown = (await desk.do(agent, c.ShowReport(conversation=conversation, report=report.report))).view
    assert (shown.fields[first], shown.fields[second]) == ("van de agent", "van de burger")


async def test_a_field_the_form_does_not_have_is_refused(desk: Bench) -> None:
    _, agent, conversation, report = await begun(desk)
    with desk.refused("malformed"):
        await fill(desk, agent, conversation, report, shoe_size="43")


async def test_starting_again_gives_the_report_that_was_begun(desk: Bench) -> None:
    _, agent, conversation, report = await begun(desk)
    again = (await desk.do(agent, c.StartReport(conversation=conversation, form="bike_theft"))).view
    assert again.report == report.report
    with desk.refused("no_such_form"):
        await desk.do(agent, c.StartReport(conversation=conversation, form="no_such"))


async def test_the_bot_hands_over_what_it_already_asked(desk: Bench) -> None:
    bot = desk.bot()
    _, conversation = await desk.citizen()
    form = desk.zone.form("bike_theft")
    assert form is not None
    text = next(field.id for field in form.fields if str(field.__struct_config__.tag) == "text")
    view = (
        await desk.do(bot, c.StartReport(conversation=conversation, form="bike_theft", fields={text: "Gazelle"}))
    ).view
    await desk.do(bot, c.TransferConversation(conversation=conversation, why="form"))
    agent = await desk.agent()
    await desk.do(agent, c.TakeConversation())
    shown = await desk.do(agent, c.ShowConversation(conversation=conversation))
    assert [each.fields for each in shown.reports] == [{text: "Gazelle"}]
    assert shown.reports[0].report == view.report


async def test_an_officer_records_the_number_of_the_official_report(desk: Bench) -> None:
    _, agent, conversation, report = await begun(desk)
    command = c.RecordPvNumber(conversation=conversation, report=report.report, pv_number="ME.18.L1.012345/2026")
    for _ in range(2):
        assert (await desk.do(agent, command)).view.pv_number == "ME.18.L1.012345/2026"
    assert (await desk.types(conversation)).count("pv_number.recorded") == 1


async def test_the_number_may_come_after_the_form_is_gone(desk: Bench) -> None:
    _, agent, conversation, report = await begun(desk)
    desk.zone = dataclasses.replace(desk.zone, forms=())
    command = c.RecordPvNumber(conversation=conversation, report=report.report, pv_number="ME.18.L1.012345/2026")
    assert (await desk.do(agent, command)).view.pv_number == "ME.18.L1.012345/2026"


async def test_asking_for_a_report_again_takes_back_nothing_that_was_answered_since(desk: Bench) -> None:
    citizen, agent, conversation, _ = await begun(desk)
    form = desk.zone.form("bike_theft")
    assert form is not None
    text = next(field.id for field in form.fields if str(field.__struct_config__.tag) == "text")
    start = c.StartReport(conversation=conversation, form="bike_theft", fields={text: "Gazelle"})
    report = (await desk.do(agent, start)).view
    await fill(desk, citizen, conversation, report, **{text: "Batavus"})
    assert (await desk.do(agent, start)).view.fields[text] == "Batavus"


async def test_who_confirmed_and_heard_nothing_gets_the_reference_also_when_the_conversation_closed(
    desk: Bench,
) -> None:
    citizen, agent, conversation, report = await begun(desk)
    report = await fill(desk, agent, conversation, report, **filled(desk.zone.form("bike_theft")))  # type: ignore[arg-type]
    await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))
    confirm = c.ConfirmReport(conversation=conversation, report=report.report, revision=report.revision)
    filed = (await desk.do(citizen, confirm)).view
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=desk.zone.outcomes[0].id))
    assert (await desk.do(citizen, confirm)).view.reference == filed.reference


async def test_nothing_is_confirmed_after_the_conversation_closed(desk: Bench) -> None:
    citizen, agent, conversation, report = await begun(desk)
    report = await fill(desk, agent, conversation, report, **filled(desk.zone.form("bike_theft")))  # type: ignore[arg-type]
    await desk.do(agent, c.OfferReport(conversation=conversation, report=report.report))
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=desk.zone.outcomes[0].id))
    with desk.refused("conversation_closed"):
        await desk.do(
            citizen, c.ConfirmReport(conversation=conversation, report=report.report, revision=report.revision)
        )


async def test_the_number_may_come_after_the_conversation_closed(desk: Bench) -> None:
    _, agent, conversation, report = await begun(desk)
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=desk.zone.outcomes[0].id))
    command = c.RecordPvNumber(conversation=conversation, report=report.report, pv_number="ME.18.L1.012345/2026")
    assert (await desk.do(agent, command)).view.pv_number == "ME.18.L1.012345/2026"


@pytest.mark.parametrize("form", sorted(path.stem for path in (demo_folder() / "forms").glob("*.yaml")))
async def test_what_the_bot_began_on_any_form_can_be_filed(desk: Bench, form: str) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    blank = desk.zone.form(form)
    assert blank is not None
    days = to_come(desk) if form == "holiday_watch" else None
    told = {id: value for id, value in filled(blank, days).items() if not sensitive(blank, id)}
    await desk.do(bot, c.StartReport(conversation=conversation, form=form))
    view = (await desk.do(bot, c.StartReport(conversation=conversation, form=form, fields=told))).view
    assert set(view.problems.values()) == {"missing"}
    await desk.do(bot, c.TransferConversation(conversation=conversation, why="form"))
    agent = await desk.agent()
    await desk.do(agent, c.TakeConversation(conversation=conversation))
    view = await fill(desk, agent, conversation, view, **filled(blank, told))
    assert view.problems == {}
    await desk.do(agent, c.OfferReport(conversation=conversation, report=view.report))
    confirm = c.ConfirmReport(conversation=conversation, report=view.report, revision=view.revision)
    filed = (await desk.do(citizen, confirm)).view
    assert filed.state == "filed"
    assert filed.form == form


def to_come(desk: Bench) -> dict[str, FieldValue]:
    """Days of a holiday that is still to come."""
    today = desk.now.date()
    return {"from": str(today + timedelta(days=14)), "until": str(today + timedelta(days=28))}


def sensitive(form: Form, id: str) -> bool:
    field = form.field(id)
    return field is not None and field.sensitive
