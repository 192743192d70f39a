"""The doorstep: where too many come from one address, a stranger is told when to come again, and nobody who has a
conversation is sent away."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from playwright.async_api import BrowserContext, expect

from server.domain.actor import Guest
from server.protocol import commands as c
from server.store.tokens import hashed
from server.transport.arrivals import CONNECTIONS, SOON
from tests.desk.calling import FarEnd, running
from tests.desk.test_guests import link
from tests.support.ports import free_port
from tests.transport.site import ServedSite
from tests.transport.socketio.lines import opened
from tests.transport.wire import wired

HERE = {"X-Forwarded-For": "203.0.113.5"}
BOTH = pytest.mark.parametrize("transport", ["websocket", "polling"])


def crowd(site: ServedSite) -> None:
    """As many come from here as may."""
    request: web.Request = make_mocked_request("GET", "/socket.io/?EIO=4", headers=HERE)
    request = request.clone(remote="127.0.0.1")
    for number in range(int(CONNECTIONS.burst)):
        site.arrivals.came(f"crowd-{number}", request, lambda: None)


def citizen(token: str | None = None) -> dict[str, Any]:
    return {"token": token or secrets.token_urlsafe(32), "protocol": 1}


async def knock(
    site: ServedSite,
    auth: dict[str, Any],
    *,
    namespace: str = "/citizen",
    transport: str = "websocket",
    headers: Mapping[str, str] = HERE,
) -> dict[str, Any] | None:
    """Ask to be let in; None, or the refusal as a page's connection reads it."""
    async with opened(f"{site.origin}/socket.io/?EIO=4", transport, headers) as (line, _):
        await line.send(f"40{namespace},{json.dumps(auth)}")
        answer = await line.receive()
    if answer.startswith(f"40{namespace},"):
        return None
    refusal: dict[str, Any] = json.loads(answer.removeprefix(f"44{namespace},"))["data"]
    return refusal


@BOTH
async def test_a_stranger_who_is_too_many_is_told_when_to_come_again(site: ServedSite, transport: str) -> None:
    assert await knock(site, citizen(), transport=transport) is None
    crowd(site)
    refusal = await knock(site, citizen(), transport=transport)
    assert refusal is not None
    assert refusal["code"] == "too_many_requests"
    assert refusal["retry_after"] >= SOON
    assert await knock(site, citizen(), transport=transport, headers={"X-Forwarded-For": "203.0.113.6"}) is None
    site.bench.pass_time(seconds=refusal["retry_after"])
    assert await knock(site, citizen(), transport=transport) is None


@BOTH
async def test_who_has_a_conversation_is_let_in_whoever_else_is_there(site: ServedSite, transport: str) -> None:
    conversation, token = await _begun(site)
    crowd(site)
    assert await knock(site, citizen(), transport=transport) is not None
    assert await knock(site, citizen(token), transport=transport) is None
    async with wired(site.origin, HERE) as wire:
        await wire.enter(token)
        await wire.socket.send_str(f'42/citizen,1["person.request",{{"conversation":"{conversation}"}}]')
        assert "ok" in await wire.acknowledged(1)


async def test_so_is_an_agent_who_is_signed_in(site: ServedSite) -> None:
    await site.add_agent()
    cookie = (await site.sign_in()).cookies.output(attrs=[], header="").strip()
    crowd(site)
    signed_in = {**HERE, "Cookie": cookie, "Origin": site.origin}
    assert await knock(site, {"protocol": 1}, namespace="/agent", headers=signed_in) is None
    stranger = {**HERE, "Origin": site.origin}
    refusal = await knock(site, {"protocol": 1}, namespace="/agent", headers=stranger)
    assert refusal is not None
    assert refusal["code"] == "not_signed_in"


async def test_so_is_a_guest_who_has_come_to_the_door(site: ServedSite) -> None:
    found = await running(site.bench, FarEnd(site.bench))
    token = secrets.token_urlsafe(32)
    guest = site.bench.connect(Guest(hashed(token)))
    await site.bench.do(guest, c.EnterCall(code=await link(found)))
    crowd(site)
    assert await knock(site, citizen(), namespace="/guest") is not None
    assert await knock(site, citizen(token), namespace="/guest") is None


@pytest.mark.browser
async def test_a_page_that_is_too_many_says_that_it_is_busy_and_how_else_one_is_helped(
    site: ServedSite, browser_context: BrowserContext
) -> None:
    crowd(site)
    async with from_here(site) as origin:
        page = await browser_context.new_page()
        tried: list[str] = []
        page.on("websocket", lambda socket: tried.append(socket.url))
        page.on("request", lambda request: tried.append(request.url) if "/socket.io/" in request.url else None)
        await page.goto(f"{origin}/desk?language=nl")
        await page.get_by_role("textbox").fill("Mijn fiets is gestolen")
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("Het is nu heel druk.", exact=False)).to_be_visible()
        # At once: after some seconds it may try again.
        assert len(tried) == 1, "it waits as long as it was asked to, and tries no slower way"
        await expect(page.get_by_text("Andere manieren")).to_be_visible()
        for number in ("112", "101"):
            await expect(page.get_by_role("link", name=number).first).to_be_visible()
        await page.close()


@asynccontextmanager
async def from_here(site: ServedSite) -> AsyncIterator[str]:
    """A proxy that says of each connection that it comes from here; its origin."""

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_site, to_site = await asyncio.open_connection("127.0.0.1", urlsplit(site.origin).port)
        if asked := await reader.readline():
            to_site.write(asked + b"".join(f"{name}: {value}\r\n".encode() for name, value in HERE.items()))
        await asyncio.gather(pass_on(reader, to_site), pass_on(from_site, writer))

    async with await asyncio.start_server(serve, "127.0.0.1", port := free_port()):
        yield f"http://localhost:{port}"


async def _begun(site: ServedSite) -> tuple[str, str]:
    """A conversation that was opened from here, and its token."""
    token = secrets.token_urlsafe(32)
    async with wired(site.origin, HERE) as wire:
        await wire.enter(token)
        await wire.socket.send_str('42/citizen,1["conversation.open",{"language":"nl"}]')
        return (await wire.acknowledged(1))["ok"]["conversation"], token
