"""Photos: asked for by who helps, sent by the citizen if they like, sealed, hashed, held by the report."""

import asyncio
import hashlib

import pytest

from server.desk.photo_album import PhotoAlbum
from server.desk.photos import Photos
from server.domain.jpeg import tidy
from server.domain.photo import MOST
from server.domain.report import digest
from server.protocol import commands as c
from server.store import reports
from tests.desk.calling import FarEnd, accepted
from tests.desk.harness import Bench
from tests.desk.photographed import agreed, ask, asked, sent
from tests.support.pictures import EXIF, jpeg, segment, with_segments

KEPT = tidy(jpeg()).content


@pytest.fixture(autouse=True)
def worker(desk: Bench) -> FarEnd:
    return FarEnd(desk)


async def test_from_the_question_to_the_photo(desk: Bench) -> None:
    found = await asked(desk)
    assert found.told(found.call.citizen)["purpose"] == "identity_card"
    assert (await found.answer()).state == "agreed"
    assert found.told(found.call.agent)["state"] == "agreed"
    view = await found.send(with_segments(jpeg(), segment(0xE1, EXIF)))
    assert (view.state, view.width, view.height, view.size) == ("taken", 320, 240, len(KEPT))
    assert view.sha256 == hashlib.sha256(KEPT).hexdigest()
    assert await found.types() == ["photo.asked", "photo.taken"]
    entry = (await desk.log(found.call.conversation))[-1]
    assert entry.author.kind == "citizen"
    assert entry.body.sha256 == view.sha256  # type: ignore[union-attr]
    for who in (found.agent, found.citizen):
        assert await desk.photos.open(who, found.photo, desk.now) == KEPT
    assert (await desk.audit(found.agent)).count("photo.show") == 1


async def test_it_lies_on_disk_under_seal_and_its_key_in_no_file(desk: Bench) -> None:
    found = await sent(desk)
    row = await found.row()
    (path,) = (desk.folder / "photos").iterdir()
    assert path.name == row.file
    assert path.stat().st_mode & 0o777 == 0o600
    sealed = path.read_bytes()
    # A piece that is short is anywhere by chance.
    assert all(KEPT[at : at + 16] not in sealed for at in range(0, len(KEPT) - 15, 16))
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    with desk.refused("photo_unavailable"):
        await desk.photos.open(found.agent, found.photo, desk.now)


async def test_a_no_has_no_consequence_and_may_come_after_a_yes(desk: Bench) -> None:
    found = await agreed(desk)
    for _ in range(2):
        assert (await found.answer(agree=False)).state == "declined"
    assert await found.types() == ["photo.asked", "photo.declined"]
    assert (await found.call.view()).state == "accepted"
    with desk.refused("photo_over"):
        await found.answer()
    with desk.refused("photo_over"):
        await found.send()
    assert (await found.another()).photo != found.photo


async def test_nothing_is_taken_that_nobody_agreed_to(desk: Bench) -> None:
    found = await asked(desk)
    with desk.refused("photo_not_agreed"):
        await desk.photos.expect(found.citizen, found.photo, desk.now)
    with desk.refused("photo_not_agreed"):
        await found.send()
    assert list((desk.folder / "photos").iterdir()) == []


async def test_only_who_helps_asks_and_only_in_a_call_with_the_citizen(desk: Bench) -> None:
    call = await accepted(desk)
    command = c.AskPhoto(**call.names, purpose="damage")
    for who in (await desk.agent("Ann"), await desk.agent("Boss", supervisor=True)):
        with desk.refused("not_allowed"):
            await desk.do(who, command)
    await desk.do(call.agent, c.HangUp(**call.names))
    with desk.refused("call_over"):
        await desk.do(call.agent, command)
    proposed = (await desk.do(call.agent, c.ProposeCall(conversation=call.conversation))).view.call
    with desk.refused("not_allowed"):
        await desk.do(call.agent, c.AskPhoto(conversation=call.conversation, call=proposed, purpose="damage"))


