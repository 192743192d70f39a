"""Signing in over HTTP: the cookie, the refusals, the limits, and what only a signed-in agent gets."""

from http.cookies import SimpleCookie

import pytest

from server.transport.cookie import COOKIE
from tests.desk.harness import Bench
from tests.transport.site import ServedSite, served


async def test_signing_in_sets_a_cookie_that_only_our_own_pages_send(site: ServedSite) -> None:
    agent = await site.add_agent()
    response = await site.sign_in()
    assert response.status == 200
    assert await response.json() == {"agent": agent.id, "name": "An", "role": "inspecteur", "supervisor": False}
    cookie = SimpleCookie(response.headers["Set-Cookie"])[COOKIE]
    assert COOKIE.startswith("__Host-")
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert cookie["domain"] == ""
    assert cookie["max-age"] == ""
    assert len(cookie.value) == 43
    assert cookie.value not in await response.text()


async def test_the_cookie_opens_what_is_for_agents(site: ServedSite) -> None:
    await site.add_agent()
    for path in ("/api/me", "/api/console?language=nl"):
        refused = await site.get(path)
        assert refused.status == 401
        assert await refused.json() == {"error": {"code": "not_signed_in"}}
    await site.sign_in()
    for path in ("/api/me", "/api/console?language=nl"):
        response = await site.get(path)
        assert response.status == 200
        assert response.headers["Cache-Control"] == "no-store"


async def test_a_made_up_cookie_opens_nothing(site: ServedSite) -> None:
    for value in ("", "x", "A" * 43, "\u00e9"):
        response = await site.get("/api/me", headers={"Cookie": f"{COOKIE}={value}"})
        assert response.status == 401


async def test_signing_out_ends_it(site: ServedSite) -> None:
    agent = await site.add_agent()
    await site.sign_in()
    held = next(cookie.value for cookie in site.client.cookie_jar if cookie.key == COOKIE)
    response = await site.post("/api/sign-out", headers={"Origin": site.origin})
    assert response.status == 204
    assert [who for who, _ in site.ended] == [agent.id]
    assert SimpleCookie(response.headers["Set-Cookie"])[COOKIE]["max-age"] == "0"
    assert (await site.get("/api/me", headers={"Cookie": f"{COOKIE}={held}"})).status == 401


async def test_signing_out_without_being_in_is_no_error(site: ServedSite) -> None:
    assert (await site.post("/api/sign-out", headers={"Origin": site.origin})).status == 204


async def test_a_browser_has_one_sign_in_at_a_time(site: ServedSite) -> None:
    await site.add_agent()
    await site.sign_in()
    await site.sign_in()
    assert len(site.ended) == 1


@pytest.mark.parametrize("path", ["/api/sign-in", "/api/sign-out"])
@pytest.mark.parametrize("origin", [None, "null", "https://elsewhere.example"])
async def test_another_site_cannot_sign_anybody_in_or_out(site: ServedSite, path: str, origin: str | None) -> None:
    await site.add_agent()
    headers = {"Origin": origin} if origin else {}
    response = await site.post(path, json={"login": "an", "password": "x"}, headers=headers)
    assert response.status == 403
    assert (await response.json())["error"]["code"] == "not_allowed"


@pytest.mark.parametrize(("login", "password"), [("an", "wrong"), ("nobody", "wrong")])
async def test_wrong_name_and_wrong_password_look_alike(site: ServedSite, login: str, password: str) -> None:
    await site.add_agent()
    response = await site.sign_in(login, password)
    assert response.status == 401
    assert await response.json() == {"error": {"code": "wrong_credentials"}}
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("body", ["", "{", "[]", '{"login": "an"}', '{"login": "an", "password": "x", "more": 1}'])
async def test_malformed(site: ServedSite, body: str) -> None:
    response = await site.post("/api/sign-in", data=body, headers={"Origin": site.origin})
    assert response.status == 400
    assert (await response.json())["error"]["code"] == "malformed"


async def test_too_large(site: ServedSite) -> None:
    response = await site.post("/api/sign-in", data="x" * 300_000, headers={"Origin": site.origin})
    assert response.status == 413
    assert (await response.json())["error"]["code"] == "too_large"


@pytest.mark.parametrize("login", ["an", "nobody"])
async def test_guessing_is_slowed_down_whether_the_name_exists_or_not(site: ServedSite, login: str) -> None:
    await site.add_agent()
    for _ in range(5):
        assert (await site.sign_in(login, "wrong")).status == 401
    refused = await site.sign_in(login, "wrong")
    assert refused.status == 429
    assert await refused.json() == {"error": {"code": "too_many_requests", "retry_after": 60.0}}
    assert refused.headers["Retry-After"] == "60"
    site.bench.pass_time(seconds=60)
    assert (await site.sign_in(login, "wrong")).status == 401


async def test_the_right_password_waits_as_well(site: ServedSite) -> None:
    await site.add_agent()
    for _ in range(5):
        await site.sign_in(password="wrong")
    assert (await site.sign_in()).status == 429
    site.bench.pass_time(minutes=1)
    assert (await site.sign_in()).status == 200


async def test_many_names_from_one_address_are_slowed_down_too(site: ServedSite) -> None:
    statuses = [(await site.sign_in(f"name{number}", "wrong")).status for number in range(21)]
    assert statuses == [401] * 20 + [429]


async def test_a_cookie_that_is_not_used_goes_stale(site: ServedSite) -> None:
    await site.add_agent()
    await site.sign_in()
    site.bench.pass_time(minutes=29)
    assert (await site.get("/api/me")).status == 200
    site.bench.pass_time(minutes=31)
    assert (await site.get("/api/me")).status == 401


async def test_strangers_who_guess_do_not_lock_an_agent_out(bench: Bench) -> None:
    def at(address: str) -> dict[str, str]:
        return {"Origin": site.origin, "X-Forwarded-For": address}

    async with served(bench, proxies=("127.0.0.0/8", "::1/128")) as site:
        await site.add_agent()
        assert (await site.sign_in(headers=at("198.51.100.7"))).status == 200
        statuses = [
            (await site.sign_in(password="wrong", headers=at(f"203.0.113.{stranger}"))).status
            for stranger in range(10)
            for _ in range(4)
        ]
        assert statuses[-1] == 429
        assert (await site.sign_in(headers=at("198.51.100.7"))).status == 200
        assert (await site.sign_in(headers=at("198.51.100.8"))).status == 429
        guesses = [(await site.sign_in(password="wrong", headers=at("198.51.100.7"))).status for _ in range(5)]
        assert guesses[-1] == 429, "a known address has its own limit still"
