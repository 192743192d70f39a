"""Modules: where each import leads, and all that a page needs of them, so that they load at once and not one by one."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, normpath

import msgspec

from server.transport.assets import Assets

_IMPORT = re.compile(
    r"""^\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']""", re.M
)


class VendoredModule(msgspec.Struct, frozen=True):
    """A line of `web/vendor/manifest.json`, as far as it matters here."""

    file: str
    integrity: str
    specifier: str | None = None


class _Manifest(msgspec.Struct, frozen=True):
    modules: tuple[VendoredModule, ...]


@dataclass(frozen=True, slots=True)
class Needed:
    """A module that a page needs. A preload without the `integrity` that the import map names would be thrown away."""

    address: str
    integrity: str | None


class Modules:
    """The module graph of the assets, and the import map that third-party modules are found by."""

    def __init__(self, assets: Assets) -> None:
        self._assets = assets
        manifest = msgspec.json.decode(assets.text("vendor/manifest.json"), type=_Manifest)
        self._vendored = {each.specifier: f"vendor/{each.file}" for each in manifest.modules if each.specifier}
        self.import_map = json.dumps(
            {
                "imports": {name: assets.url(path) for name, path in self._vendored.items()},
                "integrity": {assets.url(f"vendor/{each.file}"): each.integrity for each in manifest.modules},
            },
            separators=(",", ":"),
        ).replace("<", "\\u003c")
        """JSON that may stand in a script element as it is."""
        self._integrity = {f"vendor/{each.file}": each.integrity for each in manifest.modules}
        self._needed: dict[str, list[Needed]] = {}

    def needed_by(self, path: str) -> list[Needed]:
        """A module and all it imports, however deep. Raises LookupError where one is missing."""
        if path not in self._needed:
            self._needed[path] = [
                Needed(self._assets.url(module), self._integrity.get(module)) for module in self._closure(path)
            ]
        return self._needed[path]

    def _closure(self, path: str) -> dict[str, None]:
        found: dict[str, None] = {}
        waiting = [path]
        while waiting:
            module = waiting.pop(0)
            if module not in found:
                found[module] = None
                waiting.extend(self._imports(module))
        return found

    def _imports(self, path: str) -> Iterator[str]:
        for relative_or_bare in _IMPORT.findall(self._assets.text(path)):
            specifier = relative_or_bare[0] or relative_or_bare[1]
            if specifier.startswith("."):
                yield normpath(f"{dirname(path)}/{specifier}")
            elif specifier in self._vendored:
                yield self._vendored[specifier]
            else:
                raise LookupError(f"web/{path} imports {specifier}, which is not vendored")
