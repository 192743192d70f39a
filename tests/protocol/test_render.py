"""What is rendered from the contract is what stands in the tree."""

from pathlib import Path

import pytest

from server.protocol.render.files import ROOT, rendered


@pytest.mark.parametrize("name", sorted(rendered()))
def test_rendered_file_is_fresh(name: str) -> None:
    """Run `make docs` after a change in server/protocol."""
    assert Path(ROOT, name).read_text(encoding="utf-8") == rendered()[name]
