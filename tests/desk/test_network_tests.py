"""Tests of the network: on a media worker, for half a minute, few at a time, and nothing is left of them."""

import secrets

from server.desk.network_tests import LASTS, MOST, NAMES, OFFERS
from server.domain.actor import Citizen
from server.media.turn_server import ALLOCATIONS, ALLOCATIONS_OF_ONE
from server.protocol import commands as c
from server.protocol.results import NetworkTestStarted
from server.store.tokens import hashed
from tests.desk.calling import FarEnd
from tests.desk.harness import Bench, Listener


def somebody(desk: Bench, address: str | None = None) -> Listener:
    who = desk.connect(Citizen(hashed(secrets.token_urlsafe(32))))
    who.connection.address = address
    return who


async def started(desk: Bench, who: Listener) -> NetworkTestStarted:
    given: NetworkTestStarted = await desk.do(who, c.StartTest())
    return given


async def test_each_way_is_tried_on_a_worker_and_let_go_of(desk: Bench) -> None:
    worker, who = FarEnd(desk), somebody(desk)
    test = (await started(desk, who)).test
    answers = [(await desk.do(who, c.OfferTest(test=test, sdp=sdp))).sdp for sdp in ("direct", "by TURN")]
    assert answers == ["answer to direct", "answer to by TURN"]
    calls = [payload["call"] for payload in worker.told("media.offer")]
    assert len(set(calls)) == 2
    assert worker.told("media.close") == []
    for _ in range(2):
        await desk.do(who, c.EndTest(test=test))
    assert [payload["call"] for payload in worker.told("media.close")] == calls


async def test_it_has_turn_servers_for_a_minute(desk: Bench) -> None:
    FarEnd(desk)
    given = await started(desk, somebody(desk))
    username = given.servers[0].username or ""
    assert int(username.partition(":")[0]) == int(desk.now.timestamp()) + 60
    assert given.test not in username


async def test_one_address_has_one_name_at_the_turn_servers_which_does_not_tell_it(desk: Bench) -> None:
    FarEnd(desk)
    address = "203.0.113.9"
    names = {await name_of(desk, somebody(desk, address)) for _ in range(3)}
    desk.pass_time(days=1)
    await desk.network_tests.sweep()
    names.add(await name_of(desk, somebody(desk, address)))
    assert len(names) == 1
    assert address not in names.pop()


async def test_however_many_test_calls_keep_most_of_the_turn_servers(desk: Bench) -> None:
    names = set()
    for number in range(20 * NAMES):
        names.add(await name_of(desk, somebody(desk, f"203.0.{number // 256}.{number % 256}" if number % 2 else None)))
        desk.pass_time(seconds=LASTS)
        await desk.network_tests.sweep()
    assert len(names) == NAMES
    assert NAMES * ALLOCATIONS_OF_ONE < 0.3 * ALLOCATIONS


async def name_of(desk: Bench, who: Listener) -> str:
    """The name at the TURN servers, as coturn counts by it, of whoever begins a test."""
    (server,) = (await started(desk, who)).servers
    return (server.username or "").partition(":")[2]


async def test_it_ends_by_itself(desk: Bench) -> None:
    worker, who = FarEnd(desk), somebody(desk)
    test = (await started(desk, who)).test
    await desk.do(who, c.OfferTest(test=test, sdp="direct"))
    desk.pass_time(seconds=LASTS - 1)
    worker.announce()
    await desk.network_tests.sweep()
    assert worker.told("media.close") == []
    desk.pass_time(seconds=1)
    worker.announce()
    await desk.network_tests.sweep()
    assert len(worker.told("media.close")) == 1
    with desk.refused("no_such_call"):
        await desk.do(who, c.OfferTest(test=test, sdp="late"))


async def test_it_is_nobody_else_s(desk: Bench) -> None:
    worker, who, other = FarEnd(desk), somebody(desk), somebody(desk)
    test = (await started(desk, who)).test
    with desk.refused("no_such_call"):
        await desk.do(other, c.OfferTest(test=test, sdp="not mine"))
    await desk.do(other, c.EndTest(test=test))
    await desk.do(who, c.OfferTest(test=test, sdp="mine"))
    assert [payload["sdp"] for payload in worker.told("media.offer")] == ["mine"]


async def test_it_offers_a_few_times_and_somebody_has_one_at_a_time(desk: Bench) -> None:
    worker, who = FarEnd(desk), somebody(desk)
    first = (await started(desk, who)).test
    for _ in range(OFFERS):
        await desk.do(who, c.OfferTest(test=first, sdp="direct"))
    with desk.refused("no_such_call"):
        await desk.do(who, c.OfferTest(test=first, sdp="direct"))
    await started(desk, who)
    assert len(worker.told("media.close")) == OFFERS


async def test_few_run_at_a_time(desk: Bench) -> None:
    worker = FarEnd(desk)
    for _ in range(MOST):
        await started(desk, somebody(desk))
    late = somebody(desk)
    with desk.refused("too_many_requests"):
        await started(desk, late)
    desk.pass_time(seconds=LASTS)
    worker.announce()
    await desk.network_tests.sweep()
    await started(desk, late)


async def test_without_a_worker_it_says_so(desk: Bench) -> None:
    who = somebody(desk)
    test = (await started(desk, who)).test
    with desk.refused("no_media_worker"):
        await desk.do(who, c.OfferTest(test=test, sdp="direct"))
