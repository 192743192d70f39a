"""The paths that a party proves, and the one that is used."""

import socket
from collections.abc import Iterator

import pytest
from aioice import stun

from server.media.relay.description import Credentials
from server.media.relay.ice import MAX_ADDRESSES, IceLite
from server.media.relay.touchpoints import BindingRequest, BindingResponse, read_binding


def request(ufrag: str, password: str, *, nominates: bool = False) -> BindingRequest:
    message = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.REQUEST)
    message.attributes["USERNAME"] = f"{ufrag}:them"
    if nominates:
        message.attributes["USE-CANDIDATE"] = None
    message.add_message_integrity(password.encode())
    read = read_binding(bytes(message))
    assert isinstance(read, BindingRequest)
    return read


@pytest.fixture
def ice() -> IceLite:
    return IceLite(now=0)


@pytest.fixture
def sock() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        yield sock


def prove(ice: IceLite, sock: socket.socket, port: int, *, nominates: bool = False, now: float = 1) -> None:
    credentials = ice.credentials
    ice.settle(request(credentials.ufrag, credentials.password, nominates=nominates), sock, ("192.0.2.1", port), now)


def port_of(ice: IceLite) -> int | None:
    return ice.path.address[1] if ice.path else None


def test_credentials_are_long_enough_and_each_its_own() -> None:
    minted = [IceLite(now=0).credentials for _ in range(100)]
    assert len({each.ufrag for each in minted}) == len({each.password for each in minted}) == 100
    # RFC 8445, 5.3: at least 24 bits of randomness in the name, 128 in the password.
    assert all(len(each.ufrag) * 4 >= 24 and len(each.password) * 4 >= 128 for each in minted)


def test_only_the_password_is_answered(ice: IceLite) -> None:
    source = ("192.0.2.1", 1)
    name, password = ice.credentials.ufrag, ice.credentials.password
    assert ice.answer(request(name, password), source) is not None
    assert ice.answer(request(name, "guess"), source) is None
    assert ice.answer(request("another", password), source) is None


def test_the_first_path_stays_until_another_is_nominated(ice: IceLite, sock: socket.socket) -> None:
    prove(ice, sock, 1)
    prove(ice, sock, 2)
    assert port_of(ice) == 1
    prove(ice, sock, 2, nominates=True)
    assert port_of(ice) == 2
    assert [address[1] for address in ice.addresses] == [1, 2]


def test_a_restart_moves_the_path_with_the_first_proof(ice: IceLite, sock: socket.socket) -> None:
    prove(ice, sock, 1, nominates=True)
    old = ice.credentials
    ice.restart()
    assert set(ice.ufrags) == {old.ufrag, ice.credentials.ufrag}
    ice.settle(request(old.ufrag, old.password), sock, ("192.0.2.1", 1), 2)
    assert port_of(ice) == 1
    assert len(ice.ufrags) == 2
    prove(ice, sock, 2)
    assert port_of(ice) == 2
    assert list(ice.ufrags) == [ice.credentials.ufrag]


def test_a_restart_that_is_restarted_keeps_the_path(ice: IceLite, sock: socket.socket) -> None:
    prove(ice, sock, 1)
    old = ice.credentials
    ice.restart()
    abandoned = ice.credentials
    ice.restart()
    assert set(ice.ufrags) == {old.ufrag, ice.credentials.ufrag}
    assert ice.answer(request(abandoned.ufrag, abandoned.password), ("192.0.2.1", 1)) is None


def test_addresses_are_bounded_and_the_path_is_kept(ice: IceLite, sock: socket.socket) -> None:
    prove(ice, sock, 1)
    for port in range(2, 30):
        prove(ice, sock, port)
    assert len(ice.addresses) == MAX_ADDRESSES
    assert port_of(ice) == 1
    assert ("192.0.2.1", 1) in ice.addresses
    assert ("192.0.2.1", 29) in ice.addresses


def test_consent_is_renewed_by_proof(ice: IceLite, sock: socket.socket) -> None:
    prove(ice, sock, 1, now=7)
    assert ice.consented_at == 7
    ice.forget()
    assert ice.path is None
    assert ice.addresses == ()
    prove(ice, sock, 1, now=9)
    assert port_of(ice) == 1


THEIRS = Credentials(ufrag="them", password="p" * 22)


def response(asked: bytes, password: str = THEIRS.password) -> BindingResponse:
    message = stun.Message(
        message_method=stun.Method.BINDING,
        message_class=stun.Class.RESPONSE,
        transaction_id=stun.parse_message(asked).transaction_id,
    )
    message.add_message_integrity(password.encode())
    read = read_binding(bytes(message))
    assert isinstance(read, BindingResponse)
    return read


def test_a_sign_of_life_is_asked_as_the_party_expects_it(ice: IceLite, sock: socket.socket) -> None:
    prove(ice, sock, 1)
    asked = stun.parse_message(ice.ask(THEIRS))
    assert asked.check_message_integrity(THEIRS.password.encode())
    assert asked.attributes["USERNAME"] == f"them:{ice.credentials.ufrag}"
    assert "FINGERPRINT" in asked.attributes, "without it Chromium takes it for no STUN at all"
    assert "ICE-CONTROLLED" in asked.attributes


def test_a_sign_of_life_counts_once_and_only_from_the_party_itself(ice: IceLite, sock: socket.socket) -> None:
    prove(ice, sock, 1)
    source, elsewhere = ("192.0.2.1", 1), ("192.0.2.1", 2)
    asked = ice.ask(THEIRS)
    assert not ice.is_answered(response(asked, "guess"), THEIRS, source, 5)
    assert not ice.is_answered(response(asked), THEIRS, elsewhere, 5)
    assert not ice.is_answered(
        response(bytes(stun.Message(stun.Method.BINDING, stun.Class.REQUEST))), THEIRS, source, 5
    )
    assert ice.consented_at == 1
    assert ice.is_answered(response(asked), THEIRS, source, 5)
    assert ice.consented_at == 5
    assert not ice.is_answered(response(asked), THEIRS, source, 6), "replayed"
