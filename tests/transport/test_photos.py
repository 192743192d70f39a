"""Photos over HTTP: sent under the token by whoever agreed, seen by them and by staff, and by nobody else."""

import asyncio
import hashlib
import io
import random
import secrets

import pytest
from aiohttp import ClientResponse
from pypdf import PdfReader

from server.domain.jpeg import tidy
from server.domain.photo import MOST_BYTES
from server.protocol.errors import Refusal
from server.transport.photos import PER_ADDRESS, Coming
from tests.desk.calling import FarEnd
from tests.desk.photographed import Photographed, agreed, asked
from tests.support.pictures import EXIF, jpeg, segment, with_segments
from tests.transport.site import ServedSite


@pytest.fixture(autouse=True)
def worker(site: ServedSite) -> FarEnd:
    return FarEnd(site.bench)


async def put(site: ServedSite, photo: str, token: str | None, data: object) -> ClientResponse:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return await site.client.put(f"{site.origin}/api/photos/{photo}", data=data, headers=headers)


async def refused(response: ClientResponse) -> tuple[int, str]:
    return response.status, (await response.json())["error"]["code"]


async def ready(site: ServedSite) -> tuple[Photographed, str]:
    found = await agreed(site.bench)
    return found, await found.token()


async def test_sent_and_sent_again_and_seen(site: ServedSite) -> None:
    found, token = await ready(site)
    data = with_segments(jpeg(), segment(0xE1, EXIF))
    for _ in range(2):
        response = await put(site, found.photo, token, data)
        assert response.status == 200
        view = (await response.json())["view"]
        assert (view["state"], view["width"], view["height"]) == ("taken", 320, 240)
    assert await found.types() == ["photo.asked", "photo.taken"]
    account = await site.add_agent(supervisor=True)
    await site.sign_in()
    for headers in ({"Authorization": f"Bearer {token}"}, {}):
        shown = await site.get(f"/api/photos/{found.photo}", headers=headers)
        assert (shown.status, shown.content_type) == (200, "image/jpeg")
        assert shown.headers["Cache-Control"] == "no-store"
        assert shown.headers["X-Content-Type-Options"] == "nosniff"
        assert await shown.read() == tidy(data).content
    # By the token it was the citizen who looked, whoever else is signed in in that browser.
    assert (await site.bench.audit(account.actor)).count("photo.show") == 1
    assert (await site.client.head(f"{site.origin}/api/photos/{found.photo}")).status == 405


async def test_not_by_whoever_has_no_token_or_another(site: ServedSite) -> None:
    found, token = await ready(site)
    stranger = await asked(site.bench)
    assert await refused(await put(site, found.photo, None, jpeg())) == (401, "token_malformed")
    assert await refused(await put(site, found.photo, "short", jpeg())) == (401, "token_malformed")
    for other in (secrets.token_urlsafe(32), await stranger.token()):
        assert await refused(await put(site, found.photo, other, jpeg())) == (404, "no_such_photo")
    assert await refused(await put(site, "pho_madeup0000", token, jpeg())) == (404, "no_such_photo")
    await found.send()
    assert (await site.get(f"/api/photos/{found.photo}")).status == 401
    headers = {"Authorization": f"Bearer {await stranger.token()}"}
    assert (await site.get(f"/api/photos/{found.photo}", headers=headers)).status == 404
    await site.add_agent(teams=("prevention",))
    await site.sign_in()
    assert (await site.get(f"/api/photos/{found.photo}")).status == 404


async def test_not_before_the_citizen_agreed_nor_after_the_call(site: ServedSite) -> None:
    found = await asked(site.bench)
    token = await found.token()
    assert await refused(await put(site, found.photo, token, jpeg())) == (409, "photo_not_agreed")
    await found.answer(agree=False)
    assert await refused(await put(site, found.photo, token, jpeg())) == (409, "photo_over")


