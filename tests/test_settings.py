"""Settings come from the environment, checked as a whole, and are documented."""

import os
from pathlib import Path

import pytest

from server.settings import DEMO_ZONE, PREFIX, Settings, SettingsError, describe

TREE = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_one_machine_needs_none(tmp_path: Path) -> None:
    settings = Settings.from_environment()
    assert settings.data == tmp_path / "data"
    assert settings.public_origin == settings.console_origin == "http://localhost:8080"
    assert settings.demo_port == 8081
    assert settings.database_url == f"sqlite+aiosqlite:///{tmp_path}/data/desk.db"
    assert settings.redis_url == f"unix://{tmp_path}/data/redis/redis.sock"
    assert settings.has_private_redis
    assert settings.service_key_file == tmp_path / "data/keys/service.key"
    assert settings.desk_urls == ("http://127.0.0.1:8080",)
    assert settings.zone == DEMO_ZONE


def test_defaults_follow_what_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ONLINELOKET_DATA", "elsewhere")
    monkeypatch.setenv("ONLINELOKET_PORT", "9000")
    settings = Settings.from_environment()
    assert settings.service_key_file == tmp_path / "elsewhere/keys/service.key"
    assert settings.console_origin == "http://localhost:9000"
    assert settings.desk_urls == ("http://127.0.0.1:9000",)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:8080"),
        ("::", "http://[::1]:8080"),
        ("fd00::1", "http://[fd00::1]:8080"),
        ("10.0.0.7", "http://10.0.0.7:8080"),
    ],
)
def test_workers_find_the_desk_where_it_listens(monkeypatch: pytest.MonkeyPatch, host: str, url: str) -> None:
    monkeypatch.setenv("ONLINELOKET_HOST", host)
    assert Settings.from_environment().desk_urls == (url,)


def test_several_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONLINELOKET_MEDIA_ADDRESSES", "192.0.2.1, 2001:db8::1,")
    assert Settings.from_environment().media_addresses == ("192.0.2.1", "2001:db8::1")


def test_turn_servers_need_a_secret_and_stun_servers_do_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not Settings.from_environment().has_turn
    monkeypatch.setenv("ONLINELOKET_TURN_URLS", "stun:turn.example.org")
    assert not Settings.from_environment().has_turn
    monkeypatch.setenv("ONLINELOKET_TURN_URLS", "turn:[2001:db8::1]:3478,turns:turn.example.org:443?transport=tcp")
    settings = Settings.from_environment()
    assert settings.has_turn
    assert settings.turn_urls == ("turn:[2001:db8::1]:3478", "turns:turn.example.org:443?transport=tcp")
    assert settings.turn_secret_file == tmp_path / "data/keys/turn.key"


def test_a_redis_of_ones_own_replaces_the_private_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONLINELOKET_REDIS_URL", "redis://cache:6379/0")
    assert not Settings.from_environment().has_private_redis


def test_calls_are_carried_by_our_own_workers_or_by_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings.from_environment().media_engine is None
    monkeypatch.setenv("ONLINELOKET_MEDIA_ENGINE", "rtpengine://media.example.org:22222")
    assert Settings.from_environment().media_engine == ("media.example.org", 22222)
    monkeypatch.setenv("ONLINELOKET_MEDIA_ENGINE", "rtpengine://[2001:db8::1]:22222")
    assert Settings.from_environment().media_engine == ("2001:db8::1", 22222)


@pytest.mark.parametrize(("cores", "workers"), [(1, 1), (3, 3), (200, 64)])
def test_each_core_has_a_media_worker_and_an_engine_has_one(
    monkeypatch: pytest.MonkeyPatch, cores: int, workers: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    assert Settings.from_environment().media_workers == workers
    monkeypatch.setenv("ONLINELOKET_MEDIA_ENGINE", "rtpengine://127.0.0.1:22222")
    assert Settings.from_environment().media_workers == 1
    monkeypatch.setenv("ONLINELOKET_MEDIA_WORKERS", "2")
    assert Settings.from_environment().media_workers == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "none"),
        ("PORT", "65536"),
        ("PUBLIC_ORIGIN", "desk.example.org"),
        ("PUBLIC_ORIGIN", "https://desk.example.org/desk"),
        ("CONSOLE_ORIGIN", "javascript://x"),
        ("MEDIA_ADDRESSES", ","),
        ("MEDIA_WORKERS", "0"),
        ("MEDIA_WORKERS", "65"),
        ("TURN_URLS", "turn.example.org"),
        ("TURN_URLS", "turn:turn.example.org:70000"),
        ("TURN_URLS", "turn:turn.example.org:3478?transport=sctp"),
        ("TURN_URLS", "stun:turn.example.org?transport=tcp"),
        ("TURN_URLS", "turn:somebody@turn.example.org"),
        ("TURN_SECONDS", "601"),
        ("MEDIA_ENGINE", "janus://127.0.0.1:8188"),
        ("MEDIA_ENGINE", "rtpengine://127.0.0.1"),
        ("MEDIA_ENGINE", "rtpengine://127.0.0.1:65536"),
        ("MEDIA_ENGINE", "rtpengine://127.0.0.1:22222/calls"),
        ("LOG_LEVEL", "loud"),
        ("DATA", "deep/" * 40),
        ("PROT", "8080"),
    ],
)
def test_a_mistake_is_named_alone_and_without_its_value(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment()
    message = str(refused.value)
    assert message.startswith(f"{PREFIX}{name}: ")
    assert len(message.splitlines()) == 1
    assert "deep" not in message
    assert "javascript" not in message


def test_every_mistake_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONLINELOKET_PORT", "none")
    monkeypatch.setenv("ONLINELOKET_LOG_LEVEL", "loud")
    monkeypatch.setenv("ONLINELOKET_COLOUR", "blue")
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment()
    named = [line.split(":")[0] for line in str(refused.value).splitlines()]
    assert named == ["ONLINELOKET_COLOUR", "ONLINELOKET_PORT", "ONLINELOKET_LOG_LEVEL"]


def test_what_may_hold_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONLINELOKET_DATABASE_URL", "postgresql+asyncpg://desk:hunter2@db/desk")
    assert "hunter2" not in repr(Settings.from_environment())


def test_the_documentation_is_fresh() -> None:
    assert (TREE / "docs/settings.md").read_text() == describe(), "run `make docs`"


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_every_setting_says_what_it_is(name: str) -> None:
    description = Settings.model_fields[name].description
    assert description
    assert description.endswith(".")
