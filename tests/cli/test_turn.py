"""`onlineloket turn` writes what coturn needs to know, and says what it lacks itself."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli.main import main
from server.secret_files import SecretFile

PLAIN = "turn:turn.example.org:3479,stun:turn.example.org"
TLS = f"{PLAIN},turns:turn.example.org?transport=tcp"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "turnserver.conf"


def run(file: Path, urls: str, *options: str, addresses: str = "192.0.2.1,2001:db8::1") -> Result:
    environment = {
        "ONLINELOKET_DATA": str(file.parent),
        "ONLINELOKET_TURN_URLS": urls,
        "ONLINELOKET_MEDIA_ADDRESSES": addresses,
    }
    return CliRunner().invoke(main, ["turn", str(file), *options], env=environment)


def lines(file: Path) -> list[str]:
    return [line for line in file.read_text().splitlines() if line and not line.startswith("#")]


def under(file: Path, name: str) -> list[str]:
    return [line.partition("=")[2] for line in lines(file) if line.partition("=")[0] == name]


def test_it_leads_to_the_media_workers_of_this_machine(file: Path) -> None:
    assert run(file, PLAIN).exit_code == 0
    assert under(file, "allowed-peer-ip") == ["192.0.2.1", "2001:db8::1"]
    assert under(file, "listening-port") == ["3479"]
    assert under(file, "realm") == ["turn.example.org"]
    assert "no-tls" in lines(file)
    assert "allow-loopback-peers" not in lines(file)


def test_it_leads_to_others_that_are_named(file: Path) -> None:
    assert run(file, PLAIN, "--peer", "192.0.2.7", "--peer", "192.0.2.8", "--listen", "192.0.2.20").exit_code == 0
    assert under(file, "allowed-peer-ip") == ["192.0.2.7", "192.0.2.8"]
    assert under(file, "listening-ip") == ["192.0.2.20"]


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_loopback_is_reached_only_where_a_worker_is(file: Path, address: str) -> None:
    assert run(file, PLAIN, addresses=address).exit_code == 0
    assert "allow-loopback-peers" in lines(file)


def test_it_holds_the_secret_of_the_desk_and_is_for_nobody_else(file: Path) -> None:
    secret = SecretFile(file.parent / "keys" / "turn.key").read_or_make()
    for _ in range(2):
        assert run(file, PLAIN).exit_code == 0
        assert under(file, "static-auth-secret") == [secret]
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == [file.name]


def test_tls_is_where_browsers_look_for_it_or_behind_what_passes_it_on(file: Path) -> None:
    certificate = ("--certificate", "/etc/turn.crt", "--private-key", "/etc/turn.key")
    assert run(file, TLS, *certificate).exit_code == 0
    assert under(file, "tls-listening-port") == ["5349"]
    assert under(file, "cert") == ["/etc/turn.crt"]
    assert "no-tls" not in lines(file)
    assert run(file, TLS.replace("turns:turn.example.org", "turns:turn.example.org:443"), *certificate).exit_code == 0
    assert under(file, "tls-listening-port") == ["443"]
    assert run(file, TLS, *certificate, "--tls-port", "6000").exit_code == 0
    assert under(file, "tls-listening-port") == ["6000"]


@pytest.mark.parametrize(
    ("urls", "options", "addresses"),
    [
        ("", (), "192.0.2.1"),
        ("stun:turn.example.org", (), "192.0.2.1"),
        (TLS, (), "192.0.2.1"),
        (PLAIN, ("--certificate", "/etc/turn.crt"), "192.0.2.1"),
        (PLAIN, ("--peer", "somewhere"), "192.0.2.1"),
        (PLAIN, (), "somewhere"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    file: Path, urls: str, options: tuple[str, ...], addresses: str
) -> None:
    result = run(file, urls, *options, addresses=addresses)
    assert result.exit_code != 0
    assert result.output
    assert not file.exists()
