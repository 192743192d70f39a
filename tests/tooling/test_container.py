"""The image is built from the same lock, runs as nobody in particular, and names settings and commands that exist."""

import re
from ipaddress import ip_address, ip_network
from typing import Any

import click
import pytest
import yaml

from server.cli import main
from server.settings import PREFIX, Settings
from tests.architecture.source import TREE

DOCKERFILE = (TREE / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((TREE / "compose.yaml").read_text())
OURS = {name: service for name, service in COMPOSE["services"].items() if "build" in service}
THEIRS = {name: service for name, service in COMPOSE["services"].items() if "build" not in service}


def instructions(keyword: str) -> list[str]:
    """What follows a keyword of the last stage, continuation lines joined."""
    lines = re.sub(r"\\\n\s*", "", DOCKERFILE).splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith("FROM "))
    return [line.removeprefix(keyword).strip() for line in lines[last:] if line.startswith(keyword + " ")]


def test_every_stage_names_a_version() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert bases
    for base in [*bases, *(service["image"] for service in COMPOSE["services"].values())]:
        assert re.search(r":\d", base), base
        assert "latest" not in base


def test_the_image_has_a_python_we_support() -> None:
    for version in re.findall(r"^FROM python:(\d+\.\d+)", DOCKERFILE, re.MULTILINE):
        assert version in {"3.11", "3.12"}


def test_nothing_is_installed_but_the_lock_and_the_tree() -> None:
    installs = re.findall(r"pip install ([^\n&]+)", re.sub(r"\\\n\s*", "", DOCKERFILE))
    assert [line.split("--no-cache-dir ")[1].strip() for line in installs] == [
        "--require-hashes -r requirements/runtime.txt",
        "--no-deps --no-build-isolation --no-index -e .",
    ]


def test_it_runs_as_an_unprivileged_user() -> None:
    assert instructions("USER") == ["10001:10001"]


def test_it_stops_and_is_looked_after_as_the_desk_expects() -> None:
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert "/healthz" in instructions("HEALTHCHECK")[0]


@pytest.mark.parametrize("service", list(OURS))
def test_a_role_is_a_command_that_exists(service: str) -> None:
    if "entrypoint" not in OURS[service]:
        assert OURS[service]["command"][0] in main.list_commands(click.Context(main))


def test_every_setting_exists() -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", DOCKERFILE + (TREE / "compose.yaml").read_text()))
    assert named - {PREFIX + name.upper() for name in Settings.model_fields} == set()


@pytest.mark.parametrize("service", list(OURS))
def test_a_role_may_do_no_more_than_it_needs(service: str) -> None:
    assert OURS[service]["cap_drop"] == ["ALL"]
    assert OURS[service]["security_opt"] == ["no-new-privileges:true"]
    assert OURS[service]["read_only"]


@pytest.mark.parametrize("service", list(THEIRS))
def test_a_server_of_others_is_not_published_and_is_looked_after(service: str) -> None:
    assert "ports" not in THEIRS[service]
    assert "healthcheck" in THEIRS[service]


def test_no_password_has_a_default() -> None:
    assert re.findall(r"\$\{\w*PASSWORD(?!:\?)[^}]*\}", (TREE / "compose.yaml").read_text()) == []


def test_only_what_the_image_needs_goes_to_the_builder() -> None:
    allowed = {line[1:] for line in (TREE / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = set(re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE))
    assert {path for line in copied for path in line.split()} == allowed


def test_the_proxy_that_is_believed_is_the_gateway_of_the_network() -> None:
    network = COMPOSE["networks"]["default"]["ipam"]["config"][0]
    trusted = COMPOSE["services"]["desk"]["environment"][f"{PREFIX}TRUSTED_PROXIES"]
    assert trusted == f"${{{PREFIX}TRUSTED_PROXIES:-{network['gateway']}}}"
    assert ip_address(network["gateway"]) in ip_network(network["subnet"])
