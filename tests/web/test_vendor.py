"""What we serve of third parties is what they published, says so, and is complete."""

import re
from pathlib import Path

import msgspec
import pytest

from tests.tooling.vendor import TREE, Manifest, Refresh, Vendored, integrity, sprite_of

VENDOR = TREE / "web/vendor"
MANIFEST = msgspec.json.decode((VENDOR / "manifest.json").read_bytes(), type=Manifest)
SERVED = [*MANIFEST.modules, MANIFEST.sprite]


@pytest.mark.parametrize("item", SERVED, ids=lambda item: item.file)
def test_a_file_is_what_its_integrity_says(item: Vendored) -> None:
    assert integrity((VENDOR / item.file).read_bytes()) == item.integrity


@pytest.mark.parametrize("item", SERVED, ids=lambda item: item.file)
def test_a_file_comes_with_its_version_and_licence(item: Vendored) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", item.version)
    assert item.licence in {"MIT", "ISC", "Apache-2.0"}
    text = (VENDOR / item.licence_file).read_text()
    assert "Apache License" in text if item.licence == "Apache-2.0" else "permission" in text.lower()


def test_the_manifest_names_every_file() -> None:
    named = {item.file for item in SERVED} | {item.licence_file for item in SERVED} | {"manifest.json"}
    there = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()}
    assert there - {"licences/Apache-2.0.txt"} == named - {"licences/Apache-2.0.txt"}


def test_every_import_of_a_module_resolves() -> None:
    specifiers = {module.specifier for module in MANIFEST.modules if module.specifier}
    files = {module.file for module in MANIFEST.modules}
    for module in MANIFEST.modules:
        imported = re.findall(r'(?:from|import)\s*"([^"]+)"', (VENDOR / module.file).read_text())
        for name in imported:
            if name.startswith("."):
                assert str(Path(module.file).parent / name) in files, f"{module.file} imports {name}"
            else:
                assert name in specifiers, f"{module.file} imports {name}"


def test_the_sprite_has_every_icon_and_no_more() -> None:
    sprite = (VENDOR / MANIFEST.sprite.file).read_text()
    assert re.findall(r'<symbol id="([^"]+)"', sprite) == MANIFEST.sprite.icons


def test_a_sprite_keeps_the_shapes_of_an_icon_only() -> None:
    svg = (
        '<!-- licence -->\n<svg\n  class="lucide"\n  width="24"\n>\n  <path d="M1 1" />\n  <path d="M2 2" />\n</svg>\n'
    )
    symbol = sprite_of([("dash", svg)]).splitlines()[1]
    assert symbol.startswith('<symbol id="dash" viewBox="0 0 24 24"')
    assert symbol.endswith('><path d="M1 1" /><path d="M2 2" /></symbol>')


def test_a_refresh_fills_in_what_the_package_says(tmp_path: Path) -> None:
    packages, vendor = tmp_path / "node_modules", tmp_path / "vendor"
    for folder in (packages / "small", packages / "icons" / "icons", vendor / "licences"):
        folder.mkdir(parents=True)
    (packages / "small/package.json").write_text('{"version": "1.2.3", "license": "MIT"}')
    (packages / "small/LICENSE").write_text("Permission is granted.")
    (packages / "small/main.js").write_text("export {};")
    (packages / "icons/package.json").write_text('{"version": "4.5.6", "license": "ISC"}')
    (packages / "icons/icons/x.svg").write_text('<svg><path d="M1 1" /></svg>')
    (vendor / "licences/ISC.txt").write_text("the standard text")
    (vendor / "manifest.json").write_text(
        '{"modules": [{"specifier": "small", "package": "small", "source": "main.js", "file": "small.js"}],'
        ' "sprite": {"package": "icons", "file": "icons.svg", "icons": ["x"]}}'
    )

    Refresh(vendor, packages).run()

    manifest = msgspec.json.decode((vendor / "manifest.json").read_bytes(), type=Manifest)
    module = manifest.modules[0]
    assert (module.version, module.licence) == ("1.2.3", "MIT")
    assert module.integrity == integrity(b"export {};")
    assert (vendor / module.file).read_text() == "export {};"
    assert "Permission is granted." in (vendor / module.licence_file).read_text()
    assert manifest.sprite.licence_file == "licences/ISC.txt"
