"""What the worker is told of a recording, until it has heard: to go on, to pause, to stop."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from server.protocol import commands as c
from server.protocol.words import Need
from server.sealed.vault import Vault
from tests.desk.harness import Bench
from tests.desk.recorded import asked, colleague_comes, film_making, recorded


async def test_a_worker_that_cannot_record_ends_it(desk: Bench) -> None:
    found = await asked(desk)

    async def refuse(event: str, payload: dict[str, Any]) -> Any:
        return {"error": "recording_failed"}

    found.worker.request = refuse  # type: ignore[method-assign]
    found.worker.announce()
    await found.agreed(found.call.citizen)
    assert (await found.row()).state == "stopped"
    assert (await found.types())[-2:] == ["recording.started", "recording.stopped"]


async def test_under_another_key_it_does_not_go_on(desk: Bench) -> None:
    found = await recorded(desk)
    await desk.do(found.call.citizen, c.PauseRecording(**found.names))
    desk.recordings.tapes.vault = Vault("another made-up secret")
    await desk.do(found.call.citizen, c.ResumeRecording(**found.names))
    assert (await found.row()).state == "stopped"


async def test_a_worker_that_does_not_answer_is_asked_again(desk: Bench) -> None:
    found = await asked(desk)
    desk.media.lost(found.worker.worker)
    await found.agreed(found.call.citizen)
    assert (await found.row()).state == "running"
    found.worker.announce()
    desk.pass_time(seconds=2)
    for _ in range(2):
        await desk.upkeep.review(desk.now)
    assert found.orders == [(True, 2)]


async def test_an_order_in_which_the_database_failed_is_given_again(desk: Bench) -> None:
    found = await recorded(desk)
    acknowledge = found.worker.request

    async def rename(table: str, to: str) -> None:
        async with desk.database.write() as connection:
            await connection.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))

    async def fail(event: str, payload: dict[str, Any]) -> Any:
        await rename("recordings", "elsewhere")
        return await acknowledge(event, payload)

    found.worker.request = fail  # type: ignore[method-assign]
    found.worker.announce()
    with pytest.raises(DBAPIError):
        await desk.upkeep.follow(found.call.call, desk.now)
    await rename("elsewhere", "recordings")
    found.worker.request = acknowledge  # type: ignore[method-assign]
    found.worker.announce()
    desk.pass_time(seconds=2)
    for _ in range(2):
        await desk.upkeep.review(desk.now)
    assert found.orders == [(True, 2)] * 3


async def test_a_node_that_stops_before_it_told_the_worker_leaves_that_to_another(desk: Bench) -> None:
    found = await asked(desk)

    class Stopped(BaseException):
        """As a process that is killed goes no further."""

    async def stop(event: str, payload: dict[str, Any]) -> Any:
        raise Stopped

    acknowledge = found.worker.request
    found.worker.request = stop  # type: ignore[method-assign]
    found.worker.announce()
    with pytest.raises(Stopped):
        await found.agreed(found.call.citizen)
    found.worker.request = acknowledge  # type: ignore[method-assign]
    found.worker.announce()
    desk.pass_time(seconds=2)
    other = replace(desk.upkeep)
    for _ in range(2):
        await other.review(desk.now)
    assert found.orders == [(True, 2)]


async def test_a_worker_that_never_answers_ends_it(desk: Bench) -> None:
    found = await asked(desk)
    desk.media.lost(found.worker.worker)
    await found.agreed(found.call.citizen)
    for _ in range(2):
        desk.pass_time(seconds=15)
        await desk.upkeep.review(desk.now)
    assert (await found.row()).state == "stopped"
    assert (await desk.log(found.call.conversation))[-1].body.reason == "failed"  # type: ignore[union-attr]


@pytest.mark.parametrize("why", ["no", "topic"])
async def test_a_worker_that_does_not_hear_of_a_stop_is_told_until_it_does(desk: Bench, why: str) -> None:
    found = await recorded(desk)
    colleague = await colleague_comes(desk, found)
    desk.media.lost(found.worker.worker)
    if why == "no":
        await found.agreed(colleague, agree=False)
    else:
        need = Need(topic="stalking", languages=("nl",))
        await desk.do(found.call.agent, c.StateNeed(conversation=found.call.conversation, need=need))
    for _ in range(2):
        desk.pass_time(seconds=10)
        await desk.upkeep.review(desk.now)
    assert (await found.row()).state == "stopped"
    assert not await film_making(desk).make_next(lambda: desk.now)
    found.worker.announce()
    for _ in range(3):
        await desk.upkeep.review(desk.now)
    assert len(found.worker.told("media.stop_recording")) == 1
    assert await film_making(desk).make_next(lambda: desk.now)


async def test_a_stop_that_nobody_heard_of_is_over_with_the_call(desk: Bench) -> None:
    found = await recorded(desk)
    colleague = await colleague_comes(desk, found)
    desk.media.lost(found.worker.worker)
    await found.agreed(colleague, agree=False)
    await desk.do(found.call.citizen, c.HangUp(**found.call.names))
    assert (await found.row()).untold_since
    desk.pass_time(seconds=2)
    await desk.upkeep.review(desk.now)
    assert not (await found.row()).untold_since


@pytest.mark.parametrize("command", [c.PauseRecording, c.StopRecording])
async def test_an_order_to_go_on_does_not_overtake_a_pause_or_a_stop(
    desk: Bench, command: type[c.PauseRecording | c.StopRecording]
) -> None:
    found = await recorded(desk)
    acknowledge, on_its_way, slow = found.worker.request, asyncio.Event(), asyncio.Event()

    async def late(event: str, payload: dict[str, Any]) -> Any:
        if event == "media.record" and payload.get("keep", True):
            on_its_way.set()
            await slow.wait()
        return await acknowledge(event, payload)

    found.worker.request = late  # type: ignore[method-assign]
    found.worker.announce()
    ordering = asyncio.create_task(desk.upkeep.follow(found.call.call, desk.now))
    async with asyncio.timeout(20):
        await on_its_way.wait()
    await desk.do(found.call.citizen, command(**found.names))
    slow.set()
    await ordering
    last = found.worker.asked[-1]
    assert last[0] == "media.stop_recording" or last[1].get("keep", True) is False
