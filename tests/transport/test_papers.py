"""Papers over HTTP: once by a ticket, by sign-in for agents, and never kept by anybody on the way."""

import io
from typing import Literal

import pytest
from aiohttp import ClientResponse
from pypdf import PdfReader

from server.protocol import commands as c
from server.protocol.results import TicketMinted
from server.protocol.words import ReportView
from server.store.agents import Account
from tests.desk.harness import Bench, Listener
from tests.desk.test_reports import begun, fill, filled
from tests.transport.site import ServedSite


async def mint(
    bench: Bench,
    listener: Listener,
    conversation: str,
    purpose: Literal["transcript", "report", "certificate", "move"] = "transcript",
    report: str | None = None,
) -> TicketMinted:
    minted = await bench.do(listener, c.MintTicket(conversation=conversation, purpose=purpose, report=report))
    assert isinstance(minted, TicketMinted)
    return minted


async def talked(bench: Bench) -> tuple[Listener, str]:
    citizen, conversation = await bench.citizen()
    await bench.say(citizen, conversation, "Mijn fiets is gestolen aan het station.")
    return citizen, conversation


async def file_one(bench: Bench) -> tuple[Listener, str, ReportView]:
    """A citizen, the conversation, and the report that was filed in it."""
    citizen, agent, conversation, report = await begun(bench)
    form = bench.zone.form(report.form)
    assert form is not None
    report = await fill(bench, agent, conversation, report, **filled(form))
    await bench.do(agent, c.OfferReport(conversation=conversation, report=report.report))
    confirm = c.ConfirmReport(conversation=conversation, report=report.report, revision=report.revision)
    return citizen, conversation, (await bench.do(citizen, confirm)).view


def text_of(body: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)


def is_private(response: ClientResponse) -> bool:
    return response.headers["Cache-Control"] == "no-store" and "ETag" not in response.headers


async def signed_in(site: ServedSite, **values: object) -> Account:
    account = await site.add_agent(**values)  # type: ignore[arg-type]
    await site.sign_in()
    return account


async def test_a_ticket_fetches_the_transcript_once(site: ServedSite) -> None:
    citizen, conversation = await talked(site.bench)
    path = (await mint(site.bench, citizen, conversation)).path
    assert path is not None
    response = await site.get(path)
    assert (response.status, response.content_type) == (200, "application/pdf")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="onlineloket-')
    assert is_private(response)
    assert "gestolen aan het station" in text_of(await response.read())
    again = await site.get(path)
    assert again.status == 410
    assert again.content_type == "text/html"


async def test_looking_whether_it_is_there_does_not_use_it_up(site: ServedSite) -> None:
    citizen, conversation = await talked(site.bench)
    path = (await mint(site.bench, citizen, conversation)).path
    assert (await site.client.head(f"{site.origin}{path}")).status == 405
    assert (await site.get(str(path))).status == 200


async def test_a_ticket_is_good_for_a_minute(site: ServedSite) -> None:
    citizen, conversation = await talked(site.bench)
    path = (await mint(site.bench, citizen, conversation)).path
    site.bench.pass_time(seconds=61)
    assert (await site.get(str(path))).status == 410


async def test_a_code_that_moves_a_conversation_fetches_nothing(site: ServedSite) -> None:
    citizen, conversation = await talked(site.bench)
    code = (await mint(site.bench, citizen, conversation, purpose="move")).code
    assert (await site.get(f"/papers/{code}")).status == 410


@pytest.mark.parametrize("path", ["/papers/" + "A" * 43, "/papers/short", "/papers/", "/papers/../healthz/x"])
async def test_made_up_codes_fetch_nothing(site: ServedSite, path: str) -> None:
    assert (await site.get(path)).status in {404, 410}


@pytest.mark.parametrize("form", ["html", "pdf"])
async def test_an_agent_reads_the_transcript(site: ServedSite, form: str) -> None:
    _, conversation = await talked(site.bench)
    agent = await signed_in(site, supervisor=True)
    response = await site.get(f"/papers/transcript/{conversation}.{form}")
    assert response.status == 200
    assert is_private(response)
    body = await response.read()
    assert "gestolen aan het station" in (body.decode() if form == "html" else text_of(body))
    assert "script-src" not in response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "paper.transcript" in await site.bench.audit(agent.actor)


@pytest.mark.parametrize(
    "path",
    ["/papers/transcript/{}.pdf", "/papers/report/{}.pdf", "/papers/report/{}.json", "/papers/certificate/{}.pdf"],
)
async def test_nobody_who_is_not_signed_in_reads_anything(site: ServedSite, path: str) -> None:
    _, conversation = await talked(site.bench)
    assert (await site.get(path.format(conversation))).status == 401


@pytest.mark.parametrize("purpose", ["report", "certificate"])
async def test_a_ticket_fetches_the_report_and_the_certificate(
    site: ServedSite, purpose: Literal["report", "certificate"]
) -> None:
    citizen, conversation, report = await file_one(site.bench)
    path = (await mint(site.bench, citizen, conversation, purpose, report.report)).path
    response = await site.get(str(path))
    assert (response.status, response.content_type) == (200, "application/pdf")
    assert is_private(response)
    assert str(report.reference) in text_of(await response.read())


async def test_a_report_that_is_not_filed_is_no_paper(site: ServedSite) -> None:
    citizen, _, conversation, report = await begun(site.bench)
    path = (await mint(site.bench, citizen, conversation, "report", report.report)).path
    assert (await site.get(str(path))).status == 404
    await signed_in(site, supervisor=True)
    assert (await site.get(f"/papers/report/{report.report}.json")).status == 404


async def test_an_agent_reads_the_report_and_takes_it_over(site: ServedSite) -> None:
    _, _, report = await file_one(site.bench)
    agent = await signed_in(site, supervisor=True)
    pdf = await site.get(f"/papers/report/{report.report}.pdf")
    assert pdf.content_type == "application/pdf"
    assert str(report.reference) in text_of(await pdf.read())
    export = await site.get(f"/papers/report/{report.report}.json")
    assert export.content_type == "application/json"
    assert export.headers["Content-Disposition"].startswith("attachment")
    assert str(report.reference) in await export.text()
    certificate = await site.get(f"/papers/certificate/{report.report}.pdf")
    assert str(report.reference) in text_of(await certificate.read())
    assert {"paper.pdf", "paper.json", "paper.certificate"} <= set(await site.bench.audit(agent.actor))


async def test_an_agent_reads_nothing_that_is_not_theirs(site: ServedSite) -> None:
    _, conversation = await talked(site.bench)
    other = next(team for team in site.bench.zone.teams if team.id != site.bench.zone.central_team.id)
    agent = await signed_in(site, teams=(other.id,))
    assert (await site.get(f"/papers/transcript/{conversation}.pdf")).status == 404
    for kind in ("report", "certificate"):
        assert (await site.get(f"/papers/{kind}/r_AAAAAAAAAAAA.pdf")).status == 404
    assert "paper.transcript" not in await site.bench.audit(agent.actor)


async def test_who_only_looked_stands_on_no_paper(site: ServedSite) -> None:
    _, conversation, report = await file_one(site.bench)
    onlooker = await site.bench.agent("Nieuwsgierig", supervisor=True)
    await site.bench.do(onlooker, c.ShowConversation(conversation=conversation))
    await signed_in(site, supervisor=True)
    export = await (await site.get(f"/papers/report/{report.report}.json")).text()
    assert "Nieuwsgierig" not in export
    assert "Sofie" in export
