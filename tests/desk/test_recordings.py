"""Recordings: asked of everybody, paused for whoever comes later, over with the call; a no has no consequence."""

import pytest

from server.protocol import commands as c
from server.protocol.words import Need
from tests.desk.calling import FarEnd, running
from tests.desk.harness import Bench, Listener
from tests.desk.recorded import TOPIC, asked, call_about, colleague_comes, recorded


async def test_it_begins_when_everybody_has_agreed_and_not_before(desk: Bench) -> None:
    found = await asked(desk)
    assert (await found.row()).state == "asked"
    assert found.orders == []
    assert found.call.citizen.events("recording")[-1]["view"]["state"] == "asked"
    view = await found.agreed(found.call.citizen)
    assert view.state == "running"
    assert found.orders == [(True, 2)]
    assert await found.types() == ["recording.proposed", "recording.answered", "recording.started"]
    for who in (found.call.citizen, found.call.agent):
        assert who.events("recording")[-1]["view"]["state"] == "running"


async def test_the_worker_gets_a_key_that_is_stored_wrapped_only(desk: Bench) -> None:
    found = await recorded(desk)
    (order,) = found.worker.told("media.record")
    row = await found.row()
    assert row.wrapped_key is not None
    assert order["key"] not in row.wrapped_key


async def test_a_no_has_no_consequence_and_is_not_asked_about_again(desk: Bench) -> None:
    found = await asked(desk)
    for _ in range(2):
        assert (await found.agreed(found.call.citizen, agree=False)).state == "refused"
    assert (await found.call.view()).state == "running"
    assert await found.types() == ["recording.proposed", "recording.answered"]
    with desk.refused("recording_refused"):
        await desk.do(found.call.agent, c.ProposeRecording(**found.call.names))
    with desk.refused("recording_over"):
        await found.agreed(found.call.citizen)


async def test_only_where_the_zone_allows_it_for_the_topic(desk: Bench) -> None:
    _, call = await call_about(desk, "stalking")
    with desk.refused("recording_not_allowed"):
        await desk.do(call.agent, c.ProposeRecording(**call.names))


async def test_without_a_topic_nothing_is_recorded(desk: Bench) -> None:
    call = await running(desk, FarEnd(desk))
    with desk.refused("recording_not_allowed"):
        await desk.do(call.agent, c.ProposeRecording(**call.names))


async def test_only_who_helps_the_citizen_may_ask(desk: Bench) -> None:
    _, call = await call_about(desk, TOPIC)
    for who in (call.citizen, await desk.agent("Ann")):
        with desk.refused("not_allowed"):
            await desk.do(who, c.ProposeRecording(**call.names))


async def test_who_is_not_in_the_call_neither_answers_nor_stops(desk: Bench) -> None:
    found = await asked(desk)
    stranger = await desk.agent("Ann")
    for command in (c.AnswerRecording(**found.names, agree=True), c.StopRecording(**found.names)):
        with desk.refused("not_allowed"):
            await desk.do(stranger, command)


async def test_asking_again_while_it_stands_gives_the_same(desk: Bench) -> None:
    found = await asked(desk)
    again = (await desk.do(found.call.agent, c.ProposeRecording(**found.call.names))).view
    assert again.recording == found.recording
    assert await found.types() == ["recording.proposed"]


@pytest.mark.parametrize("who", ["citizen", "agent"])
async def test_anybody_may_pause_and_that_one_lets_it_go_on(desk: Bench, who: str) -> None:
    found = await recorded(desk)
    pauses: Listener = getattr(found.call, who)
    other = found.call.agent if who == "citizen" else found.call.citizen
    for _ in range(2):
        assert (await desk.do(pauses, c.PauseRecording(**found.names))).view.state == "paused"
    assert found.orders[-1] == (False, 2)
    with desk.refused("not_allowed"):
        await desk.do(other, c.ResumeRecording(**found.names))
    assert (await desk.do(pauses, c.ResumeRecording(**found.names))).view.state == "running"
    assert found.orders[-1] == (True, 2)
    assert (await found.types())[-2:] == ["recording.paused", "recording.resumed"]


async def test_a_pause_that_the_worker_did_not_hear_of_is_no_pause(desk: Bench) -> None:
    found = await recorded(desk)
    desk.media.lost(found.worker.worker)
    with desk.refused("media_failed"):
        await desk.do(found.call.citizen, c.PauseRecording(**found.names))
    assert (await found.row()).state == "running"


async def test_anybody_may_stop_it_and_then_it_is_over(desk: Bench) -> None:
    found = await recorded(desk)
    for _ in range(2):
        assert (await desk.do(found.call.citizen, c.StopRecording(**found.names))).view.state == "stopped"
    assert found.worker.told("media.stop_recording")[-1]["recording"] == found.recording
    assert (await desk.log(found.call.conversation))[-1].body.reason == "asked"  # type: ignore[union-attr]
    assert (await found.call.view()).state == "running"
    with desk.refused("recording_over"):
        await desk.do(found.call.agent, c.PauseRecording(**found.names))
    row = await found.row()
    assert row.erase_at is not None
    assert row.stopped_at is not None
    assert (row.erase_at - row.stopped_at).days == desk.zone.profile.retention.recording_days


async def test_it_ends_with_the_call(desk: Bench) -> None:
    found = await recorded(desk)
    await desk.do(found.call.citizen, c.HangUp(**found.call.names))
    assert (await found.row()).state == "stopped"
    assert (await desk.types(found.call.conversation))[-2:] == ["recording.stopped", "call.ended"]


