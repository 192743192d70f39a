"""A desk with a TURN server, and browsers in networks that let little through."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, StorageState

from tests.scenarios.people import Town
from tests.support.certificate import fingerprint_of_key
from tests.support.chromium import chromium
from tests.support.coturn import Coturn
from tests.support.desk import ServedDesk

WORKERS = "127.0.0.2"
"""The media workers' own address: the TURN server leads there, and not to what else is on this machine."""


@pytest.fixture(scope="package")
def coturn() -> Iterator[Coturn]:
    with Coturn([WORKERS], tls=True) as server:
        yield server


@pytest.fixture(scope="package")
def served_desk(bot_models: Path, coturn: Coturn) -> Iterator[ServedDesk]:
    """The desk of this package."""
    with ServedDesk({"MEDIA_ADDRESSES": WORKERS, **coturn.settings}, models=bot_models) as desk:
        yield desk


@pytest.fixture(scope="package")
def badges() -> dict[str, StorageState]:
    """Of this package's desk."""
    return {}


@pytest.fixture(scope="module")
async def believing(coturn: Coturn) -> AsyncIterator[Browser]:
    """A browser that believes the TURN server's certificate, which nobody has signed."""
    async with chromium(f"--ignore-certificate-errors-spki-list={fingerprint_of_key(coturn.certificate)}") as browser:
        yield browser


@pytest.fixture
async def behind_firewall(served_desk: ServedDesk, believing: Browser) -> AsyncIterator[Town]:
    """Where people come from who have that browser."""
    town = Town(served_desk, believing)
    yield town
    assert await town.close() == []
