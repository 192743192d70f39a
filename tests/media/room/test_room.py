"""Three and four parties, each reduced to its packets: who gets what, as they come and go."""

import pytest

from server.media.refusal import MediaRefusal
from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, rtp
from tests.media.endpoint import rtcp as empty_report
from tests.media.room.watching import Trio, heard, is_media, picture, show


async def test_everybody_hears_everybody(trio: Trio) -> None:
    for sender in trio:
        packet = rtp(sender.audio, 7, b"a word", extensions=b"\x10L\x31NN")
        sender.put(sender.dtls.protect(packet))
        for receiver in trio:
            if receiver is not sender:
                got = await heard(receiver, is_media)
                assert (got[:12], got[-6:]) == (packet[:12], b"a word")
                assert got[16:18] == b"\x10L"
                assert got[18] == 0x22, "the time it left, in place of the sender's transport-wide number"


async def test_a_stream_keeps_its_ssrc_when_a_third_comes_and_goes(
    worker: Worker, talking: tuple[Endpoint, Endpoint], events: list[MediaEvent]
) -> None:
    caller, callee = talking
    show(caller, 1)
    assert await callee.hear() == picture(caller, 1)
    third = Endpoint("p_interprt1")
    await third.join(worker, CALL)
    await third.connect()
    show(caller, 2)
    assert await heard(callee, is_media) == picture(caller, 2), "before it was told of the third"
    assert await heard(third, is_media) == picture(caller, 2)
    assert sorted(str(event.party) for event in events if event.kind == "changed") == sorted([caller.name, callee.name])
    await caller.join(worker, CALL)
    await callee.join(worker, CALL)
    show(caller, 3)
    assert await heard(callee, is_media) == picture(caller, 3)
    third.say(b"dzien dobry")
    for receiver in talking:
        assert (await heard(receiver, is_media))[12:] == b"dzien dobry"
    await worker.leave(CALL, third.name)
    show(caller, 4)
    assert await heard(callee, is_media) == picture(caller, 4)
    caller.put(caller.dtls.protect(empty_report(caller.audio)))
    assert await heard(callee, lambda packet: packet == empty_report(caller.audio)), "two are left to themselves"
    await third.close()


async def test_an_agent_hands_over_to_another(
    worker: Worker, talking: tuple[Endpoint, Endpoint], events: list[MediaEvent]
) -> None:
    citizen, agent = talking
    successor = Endpoint("p_agent0002")
    await successor.join(worker, CALL)
    await successor.connect()
    await worker.leave(CALL, agent.name)
    await citizen.join(worker, CALL)
    assert {stream.party for stream in citizen.streams} == {successor.name}
    citizen.say(b"still here")
    assert (await heard(successor, is_media))[12:] == b"still here"
    successor.say(b"so am I")
    assert (await heard(citizen, is_media))[12:] == b"so am I"
    assert not [event for event in events if event.party == citizen.name and event.kind in ("lost", "connected")]
    await successor.close()


async def test_four_are_enough(worker: Worker, trio: Trio) -> None:
    fourth, fifth = Endpoint("p_agent0002"), Endpoint("p_agent0003")
    await fourth.join(worker, CALL)
    with pytest.raises(MediaRefusal) as refused:
        await fifth.join(worker, CALL)
    assert refused.value.code == "call_full"
    await worker.leave(CALL, fourth.name)
    await fifth.join(worker, CALL)
    for endpoint in (fourth, fifth):
        await endpoint.close()


async def test_a_tap_hears_a_party_as_it_sends(worker: Worker, trio: Trio) -> None:
    sender, receiver, _ = trio
    heard_here: list[bytes] = []
    call = worker.call(CALL)
    assert call is not None
    call.tap(sender.name, lambda packet: heard_here.append(bytes(packet)))
    packet = rtp(sender.audio, 1, extensions=b"\x31NN")
    for each in (packet, empty_report(sender.audio)):
        sender.put(sender.dtls.protect(each))
    receiver.say(b"not me")
    await heard(receiver, is_media)
    await heard(sender, is_media)
    assert heard_here == [packet, empty_report(sender.audio)]
    call.tap(sender.name, None)
    sender.put(sender.dtls.protect(rtp(sender.audio, 2)))
    await heard(receiver, is_media)
    assert len(heard_here) == 2


async def test_a_screen_is_shown_and_taken_away(worker: Worker, trio: Trio, events: list[MediaEvent]) -> None:
    sender, receiver, _ = trio
    sender.shares = True
    await sender.join(worker, CALL)
    assert {event.party for event in events} == {each.name for each in trio if each is not sender}
    assert {stream.source for stream in events[0].streams if stream.party == sender.name} == {
        "microphone",
        "camera",
        "screen",
    }
    await receiver.join(worker, CALL)
    sender.put(sender.dtls.protect(rtp(sender.screen, 1, b"screen", 96)))
    assert (await heard(receiver, is_media))[12:] == b"screen"
    sender.shares = False
    await sender.join(worker, CALL)
    await receiver.join(worker, CALL)
    assert "screen" not in {stream.source for stream in receiver.streams}


async def test_each_gets_the_numbers_of_its_own_browser(worker: Worker, talking: tuple[Endpoint, Endpoint]) -> None:
    """One who numbers otherwise comes to two who number alike, and stays with one of them."""
    first, second = talking
    other = Endpoint("p_interprt1")
    numbers = {" 111": " 109", ":111": ":109", " 96 97": " 120 124", ":96 ": ":120 ", ":97 ": ":124 ", "=96": "=120"}
    describe = other.describe

    def renumbered(setup: str = "actpass") -> str:
        sdp = describe(setup)
        for old, new in {**numbers, "extmap:2 ": "extmap:4 ", "extmap:3 ": "extmap:7 "}.items():
            sdp = sdp.replace(old, new)
        return sdp

    other.describe = renumbered  # type: ignore[method-assign]
    for endpoint in (other, first, second):
        await endpoint.join(worker, CALL)
    await other.connect()
    first.put(first.dtls.protect(rtp(first.video, 1, b"picture", 96, b"\x31NN")))
    in_room = await heard(other, is_media)
    assert (in_room[1] & 127, in_room[16], in_room[-7:]) == (120, 0x42, b"picture"), "sent at, in its numbers"
    assert (await heard(second, is_media))[16] == 0x22

    await worker.leave(CALL, second.name)
    for endpoint in (other, first):
        await endpoint.join(worker, CALL)
    first.put(first.dtls.protect(rtp(first.video, 2, b"picture", 96, b"\x31NN")))
    in_pair = await heard(other, is_media)
    assert (in_pair[1] & 127, in_pair[16:20], in_pair[-7:]) == (120, b"\x71NN\x00", b"picture")
    other.put(other.dtls.protect(rtp(other.audio, 1, b"sound", 109)))
    assert (await heard(first, is_media))[1] & 127 == 111
    await other.close()
