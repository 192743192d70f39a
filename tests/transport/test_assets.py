"""Assets: the right type, kept as long as is safe, and nothing outside the tree."""

import gzip
import re
from pathlib import Path

import pytest

from server.transport.assets import Assets
from server.transport.modules import Modules
from tests.transport.site import WEB, ServedSite


async def test_types(site: ServedSite) -> None:
    for path, expected in {
        "/static/shared/protocol.js": "text/javascript; charset=utf-8",
        "/static/shared/tokens.css": "text/css; charset=utf-8",
        "/vendor/preact.js": "text/javascript; charset=utf-8",
        "/vendor/lucide.svg": "image/svg+xml",
        "/vendor/manifest.json": "application/json",
        "/locales/fr/pages.ftl": "text/plain; charset=utf-8",
        "/loader.js": "text/javascript; charset=utf-8",
        "/theme.css": "text/css; charset=utf-8",
    }.items():
        response = await site.get(path)
        assert (response.status, response.headers["Content-Type"]) == (200, expected), path


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../pyproject.toml",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static/..%2f..%2fpyproject.toml",
        "/static//etc/passwd",
        "/static/shared/protocol.d.ts",
        "/static/shared",
        "/static/",
        "/templates/base.html",
        "/vendor/refresh.py",
        "/assets/whatever/templates/base.html",
    ],
)
async def test_nothing_else_is_served(site: ServedSite, path: str) -> None:
    response = await site.get(path)
    assert response.status == 404
    assert "onlineloket" not in (await response.text()).lower()


async def test_asked_again_it_is_not_sent_again(site: ServedSite) -> None:
    first = await site.get("/static/shared/protocol.js")
    assert first.headers["Cache-Control"] == "no-cache"
    again = await site.get("/static/shared/protocol.js", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status == 304
    assert await again.read() == b""
    changed = await site.get("/static/shared/protocol.js", headers={"If-None-Match": '"something-else"'})
    assert changed.status == 200


async def test_what_a_page_loads_leaves_the_policies_to_the_page(site: ServedSite) -> None:
    document = ("Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy")
    for path in ("/static/shared/protocol.js", "/static/shared/tokens.css", "/theme.css", "/loader.js"):
        first = await site.get(path)
        again = await site.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert (first.status, again.status) == (200, 304)
        for response in (first, again):
            assert not [name for name in document if name in response.headers], path
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["Cross-Origin-Resource-Policy"]
    # A drawing can be opened by itself, and then is a document.
    for path in ("/vendor/lucide.svg", "/static/nothing.js"):
        response = await site.get(path)
        assert [name for name in document if name in response.headers] == list(document), path


async def test_compressed_where_the_browser_takes_it(site: ServedSite) -> None:
    plain = await site.get("/static/shared/protocol.js", headers={"Accept-Encoding": "identity"})
    packed = await site.get("/static/shared/protocol.js", headers={"Accept-Encoding": "gzip"}, auto_decompress=False)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert "Accept-Encoding" in plain.headers["Vary"]
    body, sent = await plain.read(), await packed.read()
    assert gzip.decompress(sent) == body
    assert len(sent) < len(body) / 2


async def test_a_page_names_what_it_loads_by_version_and_that_is_kept(site: ServedSite) -> None:
    html = await (await site.get("/desk")).text()
    addresses = re.findall(r'(?:href|src)="(/assets/[^"]+)"', html)
    assert any(address.endswith("/static/widget/main.js") for address in addresses)
    assert any(address.endswith("/static/shared/tokens.css") for address in addresses)
    for address in addresses:
        response = await site.get(address)
        assert (response.status, response.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")


async def test_what_another_version_of_the_desk_asks_for_is_not_kept(site: ServedSite) -> None:
    response = await site.get("/assets/0123456789ab/static/shared/protocol.js")
    assert (response.status, response.headers["Cache-Control"]) == (200, "no-store")


async def test_the_theme_is_kept_under_the_zones_version_only(site: ServedSite) -> None:
    current = await site.get(f"/theme.css?v={site.bench.zone.version}")
    assert "immutable" in current.headers["Cache-Control"]
    assert (await site.get("/theme.css?v=another")).headers["Cache-Control"] == "no-cache"


async def test_other_sites_may_load_the_loader_and_nothing_else(site: ServedSite) -> None:
    loader = await site.get("/loader.js")
    assert loader.headers["Access-Control-Allow-Origin"] == "*"
    assert loader.headers["Cache-Control"] == "public, max-age=600"
    assert "Access-Control-Allow-Origin" not in (await site.get("/static/loader.js")).headers


def tree(folder: Path, **modules: str) -> Assets:
    (folder / "vendor").mkdir(parents=True)
    (folder / "vendor" / "manifest.json").write_text(
        '{"modules": [{"file": "lib.js", "integrity": "sha384-x", "specifier": "lib"}]}'
    )
    (folder / "vendor" / "lib.js").write_text("export const lib = 1;")
    (folder / "static").mkdir()
    for name, source in modules.items():
        (folder / "static" / f"{name}.js").write_text(source)
    return Assets(folder)


def test_a_page_asks_at_once_for_all_it_needs(tmp_path: Path) -> None:
    assets = tree(
        tmp_path,
        main='import "./side.js";\nimport { a,\n  b } from "./deep.js";\nconst no = `import "./unused.js"`;\n',
        side='export { lib } from "lib";\n',
        deep='import * as main from "./main.js";\n/** @typedef {import("./types.js").T} T */\n',
        unused="",
    )
    needed = {
        each.address.removeprefix(f"/assets/{assets.version}/"): each.integrity
        for each in Modules(assets).needed_by("static/main.js")
    }
    assert sorted(needed) == ["static/deep.js", "static/main.js", "static/side.js", "vendor/lib.js"]
    assert needed["vendor/lib.js"], "the browser throws away a preload without the integrity that the import map names"
    assert needed["static/main.js"] is None


@pytest.mark.parametrize("source", ['import "./gone.js";', 'import { x } from "unheard-of";'])
def test_an_import_that_leads_nowhere_is_an_error(tmp_path: Path, source: str) -> None:
    with pytest.raises(LookupError):
        Modules(tree(tmp_path, main=source)).needed_by("static/main.js")


def test_any_change_makes_another_version(tmp_path: Path) -> None:
    assert tree(tmp_path / "one", main="1").version != tree(tmp_path / "two", main="2").version


def test_our_modules_import_each_other_by_relative_paths() -> None:
    """An absolute path would load a second copy of a module beside the one under the version's address."""
    for path in (WEB / "static").rglob("*.js"):
        found = re.findall(r"""(?:\bfrom|\bimport)\s*\(?["'](/[^"']*)["']""", path.read_text())
        assert found == [], path
