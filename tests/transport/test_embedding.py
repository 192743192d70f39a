"""docs/embedding.md tells other sites what to allow: the demo municipality allows exactly that."""

from pathlib import Path

import pytest

from server.transport.policy import host_policy

PAGE = Path(__file__).parents[2] / "docs" / "embedding.md"
DESK = "https://desk.example.org"


def parts(policy: str, separator: str) -> set[str]:
    return {" ".join(part.split()) for part in policy.split(separator)}


def policy_on_page(beginning: str) -> str:
    """The block of code on the page that begins so."""
    blocks = [block.lstrip("\n") for block in PAGE.read_text(encoding="utf-8").split("```")[1::2]]
    (found,) = (block for block in blocks if block.startswith(beginning))
    return found


@pytest.mark.parametrize(
    ("header", "beginning", "separator"),
    [("Content-Security-Policy", "script-src", ";"), ("Permissions-Policy", "camera=", ",")],
)
def test_the_page_gives_what_the_demo_municipality_sends(header: str, beginning: str, separator: str) -> None:
    sent = {part for part in parts(host_policy(DESK)[header], separator) if DESK in part}
    assert sent
    assert parts(policy_on_page(beginning), separator) == sent
