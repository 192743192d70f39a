"""A call that is recorded by a real worker: what its parties sent, sealed, and nothing of it in the clear."""

import asyncio
import resource
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.media.recording.dump import FULL, MAX_WAITING, Spool, dump_label, is_written
from server.media.recording.making import dumps_of, make_films
from server.media.recording.packets import is_rtcp, read_packet
from server.media.recording.recording import CallRecording
from server.media.recording.records import RECORD, Described, Record, decode
from server.media.recording.taping import Taping
from server.media.refusal import MediaRefusal
from server.media.worker import Worker
from server.protocol.media import MediaEvent
from server.sealed.stream import SealedStream
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce
from tests.media.waiting import until

KEY = bytes(range(32))
RECORDING = "r_0123456789"
SECRET = b"what is said in this call stays in this call"
"""In each packet: to be looked for where it must not be."""


@pytest.fixture
async def worker(events: list[MediaEvent], tmp_path: Path) -> AsyncIterator[Worker]:
    """A worker on loopback that records."""
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=events.append, spool=Spool(tmp_path))
    await worker.start()
    yield worker
    await worker.stop()


async def say(sender: Endpoint, receiver: Endpoint, packets: int, mark: bytes = b"") -> None:
    """Send so many packets of sound, and wait until the other party has them."""
    for _ in range(packets):
        sender.say(SECRET + mark)
    heard = 0
    while heard < packets:
        heard += not is_rtcp(await receiver.hear())


def kept(folder: Path, key: bytes = KEY) -> list[Record]:
    """What the dumps hold."""
    found: list[Record] = []
    for path in dumps_of(folder, RECORDING):
        with path.open("rb") as file:
            found += decode(SealedStream(file, key, dump_label(RECORDING)))
    return found


def payloads(records: list[Record]) -> list[bytes]:
    packets = [read_packet(each.packet) for each in records if each.note is None and not is_rtcp(each.packet)]
    return [packet.payload for packet in packets if packet is not None]


async def test_both_parties_are_recorded_and_nothing_lies_in_the_clear(
    worker: Worker, talking: tuple[Endpoint, Endpoint], tmp_path: Path
) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name, callee.name], keep=True)
    await say(caller, callee, 300, b" caller")
    await say(callee, caller, 300, b" callee")
    worker.stop_recording(CALL, RECORDING)
    await say(caller, callee, 10, b" afterwards")
    await worker.stop()
    records = kept(tmp_path)
    assert payloads(records) == [SECRET + b" caller"] * 300 + [SECRET + b" callee"] * 300
    described = [each.note for each in records if isinstance(each.note, Described)]
    assert [note.party for note in described] == [caller.name, callee.name]
    assert described[0].streams[0].sources == (caller.audio,)
    for path in tmp_path.iterdir():
        assert SECRET[:16] not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0


async def test_a_pause_keeps_nothing(worker: Worker, talking: tuple[Endpoint, Endpoint], tmp_path: Path) -> None:
    caller, callee = talking
    agreed = [caller.name, callee.name]
    worker.record(CALL, RECORDING, KEY, agreed, keep=True)
    await say(caller, callee, 5, b" first")
    worker.record(CALL, RECORDING, KEY, agreed, keep=False)
    await say(caller, callee, 5, b" between")
    worker.record(CALL, RECORDING, KEY, agreed, keep=True)
    await say(caller, callee, 5, b" last")
    await worker.stop()
    assert payloads(kept(tmp_path)) == [SECRET + b" first"] * 5 + [SECRET + b" last"] * 5
    assert len(dumps_of(tmp_path, RECORDING)) == 1


async def test_no_film_is_made_of_what_is_still_written(
    worker: Worker, talking: tuple[Endpoint, Endpoint], tmp_path: Path
) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name, callee.name], keep=True)
    await say(caller, callee, 5)
    (path,) = dumps_of(tmp_path, RECORDING)
    await until(lambda: is_written(path))
    with pytest.raises(BlockingIOError):
        make_films(tmp_path, RECORDING, KEY)
    await worker.stop()
    (dump,) = make_films(tmp_path, RECORDING, KEY).dumps
    assert dump.is_whole


async def test_nothing_is_kept_while_somebody_is_there_who_has_not_agreed(
    worker: Worker, talking: tuple[Endpoint, Endpoint], tmp_path: Path
) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name], keep=True)
    await say(caller, callee, 5)
    await say(callee, caller, 5)
    await worker.stop()
    assert payloads(kept(tmp_path)) == []


