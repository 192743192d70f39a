"""What went wrong is said to programs as data, to people as a page, and to the log without a word of theirs."""

import asyncio

import pytest

from server.protocol.errors import Refusal
from tests.desk.harness import Bench
from tests.transport.site import ServedSite, served

SECRET = "what somebody wrote"


async def test_programs_get_a_code(site: ServedSite) -> None:
    response = await site.get("/api/nothing")
    assert response.status == 404
    assert await response.json() == {"error": {"code": "unknown_command"}}
    response = await site.post("/api/desk")
    assert response.status == 405
    assert response.headers["Allow"] == "GET,HEAD"


async def test_people_get_a_page_with_whom_to_call(site: ServedSite) -> None:
    response = await site.get("/nowhere?language=fr")
    html = await response.text()
    assert response.status == 404
    assert '<html lang="fr">' in html
    assert "tel:112" in html


async def test_what_is_echoed_is_escaped(site: ServedSite) -> None:
    html = await (await site.get("/privacy?language=nl&x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).text()
    assert "<script>alert" not in html


async def test_a_fault_says_nothing_of_its_cause(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    async def fails(*_: object) -> None:
        raise ValueError(SECRET)

    async with served(bench, leave=fails) as site:
        response = await site.post("/api/exit", headers={"Authorization": "Bearer " + "A" * 43})
        assert response.status == 500
        assert await response.json() == {"error": {"code": "unavailable"}}
        assert SECRET not in await response.text()
    logged = capsys.readouterr().out
    assert "ValueError" in logged
    assert "/api/exit" in logged
    assert SECRET not in logged
    assert "A" * 43 not in logged


async def test_a_wait_is_a_header_too(bench: Bench) -> None:
    async def busy(*_: object) -> None:
        raise Refusal("too_many_requests", retry_after=2.5)

    async with served(bench, leave=busy) as site:
        response = await site.post("/api/exit", headers={"Authorization": "Bearer " + "A" * 43})
        assert (response.status, response.headers["Retry-After"]) == (429, "3")


async def raw(site: ServedSite, target: str, *headers: bytes) -> str:
    """Ask for what no well-behaved client asks for; the whole answer."""
    host = site.origin.removeprefix("http://")
    reader, writer = await asyncio.open_connection(*host.split(":"))
    lines = [f"GET {target} HTTP/1.1".encode(), f"Host: {host}".encode(), b"Connection: close", *headers]
    writer.write(b"\r\n".join(lines) + b"\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.decode()


async def test_a_page_that_was_not_found_leads_to_no_other_host(site: ServedSite) -> None:
    answer = await raw(site, "//evil.example/desk?language=nl")
    assert answer.startswith("HTTP/1.1 404 ")
    assert "evil.example" not in answer
    assert 'href="?language=fr"' in answer


@pytest.mark.parametrize(
    ("target", "header", "status"),
    [
        ("/api/me", b"Cookie: __Host-onlineloket=\xff", 401),
        ("/papers/transcript/%ff%00.pdf", b"Cookie: __Host-onlineloket=\xff", 401),
        ("/metrics", b"Authorization: Bearer \xff", 200),
        ("/privacy?x=%ff", b"Accept-Language: \xff;q=nan,nl;q=inf", 200),
        ("/socket.io/?EIO=4&transport=polling&sid=%ff", b"X: y", 400),
    ],
)
async def test_bytes_that_are_no_text_are_no_fault(site: ServedSite, target: str, header: bytes, status: int) -> None:
    assert (await raw(site, target, header)).startswith(f"HTTP/1.1 {status} ")
