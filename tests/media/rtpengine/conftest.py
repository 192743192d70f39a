"""A real rtpengine, and a gateway to it."""

from collections.abc import AsyncIterator, Iterator

import pytest

from server.media.relay.patience import Patience
from server.media.rtpengine.gateway import Gateway
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce
from tests.support.rtpengine import RtpEngine

OTHER = {
    "SAVPF 111": "SAVPF 109",
    ":111 ": ":109 ",
    "SAVPF 96 97": "SAVPF 120 121",
    ":96 ": ":120 ",
    ":97 ": ":121 ",
    "apt=96": "apt=120",
}


def in_other_numbers(endpoint: Endpoint) -> str:
    """What it offers, with other payload types than Chromium's."""
    sdp = endpoint.describe()
    for theirs, other in OTHER.items():
        sdp = sdp.replace(theirs, other)
    return sdp


@pytest.fixture(scope="session")
def engine() -> Iterator[RtpEngine]:
    """The run's engine. A test that kills one makes its own."""
    with RtpEngine() as engine:
        yield engine


@pytest.fixture
def patience() -> Patience:
    """What a gateway of the test has."""
    return Patience()


@pytest.fixture
async def gateway(engine: RtpEngine, events: list[MediaEvent], patience: Patience) -> AsyncIterator[Gateway]:
    gateway = Gateway(
        "127.0.0.1", engine.port, addresses=["127.0.0.1"], on_event=events.append, capacity=2, patience=patience
    )
    await gateway.start()
    yield gateway
    await gateway.stop()


@pytest.fixture
async def talking(gateway: Gateway, pair: tuple[Endpoint, Endpoint]) -> tuple[Endpoint, Endpoint]:
    """Two endpoints that the engine has keys with, in the call `CALL`."""
    await introduce(gateway, CALL, *pair)
    for endpoint in pair:
        await endpoint.connect()
    return pair
