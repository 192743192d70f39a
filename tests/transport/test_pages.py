"""Each page, over real HTTP: it is there, in the right language, and may do what it must and nothing more."""

import json
import re
from dataclasses import replace

import msgspec
import pytest
from aiohttp import ClientResponse

from server.transport.pages import Origins
from tests.desk.harness import Bench
from tests.transport.site import ServedSite, directives, served

PAGES = ["/widget", "/desk", "/check", "/join", "/console", "/accessibility", "/privacy"]


def common(site: ServedSite) -> dict[str, str]:
    """The policy that all the desk's pages have, as it is asked for."""
    return {
        "default-src": "'none'",
        "script-src": "'self' 'nonce-…'",
        "connect-src": f"'self' ws{site.origin.removeprefix('http')}",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "media-src": "blob:",
        "font-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "object-src": "'none'",
    }


def allowed_features(response: ClientResponse) -> set[str]:
    policy = dict(part.strip().split("=", 1) for part in response.headers["Permissions-Policy"].split(","))
    assert {"camera", "microphone", "display-capture", "geolocation", "payment", "usb"} <= set(policy)
    return {feature for feature, sources in policy.items() if sources != "()"}


@pytest.mark.parametrize("path", [*PAGES, "/nowhere"])
async def test_policy(site: ServedSite, path: str) -> None:
    response = await site.get(path)
    assert response.status == (404 if path == "/nowhere" else 200)
    assert response.content_type == "text/html"
    found = directives(response)
    ancestors = found.pop("frame-ancestors")
    films = {"media-src": "'self' blob:"} if path == "/console" else {}
    assert found == common(site) | films
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    if path == "/widget":
        assert ancestors.split() == [*site.bench.zone.profile.embed_on, "'self'", site.demo_origin]
    else:
        assert ancestors == "'none'"


@pytest.mark.parametrize("path", [*PAGES, "/nowhere"])
async def test_camera_microphone_and_screen_only_where_calls_are(site: ServedSite, path: str) -> None:
    calls = {"camera", "microphone", "speaker-selection", "display-capture", "fullscreen", "autoplay"}
    expected = calls if path in {"/widget", "/desk", "/check", "/join", "/console"} else set()
    assert allowed_features(await site.get(path)) == expected


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/", "/api/desk?language=nl", "/api/me", "/loader.js"])
async def test_headers_that_everything_has(site: ServedSite, path: str) -> None:
    headers = (await site.get(path)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    if path != "/loader.js":  # no document, so it has none of a document's policies
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    framed_or_loaded_elsewhere = path in {"/widget", "/loader.js"}
    assert headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if framed_or_loaded_elsewhere else "same-origin")
    assert "Server" not in headers
    assert "Strict-Transport-Security" not in headers


async def test_over_https_browsers_are_told_to_stay_there(bench: Bench) -> None:
    origin = "https://loket.example"
    async with served(bench, origins=Origins(origin, origin)) as site:
        response = await site.get("/desk")
        assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert directives(response)["connect-src"] == "'self' wss://loket.example"


async def test_a_zone_that_is_no_demo_is_framed_by_its_list_only(bench: Bench) -> None:
    profile = msgspec.structs.replace(bench.zone.profile, demo=None, embed_on=("https://www.gemeente.example",))
    bench.zone = replace(bench.zone, profile=profile)
    async with served(bench) as site:
        assert directives(await site.get("/widget"))["frame-ancestors"] == "https://www.gemeente.example"
        home = await site.get("/")
        assert (home.status, home.headers["Location"]) == (302, "/desk")


@pytest.mark.parametrize("path", ["/widget", "/desk", "/check", "/join", "/console"])
async def test_the_only_inline_element_is_the_import_map(site: ServedSite, path: str) -> None:
    response = await site.get(path)
    html = await response.text()
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL)
    inline = [(attributes, content) for attributes, content in scripts if content.strip()]
    assert len(inline) == 1
    attributes, content = inline[0]
    nonce = re.search(r"'nonce-([\w-]+)'", response.headers["Content-Security-Policy"])
    assert nonce is not None
    assert 'type="importmap"' in attributes
    assert f'nonce="{nonce[1]}"' in attributes
    assert not re.search(r"<style|\sstyle=|\son\w+=", html)
    import_map = json.loads(content)
    assert set(import_map["imports"]) >= {"preact", "preact/hooks", "@preact/signals", "htm", "socket.io-client"}
    assert set(import_map["imports"].values()) <= set(import_map["integrity"])


