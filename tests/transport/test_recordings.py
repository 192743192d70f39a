"""Films over HTTP: in parts, to whoever opened them, and to nobody else."""

import pytest

from server.protocol import commands as c
from server.protocol.results import RecordingToWatch
from tests.desk.harness import Bench
from tests.desk.recorded import stored
from tests.transport.site import ServedSite


async def opened(site: ServedSite) -> tuple[str, bytes]:
    """The address of a film that the signed-in agent has opened, and its content."""
    bench: Bench = site.bench
    found = await stored(bench)
    account = await site.add_agent(supervisor=True)
    await site.sign_in()
    films: RecordingToWatch = await bench.do(bench.connect(account.actor), c.OpenRecording(**found.names))
    path = films.films[0].path
    response = await site.get(path)
    assert (response.status, response.content_type) == (200, "video/webm")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Accept-Ranges"] == "bytes"
    return path, await response.read()


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-", 0, None), ("bytes=0-99", 0, 100), ("bytes=1000-1999", 1_000, 2_000), ("bytes=-50", -50, None)],
)
async def test_a_player_gets_the_part_it_asks_for(site: ServedSite, asked: str, start: int, end: int | None) -> None:
    path, whole = await opened(site)
    response = await site.get(path, headers={"Range": asked})
    assert response.status == 206
    part = await response.read()
    assert part == whole[start:end]
    first = start % len(whole)
    assert response.headers["Content-Range"] == f"bytes {first}-{first + len(part) - 1}/{len(whole)}"


async def test_a_part_that_is_not_there_and_a_range_that_is_none(site: ServedSite) -> None:
    path, whole = await opened(site)
    response = await site.get(path, headers={"Range": f"bytes={len(whole)}-"})
    assert response.status == 416
    assert response.headers["Content-Range"] == f"bytes */{len(whole)}"
    assert (await site.get(path, headers={"Range": "pages=1-2"})).status == 200


async def test_only_with_the_sign_in_of_whoever_opened_it(site: ServedSite) -> None:
    path, _ = await opened(site)
    address, code = path.split("?opening=")
    for spoiled in ("", f"{code[:-4]}AAAA", f"9999999999.{code.split('.')[1]}"):
        assert (await site.get(f"{address}?opening={spoiled}")).status == 403
    await site.add_agent("bram", supervisor=True)
    await site.sign_in("bram")
    assert (await site.get(path)).status == 403
    site.client.cookie_jar.clear()
    assert (await site.get(path)).status == 401


async def test_a_film_whose_file_was_changed_is_not_shown(site: ServedSite) -> None:
    path, _ = await opened(site)
    film = sorted(site.bench.folder.glob("*.film"))[0]
    content = bytearray(film.read_bytes())
    content[-1] ^= 1
    film.write_bytes(content)
    assert (await site.get(path)).status == 503