@pytest.mark.parametrize("declared", [True, False], ids=["with its length", "in pieces"])
async def test_too_large(site: ServedSite, declared: bool) -> None:
    found, token = await ready(site)
    data = bytes(MOST_BYTES + 1)

    async def pieces() -> object:
        for at in range(0, len(data), 1 << 20):
            yield data[at : at + (1 << 20)]

    response = await put(site, found.photo, token, io.BytesIO(data) if declared else pieces())
    assert await refused(response) == (413, "photo_too_large")


async def test_nonsense_is_refused_and_the_photo_may_still_come(site: ServedSite) -> None:
    found, token = await ready(site)
    chance = random.Random(7)  # noqa: S311 (the same each time)
    for data in (b"", b"{}", b"\xff\xd8\xff\xd9", jpeg() + b"more", chance.randbytes(5_000), jpeg()[:500]):
        assert await refused(await put(site, found.photo, token, data)) == (415, "not_a_photo")
    assert (await put(site, found.photo, token, jpeg())).status == 200
    assert await refused(await put(site, found.photo, token, jpeg(seed=1))) == (409, "photo_over")


async def test_who_hangs_up_in_the_middle_sends_it_again(site: ServedSite) -> None:
    found, token = await ready(site)
    begun = asyncio.Event()

    async def forever() -> object:
        yield jpeg()[:100]
        begun.set()
        await asyncio.sleep(60)

    sending = asyncio.create_task(put(site, found.photo, token, forever()))
    await begun.wait()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    assert (await put(site, found.photo, token, jpeg())).status == 200


def test_no_more_than_so_many_come_at_a_time() -> None:
    coming = Coming(of_one=2, of_all=3)
    with coming.take("one"), coming.take("one"):
        with pytest.raises(Refusal, match="too_many_requests"), coming.take("one"):
            pass
        with coming.take("two"), pytest.raises(Refusal, match="too_many_requests"), coming.take("three"):
            pass
        with coming.take("three"):
            pass
    with coming.take("one"):
        pass


async def test_too_many_from_one_address_wait(site: ServedSite) -> None:
    found, token = await ready(site)
    for _ in range(int(PER_ADDRESS.burst)):
        await put(site, "pho_madeup0000", token, b"")
    response = await put(site, found.photo, token, jpeg())
    assert await refused(response) == (429, "too_many_requests")
    site.bench.pass_time(minutes=1)
    assert (await put(site, found.photo, token, jpeg())).status == 200


async def test_the_papers_of_a_report_hold_its_photos(site: ServedSite) -> None:
    found, token = await ready(site)
    await put(site, found.photo, token, jpeg(640, 480))
    report = await found.confirm(await found.offer(await found.begin_report()))
    await site.add_agent(supervisor=True)
    await site.sign_in()
    kept = tidy(jpeg(640, 480)).content
    (attachment,) = (await (await site.get(f"/papers/report/{report.report}.json")).json())["attachments"]
    assert attachment["sha256"] == hashlib.sha256(kept).hexdigest()
    assert (attachment["id"], attachment["purpose"], attachment["size"]) == (found.photo, "identity_card", len(kept))
    pdf = await (await site.get(f"/papers/report/{report.report}.pdf")).read()
    assert kept[-500:-2] in pdf
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert attachment["sha256"] in "".join(text.split())
    # What lies there no longer is still named, and keeps nobody from their report.
    for path in (site.bench.folder / "photos").iterdir():
        path.unlink()
    again = await site.get(f"/papers/report/{report.report}.pdf")
    assert again.status == 200
    assert kept[-500:-2] not in await again.read()


async def test_a_photo_that_cannot_be_printed_keeps_nobody_from_their_report(site: ServedSite) -> None:
    found, token = await ready(site)
    hollow = jpeg()
    for marker in (b"\xff\xdb", b"\xff\xc4"):
        while marker in hollow:
            at = hollow.index(marker)
            hollow = hollow[:at] + hollow[at + 2 + int.from_bytes(hollow[at + 2 : at + 4], "big") :]
    assert (await put(site, found.photo, token, hollow)).status == 200
    report = await found.confirm(await found.offer(await found.begin_report()))
    await site.add_agent(supervisor=True)
    await site.sign_in()
    assert (await site.get(f"/papers/report/{report.report}.pdf")).status == 200