async def test_a_question_that_nobody_answered_lapses_with_the_call(desk: Bench) -> None:
    found = await asked(desk)
    await desk.do(found.call.citizen, c.HangUp(**found.call.names))
    row = await found.row()
    assert (row.state, row.wrapped_key) == ("lapsed", None)
    assert await found.types() == ["recording.proposed"]


async def test_whoever_joins_is_asked_before_it_goes_on(desk: Bench) -> None:
    found = await recorded(desk)
    colleague = await colleague_comes(desk, found)
    row = await found.row()
    assert (row.state, row.paused_by) == ("paused", None)
    assert found.orders[-1] == (False, 2)
    assert (await desk.log(found.call.conversation))[-1].body.reason == "newcomer"  # type: ignore[union-attr]
    with desk.refused("not_allowed"):
        await desk.do(found.call.agent, c.ResumeRecording(**found.names))
    assert (await found.agreed(colleague)).state == "running"
    assert found.orders[-1] == (True, 3)


async def test_whoever_joins_and_says_no_ends_it(desk: Bench) -> None:
    found = await recorded(desk)
    colleague = await colleague_comes(desk, found)
    assert (await found.agreed(colleague, agree=False)).state == "stopped"
    assert found.worker.told("media.stop_recording") != []
    assert (await desk.log(found.call.conversation))[-1].body.reason == "refused"  # type: ignore[union-attr]
    assert (await found.call.view()).state == "running"


async def test_when_whoever_was_not_asked_leaves_again_it_goes_on(desk: Bench) -> None:
    found = await recorded(desk)
    colleague = await colleague_comes(desk, found)
    await desk.do(colleague, c.HangUp(**found.call.names))
    await desk.upkeep.review(desk.now)
    assert (await found.row()).state == "running"
    assert found.orders[-1] == (True, 2)
    await desk.upkeep.review(desk.now)
    assert (await found.types())[-2:] == ["recording.paused", "recording.resumed"]


async def test_what_somebody_paused_stays_paused_when_another_comes_and_agrees(desk: Bench) -> None:
    found = await recorded(desk)
    await desk.do(found.call.citizen, c.PauseRecording(**found.names))
    colleague = await colleague_comes(desk, found)
    assert (await found.agreed(colleague)).state == "paused"
    assert found.orders[-1] == (False, 3)
    assert (await desk.do(found.call.citizen, c.ResumeRecording(**found.names))).view.state == "running"


async def test_a_pause_asked_for_while_somebody_new_is_asked_outlasts_the_yes(desk: Bench) -> None:
    found = await recorded(desk)
    colleague = await colleague_comes(desk, found)
    view = (await desk.do(found.call.citizen, c.PauseRecording(**found.names))).view
    assert view.paused_by is not None
    assert (await found.agreed(colleague)).state == "paused"
    assert found.orders[-1] == (False, 3)
    assert (await desk.do(found.call.citizen, c.ResumeRecording(**found.names))).view.state == "running"


async def test_a_call_that_moves_goes_on_being_recorded_on_the_other_worker(desk: Bench) -> None:
    found = await recorded(desk)
    other = FarEnd(desk, "w_other0000")
    desk.media.lost(found.worker.worker)
    await desk.places.worker_gone(found.worker.worker, desk.now)
    await found.call.connected(other)
    await desk.upkeep.follow(found.call.call, desk.now)
    (order,) = other.told("media.record")
    assert order["recording"] == found.recording
    assert (await found.row()).state == "running"


async def test_a_disk_that_is_full_ends_it_and_not_the_call(desk: Bench) -> None:
    found = await recorded(desk)
    await desk.upkeep.failed(found.call.call, desk.now)
    assert (await found.row()).state == "stopped"
    assert (await desk.log(found.call.conversation))[-1].body.reason == "failed"  # type: ignore[union-attr]
    assert (await found.call.view()).state == "running"


async def test_what_turns_out_to_be_about_something_else_is_not_recorded_on(desk: Bench) -> None:
    found = await recorded(desk)
    need = Need(topic="stalking", languages=("nl",))
    await desk.do(found.call.agent, c.StateNeed(conversation=found.call.conversation, need=need))
    for _ in range(2):
        await desk.upkeep.review(desk.now)
    assert (await found.row()).state == "stopped"
    assert (await desk.log(found.call.conversation))[-1].body.reason == "topic"  # type: ignore[union-attr]
    assert len(found.worker.told("media.stop_recording")) == 1
    assert (await found.call.view()).state == "running"


async def test_without_a_key_nothing_is_asked(desk: Bench) -> None:
    _, call = await call_about(desk, TOPIC)
    desk.recordings.tapes.vault = None
    with desk.refused("recording_unavailable"):
        await desk.do(call.agent, c.ProposeRecording(**call.names))


async def test_a_page_that_is_loaded_again_knows_how_it_stands(desk: Bench) -> None:
    found = await recorded(desk)
    again = desk.connect(found.call.citizen.connection.actor)
    shown = await desk.do(again, c.ShowConversation(conversation=found.call.conversation))
    assert [(each.recording, each.state) for each in shown.recordings] == [(found.recording, "running")]
    await desk.do(found.call.citizen, c.HangUp(**found.call.names))
    shown = await desk.do(again, c.ShowConversation(conversation=found.call.conversation))
    assert shown.recordings == ()
    shown = await desk.do(found.call.agent, c.ShowConversation(conversation=found.call.conversation))
    assert [each.state for each in shown.recordings] == ["stopped"]
