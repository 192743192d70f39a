"""docs/embedding.md tells other sites what to allow: the demo municipality allows exactly that."""

import re
from pathlib import Path

from server.transport.policy import host_policy

PAGE = Path(__file__).parents[2] / "docs" / "embedding.md"
DESK = "https://desk.example"


def lines(beginning: str) -> set[str]:
    """The lines of code on the page that begin so."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return {line for block in blocks for line in block.splitlines() if re.match(beginning, line)}


def test_content_security_policy() -> None:
    policy = {part.strip() for part in host_policy(DESK)["Content-Security-Policy"].split(";")}
    naming_the_desk = {part for part in policy if DESK in part}
    assert lines("script-src|frame-src|style-src|connect-src") == naming_the_desk


def test_permissions_policy() -> None:
    policy = {part.strip() for part in host_policy(DESK)["Permissions-Policy"].split(",")}
    assert lines(r"[a-z-]+=\(") == {part for part in policy if DESK in part}
