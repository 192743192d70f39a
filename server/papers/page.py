"""From a sheet to a web page in one file: no script, no address it loads anything from. For talks; see the template."""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server.papers.sheet import Sheet
from server.papers.typesetter import TEMPLATES


class TalkPage:
    """Draws sheets of conversations as HTML. Every text is escaped."""

    def __init__(self, templates: Path = TEMPLATES) -> None:
        environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._template = environment.get_template("transcript.html")
        self._style = environment.get_template("transcript.css").render()

    @property
    def policy(self) -> str:
        """The Content-Security-Policy to serve the page with: nothing but its own style, named by its hash."""
        digest = base64.b64encode(hashlib.sha256(self._style.encode()).digest()).decode()
        style = f"style-src 'sha256-{digest}'"
        return f"default-src 'none'; {style}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    def draw(self, sheet: Sheet) -> str:
        """The page."""
        return self._template.render(sheet=sheet.data())