async def test_nobody_is_recorded_who_is_alone_in_the_call(
    worker: Worker, talking: tuple[Endpoint, Endpoint], tmp_path: Path
) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name, callee.name], keep=True)
    await say(caller, callee, 5)
    await worker.leave(CALL, callee.name)
    before = worker.counters.early
    for _ in range(5):
        caller.say(SECRET)
    await until(lambda: worker.counters.early >= before + 5)
    await worker.stop()
    assert len(payloads(kept(tmp_path))) == 5


async def test_a_disk_that_takes_no_more_ends_the_recording_and_not_the_call(
    worker: Worker, talking: tuple[Endpoint, Endpoint], events: list[MediaEvent], tmp_path: Path
) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name, callee.name], keep=True)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))
    try:
        await say(caller, callee, 20)
        await until(lambda: "recording_failed" in [event.kind for event in events])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    call = worker.call(CALL)
    assert call is not None
    assert call.recording is None
    await say(caller, callee, 5)


async def test_a_disk_that_is_too_slow_ends_the_recording_and_not_the_sweep(tmp_path: Path) -> None:
    spool, disk, taping = Spool(tmp_path), threading.Event(), Taping()

    def wait_for_the_disk() -> None:
        disk.wait()

    def on_failure() -> None:
        taping.recording = None

    spool.submit(wait_for_the_disk)
    recording = CallRecording(RECORDING, KEY, spool, on_failure)
    recording.order(["p_caller", "p_callee"], keep=True)
    packet = memoryview(bytes(1200))
    tap = recording.follow({"p_caller": (), "p_callee": ()})["p_caller"]
    for _ in range(MAX_WAITING * (FULL // (RECORD.size + len(packet))) + 2):
        tap(packet)
    taping.recording = recording
    try:

        def swept() -> bool:
            taping.sweep(())
            return taping.recording is None

        await until(swept)
    finally:
        disk.set()
        recording.close()
        await asyncio.to_thread(spool.close)


async def test_a_key_frame_is_asked_of_both_when_it_begins(worker: Worker, talking: tuple[Endpoint, Endpoint]) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name, callee.name], keep=True)
    for each in talking:
        request = await each.hear()
        assert request[:2] == b"\x81\xce"
        assert int.from_bytes(request[8:12], "big") == each.video


async def test_closing_the_call_seals_the_end(
    worker: Worker, talking: tuple[Endpoint, Endpoint], tmp_path: Path
) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name, callee.name], keep=True)
    await say(caller, callee, 5)
    await worker.close(CALL)
    await worker.stop()
    with dumps_of(tmp_path, RECORDING)[0].open("rb") as file:
        stream = SealedStream(file, KEY, dump_label(RECORDING))
        list(stream)
        assert stream.is_complete


async def test_what_was_said_a_second_ago_is_sealed(
    worker: Worker, talking: tuple[Endpoint, Endpoint], tmp_path: Path
) -> None:
    caller, callee = talking
    worker.record(CALL, RECORDING, KEY, [caller.name, callee.name], keep=True)
    await say(caller, callee, 5)
    await until(lambda: len(payloads(kept(tmp_path))) == 5)


async def test_a_call_that_is_not_there_and_a_worker_without_a_folder_refuse(
    worker: Worker, events: list[MediaEvent], pair: tuple[Endpoint, Endpoint]
) -> None:
    with pytest.raises(MediaRefusal, match="no_such_call"):
        worker.record(CALL, RECORDING, KEY, [], keep=True)
    without = Worker(addresses=["127.0.0.1"], port=0, on_event=events.append)
    await without.start()
    await introduce(without, CALL, *pair)
    with pytest.raises(MediaRefusal, match="recording_failed"):
        without.record(CALL, RECORDING, KEY, [], keep=True)
    await without.stop()


async def test_a_folder_that_takes_nothing_is_a_refusal(
    events: list[MediaEvent], pair: tuple[Endpoint, Endpoint], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=events.append, spool=Spool(tmp_path / "file"))
    await worker.start()
    await introduce(worker, CALL, *pair)
    with pytest.raises(MediaRefusal, match="recording_failed"):
        worker.record(CALL, RECORDING, KEY, [], keep=True)
    await worker.stop()
