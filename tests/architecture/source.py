"""The tree as text: what is ours, what it imports."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]

_TEXTS = {"", *".css .ftl .html .js .json .md .py .sh .svg .toml .ts .txt .typ .yaml .yml".split()}  # noqa: SIM905
_GENERATED = re.compile(r"generated (from|by)", re.IGNORECASE)


def files(*folders: str, suffixes: set[str]) -> Iterator[Path]:
    """Our files under these folders of the tree; not third parties', nor what tools leave behind."""
    for folder in folders:
        for path in sorted((TREE / folder).rglob("*")):
            inside = path.relative_to(TREE).parts
            ours = "__pycache__" not in inside and inside[:2] != ("web", "vendor")
            if ours and path.is_file() and path.suffix in suffixes:
                yield path


def texts() -> Iterator[Path]:
    """Every text file that is part of the project, third parties' included."""
    # In a second working tree `.git` is a file, which says where the first one lies.
    beside = (path for path in sorted(TREE.iterdir()) if path.name != ".git")
    yield from (path for path in beside if path.is_file() and path.suffix in _TEXTS)
    for folder in (".ci", "server", "bots", "web", "tests", "docs", "requirements"):
        for path in sorted((TREE / folder).rglob("*")):
            if path.is_file() and path.suffix in _TEXTS and not {"__pycache__", "artifacts"} & set(path.parts):
                yield path


def is_generated(path: Path) -> bool:
    """Whether a file says at its top that it was written by a program."""
    return bool(_GENERATED.search(path.read_text()[:600]))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a Python file imports, those inside functions included."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            # `from server.media import placement` imports a module, `from x import y` may: both names count.
            yield from (f"{node.module}.{name.name}" for name in node.names)


def name(path: Path) -> str:
    """How a message names a file."""
    return str(path.relative_to(TREE))
