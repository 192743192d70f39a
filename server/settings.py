"""What a machine decides for the desk: where things lie, who listens where. Read once, from the environment.

What a municipality decides (teams, texts, forms, colours) is zone data, not a setting.
"""

import os
import re
import sys
from collections.abc import Callable
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from server.processors import usable

PREFIX = "ONLINELOKET_"
DEMO_ZONE = Path(__file__).parent / "zone" / "demo"

FOLLOWS_FROM_A_MISTAKE = "default_factory_not_called"
"""How pydantic names a default that could not be worked out because a setting above it is wrong."""

SERVER_URL = re.compile(r"(stun|turns?):([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?")
"""A STUN or TURN server, after RFC 7064 and RFC 7065: scheme, host, port, transport."""

SOCKET_PATH_LIMIT = 107
"""Bytes in the path of a Unix socket: `sun_path` in unix(7), less the closing zero."""


class SettingsError(ValueError):
    """The environment holds a setting that is wrong or unknown. The message has a line for each."""


def _follows(rule: Callable[[dict[str, Any]], object], words: str, description: str) -> Any:
    """A setting whose default follows from the settings above it; `words` says how, for the documentation."""
    return Field(default_factory=rule, description=description, json_schema_extra={"words": words}, repr=False)


def _split(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _networks(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        ip_network(value)
    return values


def _servers(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        found = SERVER_URL.fullmatch(value)
        if not found or int(found[3] or 1) > 65_535 or (found[1] == "stun" and found[4]):
            raise ValueError("write each server as turn:host:port, turns:host:port?transport=tcp or stun:host:port")
    return values


def _origin(value: str) -> str:
    scheme, _, rest = value.partition("://")
    if scheme not in ("http", "https") or not rest or "/" in rest:
        raise ValueError("write scheme, host and port only, such as https://desk.example.org")
    return value


def _engine(value: object) -> tuple[str, int]:
    parts = urlsplit(str(value))
    if parts.scheme != "rtpengine" or not parts.hostname or not parts.port or parts.path:
        raise ValueError("write rtpengine://host:port, with the port at which it takes ng commands")
    return parts.hostname, parts.port


def _own_url(host: str, port: int) -> str:
    """Where a process on this machine reaches the desk that listens on `host`."""
    address = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{address}:{port}"


FilePath = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]
Origin = Annotated[str, AfterValidator(_origin)]
Engine = Annotated[tuple[str, int], BeforeValidator(_engine)]
Port = Annotated[int, Field(ge=1, le=65_535)]
Workers = Annotated[int, Field(ge=1, le=64)]
Several = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split), Field(min_length=1)]