async def test_one_question_at_a_time(desk: Bench) -> None:
    found = await asked(desk)
    assert (await ask(desk, found.call, "damage")).photo == found.photo
    view = (await desk.do(found.call.agent, c.WithdrawPhoto(**found.names))).view
    assert view.state == "lapsed"
    with desk.refused("photo_over"):
        await found.answer()
    assert (await found.another()).photo != found.photo


async def test_what_is_open_lapses_with_the_call(desk: Bench) -> None:
    found = await agreed(desk)
    await desk.do(found.call.citizen, c.HangUp(**found.call.names))
    assert found.told(found.call.agent)["state"] == "lapsed"
    with desk.refused("call_over"):
        await found.send()
    with desk.refused("call_over"):
        await found.answer(agree=False)


async def test_sent_twice_it_is_there_once(desk: Bench) -> None:
    found = await agreed(desk)
    views = await asyncio.gather(found.send(), found.send(), found.send())
    assert len({each.sha256 for each in views}) == 1
    await desk.do(found.call.agent, c.HangUp(**found.call.names))
    assert (await found.send()).state == "taken"
    with desk.refused("call_over"):
        await found.send(jpeg(seed=1))
    assert await found.types() == ["photo.asked", "photo.taken"]
    assert len(list((desk.folder / "photos").iterdir())) == 1


async def test_any_node_takes_it_and_any_other_shows_it(desk: Bench) -> None:
    found = await agreed(desk)
    other = Photos(desk.ledger, desk.connections, PhotoAlbum(desk.folder / "photos", desk.vault), lambda: desk.zone)
    await asyncio.gather(found.send(), other.send(found.citizen, found.photo, jpeg(), desk.now))
    assert await other.open(found.agent, found.photo, desk.now) == KEPT
    assert len(list((desk.folder / "photos").iterdir())) == 1


async def test_another_photo_for_the_same_question_is_refused(desk: Bench) -> None:
    found = await sent(desk)
    with desk.refused("photo_over"):
        await found.send(jpeg(seed=1))
    assert len(list((desk.folder / "photos").iterdir())) == 1


async def test_nobody_else_sends_or_sees_it(desk: Bench) -> None:
    found = await agreed(desk)
    stranger = await asked(desk)
    with desk.refused("no_such_photo"):
        await desk.photos.expect(stranger.citizen, found.photo, desk.now)
    with desk.refused("no_such_photo"):
        await desk.photos.send(stranger.citizen, found.photo, jpeg(), desk.now)
    await found.send()
    with desk.refused("no_such_photo"):
        await desk.photos.open(stranger.citizen, found.photo, desk.now)
    elsewhere = (await desk.agent("Ann", teams=("prevention",))).connection.actor
    with desk.refused("no_such_photo"):
        await desk.photos.open(elsewhere, found.photo, desk.now)  # type: ignore[arg-type]


async def test_as_many_as_a_conversation_may_have(desk: Bench) -> None:
    found = await sent(desk)
    for seed in range(1, MOST):
        found = await found.another()
        await found.answer()
        await found.send(jpeg(seed=seed))
    with desk.refused("too_many_photos"):
        await found.another()
    await desk.do(found.call.agent, c.RemovePhoto(**found.names))
    await found.another()


async def test_a_report_holds_what_was_asked_for_before_it_and_after(desk: Bench) -> None:
    first = await sent(desk)
    report = await first.begin_report()
    assert first.told(first.call.citizen)["report"] == report.report
    second = await first.another()
    await second.answer()
    before = first.call.citizen.events("report")[-1]["view"]["revision"]
    await second.send(jpeg(seed=1))
    assert (await second.row()).report == report.report
    assert first.call.citizen.events("report")[-1]["view"]["revision"] == before + 1


async def test_a_report_is_filed_with_the_photos_that_were_seen(desk: Bench) -> None:
    found = await sent(desk)
    report = await found.confirm(await found.offer(await found.begin_report()))
    async with desk.database.read() as connection:
        row = await reports.load(connection, report.report)
    photo = await found.row()
    assert row.digest == digest("bike_theft", row.form_version, row.fields, [photo.sha256 or ""])
    assert row.digest != digest("bike_theft", row.form_version, row.fields)
    with desk.refused("report_filed"):
        await desk.do(found.call.agent, c.RemovePhoto(**found.names))
    desk.pass_time(days=400)
    await desk.photos.erase(desk.now)
    await desk.photos.clear(desk.now)
    assert (await found.row()).state == "taken"


