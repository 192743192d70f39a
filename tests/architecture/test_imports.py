"""Imports run one way: who may import whom stands here, and nowhere else."""

import re
from pathlib import Path

from tests.architecture.source import TREE, files, imports, name

EVERYTHING = frozenset({"*"})

PYTHON: dict[str, frozenset[str]] = {
    "server.protocol": frozenset(),
    "server.domain": frozenset({"server.protocol"}),
    "server.zone": frozenset({"server.protocol", "server.domain"}),
    "server.store": frozenset({"server.protocol", "server.domain", "server.zone"}),
    "server.bus": frozenset({"server.protocol", "server.domain"}),
    "server.media": frozenset({"server.protocol", "server.domain", "server.sealed"}),
    "server.papers": frozenset({"server.protocol", "server.domain", "server.zone"}),
    "server.supervise": frozenset(),
    "server.settings": frozenset({"server.processors"}),
    "server.processors": frozenset(),
    "server.secret_files": frozenset(),
    "server.sealed": frozenset(),
    "server.desk": frozenset(
        {
            "server.protocol",
            "server.domain",
            "server.zone",
            "server.store",
            "server.bus",
            "server.papers",
            "server.sealed",
            "server.media.placement",
        }
    ),
    "server.keys": frozenset({"server.settings", "server.secret_files", "server.sealed", "server.desk"}),
    "server.transport": frozenset({"server.protocol", "server.domain", "server.zone", "server.store", "server.desk"}),
    "server.app": EVERYTHING,
    "server.cli": EVERYTHING,
    "bots": frozenset({"server.protocol", "server.zone"}),
}

BROWSER: dict[str, frozenset[str]] = {
    "shared": frozenset(),
    "components": frozenset({"shared"}),
    "widget": frozenset({"shared", "components"}),
    "console": frozenset({"shared", "components"}),
    "join": frozenset({"shared", "components"}),
    "check": frozenset({"shared", "components"}),
}


def place(module: str) -> str | None:
    """The part of the tree that a dotted name belongs to; None for what is not ours."""
    parts = module.split(".")
    if parts[0] == "bots":
        return "bots"
    return ".".join(parts[:2]) if parts[0] == "server" and len(parts) > 1 else None


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(TREE).with_suffix("").parts)


def covers(allowed: str, module: str) -> bool:
    return allowed == "*" or module == allowed or module.startswith(allowed + ".")


def test_a_module_imports_only_what_is_below_it() -> None:
    for path in files("server", "bots", suffixes={".py"}):
        home = place(module_of(path))
        if home in (None, "server.__init__"):
            continue
        assert home in PYTHON, f"{name(path)} has no place in the order of imports"
        for module in imports(path):
            target = place(module)
            if target and target != home:
                assert any(covers(allowed, module) for allowed in PYTHON[home]), f"{name(path)} imports {module}"


def test_a_browser_module_imports_only_what_is_below_it() -> None:
    static = TREE / "web/static"
    for path in files("web/static", suffixes={".js"}):
        home = path.relative_to(static).parts[0]
        for imported in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""", path.read_text()):
            target = (path.parent / imported).resolve()
            assert target.is_file(), f"{name(path)} imports {imported}, which is not there"
            part = target.relative_to(static).parts[0]
            assert part == home or part in BROWSER.get(home, ()), f"{name(path)} imports {imported}"


def test_the_order_has_no_circle() -> None:
    for home, allowed in PYTHON.items():
        for other in allowed - EVERYTHING:
            back = PYTHON.get(other, frozenset())
            assert not any(covers(home, target) or covers(target, home) for target in back - EVERYTHING), (home, other)
