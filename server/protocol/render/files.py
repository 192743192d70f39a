"""Which files are rendered, and from where."""

from pathlib import Path

from server.protocol.render.page import page
from server.protocol.render.script import script
from server.protocol.render.typings import typings

ROOT = Path(__file__).parents[3]
"""The root of the tree."""


def rendered() -> dict[str, str]:
    """The text of each rendered file, by its path in the tree."""
    return {
        "docs/protocol.md": page(),
        "web/static/shared/protocol.js": script(),
        "web/static/shared/protocol.d.ts": typings(),
    }