async def test_nobody_confirms_a_report_that_has_lost_a_photo_since(desk: Bench) -> None:
    found = await sent(desk)
    report = await found.offer(await found.begin_report())
    await desk.do(found.call.agent, c.RemovePhoto(**found.names))
    with desk.refused("report_changed"):
        await found.confirm(report)
    assert (await found.confirm(found.shown_report())).state == "filed"


async def test_removed_it_is_gone_at_once(desk: Bench) -> None:
    found = await sent(desk)
    with desk.refused("not_allowed"):
        await desk.do(await desk.agent("Boss", supervisor=True), c.RemovePhoto(**found.names))
    for _ in range(2):
        assert (await desk.do(found.call.agent, c.RemovePhoto(**found.names))).view.state == "erased"
    row = await found.row()
    assert (row.wrapped_key, row.file, row.report) == (None, None, None)
    assert await found.types() == ["photo.asked", "photo.taken", "photo.erased"]
    with desk.refused("no_such_photo"):
        await desk.photos.open(found.agent, found.photo, desk.now)
    await desk.photos.erase(desk.now)
    await desk.photos.clear(desk.now)
    assert list((desk.folder / "photos").iterdir()) == []
    assert "change.remove_photo" in await desk.audit(found.agent)


async def test_what_no_filed_report_holds_is_erased_after_its_time(desk: Bench) -> None:
    found = await sent(desk)
    await found.begin_report()
    desk.pass_time(days=desk.zone.profile.retention.photo_days - 1)
    await desk.photos.erase(desk.now)
    await desk.photos.clear(desk.now)
    assert (await found.row()).state == "taken"
    desk.pass_time(days=1)
    for _ in range(2):
        await desk.photos.erase(desk.now)
        await desk.photos.clear(desk.now)
    row = await found.row()
    assert (row.state, row.report) == ("erased", None)
    assert (await found.types()).count("photo.erased") == 1
    assert list((desk.folder / "photos").iterdir()) == []


async def test_nobody_confirms_a_report_whose_photo_was_erased_since(desk: Bench) -> None:
    found = await sent(desk)
    report = await found.offer(await found.begin_report())
    desk.pass_time(days=desk.zone.profile.retention.photo_days)
    await desk.photos.erase(desk.now)
    await desk.photos.clear(desk.now)
    assert found.shown_report().revision == report.revision + 1


async def test_what_a_node_left_that_was_killed_over_a_photo_goes_too(desk: Bench) -> None:
    found = await agreed(desk)
    folder = desk.folder / "photos"
    desk.photos.album.put(found.photo, KEPT)
    await found.send()
    assert [path.name for path in folder.iterdir()] == [(await found.row()).file]
    second = await found.another()
    await second.answer()
    desk.photos.album.put(second.photo, KEPT)
    await second.answer(agree=False)
    await desk.photos.erase(desk.now)
    await desk.photos.clear(desk.now)
    assert [path.name for path in folder.iterdir()] == [(await found.row()).file]


async def test_without_a_key_or_a_disk_none_is_asked_for_or_taken(desk: Bench) -> None:
    found = await agreed(desk)
    (desk.folder / "photos").write_text("no folder")
    with desk.refused("photo_unavailable"):
        await found.send()
    await desk.do(found.call.agent, c.WithdrawPhoto(**found.names))
    desk.photos.album = PhotoAlbum(desk.folder, None)
    with desk.refused("photo_unavailable"):
        await ask(desk, found.call)


async def test_who_comes_back_is_shown_how_photos_stand(desk: Bench) -> None:
    found = await sent(desk)
    for who in (found.call.citizen, found.call.agent):
        command = (
            c.OpenConversation(language="nl")
            if who is found.call.citizen
            else c.ShowConversation(conversation=found.call.conversation)
        )
        (view,) = (await desk.do(who, command)).photos
        assert (view.photo, view.state) == (found.photo, "taken")
