"""Where calls have their place: a worker that is gone takes none with it."""

import asyncio
from typing import Any

import pytest

from server.domain.actor import Agent
from server.protocol import commands as c
from server.protocol.errors import Refusal
from server.store import nodes
from tests.desk.calling import FarEnd, running
from tests.desk.harness import Bench


async def test_a_call_moves_to_another_worker_and_the_record_says_so(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    second = FarEnd(desk, "w_worker001")
    desk.media.lost(first.worker)
    for _ in range(2):
        await desk.places.worker_gone(first.worker, desk.now)
    view = await found.view()
    assert (view.state, view.placement) == ("running", 2)
    assert [each.connected for each in view.parties] == [False, False]
    assert [each["view"]["placement"] for each in found.citizen.events("call.moved")] == [2]
    assert (await desk.types(found.conversation))[-1] == "call.incident"
    await desk.do(found.citizen, c.OfferMedia(**found.names, sdp="again"))
    assert [payload["sdp"] for payload in second.told("media.offer")] == ["again"]
    await desk.say(found.citizen, found.conversation, "we chatten intussen verder")


async def test_an_offer_that_the_move_has_overtaken_replaces_no_newer_one(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    second = FarEnd(desk, "w_worker001")
    desk.media.lost(first.worker)
    await desk.places.worker_gone(first.worker, desk.now)
    await desk.do(found.citizen, c.OfferMedia(**found.names, sdp="new line", placement=2))
    with desk.refused("media_failed"):
        await desk.do(found.citizen, c.OfferMedia(**found.names, sdp="old line", placement=1))
    assert [payload["sdp"] for payload in second.told("media.offer")] == ["new line"]


@pytest.mark.parametrize("comes_back", [True, False])
async def test_a_call_that_nobody_comes_back_to_after_a_move_ends(desk: Bench, comes_back: bool) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    desk.pass_time(minutes=5)
    desk.media.lost(first.worker)
    second = FarEnd(desk, "w_worker001")
    await desk.places.worker_gone(first.worker, desk.now)
    for _ in range(8):
        await desk.sweeps.stranded_calls(desk.now)
        assert (await found.view()).state == "running"
        desk.pass_time(seconds=8)
        second.announce(found.call)
    if comes_back:
        await found.connected(second)
    await desk.sweeps.stranded_calls(desk.now)
    assert (await found.view()).state == ("running" if comes_back else "ended")


async def test_what_the_lost_worker_still_says_changes_nothing(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    FarEnd(desk, "w_worker001")
    desk.media.lost(first.worker)
    await desk.places.worker_gone(first.worker, desk.now)
    for kind in ("idle", "recording_failed", "connected"):
        assert not await first.notices(found.call, kind)
    assert (await found.view()).state == "running"


async def test_a_frozen_worker_that_comes_back_lets_go(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    FarEnd(desk, "w_worker001")
    desk.media.lost(first.worker)
    await desk.places.worker_gone(first.worker, desk.now)
    first.announce(found.call)
    await desk.places.worker_here(first.worker, (found.call,), desk.now)
    assert first.told("media.close") == [{"call": found.call}]


async def test_a_worker_that_comes_back_begins_anew_the_call_that_waited_for_one(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    desk.media.lost(worker.worker)
    await desk.places.worker_gone(worker.worker, desk.now)
    worker.announce(found.call)
    placed_at_close = []

    async def note(event: str, payload: dict[str, Any]) -> Any:
        placed_at_close.append((await found.view()).placement)
        return {}

    worker.request = note  # type: ignore[method-assign]
    worker.announce(found.call)
    await desk.places.worker_here(worker.worker, (found.call,), desk.now)
    assert placed_at_close == [1], "it lets go before anybody could have offered again"
    assert (await found.view()).placement == 2


async def test_a_worker_is_told_again_who_was_taken_out_until_it_has_heard(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    guest = await desk.agent("Karim")
    assert isinstance(guest.connection.actor, Agent)
    await desk.do(found.agent, c.InviteAgent(**found.names, agent=guest.connection.actor.id))
    await desk.do(guest, c.JoinCall(**found.names))
    party = next(
        each.participant.participant for each in (await found.view()).parties if each.participant.name == "Karim"
    )
    desk.media.lost(worker.worker)
    await desk.do(found.agent, c.RemoveParty(**found.names, participant=party))
    await desk.places.tell_again()
    assert worker.told("media.leave") == []
    worker.announce(found.call)
    for _ in range(2):
        await desk.places.tell_again()
    assert worker.told("media.leave") == [{"call": found.call, "party": party}]


async def test_who_came_back_meanwhile_is_not_taken_out(desk: Bench) -> None:
    worker = FarEnd(desk)
    found = await running(desk, worker)
    (party, *_) = await found.participants()
    desk.media.lost(worker.worker)
    await desk.media.leave(worker.worker, found.call, party)
    worker.announce(found.call)
    for _ in range(2):
        await desk.places.tell_again()
    assert worker.told("media.leave") == []
    await desk.media.close(worker.worker, found.call)
    assert len(worker.told("media.close")) == 1


async def test_a_test_of_the_network_on_another_node_is_let_be(desk: Bench) -> None:
    worker = FarEnd(desk)
    await desk.places.worker_here(worker.worker, ("k_0123456789",), desk.now)
    assert worker.told("media.close") == []


async def test_with_one_worker_the_call_waits_for_the_next(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    desk.media.lost(first.worker)
    await desk.places.worker_gone(first.worker, desk.now)
    assert [each["view"]["placement"] for each in found.citizen.events("call.moved")] == [1]
    with desk.refused("no_media_worker"):
        await desk.do(found.citizen, c.OfferMedia(**found.names, sdp="again"))
    desk.pass_time(seconds=3)
    second = FarEnd(desk, "w_worker001")
    await desk.places.worker_here(second.worker, (), desk.now)
    assert [each["view"]["placement"] for each in found.citizen.events("call.moved")] == [1, 2]
    await desk.do(found.citizen, c.OfferMedia(**found.names, sdp="again"))


async def test_where_no_worker_comes_the_call_ends(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    desk.media.lost(first.worker)
    await desk.places.worker_gone(first.worker, desk.now)
    desk.pass_time(seconds=21)
    await desk.sweeps.stranded_calls(desk.now)
    assert (await desk.types(found.conversation))[-3:] == ["call.incident", "call.incident", "call.ended"]


async def test_a_worker_that_another_node_still_has_is_not_lost(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    FarEnd(desk, "w_worker001")
    async with desk.database.write() as connection:
        await nodes.link(connection, "n_othernode", {first.worker})
    desk.media.lost(first.worker)
    await desk.places.worker_gone(first.worker, desk.now)
    assert (await found.view()).placement == 1
    desk.pass_time(seconds=30)
    await desk.sweeps.stranded_calls(desk.now)
    assert (await found.view()).placement == 1


async def test_the_sweep_moves_what_nobody_saw_go(desk: Bench) -> None:
    first = FarEnd(desk)
    found = await running(desk, first)
    desk.media.lost(first.worker)
    second = FarEnd(desk, "w_worker001")
    for _ in range(2):
        await desk.sweeps.stranded_calls(desk.now)
        assert (await found.view()).placement == 1, "a worker that only lost its connection may come back"
        desk.pass_time(seconds=4)
        second.announce()
    await desk.sweeps.stranded_calls(desk.now)
    assert (await found.view()).placement == 2


async def test_a_lease_runs_out_unless_it_is_the_desk_that_slept(desk: Bench) -> None:
    worker = FarEnd(desk)
    for _ in range(3):
        assert desk.media.silent() == []
        desk.pass_time(seconds=0.6)
    assert desk.media.silent() == [worker.worker]
    worker.announce()
    assert desk.media.silent() == []
    desk.pass_time(seconds=30)
    assert desk.media.silent() == []


async def test_who_waits_for_a_lost_worker_waits_no_longer(desk: Bench) -> None:
    class Frozen(FarEnd):
        async def request(self, event: str, payload: dict[str, Any]) -> Any:
            desk.media.lost(self.worker)
            await asyncio.Event().wait()

    found = await running(desk, Frozen(desk))
    async with asyncio.timeout(2):
        with pytest.raises(Refusal, match="media_failed"):
            await desk.do(found.citizen, c.OfferMedia(**found.names, sdp="offer"))


async def test_a_worker_that_takes_no_more_calls_sends_this_one_elsewhere(desk: Bench) -> None:
    class Draining(FarEnd):
        async def request(self, event: str, payload: dict[str, Any]) -> Any:
            await super().request(event, payload)
            return {"error": "worker_draining"}

    first = Draining(desk)
    found = await running(desk, first)
    desk.media.lost(first.worker)
    FarEnd(desk, "w_worker001")
    first.announce()
    desk.pass_time(seconds=0.1)
    with desk.refused("media_failed"):
        await desk.do(found.citizen, c.OfferMedia(**found.names, sdp="offer"))
    assert "call.incident" not in await desk.types(found.conversation)
    assert (await found.view()).placement == 2


async def test_a_call_counts_where_it_was_placed_last_until_it_is_over(desk: Bench) -> None:
    one, other = FarEnd(desk), FarEnd(desk, "w_worker001")
    assert desk.media.place("k_first0000") == one.worker
    one.announce()
    assert desk.media.place("k_second000") == other.worker, "the first is on its way, whatever its worker says"
    await desk.media.close(one.worker, "k_first0000")
    assert desk.media.place("k_third0000") == one.worker
    desk.media.lost(one.worker)
    assert desk.media.place("k_third0000") == other.worker
    one.announce()
    placed = [desk.media.place(call) for call in ("k_third0000", "k_fourth000", "k_fifth0000")]
    assert placed == [one.worker, one.worker, other.worker], "the third is no longer where it was before"
