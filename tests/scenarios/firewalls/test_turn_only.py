"""A citizen in a network that lets nothing through but TURN: they talk, and go on talking whatever happens to it."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import InCall
from tests.scenarios.firewalls.networks import ONLY_TURN, WAY, only
from tests.scenarios.people import Person, SignedIn, Town, call
from tests.support.coturn import Coturn

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def talk(town: Town, signed_in: SignedIn, words: str, script: str) -> InCall:
    """A citizen whose network is as the script says, and an agent at the office, who see and hear each other."""
    agent = await signed_in("an")
    citizen = await town.citizen_on_desk(script=script)
    await citizen.say(f"ik wil een mens spreken over {words}")
    await expect(citizen.screen.get_by_text("U bent nummer")).to_be_visible()
    await agent.take_next(words)
    await call(agent, citizen)
    return InCall(citizen, agent)


async def way(person: Person) -> list[str | None]:
    """What it goes by, once it has found a way: it may look for another while the machine is busy."""
    for _ in range(100):
        found: list[str | None] | None = await person.screen.evaluate(WAY)
        if found is not None:
            return found
        await person.page.wait_for_timeout(100)
    raise AssertionError("it goes no way")


async def test_picture_and_sound_go_by_turn(town: Town, signed_in: SignedIn) -> None:
    pair = await talk(town, signed_in, "mijn gele fiets", ONLY_TURN)
    assert (await way(pair.citizen))[0] == "relay"
    assert (await way(pair.agent))[0] != "relay"
    await pair.finish()


@pytest.mark.parametrize(
    ("scheme", "transport", "protocol"), [("turn:", "udp", "udp"), ("turn:", "tcp", "tcp"), ("turns:", "tcp", "tls")]
)
async def test_they_go_by_each_of_its_ways(
    behind_firewall: Town, signed_in: SignedIn, scheme: str, transport: str, protocol: str
) -> None:
    pair = await talk(behind_firewall, signed_in, f"mijn rode fiets {protocol}", only(scheme, transport))
    assert await way(pair.citizen) == ["relay", protocol]
    await pair.finish()


async def test_a_turn_server_that_starts_again_ends_no_call(town: Town, signed_in: SignedIn, coturn: Coturn) -> None:
    pair = await talk(town, signed_in, "mijn zwarte fiets", ONLY_TURN)
    lost = pair.citizen.screen.get_by_text("We proberen opnieuw", exact=False).first
    coturn.stop()
    try:
        await expect(lost).to_be_visible()
    finally:
        coturn.start()
    await expect(lost).to_be_hidden()
    await pair.citizen.receives_picture_and_sound()
    await pair.agent.receives_picture_and_sound()
    assert (await way(pair.citizen))[0] == "relay"
    await pair.finish()


async def test_a_network_that_comes_back_is_another_way(town: Town, signed_in: SignedIn) -> None:
    pair = await talk(town, signed_in, "mijn witte fiets", ONLY_TURN)
    before = await name(pair.citizen)
    await pair.citizen.page.context.set_offline(True)
    await pair.citizen.page.context.set_offline(False)
    for _ in range(150):
        if await name(pair.citizen) != before:
            break
        await pair.citizen.page.wait_for_timeout(200)
    assert await name(pair.citizen) != before
    await pair.citizen.receives_picture_and_sound()
    await pair.agent.receives_picture_and_sound()
    await pair.finish()


async def name(person: Person) -> str:
    """The ICE name of the page's newest connection: an ICE restart gives it another (RFC 8839, 4.4.3)."""
    return str(
        await person.screen.evaluate("/a=ice-ufrag:(.*)/.exec(window.peers.at(-1).currentLocalDescription.sdp)[1]")
    )
