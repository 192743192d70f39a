"""A real coturn with our configuration: it leads to the media workers, and to nobody else."""

import asyncio
import re
import ssl
import stat
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from aioice import stun

from server.media.relay.touchpoints import make_binding_request
from server.media.worker import Worker
from server.protocol.results import IceServer
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint
from tests.media.turn_client import Inbox, TurnClient, credentials
from tests.support.coturn import ADDRESS, Coturn

WORKER = "127.0.0.2"
"""The media workers' own address. What else runs on the machine, Redis as well, is at 127.0.0.1."""

REFUSED, UNKNOWN, QUOTA, UNSUPPORTED = 403, 401, 486, 442
"""Codes of RFC 8656 and RFC 8489: not this peer, not with these credentials, not as many, not by this transport."""


@pytest.fixture(scope="module")
def coturn() -> Iterator[Coturn]:
    with Coturn([WORKER], tls=True) as server:
        yield server


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker(addresses=[WORKER], port=0, on_event=lambda _: None)
    await worker.start()
    yield worker
    await worker.stop()


def good(coturn: Coturn) -> IceServer:
    return credentials(coturn, who="somebody", until=datetime.now(UTC) + timedelta(minutes=10))


async def reaches(client: TurnClient, worker: Worker) -> None:
    """The worker answers a party's check through the relay."""
    party = Endpoint("p_caller001")
    try:
        answer = (await worker.offer(CALL, party.name, party.describe())).sdp
    finally:
        await party.close()
    found = dict(re.findall(r"a=ice-(ufrag|pwd):(\S+)", answer))
    transaction, check = make_binding_request(f"{found['ufrag']}:{party.ufrag}", found["pwd"])
    await client.send(check, (WORKER, worker.port))
    data, source = await asyncio.wait_for(client.inbox.arrived.get(), 10)
    assert source == (WORKER, worker.port)
    assert stun.parse_message(data).transaction_id == transaction


@pytest.mark.parametrize("way", ["udp", "tcp"])
async def test_a_party_reaches_the_worker(coturn: Coturn, worker: Worker, way: str) -> None:
    async with TurnClient.at(coturn, good(coturn), way) as client:
        await client.allocate()
        await reaches(client, worker)


async def test_a_party_reaches_the_worker_by_tls(coturn: Coturn, worker: Worker) -> None:
    believed = ssl.create_default_context(cafile=str(coturn.certificate))
    async with TurnClient.at(coturn, good(coturn), "tcp", believed) as client:
        await client.allocate()
        await reaches(client, worker)


@pytest.mark.parametrize(
    "peer",
    [
        "127.0.0.1",  # Redis, the database, the desk
        "127.0.0.3",
        "10.0.0.1",
        "169.254.169.254",
        "192.0.2.1",
        "224.0.0.1",
        "255.255.255.255",
        "0.0.0.0",
    ],
)
async def test_nobody_but_a_worker_is_reached(coturn: Coturn, peer: str) -> None:
    async with TurnClient.at(coturn, good(coturn)) as client:
        await client.allocate()
        for port in (6379, 40_000):
            assert await client.permit((peer, port)) == REFUSED
            assert await client.bind((peer, port)) == REFUSED


@pytest.mark.parametrize("peer", ["::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "2001:db8::1"])
async def test_no_other_kind_of_address_is_a_way_round(coturn: Coturn, peer: str) -> None:
    async with TurnClient.at(coturn, good(coturn)) as client:
        await client.allocate()
        assert await client.permit((peer, 6379)) is not None
        assert await client.bind((peer, 6379)) is not None


async def test_what_is_sent_to_others_does_not_arrive(coturn: Coturn) -> None:
    loop = asyncio.get_running_loop()
    ways = {}
    for host in (ADDRESS, WORKER):
        ways[host] = await loop.create_datagram_endpoint(Inbox, local_addr=(host, 0))
    addresses = {host: transport.get_extra_info("sockname") for host, (transport, _) in ways.items()}
    try:
        async with TurnClient.at(coturn, good(coturn)) as client:
            relayed = await client.allocate()
            await client.permit(addresses[WORKER])
            client.indicate(b"to another", addresses[ADDRESS])
            client.indicate(b"to a worker", addresses[WORKER])
            async with asyncio.timeout(10):
                assert await ways[WORKER][1].arrived.get() == (b"to a worker", relayed)
            assert ways[ADDRESS][1].arrived.empty()
    finally:
        for transport, _ in ways.values():
            transport.close()


async def test_it_opens_no_tcp_connection_for_anybody(coturn: Coturn) -> None:
    async with TurnClient.at(coturn, good(coturn), "tcp") as client:
        assert await client.allocate_tcp() == UNSUPPORTED


async def test_who_has_no_good_credentials_gets_nothing(coturn: Coturn) -> None:
    now = datetime.now(UTC)
    right = good(coturn)
    expired = credentials(coturn, who="somebody", until=now - timedelta(seconds=5))
    guessed = IceServer(urls=right.urls, username=right.username, credential="a guess")
    later = (right.username or "").partition(":")[2]
    stretched = IceServer(urls=right.urls, username=f"9999999999:{later}", credential=right.credential)
    assert [await refusal(coturn, each) for each in (right, expired, guessed, stretched)] == [None, *3 * [UNKNOWN]]


async def test_what_was_opened_in_time_stays_open(coturn: Coturn, worker: Worker) -> None:
    server = credentials(coturn, who="somebody", until=datetime.now(UTC) + timedelta(seconds=5))
    async with TurnClient.at(coturn, server) as client:
        await client.allocate()
        async with asyncio.timeout(60):
            while await refusal(coturn, server) != UNKNOWN:
                await asyncio.sleep(0.5)
        await reaches(client, worker)


async def refusal(coturn: Coturn, server: IceServer) -> int | None:
    """The code with which an allocation is refused; None where it is given."""
    async with TurnClient.at(coturn, server) as client:
        try:
            await client.allocate()
        except stun.TransactionFailed as failed:
            return failed.response.error_code
    return None


async def test_one_party_opens_so_many_and_no_more(coturn: Coturn) -> None:
    until = datetime.now(UTC) + timedelta(minutes=10)
    server = credentials(coturn, who="somebody greedy", until=until)
    most = int(coturn.setting("user-quota"))
    opened = []
    try:
        for _ in range(most):
            way = TurnClient.at(coturn, server)
            opened.append(way)
            await (await way.__aenter__()).allocate()
        later = credentials(coturn, who="somebody greedy", until=until + timedelta(seconds=1))
        assert await refusal(coturn, later) == QUOTA
        assert await refusal(coturn, good(coturn)) is None
    finally:
        for way in opened:
            await way.__aexit__(None, None, None)


async def test_it_tells_nothing_of_itself_or_of_who_calls(coturn: Coturn) -> None:
    server = good(coturn)
    async with TurnClient.at(coturn, server) as client:
        await client.allocate()
        with pytest.raises(stun.TransactionFailed) as refused:
            async with TurnClient.at(coturn, IceServer(urls=server.urls, username="x", credential="y")) as stranger:
                await stranger.allocate()
    assert "SOFTWARE" not in refused.value.response.attributes
    assert refused.value.response.attributes["REALM"] == ADDRESS
    log = coturn.log.read_text()
    assert coturn.secret not in log
    assert str(server.credential) not in log


def test_its_configuration_is_for_nobody_else(coturn: Coturn) -> None:
    assert stat.S_IMODE(coturn.configuration.stat().st_mode) == 0o600
