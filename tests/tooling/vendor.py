"""Refreshes `web/vendor` from the packages that `package-lock.json` pins (`make vendor`).

`web/vendor/manifest.json` is both what is wanted and what is there. To add a module, write its `specifier`, `package`,
`source` (path in the package) and `file`; to add an icon, write its name; then run this: it fills in version, licence
and integrity and copies the files as they were published. npm has by then checked the packages against the hashes of
the lock file, so the chain from publisher to browser has no gap: lock file, manifest, import map.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import msgspec

TREE = Path(__file__).resolve().parents[2]

SYMBOL = (
    '<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
    ' stroke-linecap="round" stroke-linejoin="round">{shapes}</symbol>'
)


class Vendored(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Something of a third party that we serve. `bundles` are packages the publisher compiled into the file."""

    package: str
    file: str
    bundles: tuple[str, ...] = ()
    version: str = ""
    licence: str = ""
    licence_file: str = ""
    integrity: str = ""


class Module(Vendored, kw_only=True, omit_defaults=True):
    """An ES module. Without a `specifier` it is imported by a relative path from another file of its package."""

    specifier: str | None = None
    source: str


class Sprite(Vendored, kw_only=True, omit_defaults=True):
    """One SVG file with a symbol for each icon, its id the icon's name."""

    icons: Annotated[list[str], msgspec.Meta(min_length=1)]


class Manifest(msgspec.Struct, forbid_unknown_fields=True):
    modules: list[Module]
    sprite: Sprite


def integrity(content: bytes) -> str:
    """What a browser compares: https://www.w3.org/TR/SRI/."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


def sprite_of(icons: Iterable[tuple[str, str]]) -> str:
    """One sprite from (name, published SVG) pairs; each icon keeps its shapes only."""
    symbols = []
    for name, svg in icons:
        inner = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
        shapes = re.sub(r"\s+", " ", inner[inner.index(">", inner.index("<svg")) + 1 : inner.rindex("</svg>")])
        symbols.append(SYMBOL.format(name=name, shapes=shapes.replace("> <", "><").strip()))
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', *symbols, "</svg>", ""])


class Refresh:
    """Brings one folder of vendored files in step with installed packages."""

    def __init__(self, vendor: Path, packages: Path) -> None:
        self._vendor = vendor
        self._packages = packages

    def run(self) -> Manifest:
        """Rewrite files and manifest; raises FileNotFoundError for what a package does not have."""
        path = self._vendor / "manifest.json"
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
        for module in manifest.modules:
            self._keep(module, (self._packages / module.package / module.source).read_bytes())
        sprite = manifest.sprite
        sprite.icons = sorted(set(sprite.icons))
        folder = self._packages / sprite.package / "icons"
        icons = ((name, (folder / f"{name}.svg").read_text()) for name in sprite.icons)
        self._keep(sprite, sprite_of(icons).encode())
        path.write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
        return manifest

    def _keep(self, item: Vendored, content: bytes) -> None:
        package = self._package(item.package)
        item.version, item.licence = package["version"], package["license"]
        item.integrity = integrity(content)
        item.licence_file = self._licence(item)
        target = self._vendor / item.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def _licence(self, item: Vendored) -> str:
        """Where the licence texts of a package, and of those bundled in it, lie in the vendor folder."""
        texts = []
        for name in (item.package, *item.bundles):
            found = sorted(path for path in (self._packages / name).iterdir() if path.stem.lower() == "license")
            if not found:
                # Published without its text: the standard text lies ready under the licence's SPDX name.
                standard = f"licences/{self._package(name)['license']}.txt"
                (self._vendor / standard).stat()
                return standard
            texts.append(f"{name}\n\n{found[0].read_text().strip()}\n")
        file = f"licences/{item.package.strip('@').replace('/', '-')}.txt"
        (self._vendor / file).write_text("\n\n".join(texts))
        return file

    def _package(self, name: str) -> dict[str, Any]:
        package: dict[str, Any] = json.loads((self._packages / name / "package.json").read_text())
        return package


if __name__ == "__main__":
    Refresh(TREE / "web/vendor", TREE / "node_modules").run()
