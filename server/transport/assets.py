"""Assets: our own scripts and styles, third-party modules and catalogues, all read when the desk starts.

Only what was read is served, so no path can lead elsewhere. Each stands under two addresses: under its own, asked about
each time, and under one with the version of the whole tree in it, kept for good. Modules import each other by relative
paths and so stay within one version.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from aiohttp import web

from server.transport.resource import IMMUTABLE, REVALIDATED, Resource

FOLDERS = ("static", "vendor", "locales")
"""What of `web/` is served, under its own name."""

TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".ftl": "text/plain; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""What is served, by the end of its name. What ends otherwise is not."""


class Assets:
    """The files that pages are made of, by their path below `web/`."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[str, Resource] = {}
        for top in FOLDERS:
            for path in sorted((folder / top).rglob("*")):
                if path.suffix in TYPES and path.is_file():
                    name = path.relative_to(folder).as_posix()
                    self._files[name] = Resource(path.read_bytes(), TYPES[path.suffix])
        whole = "\n".join(f"{name} {resource.hash}" for name, resource in self._files.items())
        self.version = hashlib.sha256(whole.encode()).hexdigest()[:12]

    def __contains__(self, path: str) -> bool:
        return path in self._files

    def url(self, path: str) -> str:
        """The address of a file that may be kept for good. Raises LookupError where there is no such file."""
        return f"/assets/{self.version}/{self._known(path)}"

    def text(self, path: str) -> str:
        """The content of a text file. Raises LookupError."""
        return self._files[self._known(path)].body.decode()

    def under(self, folder: str, suffix: str) -> list[str]:
        """The paths of all files directly in a folder that end so, in order."""
        return [name for name in self._files if name.rpartition("/")[0] == folder and name.endswith(suffix)]

    def routes(self) -> list[web.RouteDef]:
        """`/static/…`, `/vendor/…`, `/locales/…`, and all of them under `/assets/<version>/`; `/loader.js`."""
        kept = web.get("/assets/{version}/{path:.+}", self._kept)
        changing = [web.get(f"/{{path:{top}/.+}}", self._changing) for top in FOLDERS]
        return [kept, *changing, web.get("/loader.js", self._loader)]

    async def _kept(self, request: web.Request) -> web.Response:
        # During a rolling update a page of one version may ask a node of another: it gets what there is, unkept.
        cache = IMMUTABLE if request.match_info["version"] == self.version else "no-store"
        return self._find(request.match_info["path"]).answer(request, cache)

    async def _changing(self, request: web.Request) -> web.Response:
        return self._find(request.match_info["path"]).answer(request, REVALIDATED)

    async def _loader(self, request: web.Request) -> web.Response:
        """The one script that other sites load, from their own pages and with integrity if they like."""
        headers = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}
        return self._find("static/loader.js").answer(request, "public, max-age=600", headers)

    def _known(self, path: str) -> str:
        if path not in self._files:
            raise LookupError(f"there is no web/{path}")
        return path

    def _find(self, path: str) -> Resource:
        if path not in self._files:
            raise web.HTTPNotFound
        return self._files[path]
