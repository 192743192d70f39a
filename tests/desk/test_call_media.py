"""What a worker notices in a call: on record where something fails, and nothing of it where nothing does."""

from typing import Any

from server.protocol import commands as c
from tests.desk.calling import FarEnd, InCall, accepted, running
from tests.desk.harness import Bench


async def incidents(found: InCall) -> list[str]:
    return [
        entry.body.incident  # type: ignore[union-attr]
        for entry in await found.desk.log(found.conversation)
        if entry.body.__struct_config__.tag == "call.incident"
    ]


async def citizens(found: InCall) -> str:
    return (await found.desk.log(found.conversation))[0].author.participant


async def test_hanging_up_is_no_incident_though_the_connection_closes_first(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    await worker.notices(found.call, "lost", party=await citizens(found), reason="closed")
    desk.pass_time(seconds=1)
    worker.announce()
    await desk.sweeps.stranded_calls(desk.now)
    await desk.do(found.citizen, c.HangUp(**found.names))
    desk.pass_time(seconds=10)
    await desk.sweeps.stranded_calls(desk.now)
    assert await incidents(found) == []


async def test_who_closes_the_page_in_a_call_is_missed_and_who_loads_it_again_is_not(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    party = await citizens(found)
    await worker.notices(found.call, "lost", party=party, reason="closed")
    assert [each.connected for each in (await found.view()).parties if each.participant.participant == party] == [False]
    await worker.notices(found.call, "connected", party=party)
    desk.pass_time(seconds=4)
    worker.announce()
    await desk.sweeps.stranded_calls(desk.now)
    assert await incidents(found) == []
    await worker.notices(found.call, "lost", party=party, reason="closed")
    desk.pass_time(seconds=4)
    worker.announce()
    for _ in range(2):
        await desk.sweeps.stranded_calls(desk.now)
    assert await incidents(found) == ["connection_lost"]


async def test_a_crashed_browser_is_told_of_at_once(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    party = await citizens(found)
    await worker.notices(found.call, "lost", party=party, reason="silent")
    assert await incidents(found) == ["connection_lost"]
    shown = found.agent.events("call")[-1]["view"]["parties"]
    assert {each["participant"]["participant"]: each.get("connected", False) for each in shown}[party] is False


async def test_each_party_hears_that_its_streams_change(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    party = await citizens(found)
    await worker.notices(found.call, "changed", party=party)
    assert found.citizen.events("call.streams") == [{**found.names, "party": party}]


async def test_an_offer_that_is_answered_after_the_end_puts_nobody_back(desk: Bench) -> None:
    class Slow(FarEnd):
        """A worker that is still thinking when the citizen hangs up."""

        async def request(self, event: str, payload: dict[str, Any]) -> Any:
            if event == "media.offer":
                await desk.do(found.citizen, c.HangUp(**found.names))
            return await super().request(event, payload)

    worker = Slow(desk)
    found = await accepted(desk)
    with desk.refused("call_over"):
        await desk.do(found.agent, c.OfferMedia(**found.names, sdp="offer"))
    assert [payload["call"] for payload in worker.told("media.leave")] == [found.call]


async def test_a_page_that_another_has_replaced_is_told_so(desk: Bench) -> None:
    class Replaced(FarEnd):
        """A worker that another page of the party has offered to since."""

        async def request(self, event: str, payload: dict[str, Any]) -> Any:
            await super().request(event, payload)
            return {"error": "open_elsewhere"}

    Replaced(desk)
    found = await accepted(desk)
    with desk.refused("open_elsewhere"):
        await desk.do(found.agent, c.OfferMedia(**found.names, sdp="offer"))


async def test_a_worker_that_dropped_an_idle_call_is_not_asked_to(desk: Bench) -> None:
    """It waits for the desk's answer just then, and could not give its own."""
    worker = FarEnd(desk)
    found = await running(desk, worker)
    await worker.notices(found.call, "idle")
    assert (await desk.types(found.conversation))[-1] == "call.ended"
    assert found.citizen.events("call")[-1]["view"]["state"] == "ended"
    assert worker.asked == []


async def test_a_call_that_never_connects_ends(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await accepted(desk)
    desk.pass_time(seconds=60)
    worker.announce()
    await desk.sweeps.stranded_calls(desk.now)
    incident, ended = (await desk.log(found.conversation))[-2:]
    assert incident.body.incident == "negotiation_failed"  # type: ignore[union-attr]
    assert ended.body.reason == "failed"  # type: ignore[union-attr]


async def test_a_party_reports_what_the_desk_cannot_see(desk: Bench) -> None:
    FarEnd(desk)
    found = await accepted(desk)
    said = c.ReportIncident(**found.names, incident="device_lost", client_id="once-0001")
    for _ in range(2):
        await desk.do(found.citizen, said)
    assert await incidents(found) == ["device_lost"]
