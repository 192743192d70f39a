"""Quick exit over HTTP: the token opens nothing from then on, whatever else is going on."""

import secrets

import pytest

from server.domain.actor import Citizen
from server.protocol import commands as c
from server.store.tokens import hashed
from tests.transport.site import ServedSite


async def test_the_token_opens_nothing_any_more(site: ServedSite) -> None:
    token = secrets.token_urlsafe(32)
    listener = site.bench.connect(Citizen(hashed(token)))
    await site.bench.do(listener, c.OpenConversation(language="nl"))
    response = await site.post("/api/exit", headers={"Authorization": f"Bearer {token}"})
    assert response.status == 204
    assert response.headers["Clear-Site-Data"] == '"storage"'
    assert response.headers["Cache-Control"] == "no-store"
    with site.bench.refused("token_expired"):
        await site.bench.do(listener, c.OpenConversation(language="nl"))


async def test_a_token_that_opens_nothing_is_no_error(site: ServedSite) -> None:
    headers = {"Authorization": f"Bearer {secrets.token_urlsafe(32)}"}
    for _ in range(50):
        assert (await site.post("/api/exit", headers=headers)).status == 204


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Bearer short", "Basic " + "A" * 43, "A" * 43])
async def test_what_is_no_token_is_refused(site: ServedSite, authorization: str | None) -> None:
    headers = {"Authorization": authorization} if authorization is not None else {}
    response = await site.post("/api/exit", headers=headers)
    assert response.status == 401
    assert await response.json() == {"error": {"code": "token_malformed"}}