class Settings(BaseSettings):
    """Every setting, checked. Each is the environment variable `ONLINELOKET_` + its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid")

    data: FilePath = Field(
        default=Path("data"),
        validate_default=True,
        description="Folder in which the desk keeps all it has to keep: database, uploads, keys, the private Redis.",
        json_schema_extra={"words": "`data` where the desk was started"},
    )
    host: str = Field(
        default="127.0.0.1", description="Address on which the desk listens. `0.0.0.0` listens on every network."
    )
    port: Port = Field(
        default=8080, description="Port on which the desk listens. The demo municipality's page takes the next one."
    )
    public_origin: Origin = _follows(
        lambda taken: f"http://localhost:{taken['port']}",
        "`http://localhost:` and the port",
        "Origin at which citizens reach the desk: scheme, host and port as the browser shows them.",
    )
    console_origin: Origin = _follows(
        lambda taken: taken["public_origin"],
        "the public origin",
        "Origin at which agents reach the console; no other may open an agent's connection. With an origin of its own,"
        " a fault in a citizen's page cannot touch an agent's.",
    )
    zone: FilePath = Field(
        default=DEMO_ZONE,
        description="Folder with the zone data: teams, neighbourhoods, hours, topics, answers, forms.",
        json_schema_extra={"words": "the demo zone"},
    )
    database_url: str = _follows(
        lambda taken: f"sqlite+aiosqlite:///{taken['data'] / 'desk.db'}",
        "`desk.db` (SQLite) in the data folder",
        "Database: `sqlite+aiosqlite:///path` on one machine, `postgresql+asyncpg://user:password@host/name` on more.",
    )
    database_connections: int = Field(
        default=20,
        ge=4,
        le=500,
        description="Connections that a desk node opens to PostgreSQL at most; half of them stay open. SQLite needs"
        " none of this.",
    )
    redis_url: str = _follows(
        lambda taken: f"unix://{taken['data'] / 'redis' / 'redis.sock'}",
        "a private Redis in the data folder, which `onlineloket serve` starts",
        "Redis that the desk's processes share: `redis://host:6379/0`, `rediss://…` or `unix:///path`; a master that"
        " Sentinel names, `redis+sentinel://host:26379,host2:26379/name/0`; a Cluster, `redis+cluster://host:7000,host2:7000`.",
    )
    service_key_file: FilePath = _follows(
        lambda taken: taken["data"] / "keys" / "service.key",
        "`keys/service.key` in the data folder",
        "File with the key by which bot and media workers prove themselves to the desk. `onlineloket serve` makes it;"
        " a role started alone refuses to start without it, or when others than its owner may read it.",
    )
    recordings: FilePath = _follows(
        lambda taken: taken["data"] / "recordings",
        "`recordings` in the data folder",
        "Folder of recorded calls, and of photos that citizens send in a call, sealed. Desk nodes, media workers and"
        " whoever makes the films need the same one: on more than one machine, a folder that they share.",
    )
    recording_key_file: FilePath = _follows(
        lambda taken: taken["data"] / "keys" / "recording.key",
        "`keys/recording.key` in the data folder",
        "File with the key that opens recordings and photos. `onlineloket serve` makes it. Desk nodes and whoever makes"
        " the films need the same one, media workers none; without it no call can be recorded, and no photo be asked"
        " for. Lost, none of them opens again.",
    )
    turn_urls: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split), AfterValidator(_servers)] = Field(
        default=(),
        description="TURN servers (coturn) for networks that let nothing else through, separated by commas, such as"
        " `turn:turn.example.org:3478,turns:turn.example.org:443?transport=tcp`; STUN servers may stand there too.",
        json_schema_extra={"words": "none: calls reach the media workers directly, or not at all"},
    )
    turn_secret_file: FilePath = _follows(
        lambda taken: taken["data"] / "keys" / "turn.key",
        "`keys/turn.key` in the data folder",
        "File with the secret that desk nodes share with the TURN servers. `onlineloket serve` makes it where there are"
        " TURN servers, and `onlineloket turn` writes it into their configuration.",
    )
    turn_seconds: int = Field(
        default=600,
        ge=60,
        le=600,
        description="How long credentials for the TURN servers are good to begin with.",
    )
    desk_urls: Several = _follows(
        lambda taken: (_own_url(taken["host"], taken["port"]),),
        "this machine's desk",
        "Every desk node, separated by commas: bot and media workers connect to each of them.",
    )
    media_addresses: Several = Field(
        default=("127.0.0.1",),
        description="Addresses of this machine at which browsers reach its media workers, separated by commas; IPv4 or"
        " IPv6. On a server: its public address.",
    )
    media_port: Port = Field(
        default=40_000,
        description="UDP port of the first media worker on this machine; each further worker takes the next.",
    )
    media_engine: Annotated[Engine | None, NoDecode] = Field(
        default=None,
        description="An rtpengine that carries the calls instead, such as `rtpengine://127.0.0.1:22222`, with the port"
        " at which it takes ng commands. Calls are then of two, and cannot be recorded.",
        json_schema_extra={"words": "none: the media workers carry them"},
    )
    media_workers: Workers = _follows(
        lambda taken: 1 if taken["media_engine"] else min(64, usable()),
        "one for each core that the desk may use; one where an engine carries the calls",
        "Media workers on this machine, for `onlineloket serve`. One carries about as many calls as one core can.",
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split), AfterValidator(_networks)] = Field(
        default=(),
        description="Networks of the proxies in front of the desk, such as `10.0.0.0/8`, separated by commas: what they"
        " say of where a request came from is believed. Limits count by that address.",
        json_schema_extra={"words": "none"},
    )
    metrics_token_file: FilePath | None = Field(
        default=None,
        description="File with the token by which `/metrics` may be read from another machine.",
        json_schema_extra={"words": "none: figures are for this machine only"},
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least severity that is logged. No level logs what people write."
    )

    @classmethod
    def from_environment(cls) -> Self:
        """Read the environment.

        Raises SettingsError, with a line for each mistake and never a value in it: a value may hold a password.
        """
        known = {PREFIX + name.upper() for name in cls.model_fields}
        unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
        mistakes = [f"{name}: there is no such setting" for name in unknown]
        settings = None
        try:
            settings = cls()
        except ValidationError as refused:
            errors = [error for error in refused.errors() if error["type"] != FOLLOWS_FROM_A_MISTAKE]
            mistakes += [_sentence(error["loc"], error["msg"]) for error in errors]
        if mistakes or not settings:
            raise SettingsError("\n".join(mistakes))
        return settings

    @property
    def has_private_redis(self) -> bool:
        """Whether the desk brings its own Redis, because no other was named."""
        return "redis_url" not in self.model_fields_set

    @property
    def has_turn(self) -> bool:
        """Whether there are TURN servers, and so a secret that is shared with them."""
        return any(url.startswith("turn") for url in self.turn_urls)

    @property
    def demo_port(self) -> int:
        """Port of the demo municipality's page: another port, so that its pages are not the desk's."""
        return self.port + 1

    @property
    def demo_origins(self) -> tuple[str, ...]:
        """Where the demo municipality's page is opened."""
        return tuple(f"http://{host}:{self.demo_port}" for host in ("127.0.0.1", "localhost"))

    @property
    def demo_agents_file(self) -> Path:
        """Where the demo agents' sign-ins stand."""
        return self.data / "demo-agents.txt"

    @model_validator(mode="after")
    def _socket_path_fits(self) -> Self:
        path = self.redis_url.removeprefix("unix://")
        if self.has_private_redis and len(path.encode()) > SOCKET_PATH_LIMIT:
            raise ValueError("the path is too long for the private Redis's socket: name a shorter one")
        return self


def _sentence(location: tuple[int | str, ...], message: str) -> str:
    # A mistake that is no single setting's is about the data folder, the root of the others' defaults.
    name = str(location[0]) if location else "data"
    return f"{PREFIX}{name.upper()}: {message.removeprefix('Value error, ')}"


def describe() -> str:
    """`docs/settings.md`: every setting, its default and what it means."""
    rows = []
    for name, field in Settings.model_fields.items():
        extra = field.json_schema_extra
        words = extra["words"] if isinstance(extra, dict) else None
        default = words or f"`{','.join(field.default) if isinstance(field.default, tuple) else field.default}`"
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(
        [
            "# Settings",
            "",
            "Environment variables, read once at start. None is needed to try the desk on one machine. What a",
            "municipality decides (teams, texts, forms, colours) is zone data instead.",
            "",
            "<!-- Generated from server/settings.py by `make docs`. -->",
            "",
            "| variable | default | meaning |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(describe())
