"""Zone data for screens: complete in every language, the same until the zone changes."""

from dataclasses import replace

import msgspec
import pytest

from server.protocol.pages import ConsoleData, DeskData
from server.protocol.words import LANGUAGES
from server.transport.content import Content
from tests.desk.harness import Bench
from tests.transport.site import ServedSite


@pytest.mark.parametrize("language", LANGUAGES)
async def test_desk_data(site: ServedSite, language: str) -> None:
    response = await site.get(f"/api/desk?language={language}")
    data = msgspec.json.decode(await response.read(), type=DeskData)
    zone = site.bench.zone
    assert data.language == language
    assert [door.id for door in data.doors] == [door.id for door in zone.doors]
    assert [number.id for number in data.card.numbers] == list(zone.emergency.numbers)
    assert {form.id for form in data.forms} == {form.id for form in zone.forms}
    assert {topic.id for topic in zone.topics if topic.sensitive} == set(data.sensitive_topics)
    assert data.exit_url.startswith("https://")
    assert data.demo_notice
    assert all(data.rights)
    for form in data.forms:
        shown = {field.id: field for section in form.sections for field in section.fields}
        asked = zone.form(form.id)
        assert asked is not None
        assert list(shown) == [field.id for field in asked.fields]
        for field in asked.fields:
            assert shown[field.id].kind == field.__struct_config__.tag
            assert bool(shown[field.id].choices) == (shown[field.id].kind == "choice")


async def test_it_is_asked_about_but_sent_once(site: ServedSite) -> None:
    first = await site.get("/api/desk?language=nl")
    assert first.headers["Cache-Control"] == "no-cache"
    again = await site.get("/api/desk?language=nl", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status == 304


async def test_another_zone_is_another_answer(site: ServedSite) -> None:
    before = await (await site.get("/api/desk?language=nl")).json()
    site.bench.zone = replace(site.bench.zone, version="another", doors=site.bench.zone.doors[:1])
    after = await (await site.get("/api/desk?language=nl")).json()
    assert len(before["doors"]) == 3
    assert len(after["doors"]) == 1


@pytest.mark.parametrize("query", ["", "?language=xx", "?language="])
async def test_a_language_nobody_speaks_is_refused(site: ServedSite, query: str) -> None:
    response = await site.get(f"/api/desk{query}")
    assert response.status == 400
    assert await response.json() == {"error": {"code": "malformed", "field": "language"}}


async def test_console_data(site: ServedSite) -> None:
    await site.add_agent()
    await site.sign_in()
    response = await site.get("/api/console?language=fr")
    data = msgspec.json.decode(await response.read(), type=ConsoleData)
    zone = site.bench.zone
    assert [team.id for team in data.teams] == [team.id for team in zone.teams]
    assert {team.id: team.open for team in data.teams}[zone.central_team.id]
    assert len(data.topics) == len(zone.topics)
    assert len(data.neighbourhoods) == len(zone.neighbourhoods)
    assert len(data.outcomes) == len(zone.outcomes)
    assert len(data.canned) == len(zone.canned)
    assert data.call_seats == 4
    assert set(data.recorded_topics) == {topic.id for topic in zone.topics if topic.recording} != set()


async def test_where_nothing_can_be_recorded_the_console_offers_it_for_no_topic(bench: Bench) -> None:
    content = Content(lambda: bench.zone, call_seats=2, can_record=False)
    shown = content.console("nl", bench.now)
    assert (shown.recorded_topics, shown.call_seats) == ((), 2)
