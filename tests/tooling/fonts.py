"""Refreshes `server/papers/fonts` from the packages its manifest pins; `python -m tests.tooling.fonts`, with npm.

The files are kept as they were published, with their licences. One font is our own and is made here: `boxes.ttf`, which
shows any character at all as an empty box, for those that no other font has.
"""

import base64
import hashlib
import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import msgspec
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph

FONTS = Path(__file__).resolve().parents[2] / "server/papers/fonts"

BOXES = "boxes.ttf"
SURROGATES = range(0xD800, 0xE000)
MANY_TO_ONE = 13
"""The format of a character map that sends whole ranges to one glyph (OpenType, `cmap`)."""


class Font(msgspec.Struct, forbid_unknown_fields=True):
    """A file of a package. `integrity` is that of the file."""

    file: str
    package: str
    version: str
    source: str
    writes: str
    licence: str
    licence_file: str
    integrity: str = ""


class Manifest(msgspec.Struct, forbid_unknown_fields=True):
    fonts: list[Font]


def read(folder: Path) -> Manifest:
    """The manifest in a folder of fonts."""
    return msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)


def integrity(content: bytes) -> str:
    """The hash of a file as the web writes it: https://www.w3.org/TR/SRI/."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


def boxes() -> bytes:
    """A font with one glyph for every character from the space on, the same bytes each time."""
    builder = FontBuilder(unitsPerEm=1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupCharacterMap({0x25A1: "box"})
    builder.setupGlyf({".notdef": _box(), "box": _box()})
    builder.setupHorizontalMetrics({".notdef": (700, 80), "box": (700, 80)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    name = {"familyName": "Onlineloket Boxes", "styleName": "Regular", "psName": "OnlineloketBoxes-Regular"}
    builder.setupNameTable(name)
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, fsSelection=0x40)
    builder.setupPost()
    font = builder.font
    everything = CmapSubtable.newSubtable(MANY_TO_ONE)
    everything.platformID, everything.platEncID, everything.language = 3, 10, 0
    everything.cmap = {code: "box" for code in range(0x20, 0x110000) if code not in SURROGATES}
    font["cmap"].tables = [everything]
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def refresh(folder: Path, scratch: Path) -> None:
    """Rewrite the files that the manifest names, and its hashes. Raises KeyError for what a package does not have."""
    manifest = read(folder)
    for font in manifest.fonts:
        package = _unpacked(f"{font.package}@{font.version}", scratch)
        shutil.copyfile(package / font.source, folder / font.file)
        shutil.copyfile(package / "LICENSE_FONT", folder / font.licence_file)
        font.integrity = integrity((folder / font.file).read_bytes())
    (folder / BOXES).write_bytes(boxes())
    written = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    (folder / "manifest.json").write_bytes(written + b"\n")


def _box() -> Glyph:
    pen = TTGlyphPen(None)
    for corners in (
        [(80, 0), (80, 700), (620, 700), (620, 0)],
        [(130, 50), (570, 50), (570, 650), (130, 650)],
    ):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def _unpacked(package: str, scratch: Path) -> Path:
    target = scratch / package.replace("/", "_")
    if not target.exists():
        packed = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=scratch, check=True, capture_output=True, text=True
        )
        with tarfile.open(scratch / packed.stdout.split()[-1]) as archive:
            archive.extractall(target, filter="data")
    return target / "package"


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        refresh(FONTS, Path(scratch))