async def test_each_response_has_a_nonce_of_its_own(site: ServedSite) -> None:
    first, second = await site.get("/desk"), await site.get("/desk")
    assert first.headers["Content-Security-Policy"] != second.headers["Content-Security-Policy"]
    assert first.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "accepted", "expected"),
    [
        ("", "fr-BE,fr;q=0.9,nl;q=0.8", "fr"),
        ("", "ja, de-AT;q=0.5, en;q=0.1", "de"),
        ("", "ja", "nl"),
        ("", "nl;q=0, en;q=0.3", "en"),
        ("", "en;q=nonsense", "nl"),
        ("?language=en", "fr", "en"),
        ("?language=xx", "fr", "nl"),
    ],
)
async def test_language(site: ServedSite, query: str, accepted: str, expected: str) -> None:
    response = await site.get(f"/privacy{query}", headers={"Accept-Language": accepted})
    assert response.headers["Content-Language"] == expected
    assert f'<html lang="{expected}">' in await response.text()


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/"])
async def test_every_page_can_be_read_in_every_language(site: ServedSite, path: str, language: str) -> None:
    response = await site.get(f"{path}?language={language}")
    assert f'<html lang="{language}">' in await response.text()


async def test_what_is_said_about_recordings_is_what_the_zone_does(bench: Bench) -> None:
    async with served(bench) as site:
        assert "alleen als iedereen in het gesprek ja zei" in await (await site.get("/privacy?language=nl")).text()
        silent = tuple(msgspec.structs.replace(topic, recording=False) for topic in bench.zone.topics)
        bench.zone = replace(bench.zone, topics=silent)
        assert (
            "We nemen beeld en geluid van een videogesprek niet op"
            in await (await site.get("/privacy?language=nl")).text()
        )


async def test_without_script_the_page_says_whom_to_call(site: ServedSite) -> None:
    html = await (await site.get("/desk?language=nl")).text()
    noscript = html.split("<noscript>")[1].split("</noscript>")[0]
    assert "JavaScript" in noscript
    for id in site.bench.zone.emergency.numbers:
        number = site.bench.zone.number(id)
        assert number is not None
        assert number.in_language("nl") in noscript


async def test_a_title_gives_nothing_away(site: ServedSite) -> None:
    for path in ("/widget", "/desk"):
        html = await (await site.get(f"{path}?language=nl")).text()
        assert f"<title>{site.bench.zone.profile.page_title['nl']}</title>" in html


async def test_the_demo_page_is_a_strict_host(site: ServedSite) -> None:
    for origin in (site.origin, site.demo_origin):
        response = await site.client.get(f"{origin}/")
        assert directives(response) == {
            "default-src": "'none'",
            "script-src": f"{site.origin}/loader.js",
            "style-src": "'self'",
            "img-src": "'self'",
            "frame-src": site.origin,
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
        }
        assert f'<script src="{site.origin}/loader.js"' in await response.text()
        assert f'camera=(self "{site.origin}")' in response.headers["Permissions-Policy"]


async def test_the_municipality_serves_nothing_of_the_desk(site: ServedSite) -> None:
    for path in ("/desk", "/console", "/api/desk?language=nl", "/healthz"):
        assert (await site.client.get(site.demo_origin + path)).status == 404


class TestConsoleAddress:
    """Browsers keep an agent's cookie over HTTPS and on the machine itself only."""

    async def ask(self, site: ServedSite, host: str) -> ClientResponse:
        return await site.get("/console?language=nl", headers={"Host": host})

    async def test_another_name_of_this_machine_leads_to_the_console(self, site: ServedSite) -> None:
        response = await self.ask(site, site.origin.replace("http://localhost", "127.0.0.1"))
        assert (response.status, response.headers["Location"]) == (302, f"{site.origin}/console?language=nl")

    async def test_an_address_without_https_says_what_to_do(self, site: ServedSite) -> None:
        response = await self.ask(site, "192.168.1.5:8080")
        html = await response.text()
        assert response.status == 403
        assert "http://192.168.1.5:8080" in html
        assert f"{site.origin}/console" in html
        assert "ONLINELOKET_PUBLIC_ORIGIN" in html

    async def test_a_console_without_https_says_so_at_its_own_address(self, bench: Bench) -> None:
        origin = "http://loket.example"
        async with served(bench, origins=Origins(origin, origin)) as site:
            response = await self.ask(site, "loket.example")
            assert response.status == 403
            assert "https" in await response.text()

    async def test_the_consoles_own_origin_is_where_agents_are_sent(self, bench: Bench) -> None:
        async with served(bench, origins=Origins("https://loket.example", "https://console.example")) as site:
            elsewhere = await self.ask(site, "loket.example")
            assert elsewhere.headers["Location"] == "https://console.example/console?language=nl"
            assert (await self.ask(site, "console.example")).status == 200
